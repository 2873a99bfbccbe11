/** The key that lists the keys; the list is loaded when it is asked for. */
import { useState } from 'react';
import type { ReaderWords } from '../../words/words.ts';
import { LoadFailure } from '../../components/LoadFailure.tsx';
import { useLazy } from '../../components/use-lazy.ts';
import { picturesShown } from '../pictures/picture-links.ts';
import { useKeyAction } from './use-key-action.ts';

type Props = { words: ReaderWords; open: boolean; setOpen: (open: boolean) => void };

const load = () => import('./KeysDialog.tsx');

export function KeysHelp({ words, open, setOpen }: Props) {
  const [again, setAgain] = useState(0);
  const { part, failed } = useLazy(load, open ? 1 + again : 0);
  useKeyAction('help', () => setOpen(!open));
  if (!open) return null;
  if (failed) return <LoadFailure tryAgain={() => setAgain((times) => times + 1)} floats />;
  if (!part) return null;
  return <part.KeysDialog words={words.keys} hasPictures={picturesShown().length > 0} close={() => setOpen(false)} />;
}
