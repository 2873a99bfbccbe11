/** Search: the form is in the HTML; what answers is loaded when the page is opened. */
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { Link } from '../components/Link.tsx';
import { Guard } from '../components/Guard.tsx';
import { useMessages } from '../components/messages-context.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import type { SearchProps } from '../components/search/Search.tsx';
import type { SearchPage as Page } from '../publication/page.ts';
import type { SearchMessages } from '../publication/search-messages.ts';

const wantsField = (state: unknown) => typeof state === 'object' && state !== null && 'field' in state;

type Parts = { Search: ComponentType<SearchProps>; words: SearchMessages };

export function SearchPage({ page }: { page: Page }) {
  const words = useMessages();
  const { key, state } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const [parts, setParts] = useState<Parts | null>();
  useEffect(() => {
    const load = () => Promise.all([import('../components/search/Search.tsx'), words.searching()]);
    // A flaky line gets a second try; after that the form still leads to a page that loads all anew.
    load()
      .catch(load)
      .then(
        ([{ Search }, searching]) => setParts({ Search, words: searching }),
        () => setParts(null),
      );
  }, [words]);
  // Who came by the key of search wants to type; everybody else is told first where they are.
  useEffect(() => {
    if (wantsField(state)) form.current?.querySelector('input')?.focus();
  }, [state]);
  const failure = <p role="alert">{words.partFailed}</p>;
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
      <Guard instead={failure}>
        {parts ? <parts.Search page={page} words={parts.words} form={form} visit={key} /> : null}
      </Guard>
      {parts === null ? failure : null}
    </>
  );
}
