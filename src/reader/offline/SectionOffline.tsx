/** On the page of a section: the way to keep it whole. */
import { useLocation } from 'react-router';
import { addressOf } from '../../publication/addresses.ts';
import type { OfflineWords } from '../../words/words.ts';
import { useLazy } from '../../components/use-lazy.ts';

const load = () => import('./SectionControl.tsx');

export function SectionOffline({ words }: { words: OfflineWords }) {
  const section = /^\/sections\/[^/]+\/$/.exec(addressOf(useLocation().pathname))?.[0];
  const { part } = useLazy(load, KEEPS_OFFLINE && section !== undefined ? 1 : 0);
  return part && section !== undefined ? <part.SectionControl key={section} section={section} words={words} /> : null;
}
