/**
 * The Must Read feed. Headlines may be clamped to the eye (in CSS), never to a screen reader. What was read is said at
 * once where it stands, and sinks when the list is next drawn for a page: nothing moves under a finger.
 */
import { useMemo } from 'react';
import { Link } from './Link.tsx';
import { mustReadAddress } from '../publication/addresses.ts';
import type { MustReadEntry } from '../publication/page.ts';
import { useWords } from './words-context.tsx';
import { WithName } from './WithName.tsx';
import { type ReadState, unreadFirst, useReadStates } from './read-states.ts';

/** Beside or after a page. */
export function MustRead({ entries }: { entries: MustReadEntry[] }) {
  const words = useWords();
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
  const states = useReadStates();
  const drawn = useMemo(() => unreadFirst(entries), [entries]);
  return (
    <ol className="entries">
      {drawn.map((entry) => {
        const state = entry.kind === 'article' ? states.get(entry.href) : undefined;
        return (
          <li
            key={entry.kind === 'article' ? entry.href : entry.headline}
            dir={entry.dir}
            className={state?.isRead ? 'read' : undefined}
          >
            {entry.kind === 'article' ? (
              <Article entry={entry} level={level} state={state} />
            ) : (
              <Brief entry={entry} level={level} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

type EntryOf<Kind> = Extract<MustReadEntry, { kind: Kind }>;

type ArticleProps = { entry: EntryOf<'article'>; level: 2 | 3; state: ReadState | undefined };

function Article({ entry, level, state }: ArticleProps) {
  const Heading = `h${level}` as const;
  return (
    <>
      <Heading lang={entry.lang}>
        <Link to={entry.href}>{entry.headline}</Link>
      </Heading>
      <p className="meta facts" dir={entry.dir && 'auto'}>
        <b>{entry.by ? <WithName words={entry.reason} {...entry.by} /> : entry.reason}</b>
        <span>{state?.text ?? entry.minutes}</span>
      </p>
    </>
  );
}

function Brief({ entry, level }: { entry: EntryOf<'brief'>; level: 2 | 3 }) {
  const words = useWords();
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
