/** What the reader keeps on this device. */
import type { ReaderMessages } from '../../publication/reader-messages/reader-messages.ts';

export function Shelf({ words }: { words: ReaderMessages }) {
  return <section aria-label={words.shelf.title} />;
}
