/** The way to search, in the masthead: a plain link, which works without script. */
import { Link } from './Link.tsx';
import { searchAddress } from '../publication/addresses.ts';
import { SearchIcon } from './icons.tsx';
import { useWords } from './words-context.tsx';

export function SearchTool() {
  const { search } = useWords();
  return (
    <Link className="tool" to={searchAddress()} aria-label={search} title={search}>
      <SearchIcon />
    </Link>
  );
}
