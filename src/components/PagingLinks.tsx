/** The way to the other pages of a list. */
import { Link } from './Link.tsx';
import type { Paging } from '../publication/page.ts';
import { useWords } from './words-context.tsx';

/** Lists begin with the newest, unless they say otherwise. */
export function PagingLinks({ paging, oldestFirst = false }: { paging: Paging; oldestFirst?: boolean }) {
  const words = useWords();
  const [before, after] = oldestFirst ? [words.nextPage, words.previousPage] : [words.previousPage, words.nextPage];
  if (paging.count === 1) return null;
  return (
    <nav className="paging" aria-label={words.pages}>
      {paging.previous ? (
        <Link to={paging.previous} rel="prev">
          {before}
        </Link>
      ) : null}
      <span aria-current="page">{paging.text}</span>
      {paging.next ? (
        <Link to={paging.next} rel="next">
          {after}
        </Link>
      ) : null}
    </nav>
  );
}
