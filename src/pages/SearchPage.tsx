/** Search: the form is in the HTML; what answers is loaded when the page is opened. */
import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { Guard } from '../components/Guard.tsx';
import { useMessages } from '../components/messages-context.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import type { SearchProps } from '../components/search/Search.tsx';
import type { SearchPage as Page } from '../publication/page.ts';
import type { SearchMessages } from '../publication/search-messages.ts';

type Parts = { Search: ComponentType<SearchProps>; words: SearchMessages };

export function SearchPage({ page }: { page: Page }) {
  const words = useMessages();
  const { key } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const [parts, setParts] = useState<Parts>();
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    setFailed(false);
    const fetchAll = () => Promise.all([import('../components/search/Search.tsx'), words.searching()]);
    // A flaky line gets a second try.
    fetchAll()
      .catch(fetchAll)
      .then(
        ([{ Search }, searching]) => setParts({ Search, words: searching }),
        () => setFailed(true),
      );
  }, [words]);
  useEffect(load, [load]);
  return (
    <>
      <header className="list-header opening">
        <PageHeading>{page.title}</PageHeading>
        <form role="search" action={page.action} className="search-form" ref={form}>
          <label htmlFor="query">{page.label}</label>
          <input type="search" name="q" id="query" dir="auto" autoComplete="off" enterKeyHint="search" maxLength={400} />
          <button className="button">{page.button}</button>
        </form>
        <noscript>
          <p>
            {page.needsScript} <Link to={page.archive.href}>{page.archive.text}</Link>
          </p>
        </noscript>
      </header>
      <Guard instead={<p role="alert">{words.partFailed}</p>}>
        {parts ? <parts.Search page={page} words={parts.words} form={form} visit={key} /> : null}
      </Guard>
      {failed ? (
        <p role="alert">
          {words.partFailed}{' '}
          <button type="button" className="button" onClick={load}>
            {words.tryAgain}
          </button>
        </p>
      ) : null}
    </>
  );
}
