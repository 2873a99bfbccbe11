/** Says of a page that came from this device how old it is. */
import { useLocation } from 'react-router';
import { keptAt } from '../../page-store.ts';
import { addressOf, searchAddress, shelfAddress } from '../../publication/addresses.ts';
import type { OfflineWords } from '../../words/words.ts';
import { dayInWords } from '../backup/numbers.ts';
import './offline.css';

export function CopyNotice({ words }: { words: OfflineWords }) {
  const { pathname } = useLocation();
  const address = addressOf(pathname);
  // Of the reader's own pages nothing grows old.
  const kept = address === shelfAddress() || address === searchAddress() ? undefined : keptAt.get(address);
  return kept === undefined ? null : (
    <p role="status" className="copy-notice">
      {words.copyOf(dayInWords(kept))}
    </p>
  );
}
