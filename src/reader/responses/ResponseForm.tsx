/**
 * The form in which a response is written, edited or sent. What is typed stays in it until it is really kept, is kept as a
 * draft meanwhile, and every fault is said at its field.
 */
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ResponsesWords } from '../../words/words.ts';
import { problemKind } from '../store/connection.ts';
import { type Draft, limits } from '../store/records.ts';
import { ChangedElsewhere } from './responses.ts';
import { useResponseWords } from './response-words.tsx';
import { ResponseText } from './ResponseText.tsx';
import type { Typed } from './typed-before.ts';
import { useDraft } from '../store/use-draft.ts';

type ResponseFormProps = {
  /** What stands in the form at first. */
  initial: Draft;
  /** What was typed before this form came: it is no draft yet, and the focus was somewhere in it. */
  typed?: Typed | undefined;
  /** The words on its button. */
  action: string;
  keepDraft: (draft: Draft) => Promise<void>;
  /** Answers what is to be said of it. */
  submit: (draft: Draft) => Promise<string>;
  /** A second, quieter button. */
  other?: { action: string; submit: (draft: Draft) => Promise<string> };
  /** Stands under the reason why something is not kept. */
  instead?: ReactNode;
  /** Only where a response is edited; the form then takes the focus. */
  cancel?: () => void;
  /** Tells how it stands, in the one status line of the section. */
  say: (status: string) => void;
};

export function ResponseForm(props: ResponseFormProps) {
  const { initial, typed, action, keepDraft, submit, other, instead, cancel, say } = props;
  const words = useResponseWords();
  const [draft, setDraft] = useState(initial);
  const [refused, setRefused] = useState<{ at: 'text' | 'name' }>();
  const [problem, setProblem] = useState<unknown>();
  const busy = useRef(false);
  const comment = useRef<HTMLTextAreaElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const drafts = useDraft(keepDraft, (error) =>
    setProblem((shown: unknown) => error ?? (shown instanceof ChangedElsewhere ? shown : undefined)),
  );
  const faults = faultsOf(draft, words);

  // After the fault stands in the document, so that it is read out together with its field.
  useLayoutEffect(() => {
    if (refused) (refused.at === 'text' ? comment : name).current?.focus();
  }, [refused]);

  useLayoutEffect(() => {
    if (!typed) return;
    const { at, caret } = typed;
    if (at) ({ text: comment, name, button })[at].current?.focus({ preventScroll: true });
    if (caret && at !== 'button') (at === 'text' ? comment : name).current?.setSelectionRange(...caret);
  }, [typed]);

  // What was typed is kept like all that is typed here.
  const unkept = useRef(typed?.text || typed?.name ? initial : undefined);
  useEffect(() => {
    if (unkept.current) drafts.typed(unkept.current);
    unkept.current = undefined;
  });

  const editing = cancel !== undefined;
  useLayoutEffect(() => {
    if (!editing || !comment.current) return;
    comment.current.focus();
    comment.current.setSelectionRange(comment.current.value.length, comment.current.value.length);
  }, [editing]);

  function change(part: Partial<Draft>) {
    const next = { ...draft, ...part };
    setDraft(next);
    drafts.typed(next);
    say('');
  }

  async function keep(submit: ResponseFormProps['submit']) {
    if (busy.current) return;
    say('');
    if (faults.text ?? faults.name) {
      setRefused({ at: faults.text ? 'text' : 'name' });
      return;
    }
    busy.current = true;
    setRefused(undefined);
    setProblem(undefined);
    // The draft first: should the response not be kept, its text is.
    drafts.flush();
    try {
      const status = await submit(draft);
      drafts.forget(draft);
      setDraft((current) => (current === draft ? { ...draft, text: '' } : current));
      setProblem(undefined);
      say(status);
    } catch (error) {
      setProblem(error);
    }
    busy.current = false;
  }

  return (
    <form
      className="response-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void keep(submit);
      }}
    >
      <Field label={words.comment} fault={refused && faults.text}>
        {(ties) => (
          <textarea
            {...ties}
            ref={comment}
            rows={6}
            dir="auto"
            required
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.name} fault={refused && faults.name}>
        {(ties) => (
          <input
            {...ties}
            ref={name}
            type="text"
            autoComplete="name"
            dir="auto"
            required
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      {problem === undefined ? null : <FormProblem error={problem} instead={instead} />}
      <p className="response-actions">
        {/* The second press of a double click would ask for another comment. */}
        <button type="submit" ref={button} onClick={(event) => event.detail > 1 && event.preventDefault()}>
          {action}
        </button>
        {other ? (
          <button type="button" onClick={(event) => event.detail < 2 && void keep(other.submit)}>
            {other.action}
          </button>
        ) : null}
        {cancel ? (
          <button
            type="button"
            onClick={() => {
              drafts.forget();
              cancel();
            }}
          >
            {words.cancel}
          </button>
        ) : null}
      </p>
    </form>
  );
}

/** What must be mended before this can be kept, by field. */
function faultsOf({ name, text }: Draft, words: ResponsesWords): { name?: string; text?: string } {
  const nameLength = name.trim().length;
  const textLength = text.trimEnd().length;
  return {
    text: text.trim() === '' ? words.emptyComment : over(textLength, limits.text, words.longComment),
    name: nameLength === 0 ? words.emptyName : over(nameLength, limits.name, words.longName),
  };
}

const over = (length: number, limit: number, message: (length: number, limit: number) => string) =>
  length > limit ? message(length, limit) : undefined;

type Ties = { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined };

type FieldProps = { label: string; fault: string | undefined; children: (ties: Ties) => ReactNode };

function Field({ label, fault, children }: FieldProps) {
  const id = useId();
  const faultId = `${id}fault`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': fault !== undefined, 'aria-describedby': fault && faultId })}
      {fault ? (
        <p className="field-error" id={faultId} role="alert">
          {fault}
        </p>
      ) : null}
    </div>
  );
}

function FormProblem({ error, instead }: { error: unknown; instead: ReactNode }) {
  const words = useResponseWords();
  if (!(error instanceof ChangedElsewhere)) {
    return (
      <>
        <div className="response-problem" role="alert">
          <p>{words.notKept}</p>
          <p>{words.problems[problemKind(error)]}</p>
        </div>
        {instead}
      </>
    );
  }
  return (
    <div className="response-problem" role="alert">
      <p>{error.current ? words.changedElsewhere : words.removedElsewhere}</p>
      {error.current ? <ResponseText text={error.current.text} /> : null}
    </div>
  );
}
