/** The key that lists the keys; the list is loaded when it is asked for. */
import type { ReaderMessages } from '../../publication/reader-messages/reader-messages.ts';
import { useLate } from '../use-late.ts';
import { useKeyAction } from './use-key-action.ts';

type Props = { words: ReaderMessages; open: boolean; setOpen: (open: boolean) => void };

const load = () => import('./KeysDialog.tsx');

export function KeysHelp({ words, open, setOpen }: Props) {
  const { part } = useLate(load, Number(open));
  useKeyAction('help', () => setOpen(!open));
  return open && part ? <part.KeysDialog words={words.keys} close={() => setOpen(false)} /> : null;
}
