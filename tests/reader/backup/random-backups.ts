/** Backups made by dice, the same for the same seed: few keys and few values, so that they often meet. */
import type { BackupRecords } from '../../../src/reader/backup/format.ts';
import { noRecords } from '../../../src/reader/backup/merge.ts';
import { mark, passage, place, removed, response, saved, settings } from '../records-of-readers.ts';

export type Dice = {
  /** A whole number from 0 up to, not including, `limit`. */
  roll: (limit: number) => number;
  pick: <Value>(values: readonly Value[]) => Value;
};

/** mulberry32 */
export function diceFrom(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const roll = (limit: number) => Math.floor(next() * limit);
  return { roll, pick: (values) => values[roll(values.length)]! };
}

const texts = ['', 'a', 'b', 'اردو', '🌊', '\ud800', '<b>bold</b>', '__proto__', 'z'.repeat(300), '\u0000\u2028'];
const slugs = ['unity', 'a-walk', 'دریا', 'constructor'];
const times = ['2026-05-03T09:00:00.000Z', '1999-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'];

/** No record twice, as in a store. */
export function randomRecords({ roll, pick }: Dice): BackupRecords {
  const found = noRecords();
  const kept = () => ({ order: roll(3), revision: roll(3), changed: pick(times) });
  const about = () => ({ headline: pick(texts), ...(roll(2) && { lang: 'ur', dir: pick(['rtl', 'ltr'] as const) }) });
  for (const article of slugs) {
    if (roll(2)) {
      found.saved.push(
        roll(3)
          ? saved(article, { ...kept(), about: about() })
          : removed({ article }, { ...kept(), deleted: pick(times) }),
      );
    }
    if (roll(2)) {
      found.places.push(
        roll(3)
          ? place(article, {
              ...kept(),
              about: about(),
              state: pick(['reading', 'finished']),
              fraction: pick([0, 0.5, 1, 0.1 + 0.2]),
              passage: passage({ exact: pick(texts), start: roll(9) }),
            })
          : removed({ article }, { ...kept(), deleted: pick(times) }),
      );
    }
    if (roll(2)) {
      const order = roll(3);
      found.drafts.push({
        article,
        name: pick(texts),
        text: pick(texts),
        ...(roll(2) && { order, revision: roll(2) }),
      });
    }
    const id = pick(['m1', 'm2', 'm3']) + article;
    if (roll(2)) {
      found.marks.push(
        roll(3)
          ? mark(id, { ...kept(), article, note: pick(texts), colour: pick(['yellow', 'pink']), made: pick(times) })
          : removed({ id, article }, { ...kept(), deleted: pick(times) }),
      );
    }
    if (roll(2)) {
      const { order, revision, changed: written } = kept();
      found.responses.push(
        roll(3)
          ? response(id, { article, order, revision, written, name: pick(texts.slice(0, 8)), text: pick(texts) })
          : { id, article, order, revision, written, deleted: pick(times) },
      );
    }
  }
  if (roll(2)) found.settings.push(settings({ size: roll(3), theme: pick(['dark', 'sepia']) }, kept()));
  return found;
}
