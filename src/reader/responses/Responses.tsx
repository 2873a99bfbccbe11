/**
 * The responses under an article and the form for another. Loaded when the reader comes near, in the browser only;
 * nothing is shown before what the device keeps has been read, or was found unreadable.
 */
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { ResponsesWords } from '../../words/words.ts';
import { type ProblemKind, problemKind } from '../store/connection.ts';
import { deviceStore } from '../store/device.ts';
import { type Draft, isShown, type Response, type ResponseRecord } from '../store/records.ts';
import { inOrder, responsesIn, type ResponseStore } from './responses.ts';
import './responses.css';
import { ResponseWords, useResponseWords } from './response-words.tsx';
import { ResponseForm } from './ResponseForm.tsx';
import { ResponseItem } from './ResponseItem.tsx';

export type ResponsesProps = { article: string; words: ResponsesWords; store?: ResponseStore };

/** `article` is the slug; the store is that of this device unless another is given. */
export function Responses({ article, words, store = thisDevice() }: ResponsesProps) {
  return (
    <ResponseWords value={words}>
      <ResponsesTo key={article} article={article} store={store} />
    </ResponseWords>
  );
}

let device: ResponseStore | undefined;
const thisDevice = () => (device ??= responsesIn(deviceStore()));

function ResponsesTo({ article, store }: { article: string; store: ResponseStore }) {
  const words = useResponseWords();
  const [known, learn] = useReducer(withRecords, { responses: new Map(), gone: new Set() } satisfies Known);
  const [draft, setDraft] = useState<Draft>();
  const [problem, setProblem] = useState<ProblemKind>();
  const [status, setStatus] = useState('');
  const section = useRef<HTMLDivElement>(null);

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
    const emptyDraft = { name: '', text: '' };
    void Promise.all([store.draft(article).catch(() => undefined), read()]).then(([kept]) =>
      setDraft(kept ?? emptyDraft),
    );
    return unsubscribe;
  }, [article, store, read]);

  if (!draft) return null;
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
              leave={() => section.current?.focus()}
            />
          ))}
        </ol>
      ) : null}
      <ResponseForm
        initial={draft}
        action={words.keep}
        keepDraft={(typed) => store.keepDraft(article, typed)}
        submit={(typed) => store.post(article, typed)}
        say={setStatus}
      />
      <output className="response-status">{status}</output>
    </div>
  );
}

/** What this window has heard of; a response that is gone is kept here for a form that may be editing it. */
type Known = { responses: Map<string, Response>; gone: Set<string> };

/** News may come late or twice: the later revision stands, and what is gone stays gone. */
function withRecords(known: Known, records: ResponseRecord[]): Known {
  const responses = new Map(known.responses);
  const gone = new Set(known.gone);
  for (const record of records) {
    if (!isShown(record)) gone.add(record.id);
    else if (record.revision >= (responses.get(record.id)?.revision ?? 0)) responses.set(record.id, record);
  }
  return { responses, gone };
}
