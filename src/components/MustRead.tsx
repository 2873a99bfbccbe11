/** The Must Read feed. Headlines may be clamped to the eye (in CSS), never to a screen reader. */
import { Link } from './Link.tsx';
import { mustReadAddress } from '../publication/addresses.ts';
import type { MustReadEntry } from '../publication/page.ts';
import { useMessages } from './messages-context.tsx';

/** Beside or after a page. */
export function MustRead({ entries }: { entries: MustReadEntry[] }) {
  const words = useMessages();
  if (entries.length === 0) return null;
  return (
    <aside id="must-read" className="must-read opening" aria-labelledby="must-read-heading" tabIndex={-1}>
      <h2 id="must-read-heading" className="overline">
        <Link to={mustReadAddress()}>{words.mustRead}</Link>
      </h2>
      <MustReadList entries={entries} level={3} />
    </aside>
  );
}

export function MustReadList({ entries, level }: { entries: MustReadEntry[]; level: 2 | 3 }) {
  return (
    <ol className="entries">
      {entries.map((entry) => (
        <li key={entry.kind === 'article' ? entry.href : entry.headline} dir={entry.dir}>
          {entry.kind === 'article' ? <Article entry={entry} level={level} /> : <Brief entry={entry} level={level} />}
        </li>
      ))}
    </ol>
  );
}

type EntryOf<Kind> = Extract<MustReadEntry, { kind: Kind }>;

function Article({ entry, level }: { entry: EntryOf<'article'>; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <>
      <Heading lang={entry.lang}>
        <Link to={entry.href}>{entry.headline}</Link>
      </Heading>
      <p className="meta facts" dir={entry.dir && 'auto'}>
        <b>{entry.reason}</b>
        <span>{entry.minutes}</span>
      </p>
    </>
  );
}

function Brief({ entry, level }: { entry: EntryOf<'brief'>; level: 2 | 3 }) {
  const words = useMessages();
  const Heading = `h${level}` as const;
  return (
    <>
      <Heading lang={entry.lang}>{entry.headline}</Heading>
      {entry.excerpt || entry.dateline ? (
        <p className="excerpt" lang={entry.lang}>
          {entry.dateline ? <span className="dateline">{entry.dateline}</span> : null}
          {entry.excerpt ? <span>{entry.excerpt}</span> : null}
        </p>
      ) : null}
      <p className="meta facts" dir={entry.dir && 'auto'}>
        <b>{entry.reason}</b>
        {entry.url ? (
          <a href={entry.url} rel="noopener noreferrer">
            {words.elsewhere}
          </a>
        ) : (
          <span>{words.inBrief}</span>
        )}
      </p>
    </>
  );
}
