/** One response, which can be edited and removed where it stands; the focus never gets lost over it. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ResponsesWords } from '../../words/words.ts';
import { problemKind } from '../store/connection.ts';
import type { Draft, Response, ResponseRecord } from '../store/records.ts';
import { ChangedElsewhere, type ResponseStore } from './responses.ts';
import { useResponseWords } from './response-words.tsx';
import { ResponseForm } from './ResponseForm.tsx';
import { ResponseText } from './ResponseText.tsx';
import { SendingPart } from './SendingPart.tsx';
import type { Sending } from './use-sending.ts';

type ResponseAround = {
  store: ResponseStore;
  /** Takes news that reached this window in another way than by the store. */
  learn: (record: ResponseRecord) => void;
  say: (status: string) => void;
  /** Takes the focus from a response that goes and leaves no other. */
  leave: () => void;
  /** Where responses go to the editors. */
  sending: Sending | undefined;
  printed: (id: string) => Promise<string | undefined>;
};

/** What the reader does with a response; after one thing the focus goes back to its button. */
type Doing =
  | { what: 'reading'; after?: 'editing' | 'removing' }
  | { what: 'removing' }
  | { what: 'editing'; draft: Draft };

export function ResponseItem({ response, gone, ...around }: ResponseAround & { response: Response; gone: boolean }) {
  const words = useResponseWords();
  const [doing, setDoing] = useState<Doing>({ what: 'reading' });
  const item = useRef<HTMLLIElement>(null);
  const editButton = useRef<HTMLButtonElement>(null);
  const removeButton = useRef<HTMLButtonElement>(null);
  const way = useRef<HTMLAnchorElement>(null);
  const headId = useId();
  const { sending } = around;
  const progress = sending?.progress(response);
  const printed = usePrinted(response, around.printed);

  useLayoutEffect(() => {
    if (doing.what !== 'reading') return;
    if (doing.after === 'editing') editButton.current?.focus();
    if (doing.after === 'removing') removeButton.current?.focus();
  }, [doing]);

  // What was pressed goes, or is far from what comes of it.
  useLayoutEffect(() => {
    if (progress === 'ways') way.current?.focus();
    if (progress === 'posting') item.current?.focus();
  }, [progress]);

  async function edit() {
    const { article, id, name, text, revision } = response;
    const draft = await around.store.draft(article, id).catch(() => undefined);
    setDoing({ what: 'editing', draft: draft ?? { name, text, revision } });
  }

  async function remove() {
    const neighbour = item.current?.nextElementSibling ?? item.current?.previousElementSibling;
    await around.store.remove(response);
    around.say([words.removed, ...theirs(response, words)].join(' '));
    if (neighbour instanceof HTMLElement) neighbour.focus();
    else around.leave();
  }

  function edited() {
    sending?.leave(response);
    setDoing({ what: 'reading', after: 'editing' });
    if (gone) around.leave();
  }

  if (doing.what === 'editing') {
    return (
      <li className="response" ref={item} tabIndex={-1}>
        <Editing response={response} draft={doing.draft} done={edited} {...around} />
      </li>
    );
  }
  if (gone) return null;
  return (
    <li className="response" ref={item} tabIndex={-1}>
      <p className="response-head" id={headId}>
        <bdi className="response-name">{response.name}</bdi>{' '}
        <time dateTime={response.written}>{written(response)}</time>{' '}
        {response.edited ? <span className="response-edited">{words.edited}</span> : null}
      </p>
      <ResponseText text={response.text} />
      <SendingPart response={response} sending={sending} printed={printed} way={way} />
      {doing.what === 'removing' ? (
        <RemoveQuestion
          theirs={theirs(response, words)}
          remove={remove}
          leave={() => setDoing({ what: 'reading', after: 'removing' })}
          learn={around.learn}
        />
      ) : (
        <p className="response-actions">
          {sending && !progress && !isReceived(response) ? (
            <button type="button" aria-describedby={headId} onClick={() => void sending.send(response)}>
              {response.sent ? words.letters.sendAgain : words.letters.send}
            </button>
          ) : null}
          <button type="button" ref={editButton} aria-describedby={headId} onClick={() => void edit()}>
            {words.edit}
          </button>
          <button
            type="button"
            ref={removeButton}
            aria-describedby={headId}
            onClick={() => setDoing({ what: 'removing' })}
          >
            {words.remove}
          </button>
        </p>
      )}
    </li>
  );
}

const isReceived = ({ sent, revision }: Response) => sent?.how === 'post' && sent.revision === revision;

/** What a removal here does not take from the editors. */
const theirs = ({ sent }: Response, { letters }: ResponsesWords): string[] =>
  sent ? [letters.theirs[sent.how === 'post' ? 'received' : 'handed']] : [];

/** When a response that went to the editors was printed, if it was. */
function usePrinted({ id, sent }: Response, printed: ResponseAround['printed']): string | undefined {
  const [when, setWhen] = useState<string>();
  const isSent = sent !== undefined;
  useEffect(() => {
    if (isSent) printed(id).then(setWhen, () => undefined);
  }, [id, isSent, printed]);
  return when;
}

type EditingProps = ResponseAround & { response: Response; draft: Draft; done: () => void };

function Editing({ response, draft, done, store, learn, say }: EditingProps) {
  const words = useResponseWords();
  const { article, id } = response;
  // What the edit began with. Once the reader has been told that it is gone, saving again makes a new response.
  const [base, setBase] = useState<Response | undefined>({
    ...response,
    revision: draft.revision ?? response.revision,
  });

  async function save(typed: Draft) {
    try {
      await (base ? store.edit(base, typed) : store.post(article, typed, id));
      done();
      return response.sent ? words.letters.kept : words.kept;
    } catch (error) {
      if (error instanceof ChangedElsewhere) {
        setBase(error.current);
        learn(error.current ?? { ...response, deleted: new Date().toISOString() });
      }
      throw error;
    }
  }

  return (
    <ResponseForm
      initial={draft}
      action={words.save}
      keepDraft={(typed) => store.keepDraft(article, { ...typed, revision: base?.revision }, id)}
      submit={save}
      cancel={() => {
        store.keepDraft(article, { name: '', text: '' }, id).catch(() => undefined);
        done();
      }}
      say={say}
    />
  );
}

type RemoveQuestionProps = {
  remove: () => Promise<void>;
  leave: () => void;
  learn: ResponseAround['learn'];
  /** What the editors have of it. */
  theirs: string[];
};

function RemoveQuestion({ remove, leave, learn, theirs }: RemoveQuestionProps) {
  const words = useResponseWords();
  const [problem, setProblem] = useState<unknown>();
  const leaveButton = useRef<HTMLButtonElement>(null);

  // The harmless answer has the focus, so that a key pressed twice removes nothing.
  useLayoutEffect(() => leaveButton.current?.focus(), []);

  async function answerYes() {
    setProblem(undefined);
    try {
      await remove();
    } catch (error) {
      if (error instanceof ChangedElsewhere && error.current) learn(error.current);
      setProblem(error);
    }
  }

  return (
    <fieldset className="response-question">
      <legend>{words.removeQuestion}</legend>
      {theirs.length > 0 ? <p>{[words.letters.hereOnly, ...theirs].join(' ')}</p> : null}
      {problem === undefined ? null : (
        <div className="response-problem" role="alert">
          <p>{words.notRemoved}</p>
          <p>{problem instanceof ChangedElsewhere ? words.nowReads : words.problems[problemKind(problem)]}</p>
        </div>
      )}
      <p className="response-actions">
        <button type="button" onClick={() => void answerYes()}>
          {words.remove}
        </button>
        <button type="button" ref={leaveButton} onClick={leave}>
          {words.leave}
        </button>
      </p>
    </fieldset>
  );
}

const written = ({ written }: Response) =>
  new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(written));
