/**
 * The colour and the note of a mark. What is typed is kept as a draft; "saved" is said when the device has it. What
 * another window writes meanwhile is never lost, and neither is what stands here.
 */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ReaderWords } from '../../words/words.ts';
import { problemKind } from '../store/connection.ts';
import { deviceStore } from '../store/device.ts';
import { draftOf, keep, keepDraft, MarkRemoved, writeNote } from './marks.ts';
import { type Colour, colours, limits, type Mark } from '../store/records.ts';
import { useDraft } from '../store/use-draft.ts';

type Props = {
  mark: Mark;
  /** It was removed, here or in another window, while somebody writes to it. */
  gone: boolean;
  words: ReaderWords;
  recolour: (colour: Colour) => void;
  /** Takes the mark that was made because this one is gone. */
  became: (mark: Mark) => void;
  /** Whether the note is what the reader came for. */
  writing: boolean;
};

export function MarkEditor({ mark, gone, words: { marks: words, problems }, recolour, became, writing }: Props) {
  const [opened] = useState(mark);
  /** The mark as it was when the writing began. */
  const [begun, setBegun] = useState(mark);
  const [text, setText] = useState(mark.note);
  const [status, setStatus] = useState('');
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const latest = useRef(text);
  const id = useId();
  const draft = useDraft(
    ({ text: typed }) => keepDraft(deviceStore(), begun, typed),
    (error) => {
      if (latest.current === begun.note) setStatus('');
      else setStatus(error === undefined ? words.draftKept : words.draftNotKept);
    },
  );

  function write(next: string) {
    latest.current = next;
    setText(next);
  }

  // What was typed and not saved before the page was left; later on, what other windows type is theirs.
  useEffect(() => {
    let isCurrent = true;
    void draftOf(deviceStore(), opened).then(
      (kept) => {
        if (!isCurrent || kept === undefined || kept === opened.note || latest.current !== opened.note) return;
        latest.current = kept;
        setText(kept);
        setStatus(words.draftKept);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [opened, words]);

  useLayoutEffect(() => {
    if (writing) field.current?.focus({ preventScroll: true });
  }, [writing]);

  // Written in another window: taken over, unless something else stands here.
  if (mark.note !== begun.note && text === begun.note) {
    setBegun(mark);
    setText(mark.note);
  }
  useEffect(() => {
    latest.current = text;
  }, [text]);
  const isChangedElsewhere = mark.note !== begun.note && text !== mark.note;

  async function save() {
    const note = text.trimEnd();
    setProblem('');
    setStatus('');
    if (note.length > limits.note) {
      setProblem(words.noteLimit(note.length, limits.note));
      field.current?.focus();
      return;
    }
    draft.forget();
    try {
      if (gone) {
        const { article, about, passage, colour } = mark;
        became(await keep(deviceStore(), { article, about, passage, colour, note }));
        return;
      }
      const { mark: kept, copy } = await writeNote(deviceStore(), begun, note);
      setBegun(kept);
      setStatus(copy ? words.otherVersionKept : words.noteSaved);
    } catch (error) {
      draft.typed({ name: '', text });
      setProblem(
        error instanceof MarkRemoved ? words.removedElsewhere : `${words.notSaved} ${problems[problemKind(error)]}`,
      );
    }
  }

  return (
    <form
      className="mark-editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset className="mark-colours">
        <legend>{words.colour}</legend>
        {colours.map((colour) => (
          <label key={colour}>
            <input
              type="radio"
              name={`${id}-colour`}
              value={colour}
              checked={mark.colour === colour}
              disabled={gone}
              onChange={() => recolour(colour)}
            />
            <span className="mark-swatch" data-colour={colour} />
            <span>{words.colours[colour]}</span>
          </label>
        ))}
      </fieldset>
      <label className="mark-note-label" htmlFor={`${id}-note`}>
        {words.noteLabel}
      </label>
      <textarea
        id={`${id}-note`}
        ref={field}
        rows={4}
        dir="auto"
        value={text}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => {
          write(target.value);
          setStatus('');
          draft.typed({ name: '', text: target.value });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      />
      <p role="alert" className="mark-problem" id={`${id}-problem`}>
        {problem || (gone ? words.removedElsewhere : isChangedElsewhere ? words.changedElsewhere : '')}
      </p>
      {isChangedElsewhere ? <blockquote dir="auto">{mark.note}</blockquote> : null}
      <div className="mark-save">
        <button type="submit">{words.save}</button>
        <output>{status}</output>
      </div>
    </form>
  );
}
