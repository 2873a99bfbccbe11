/** The foot of every page: the publication's own pages, its lists, its rights. */
import { Link } from './Link.tsx';
import { frontAddress } from '../publication/addresses.ts';
import type { Frame } from '../publication/page.ts';
import { useReaderParts } from './reader-parts.ts';
import { useWords } from './words-context.tsx';

export function Footer({ frame }: { frame: Frame }) {
  const words = useWords();
  const parts = useReaderParts();
  return (
    <footer className="foot">
      <p>
        <Link className="nameplate" to={frontAddress()}>
          {frame.name}
        </Link>
      </p>
      <nav aria-label={words.foot}>
        <ul className="links">
          {frame.foot.map(({ href, text, lang, dir }) => (
            <li key={href}>
              <Link to={href} lang={lang} dir={dir}>
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {parts ? <parts.NewerVersion words={parts.words.offline} /> : null}
      {frame.rights ? <p className="meta">{frame.rights}</p> : null}
    </footer>
  );
}
