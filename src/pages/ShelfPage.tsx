/**
 * The reader's own page. The HTML says what it is; what the shelf holds is on the device alone, so everything else is
 * loaded and put together there.
 */
import { useCallback, useState } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { LoadFailure } from '../components/LoadFailure.tsx';
import { useWords } from '../components/words-context.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { useLazy } from '../components/use-lazy.ts';
import type { ShelfPageData as Page } from '../publication/page.ts';

export function ShelfPage({ page }: { page: Page }) {
  const words = useWords();
  const [asked, setAsked] = useState(1);
  const load = useCallback(() => Promise.all([import('../reader/shelf/Shelf.tsx'), words.reader()]), [words]);
  const { part: [shelf, shelfWords] = [], failed } = useLazy(load, asked);

  return (
    <>
      <header className="list-header opening">
        <PageHeading>{page.title}</PageHeading>
        <p className="standfirst">{page.introduction}</p>
      </header>
      <noscript>
        <p className="part">{page.withoutScript}</p>
      </noscript>
      <ErrorBoundary fallback={<p role="alert">{words.partFailed}</p>}>
        {shelf && shelfWords ? <shelf.Shelf words={shelfWords} /> : null}
      </ErrorBoundary>
      {failed ? <LoadFailure tryAgain={() => setAsked((times) => times + 1)} /> : null}
    </>
  );
}
