/**
 * The reader's marks beside the text, where the window has room for them: the note of each, or only a stroke in its colour.
 * A press opens the mark. For the keyboard they are listed after the text, so that Tab does not go through them twice.
 */
import { useEffect, useRef } from 'react';
import type { MarksWords } from '../../words/words.ts';
import { keepBeside } from '../beside/column.ts';
import { bodyShown } from '../place/body-shown.ts';
import type { Mark } from '../store/records.ts';
import { shortened } from './shortened.ts';
import type { PaintedMark } from './use-painted-marks.ts';

type Props = { painted: readonly PaintedMark[]; words: MarksWords; open: (mark: Mark) => void };

export function MarksBeside({ painted, words, open }: Props) {
  const layer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const text = bodyShown();
    if (!text || !layer.current) return undefined;
    const asides = painted.map(({ mark, range }) => ({
      at: range.startContainer,
      line: () => range.getClientRects()[0] ?? range.getBoundingClientRect(),
      make: () => made(mark, words, open),
    }));
    return keepBeside(text, layer.current, asides);
  }, [painted, words, open]);

  return <div className="asides" role="group" aria-label={words.beside} ref={layer} />;
}

function made(mark: Mark, words: MarksWords, open: (mark: Mark) => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'aside mark-aside';
  element.tabIndex = -1;
  element.dataset['colour'] = mark.colour;
  if (!mark.note) element.setAttribute('aria-label', words.editNamed(shortened(mark.passage.exact)));
  const note = document.createElement('span');
  note.dir = 'auto';
  note.textContent = mark.note;
  element.append(note);
  element.addEventListener('click', () => open(mark));
  return element;
}
