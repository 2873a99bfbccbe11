/** Search: the form is in the HTML; what answers is loaded when the page is opened. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { Link } from '../components/Link.tsx';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { LoadFailure } from '../components/LoadFailure.tsx';
import { useWords } from '../components/words-context.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { useLazy } from '../components/use-lazy.ts';
import type { SearchPageData as Page } from '../publication/page.ts';

const wantsField = (state: unknown) => typeof state === 'object' && state !== null && 'field' in state;

export function SearchPage({ page }: { page: Page }) {
  const words = useWords();
  const { key, state } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(1);
  const load = useCallback(() => Promise.all([import('../search/Search.tsx'), words.searching()]), [words]);
  const { part: [search, searchWords] = [], failed } = useLazy(load, asked);
  // Who came by the key of search wants to type; everybody else is told first where they are.
  useEffect(() => {
    if (wantsField(state)) form.current?.querySelector('input')?.focus();
  }, [state]);
  return (
    <>
      <header className="list-header opening">
        <PageHeading>{page.title}</PageHeading>
        <form role="search" action={page.action} ref={form}>
          <label>
            {page.label}
            <input type="search" name="q" dir="auto" />
          </label>
          <button className="button">{page.title}</button>
        </form>
        <noscript>
          <p>
            {page.needsScript} <Link to={page.archive.href}>{page.archive.text}</Link>
          </p>
        </noscript>
      </header>
      <ErrorBoundary fallback={<p role="alert">{words.partFailed}</p>}>
        {search && searchWords ? <search.Search page={page} words={searchWords} form={form} visit={key} /> : null}
      </ErrorBoundary>
      {failed ? <LoadFailure tryAgain={() => setAsked((times) => times + 1)} /> : null}
    </>
  );
}
