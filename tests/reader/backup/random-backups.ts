/** Random backups, the same for the same seed: few keys and few values, so that they often meet. */
import type { BackupRecords } from '../../../src/reader/backup/format.ts';
import { noRecords } from '../../../src/reader/backup/merge.ts';
import { waysToEditors } from '../../../src/reader/store/records.ts';
import type { Random } from '../../random.ts';
import { mark, passage, place, removed, response, saved, settings } from '../records-of-readers.ts';

const texts = ['', 'a', 'b', 'اردو', '🌊', '\ud800', '<b>bold</b>', '__proto__', 'z'.repeat(300), '\u0000\u2028'];
const slugs = ['unity', 'a-walk', 'دریا', 'constructor'];
const times = ['2026-05-03T09:00:00.000Z', '1999-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'];

/** No record twice, as in a store. */
export function randomRecords({ whole, one }: Random): BackupRecords {
  const found = noRecords();
  const kept = () => ({ order: whole(3), revision: whole(3), changed: one(times) });
  const about = () => ({ headline: one(texts), ...(whole(2) && { lang: 'ur', dir: one(['rtl', 'ltr'] as const) }) });
  for (const article of slugs) {
    if (whole(2)) {
      found.saved.push(
        whole(3)
          ? saved(article, { ...kept(), about: about() })
          : removed({ article }, { ...kept(), deleted: one(times) }),
      );
    }
    if (whole(2)) {
      found.places.push(
        whole(3)
          ? place(article, {
              ...kept(),
              about: about(),
              state: one(['reading', 'finished']),
              fraction: one([0, 0.5, 1, 0.1 + 0.2]),
              passage: passage({ exact: one(texts), start: whole(9) }),
            })
          : removed({ article }, { ...kept(), deleted: one(times) }),
      );
    }
    if (whole(2)) {
      const order = whole(3);
      found.drafts.push({
        article,
        name: one(texts),
        text: one(texts),
        ...(whole(2) && { order, revision: whole(2) }),
      });
    }
    const id = one(['m1', 'm2', 'm3']) + article;
    if (whole(2)) {
      found.marks.push(
        whole(3)
          ? mark(id, { ...kept(), article, note: one(texts), colour: one(['yellow', 'pink']), made: one(times) })
          : removed({ id, article }, { ...kept(), deleted: one(times) }),
      );
    }
    if (whole(2)) {
      const { order, revision, changed: written } = kept();
      found.responses.push(
        whole(3)
          ? response(id, {
              article,
              order,
              revision,
              written,
              name: one(texts.slice(0, 8)),
              text: one(texts),
              ...(whole(2) && { sent: { how: one(waysToEditors), at: one(times), revision: whole(3) } }),
            })
          : { id, article, order, revision, written, deleted: one(times) },
      );
    }
  }
  if (whole(2)) found.settings.push(settings({ size: whole(3), theme: one(['dark', 'sepia']) }, kept()));
  return found;
}
