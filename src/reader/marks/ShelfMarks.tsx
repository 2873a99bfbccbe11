/** All of the reader's marks, the last touched first, under the articles they are in; read a page at a time. */
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { articleAddress } from '../../publication/addresses.ts';
import type { ReaderWords } from '../../words/words.ts';
import { type ProblemKind, problemKind } from '../store/connection.ts';
import { deviceStore } from '../store/device.ts';
import { isShownMark, pageOfMarks, putBack, remove, subscribe } from './marks.ts';
import type { Position } from '../store/transaction.ts';
import type { Mark } from '../store/records.ts';
import './marks.css';
import { Link } from '../../components/Link.tsx';
import { markHash } from './mark-hash.ts';
import { MarksNotRead } from './MarksNotRead.tsx';
import { NoticeLine } from './NoticeLine.tsx';
import { shortened } from './shortened.ts';
import type { Notice } from './use-mark-actions.ts';

const pageLength = 30;

type Found = { marks: Mark[]; rest: Position | undefined; search: string };

export function ShelfMarks({ words: allWords }: { words: ReaderWords }) {
  const { marks: words, problems } = allWords;
  const [search, setSearch] = useState('');
  const sought = useDeferredValue(search);
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState<ProblemKind>();
  const [notice, setNotice] = useState<Notice>();
  const closeNotice = useCallback(() => setNotice(undefined), []);
  const asked = useRef(0);

  const read = useCallback((wanted: string, before?: Found) => {
    asked.current += 1;
    const mine = asked.current;
    pageOfMarks(deviceStore(), wanted, pageLength, before?.rest).then(
      ({ records, rest }) => {
        // Searches race: the later one counts, however long the other takes.
        if (mine !== asked.current) return;
        setProblem(undefined);
        setFound({ marks: [...(before?.marks ?? []), ...records], rest, search: wanted });
      },
      (error) => mine === asked.current && setProblem(problemKind(error)),
    );
  }, []);

  useEffect(() => read(sought), [read, sought]);
  useEffect(
    () =>
      subscribe(deviceStore(), (record) => {
        setFound(
          (known) =>
            known && {
              ...known,
              marks: known.marks.flatMap((mark) =>
                mark.id !== record.id ? [mark] : isShownMark(record) ? [record] : [],
              ),
            },
        );
      }),
    [],
  );

  function removeMark(mark: Mark) {
    const failed = (what: string) => (error: unknown) =>
      setNotice({ text: `${what} ${problems[problemKind(error)]}`, isProblem: true });
    const undo = () => {
      putBack(deviceStore(), mark).then(() => {
        setNotice({ text: words.undone });
        read(sought);
      }, failed(words.notChanged));
    };
    remove(deviceStore(), mark).then(() => setNotice({ text: words.removed, undo }), failed(words.notRemoved));
  }

  if (problem) return <MarksNotRead problem={problem} words={allWords} tryAgain={() => read(sought)} />;
  if (!found) return null;
  const isEmpty = found.marks.length === 0;
  return (
    <div className="shelf-marks">
      {isEmpty && found.search === '' ? null : (
        <label className="mark-search">
          <span>{words.search}</span>
          <input type="search" dir="auto" value={search} onChange={({ target }) => setSearch(target.value)} />
        </label>
      )}
      <p role="status" className={isEmpty ? 'shelf-empty' : undefined}>
        {isEmpty ? (found.search === '' ? words.shelfEmpty : words.shelfNothing) : ''}
      </p>
      {byArticle(found.marks).map(({ article, about, marks }) => (
        <section key={`${article} ${marks[0]?.id}`} aria-label={about.headline}>
          <h3 lang={about.lang} dir={about.dir}>
            <Link to={articleAddress(article)}>{about.headline}</Link>
          </h3>
          {about.byline ? <p className="account">{about.byline}</p> : null}
          <ul>
            {marks.map((mark) => (
              <ShelfMark key={mark.id} mark={mark} words={words} remove={removeMark} />
            ))}
          </ul>
        </section>
      ))}
      {found.rest ? (
        <button type="button" className="mark-word" onClick={() => read(sought, found)}>
          {words.more}
        </button>
      ) : null}
      <NoticeLine notice={notice} words={words} close={closeNotice} />
    </div>
  );
}

type ShelfMarkProps = { mark: Mark; words: ReaderWords['marks']; remove: (mark: Mark) => void };

function ShelfMark({ mark, words, remove }: ShelfMarkProps) {
  const { article, about, passage, colour, note } = mark;
  return (
    <li className="mark-item" data-colour={colour}>
      <blockquote lang={about.lang} dir={about.dir ?? 'auto'}>
        {passage.exact}
      </blockquote>
      {note ? (
        <p className="mark-note" dir="auto">
          {note}
        </p>
      ) : null}
      <div className="mark-actions">
        <span className="mark-swatch" data-colour={colour} />
        <span className="mark-colour">{words.colours[colour]}</span>
        <Link
          className="mark-word"
          to={articleAddress(article) + markHash(mark.id)}
          aria-label={`${words.inArticle}: ${shortened(passage.exact)}`}
        >
          {words.inArticle}
        </Link>
        <button
          type="button"
          className="mark-word"
          aria-label={words.removeNamed(shortened(passage.exact))}
          onClick={() => remove(mark)}
        >
          {words.remove}
        </button>
      </div>
    </li>
  );
}

type OfArticle = { article: string; about: Mark['about']; marks: Mark[] };

/** Neighbours of one article under one heading: the newest stay on top, and nothing that is read later moves them. */
function byArticle(marks: readonly Mark[]): OfArticle[] {
  const groups: OfArticle[] = [];
  for (const mark of marks) {
    const last = groups.at(-1);
    if (last?.article === mark.article) last.marks.push(mark);
    else groups.push({ article: mark.article, about: mark.about, marks: [mark] });
  }
  return groups;
}
