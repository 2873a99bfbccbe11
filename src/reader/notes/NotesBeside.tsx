/** The notes of an article beside its text, where the window has room for them; nothing of the text moves. */
import { useEffect, useRef } from 'react';
import type { NotesWords } from '../../words/words.ts';
import { keepBeside } from '../beside/column.ts';
import { bodyShown } from '../place/body-shown.ts';
import { noteAsides } from './note-asides.ts';
import './notes.css';

export function NotesBeside({ words }: { words: NotesWords }) {
  const layer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const text = bodyShown();
    if (!text || !layer.current) return undefined;
    const stop = keepBeside(text, layer.current, noteAsides(text, words.back));
    return () => {
      stop();
      for (const mark of text.querySelectorAll('[aria-details]')) mark.removeAttribute('aria-details');
    };
  }, [words]);

  return <div className="asides" role="group" aria-label={words.beside} ref={layer} />;
}
