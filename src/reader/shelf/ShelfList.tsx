/**
 * A part of the shelf. What is taken off it leaves a line in its place with the way back, so nothing moves under the
 * finger, and the focus goes there.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { articleAddress } from '../../publication/addresses.ts';
import type { ReaderWords } from '../../words/words.ts';
import { type ProblemKind, problemKind } from '../store/connection.ts';
import { forgetPlace, markFinished, putPlaceBack } from '../place/places.ts';
import { putBackSaved, unsave } from './saved.ts';
import type { ShelfLists, ListedArticle, ShelfOrder, ShelfPart } from './shelf.ts';
import type { Store } from '../store/store.ts';
import { type ShelfAction, ShelfItem } from './ShelfItem.tsx';
import { type Taken, withTaken } from './with-taken.ts';
import { useShelfList } from './use-shelf-list.ts';

const atATime = 20;

type Props = {
  shelf: ShelfLists;
  store: Store;
  part: ShelfPart;
  order: ShelfOrder;
  query: string;
  words: ReaderWords;
  /** Addresses of what opens without a line, where that is known. */
  kept: ReadonlySet<string> | undefined;
  say: (sentence: string) => void;
  /** Told how many articles there are when that has been found, none where it cannot be. */
  tell: (part: ShelfPart, total: number) => void;
};

export function ShelfList({ shelf, store, part, order, query, words: allWords, kept, say, tell }: Props) {
  const { shelf: words, problems } = allWords;
  const [count, setCount] = useState(atATime);
  const { list, problem, readAgain } = useShelfList(shelf, part, { order, query, count });
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const [failure, setFailure] = useState<ProblemKind>();
  const section = useRef<HTMLElement>(null);
  /** What the focus goes to as soon as it is there. */
  const awaited = useRef<string>(undefined);
  useLayoutEffect(() => {
    const found = awaited.current && section.current?.querySelector<HTMLElement>(awaited.current);
    if (!found) return;
    awaited.current = undefined;
    found.focus();
  });

  const total = list?.total ?? (problem && 0);
  useEffect(() => {
    if (total !== undefined) tell(part, total);
  }, [part, total, tell]);

  const attempt = async (action: () => Promise<void>) => {
    setFailure(undefined);
    try {
      await action();
    } catch (error) {
      setFailure(problemKind(error));
    }
  };

  const act = (action: ShelfAction, item: ListedArticle) =>
    attempt(async () => {
      const done = await actions[action](store, part, item);
      const sentence = sayings(words)[action](item.about.headline);
      say(sentence);
      // Of what is saved, only removing takes it off this list.
      const stays = part === 'saved' && action !== 'remove';
      const rows = list?.items ?? [];
      const before = rows[rows.findIndex(({ article }) => article === item.article) - 1]?.article;
      const one = { item, sentence, undo: done, stays, after: before };
      setTaken((others) => [...others.filter((other) => other.item.article !== item.article), one]);
      if (!stays) awaited.current = `[data-taken="${CSS.escape(item.article)}"] button`;
    });

  const undo = ({ item, undo: back }: Taken) =>
    attempt(async () => {
      await back();
      setTaken((others) => others.filter((other) => other.item.article !== item.article));
      say(words.undone(item.about.headline));
      readAgain();
      awaited.current = `[data-article="${CSS.escape(item.article)}"] a`;
    });

  const rows = withTaken(list?.items ?? [], taken);
  const id = `shelf-${part}`;
  return (
    <section className="part shelf-part" aria-labelledby={id} ref={section}>
      <h2 id={id} tabIndex={-1}>
        {words.parts[part]}
      </h2>
      {list && list.total > 0 ? <p className="meta">{words.count(list.total)}</p> : null}
      {problem ? (
        <div role="alert" className="shelf-problem">
          <p>{words.notRead}</p>
          <p>{problems[problem]}</p>
          <button type="button" className="button" onClick={readAgain}>
            {words.tryAgain}
          </button>
        </div>
      ) : null}
      {failure ? (
        <div role="alert" className="shelf-problem">
          <p>{words.notChanged}</p>
          <p>{problems[failure]}</p>
        </div>
      ) : null}
      {list && rows.length === 0 ? (
        <p className="shelf-empty">{(query.trim() === '' ? words.empty : words.nothingFound)[part]}</p>
      ) : null}
      {rows.length > 0 ? (
        <ol className="entries shelf-entries" aria-labelledby={id}>
          {rows.map(({ item, taken: one }) =>
            one && !one.stays ? (
              <li key={`taken ${item.article}`} className="shelf-taken" data-taken={item.article}>
                <span>{one.sentence}</span>{' '}
                <button type="button" onClick={() => void undo(one)}>
                  {words.undo}
                </button>
              </li>
            ) : (
              <li key={item.article} data-article={item.article} dir={item.about.dir}>
                <ShelfItem
                  item={item}
                  part={part}
                  words={words}
                  offline={kept?.has(articleAddress(item.article)) ? allWords.offline.offline : undefined}
                  act={(action, of) => void act(action, of)}
                  undo={one && (() => void undo(one))}
                />
              </li>
            ),
          )}
        </ol>
      ) : null}
      {list && list.total > list.items.length ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            setCount(count + atATime);
            const last = list.items.at(-1)?.article ?? '';
            awaited.current = `[data-article="${CSS.escape(last)}"] + li a`;
          }}
        >
          {words.more}
        </button>
      ) : null}
    </section>
  );
}

/** Each answers how to undo it. */
const actions: {
  [Name in ShelfAction]: (store: Store, part: ShelfPart, item: ListedArticle) => Promise<() => Promise<void>>;
} = {
  async remove(store, part, { article }) {
    if (part === 'saved') {
      const removed = await unsave(store, article);
      return async () => removed && putBackSaved(store, removed);
    }
    const place = await forgetPlace(store, article);
    return async () => place && putPlaceBack(store, place);
  },
  async finish(store, _, { article, about }) {
    const before = await markFinished(store, article, about);
    return async () => void (await (before ? putPlaceBack(store, before) : forgetPlace(store, article)));
  },
  async unfinish(store, _, { article }) {
    const place = await forgetPlace(store, article);
    return async () => place && putPlaceBack(store, place);
  },
};

const sayings = (words: ReaderWords['shelf']): { [Name in ShelfAction]: (headline: string) => string } => ({
  remove: words.removed,
  finish: words.finished,
  unfinish: words.forgotten,
});
