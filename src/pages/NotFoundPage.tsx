/** No page at this address: what it may have meant (from small lists, never the whole archive), and the ways on. */
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { Link } from '../components/Link.tsx';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { useWords } from '../components/words-context.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { useReaderParts } from '../components/reader-parts.ts';
import { archiveAddress, authorsAddress, frontAddress, mustReadAddress } from '../publication/addresses.ts';
import { isJson } from '../publication/is-json.ts';
import type { NamedAddress } from '../publication/suggestions.ts';

export function NotFoundPage() {
  const words = useWords();
  const { pathname } = useLocation();
  const nearest = useNearest(pathname);
  const parts = useReaderParts();
  return (
    <>
      <header className="list-header opening">
        <p className="overline">404</p>
        <PageHeading>{words.notFoundTitle}</PageHeading>
        <p className="standfirst">{words.notFoundText}</p>
      </header>
      <div role="status">
        {parts ? (
          <ErrorBoundary fallback={null}>
            <parts.LostArticle words={parts.words.shelf} />
          </ErrorBoundary>
        ) : null}
        {nearest.length > 0 ? (
          <section className="part" aria-labelledby="perhaps-heading">
            <h2 id="perhaps-heading" className="overline">
              {words.perhaps}
            </h2>
            <ul>
              {nearest.map(({ address, name }) => (
                <li key={address}>
                  <Link to={address}>{name}</Link>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      <nav className="part" aria-labelledby="ways-on-heading">
        <h2 id="ways-on-heading" className="overline">
          {words.elsewhereTo}
        </h2>
        <ul>
          <li>
            <Link to={frontAddress()}>{words.toFront}</Link>
          </li>
          <li>
            <Link to={mustReadAddress()}>{words.mustRead}</Link>
          </li>
          <li>
            <Link to={archiveAddress()}>{words.toArchive}</Link>
          </li>
          <li>
            <Link to={authorsAddress()}>{words.toAuthors}</Link>
          </li>
        </ul>
      </nav>
    </>
  );
}

function useNearest(pathname: string): NamedAddress[] {
  const [nearest, setNearest] = useState<NamedAddress[]>([]);
  useEffect(() => {
    let current = true;
    void nearestNames(pathname).then(
      (names) => current && setNearest(names),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [pathname]);
  return nearest;
}

async function nearestNames(pathname: string): Promise<NamedAddress[]> {
  const { suggestionsFile, nearestTo, wordsOfAddress } = await import('../publication/suggestions.ts');
  const files = [...new Set(wordsOfAddress(pathname).map(suggestionsFile))].slice(0, 4);
  const lists = await Promise.all(files.map(readNames));
  return nearestTo(pathname, lists.flat());
}

/** A list that is missing or broken only means fewer suggestions. */
async function readNames(file: string): Promise<NamedAddress[]> {
  try {
    const response = await fetch(import.meta.env.BASE_URL + file.slice(1));
    if (!response.ok || !isJson(response)) return [];
    return (await response.json()) as NamedAddress[];
  } catch {
    return [];
  }
}
