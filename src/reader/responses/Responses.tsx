/**
 * The responses under an article and the form for another. Loaded when the reader comes near, in the browser only;
 * nothing is shown before what the device keeps has been read, or was found unreadable.
 */
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { leastSeconds } from '../../publication/letter-message.ts';
import type { ResponsesWords } from '../../words/words.ts';
import { type ProblemKind, problemKind } from '../store/connection.ts';
import { deviceStore } from '../store/device.ts';
import { randomId } from '../store/random-id.ts';
import { printedOn } from '../letters/letters-at.ts';
import { type Draft, isShown, type Response, type ResponseRecord } from '../store/records.ts';
import { inOrder, isOlder, responsesIn, type ResponseStore, tidy } from './responses.ts';
import './responses.css';
import { SendingPart } from './SendingPart.tsx';
import { type Typed, typedBefore, withTyped } from './typed-before.ts';
import { type Letters, useSending } from './use-sending.ts';
import { ResponseWords, useResponseWords } from './response-words.tsx';
import { ResponseForm } from './ResponseForm.tsx';
import { ResponseItem } from './ResponseItem.tsx';

export type ResponsesProps = {
  /** The slug. */
  article: string;
  words: ResponsesWords;
  /** That of this device unless another is given. */
  store?: ResponseStore;
  /** Where responses go to the editors as letters. */
  letters?: Letters;
  /** Address of the page that has all letters of the article, where there is one. */
  allLetters?: string;
  /** When the letter of an id was printed, in words; looked for where every reader can. */
  printed?: typeof printedOn;
  /** Takes the form away that stood here without script, when what was typed in it has been read. */
  takeAway?: () => void;
};

export function Responses({ words, store = thisDevice(), printed = printedOn, ...props }: ResponsesProps) {
  return (
    <ResponseWords value={words}>
      <ResponsesTo key={props.article} store={store} printed={printed} {...props} />
    </ResponseWords>
  );
}

let device: ResponseStore | undefined;
const thisDevice = () => (device ??= responsesIn(deviceStore()));

type ResponsesToProps = Omit<ResponsesProps, 'words'> & Required<Pick<ResponsesProps, 'store' | 'printed'>>;

/** What the form begins with. */
type Opened = { draft: Draft; typed: Typed | undefined; since: number };

function ResponsesTo({ article, store, letters, allLetters, printed, takeAway }: ResponsesToProps) {
  const words = useResponseWords();
  const [known, learn] = useReducer(withRecords, { responses: new Map(), gone: new Set() } satisfies Known);
  const [opened, setOpened] = useState<Opened>();
  /** A letter that the device does not keep: its text stays in the form, and it is the same one when it is sent anew. */
  const [unkept, setUnkept] = useState<Response>();
  const [unkeptId] = useState(randomId);
  const [problem, setProblem] = useState<ProblemKind>();
  const [status, setStatus] = useState('');
  const section = useRef<HTMLDivElement>(null);
  const printedHere = useCallback((id: string) => printed(id, allLetters), [printed, allLetters]);
  const sending = useSending(letters, store, opened?.since ?? 0, (response) => {
    if (response.id === unkeptId) setUnkept(response);
    else learn([response]);
  });

  const read = useCallback(
    () =>
      store.list(article).then(
        (responses) => {
          learn(responses);
          setProblem(undefined);
        },
        (error) => setProblem(problemKind(error)),
      ),
    [article, store],
  );

  // Listening begins before reading, so that nothing kept in between is missed.
  useEffect(() => {
    const unsubscribe = store.subscribe((record) => {
      if (record.article === article) learn([record]);
    });
    void Promise.all([store.draft(article).catch(() => undefined), read()]).then(([kept = { name: '', text: '' }]) => {
      const typed = takeAway && typedBefore();
      // Who resumes a draft has written for as long as a person does.
      const since = Date.now() - (kept.text || typed?.text ? leastSeconds * 1000 : 0);
      // At once, or what is typed in between would be lost.
      flushSync(() => {
        setOpened((before) => before ?? { ...withTyped(kept, typed), since });
        takeAway?.();
      });
    });
    return unsubscribe;
  }, [article, store, read, takeAway]);

  const keep = async (typed: Draft) => {
    await store.post(article, typed);
    return words.kept;
  };

  async function keepAndSend(typed: Draft) {
    let response: Response;
    try {
      response = await store.post(article, typed);
    } catch (error) {
      // The form keeps the text, and the letter can go all the same.
      const revision = (unkept?.revision ?? 0) + 1;
      const written = new Date().toISOString();
      const letter = { id: unkeptId, article, order: 0, revision, ...tidy(typed), written };
      setUnkept(letter);
      void sending?.send(letter);
      throw error;
    }
    void sending?.send(response);
    return words.letters.kept;
  }

  if (!opened) return null;
  return (
    <div className="responses" ref={section} tabIndex={-1}>
      {problem ? (
        <div className="response-problem" role="alert">
          <p>{words.notRead}</p>
          <p>{words.problems[problem]}</p>
          <button type="button" onClick={() => void read()}>
            {words.tryAgain}
          </button>
        </div>
      ) : null}
      {known.responses.size > 0 ? (
        <ol className="response-list" aria-label={words.list}>
          {inOrder(known.responses.values()).map((response) => (
            <ResponseItem
              key={response.id}
              response={response}
              gone={known.gone.has(response.id)}
              store={store}
              learn={(record) => learn([record])}
              say={setStatus}
              sending={sending}
              printed={printedHere}
              leave={() => section.current?.focus()}
            />
          ))}
        </ol>
      ) : null}
      <ResponseForm
        initial={opened.draft}
        typed={opened.typed}
        keepDraft={(typed) => store.keepDraft(article, typed)}
        {...(sending
          ? { action: words.letters.send, submit: keepAndSend, other: { action: words.keep, submit: keep } }
          : { action: words.keep, submit: keep })}
        instead={unkept ? <SendingPart response={unkept} sending={sending} unkept /> : null}
        say={setStatus}
      />
      <output className="response-status">{status}</output>
    </div>
  );
}

/** What this window has heard of; a response that is gone is kept here for a form that may be editing it. */
type Known = { responses: Map<string, Response>; gone: Set<string> };

/** News may come late or twice: the later stands, and what is gone stays gone. */
function withRecords(known: Known, records: ResponseRecord[]): Known {
  const responses = new Map(known.responses);
  const gone = new Set(known.gone);
  for (const record of records) {
    if (!isShown(record)) gone.add(record.id);
    else if (!isOlder(record, responses.get(record.id))) responses.set(record.id, record);
  }
  return { responses, gone };
}
