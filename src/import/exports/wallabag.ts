/** wallabag: JSON of its versions 1 and 2, its table and its XML. The texts are in the file. */
import type { Format } from '../format.ts';
import { csvColumns, csvRows } from '../read/csv-rows.ts';
import { jsonOf, listOf, own, wordsInJson, wordsUnder, namesInList } from '../read/json-file.ts';
import { elementsOf, type XmlElement, xmlText } from '../read/xml-element.ts';
import { XmlReader } from '../read/xml-reader.ts';
import { pageFound, pageInRow, type SavedPage, tagsIn } from './saved-page.ts';

const isXml = (text: string): boolean =>
  /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?<(?:entries|result|wallabag)\b/.test(text) && /<is_archived>/.test(text);

export const wallabag: Format = {
  name: 'wallabag',
  recognises({ text }) {
    if (/^\ufeff?\s*\[\s*\{/.test(text)) {
      return /"content"\s*:/.test(text) && (/"is_archived"\s*:/.test(text) || /"is_read"\s*:/.test(text));
    }
    const columns = csvColumns(text);
    return columns ? ['title', 'url', 'content', 'mime type'].every((name) => columns.includes(name)) : isXml(text);
  },

  async *read(source) {
    const text = await source.whole();
    if (/^\ufeff?\s*\[/.test(text)) for (const value of listOf(jsonOf(text))) yield pageFound(inJson(value));
    else if (isXml(source.text)) for (const entry of entriesIn(text)) yield pageFound(inXml(entry));
    else {
      for (const row of csvRows(text)) {
        yield pageFound({ ...pageInRow(row), html: row.value('content'), language: row.value('language') });
      }
    }
  },
};

function inJson(value: unknown): SavedPage {
  const tags = own(value, 'tags');
  return {
    title: wordsUnder(value, 'title'),
    url: wordsUnder(value, 'url', 'given_url'),
    html: wordsUnder(value, 'content'),
    author: namesInList(own(value, 'published_by')).join(', ') || undefined,
    published: wordsUnder(value, 'published_at'),
    language: wordsUnder(value, 'language'),
    picture: wordsUnder(value, 'preview_picture'),
    tags: Array.isArray(tags) ? namesInList(tags) : tagsIn(wordsInJson(tags)),
  };
}

function entriesIn(text: string): XmlElement[] {
  const entries: XmlElement[] = [];
  const reader = new XmlReader({
    opens: () => {},
    closes: (element, open) => {
      if (element.name !== 'entry' || open.length !== 1) return true;
      entries.push(element);
      return false;
    },
  });
  reader.write(text.trimStart());
  reader.close();
  return entries;
}

function inXml(entry: XmlElement): SavedPage {
  const said = (name: string): string | undefined => {
    const child = elementsOf(entry).find((one) => one.name === name);
    return child && (xmlText(child).trim() || undefined);
  };
  const tags = elementsOf(entry).find(({ name }) => name === 'tags');
  return {
    line: entry.line,
    title: said('title'),
    url: said('url'),
    html: said('content'),
    published: said('published_at'),
    language: said('language'),
    picture: said('preview_picture'),
    tags: tags
      ? elementsOf(tags)
          .map((tag) => xmlText(tag).trim())
          .filter((tag) => tag !== '')
      : [],
  };
}
