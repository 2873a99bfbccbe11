/** The way to the other pages of a list. */
import { Link } from './Link.tsx';
import type { Paging } from '../publication/page.ts';
import { useWords } from './words-context.tsx';

export function PagingLinks({ paging }: { paging: Paging }) {
  const words = useWords();
  if (paging.count === 1) return null;
  return (
    <nav className="paging" aria-label={words.pages}>
      {paging.previous ? (
        <Link to={paging.previous} rel="prev">
          {words.previousPage}
        </Link>
      ) : null}
      <span aria-current="page">{paging.text}</span>
      {paging.next ? (
        <Link to={paging.next} rel="next">
          {words.nextPage}
        </Link>
      ) : null}
    </nav>
  );
}
