/** A line that the site has other code now; the page goes on with its own as long as the reader likes. */
import { useSyncExternalStore } from 'react';
import type { OfflineWords } from '../../words/words.ts';
import { isThereNewerCode, onNewerCode } from './newer-code.ts';

export function NewerVersion({ words }: { words: OfflineWords }) {
  const isNewer = useSyncExternalStore(onNewerCode, isThereNewerCode, () => false);
  if (!isNewer) return null;
  return (
    <p role="status" className="newer-version">
      <span>{words.newer}</span> {/* With a target it is the browser's to follow (`links.ts`). */}
      <a href={location.pathname + location.search} target="_self">
        {words.useNewer}
      </a>
    </p>
  );
}
