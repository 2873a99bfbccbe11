/** The data of a page could not be had: a sentence, the cause, one action. */
import { useEffect } from 'react';
import { reloadOnce } from '../renewal.ts';
import { useWords } from '../components/words-context.tsx';
import { useReaderParts } from '../components/reader-parts.ts';
import { PageHeading } from '../components/PageHeading.tsx';
import type { FailedPageData as Page } from '../publication/page.ts';

type Props = { page: Page; trying: boolean; tryAgain: () => void };

export function FailedPage({ page, trying, tryAgain }: Props) {
  const words = useWords();
  // Its head cannot be computed with the data of a page: there is none.
  useEffect(() => {
    document.title = `${words.failedTitle} · ${page.frame.name}`;
  }, [words, page]);
  const isNewer = page.reason === 'newer';
  useEffect(() => {
    if (isNewer) reloadOnce(location.pathname);
  }, [isNewer]);
  const parts = useReaderParts();
  const causes = {
    offline: words.failedOffline,
    server: words.failedServer,
    foreign: words.failedForeign,
    newer: words.failedNewer,
  };
  return (
    <>
      <header className="list-header opening">
        <PageHeading>{words.failedTitle}</PageHeading>
        <p className="standfirst">{causes[page.reason]}</p>
        <p>
          {isNewer ? (
            // With a target it is the browser's to follow (`links.ts`).
            <a href={location.pathname + location.search} target="_self">
              {words.reloadPage}
            </a>
          ) : (
            <button type="button" className="button" aria-busy={trying} onClick={trying ? undefined : tryAgain}>
              {words.tryAgain}
            </button>
          )}
        </p>
      </header>
      {parts && page.reason === 'offline' ? (
        <parts.KeptInstead words={parts.words.offline} tryAgain={tryAgain} />
      ) : null}
    </>
  );
}
