/** An article on the shelf: what is known of it, how far it was read, and what can be done with it. */
import { articleAddress } from '../../publication/addresses.ts';
import type { ShelfWords } from '../../words/words.ts';
import type { About, Place } from '../store/records.ts';
import type { ListedArticle, ShelfPart } from './shelf.ts';
import { Link } from '../../components/Link.tsx';
import { percentOf } from '../place/percent-of.ts';
import { paceIn } from '../place/pace.ts';
import { placeHash } from '../place/place-hash.ts';

export type ShelfAction = 'remove' | 'finish' | 'unfinish';

type Props = {
  item: ListedArticle;
  part: ShelfPart;
  words: ShelfWords;
  /** Said where it opens without a line. */
  offline: string | undefined;
  act: (action: ShelfAction, item: ListedArticle) => void;
  /** Where something was done to it a moment ago. */
  undo: (() => void) | undefined;
};

export function ShelfItem({ item, part, words, offline, act, undo }: Props) {
  const { article, about, place } = item;
  const { headline, lang, dir } = about;
  const isFinished = place?.state === 'finished';
  const facts = [about.byline, about.section].filter((fact) => fact !== undefined);
  return (
    <>
      <h3 lang={lang}>
        <Link to={articleAddress(article) + (part === 'reading' ? placeHash : '')}>{headline}</Link>
      </h3>
      <p className="meta facts" dir={dir && 'auto'}>
        {facts.map((fact) => (
          <bdi key={fact}>{fact}</bdi>
        ))}
        <span className="shelf-how-far">{howFar(about, place, words)}</span>
        {offline === undefined ? null : <span>{offline}</span>}
      </p>
      {about.gone ? <p className="shelf-gone">{words.gone(dayOf(about.gone))}</p> : null}
      <p className="shelf-actions">
        <button
          type="button"
          aria-label={(isFinished ? words.unfinishNamed : words.finishNamed)(headline)}
          onClick={() => act(isFinished ? 'unfinish' : 'finish', item)}
        >
          {isFinished ? words.unfinish : words.finish}
        </button>
        {undo ? (
          <button type="button" aria-label={words.undoNamed(headline)} onClick={undo}>
            {words.undo}
          </button>
        ) : null}
        {part === 'finished' ? null : (
          <button type="button" aria-label={words.removeNamed(headline)} onClick={() => act('remove', item)}>
            {words.remove}
          </button>
        )}
      </p>
    </>
  );
}

/** "62% read · 3 minutes left", "Read", or how long it takes. */
function howFar({ minutes = '', words: count = 0, lang }: About, place: Place | undefined, words: ShelfWords): string {
  if (!place) return minutes;
  if (place.state === 'finished') return words.read;
  const read = words.readSoFar(percentOf(place));
  const left = (count / paceIn(lang)) * (1 - place.fraction);
  return count > 0 ? `${read} · ${words.minutesLeft(Math.max(1, Math.round(left)))}` : read;
}

const dayOf = (time: string): string =>
  new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: 'long' }).format(new Date(time));
