/** Nothing was found: words that begin alike, the same without filters, and the archive. */
import { Link } from '../components/Link.tsx';
import type { SearchPageData } from '../publication/page.ts';
import { isFiltered } from '../publication/search/asked.ts';
import type { Asked } from '../publication/search/search.ts';
import type { SearchWords } from '../words/words.ts';
import type { ShownAnswer } from './use-answer.ts';

type Props = {
  answer: Extract<ShownAnswer, { kind: 'found' }>;
  words: SearchWords;
  page: SearchPageData;
  again: (change: Partial<Asked>) => void;
};

export function NothingFound({ answer: { asked, found }, words, page, again }: Props) {
  return (
    <div className="search-hint">
      <p>{words.none(asked.text.trim())}</p>
      {found.nearby.length > 0 ? (
        <>
          <p id="nearby">{words.nearby}</p>
          <ul className="links" aria-labelledby="nearby">
            {found.nearby.map((word) => (
              <li key={word}>
                <button type="button" className="button" dir="auto" onClick={() => again({ text: word })}>
                  {word}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {isFiltered(asked) ? (
        <p>
          <button
            type="button"
            className="button"
            onClick={() => again({ section: undefined, author: undefined, year: undefined })}
          >
            {words.withoutFilters}
          </button>
        </p>
      ) : null}
      <p className="linked">
        <Link to={page.archive.href}>{words.toArchive}</Link>
      </p>
    </div>
  );
}
