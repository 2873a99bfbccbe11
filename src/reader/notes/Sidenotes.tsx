/** The notes of an article beside its text, where the window has room for them; nothing of the text moves. */
import { useEffect, useRef } from 'react';
import type { NotesWords } from '../../words/words.ts';
import { bodyShown } from '../place/body-shown.ts';
import './notes.css';
import { keepBeside } from './sidenotes.ts';

export function Sidenotes({ words }: { words: NotesWords }) {
  const layer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const text = bodyShown();
    return text && layer.current ? keepBeside(layer.current, text, words.back) : undefined;
  }, [words]);

  return <div className="sidenotes" role="group" aria-label={words.beside} ref={layer} />;
}
