/**
 * Pocket: its last export is a table (part_000000.csv), the one before a page of links (ril_export.html). Both become
 * briefs.
 */
import type { Format } from '../format.ts';
import { csvColumns, csvRows } from '../read/csv-rows.ts';
import { linksIn } from './link-list.ts';
import { pageFound, pageInRow } from './saved-page.ts';

const isPage = (text: string): boolean =>
  /<title>\s*Pocket Export\s*<\/title>/i.test(text.slice(0, 2000)) || /<a\s[^<>]*\btime_added="\d+"/.test(text);

export const pocket: Format = {
  name: 'pocket',
  recognises({ text }) {
    const columns = csvColumns(text);
    return columns ? ['title', 'url', 'time_added', 'tags'].every((name) => columns.includes(name)) : isPage(text);
  },
  async *read(source) {
    const text = await source.whole();
    if (isPage(source.text)) for (const page of linksIn(text)) yield pageFound(page);
    else {
      for (const row of csvRows(text)) {
        const page = pageInRow(row);
        // Where Pocket knew no title, it wrote the address.
        yield pageFound({ ...page, title: page.title === page.url ? undefined : page.title });
      }
    }
  },
};
