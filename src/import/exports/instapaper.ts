/** Instapaper: a table (URL, Title, Selection, Folder, Timestamp) or a page of links. Both become briefs. */
import type { Format } from '../format.ts';
import { csvColumns, csvRows } from '../read/csv-rows.ts';
import { linksIn } from './link-list.ts';
import { pageFound, pageInRow } from './saved-page.ts';

export const instapaper: Format = {
  name: 'instapaper',
  recognises({ text }) {
    const columns = csvColumns(text);
    return columns
      ? ['url', 'title', 'selection', 'folder'].every((name) => columns.includes(name))
      : /<title>\s*Instapaper: Export\s*<\/title>/i.test(text.slice(0, 2000));
  },
  async *read(source) {
    const text = await source.whole();
    if (!csvColumns(source.text)) for (const page of linksIn(text)) yield pageFound(page);
    else for (const row of csvRows(text)) yield pageFound(pageInRow(row));
  },
};
