/** Says what was done with a mark, and offers to undo it; stays until it is closed or something else is done. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { MarksWords } from '../../words/words.ts';
import { CloseIcon } from '../../components/icons.tsx';
import { useEscape } from './use-escape.ts';
import type { Notice } from './use-mark-actions.ts';

type Props = { notice: Notice | undefined; words: MarksWords; close: () => void };

export function NoticeLine({ notice, words, close }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const undoButton = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  useEscape(line, close);

  // What only says that something is done goes with the next thing the reader does.
  const isPassing = notice !== undefined && !notice.isProblem && !notice.undo && !notice.refused;
  useEffect(() => {
    if (!isPassing) return undefined;
    const events = ['pointerdown', 'keydown'];
    events.forEach((event) => document.addEventListener(event, close));
    return () => events.forEach((event) => document.removeEventListener(event, close));
  }, [isPassing, close]);

  // What had the focus is gone, or wants to be copied by hand.
  useLayoutEffect(() => {
    if (notice?.undo) undoButton.current?.focus({ preventScroll: true });
    if (notice?.refused) field.current?.select();
  }, [notice]);

  return (
    <div className="mark-notice" ref={line} hidden={!notice?.text}>
      <p role="status">{notice && !notice.isProblem ? notice.text : ''}</p>
      <p role="alert">{notice?.isProblem ? notice.text : ''}</p>
      {notice?.refused ? (
        <textarea ref={field} readOnly rows={3} dir="auto" aria-label={words.toCopy} value={notice.refused.text} />
      ) : null}
      {notice?.undo ? (
        <button type="button" className="mark-word" ref={undoButton} onClick={notice.undo}>
          {words.undo}
        </button>
      ) : null}
      <button type="button" className="tool" aria-label={words.close} title={words.close} onClick={close}>
        <CloseIcon />
      </button>
    </div>
  );
}
