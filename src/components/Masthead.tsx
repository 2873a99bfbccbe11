/** The head of every page: the publication's name, its sections, the ways to Must Read and to search, the reader's tools. */
import { useLocation } from 'react-router';
import { addressOf, frontAddress, searchAddress } from '../publication/addresses.ts';
import type { Frame } from '../publication/page.ts';
import { useWords } from './words-context.tsx';
import { Link } from './Link.tsx';
import { LoadFailure } from './LoadFailure.tsx';
import { useReaderParts, useReaderPartsFailure } from './reader-parts.ts';
import { SearchIcon } from './icons.tsx';

export function Masthead({ frame, large }: { frame: Frame; large: boolean }) {
  const words = useWords();
  const parts = useReaderParts();
  const askForParts = useReaderPartsFailure();
  const here = addressOf(useLocation().pathname);
  return (
    <header className={large ? 'masthead masthead-large' : 'masthead'}>
      <a className="skip" href="#text">
        {words.skipToText}
      </a>
      <Link className="nameplate" to={frontAddress()} aria-current={here === frontAddress() ? 'page' : undefined}>
        {frame.name}
      </Link>
      {large && frame.tagline ? <p className="tagline">{frame.tagline}</p> : null}
      <nav className="sections" aria-label={words.sections}>
        <ul className="links">
          {frame.sections.map(({ href, text }) => (
            <li key={href}>
              <Link to={href} aria-current={here === href ? 'page' : undefined}>
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="masthead-tools links">
        {frame.mustRead.length > 0 ? (
          <a className="to-must-read" href="#must-read">
            {words.toMustRead}
          </a>
        ) : null}
        <div className="tools">
          <Link className="tool" to={searchAddress()} aria-label={words.search} title={words.search}>
            <SearchIcon />
          </Link>
          {parts ? <parts.MastheadTools words={parts.words} /> : <span className="tool-space" />}
        </div>
      </div>
      {parts ? <parts.CopyNotice words={parts.words.offline} /> : null}
      {askForParts ? <LoadFailure sentence={words.toolsFailed} tryAgain={askForParts} /> : null}
    </header>
  );
}
