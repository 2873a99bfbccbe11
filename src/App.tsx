/**
 * The app: one page of the site at the address of the router. Which component shows a page follows from the kind of
 * its data, so an address is declared once, in `publication/site.ts`, for the dev server, the build and the browser.
 */
import { startTransition, use, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useArrival } from './arrival.ts';
import { Footer } from './components/Footer.tsx';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { Masthead } from './components/Masthead.tsx';
import { WordsProvider, useWords } from './components/words-context.tsx';
import { MustRead } from './components/MustRead.tsx';
import { askAgain, forgetFailed, pageFor } from './page-store.ts';
import { useIdlePrefetch, useLinks } from './links.ts';
import { ArchivePage } from './pages/ArchivePage.tsx';
import { ArticlePage } from './pages/ArticlePage.tsx';
import { AuthorPage } from './pages/AuthorPage.tsx';
import { AuthorsPage } from './pages/AuthorsPage.tsx';
import { BrokenPage } from './pages/BrokenPage.tsx';
import { FailedPage } from './pages/FailedPage.tsx';
import { FrontPage } from './pages/FrontPage.tsx';
import { LettersPage } from './pages/LettersPage.tsx';
import { ListPage } from './pages/ListPage.tsx';
import { MustReadPage } from './pages/MustReadPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { OwnPage } from './pages/OwnPage.tsx';
import { ShelfPage } from './pages/ShelfPage.tsx';
import { SearchPage } from './pages/SearchPage.tsx';
import { addressOf } from './publication/addresses.ts';
import type { ScreenWords } from './words/words.ts';
import type { Page } from './publication/page.ts';

type AppProps = {
  words: ScreenWords;
  /** The page to render, where it is at hand; in the browser it comes from the page store. */
  page?: Page;
};

export function App({ words, page }: AppProps) {
  return (
    <WordsProvider value={words}>
      <ErrorBoundary fallback={<Crash />}>
        <CurrentPage given={page} />
      </ErrorBoundary>
    </WordsProvider>
  );
}

function CurrentPage({ given }: { given?: Page }) {
  const words = useWords();
  const location = useLocation();
  const [, setAttempt] = useState(0);
  const [tries, setTries] = useState(0);
  const address = addressOf(location.pathname);
  const page = given ?? use(pageFor(address));
  useEffect(() => forgetFailed(addressOf(location.pathname)), [location]);
  // No transition waits for the answer: links are transitions too, and would wait with it.
  const tryAgain = async () => {
    setTries((count) => count + 1);
    await askAgain(address);
    setTries((count) => count - 1);
    startTransition(() => setAttempt((attempt) => attempt + 1));
  };
  useArrival(page);
  useLinks();
  useIdlePrefetch(page);
  return (
    <>
      <Masthead frame={page.frame} large={page.kind === 'front'} />
      <div className={`layout layout-${page.kind}`}>
        <main>
          <ErrorBoundary key={page.head.canonical ?? page.kind} fallback={<p role="alert">{words.partFailed}</p>}>
            <PageOfItsKind page={page} trying={tries > 0} tryAgain={() => void tryAgain()} />
          </ErrorBoundary>
        </main>
        <ErrorBoundary fallback={<p>{words.partFailed}</p>}>
          <MustRead entries={page.frame.mustRead} />
        </ErrorBoundary>
      </div>
      <Footer frame={page.frame} />
    </>
  );
}

type Kind = { page: Page; trying: boolean; tryAgain: () => void };

function PageOfItsKind({ page, trying, tryAgain }: Kind) {
  switch (page.kind) {
    case 'article':
      return <ArticlePage page={page} />;
    case 'author':
      return <AuthorPage page={page} />;
    case 'authors':
      return <AuthorsPage page={page} />;
    case 'must-read':
      return <MustReadPage page={page} />;
    case 'front':
      return <FrontPage page={page} />;
    case 'list':
      return <ListPage page={page} />;
    case 'letters':
      return <LettersPage page={page} />;
    case 'archive':
      return <ArchivePage page={page} />;
    case 'own':
      return <OwnPage page={page} />;
    case 'shelf':
      return <ShelfPage page={page} />;
    case 'search':
      return <SearchPage page={page} />;
    case 'failed':
      return <FailedPage page={page} trying={trying} tryAgain={tryAgain} />;
    case 'broken':
      return import.meta.env.DEV ? <BrokenPage page={page} /> : null;
    case 'not-found':
      return <NotFoundPage />;
  }
}

/** The last resort: nothing else of the page could be shown. */
function Crash() {
  const words = useWords();
  return (
    <main className="crash">
      <h1>{words.crashTitle}</h1>
      <p>{words.crashText}</p>
      <p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </p>
    </main>
  );
}
