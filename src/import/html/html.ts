/** Saved article pages of any site. One article a file, and the entries of its Must Read list. */
import type { Item } from '../item.ts';
import { type Format, type Opening, Refusal, type Source } from '../format.ts';
import { type Changes, noChanges } from './changes.ts';
import { type PageDocument, parsePage } from './dom.ts';
import { leaveOutRemarks } from './editor-remarks.ts';
import { articleIn } from './page-article.ts';
import { pageFacts } from './page-facts.ts';
import { markPicturesBeside } from './pictures.ts';
import { placeStreamedParts } from './streamed-parts.ts';
import { tellTumblr } from './tumblr.ts';
import { settleDocument } from './written-document.ts';

/** More than the largest page with all its script; such a file is a dump of something else. */
const largestPage = 50_000_000;

export const html: Format = {
  name: 'html',
  recognises: ({ text }: Opening): boolean => {
    const start = text.replace(/^\ufeff?\s*(?:<!--[^]*?-->\s*|<\?xml[^>]*\?>\s*)*/, '').slice(0, 2000);
    return (
      /^<!doctype\s+html/i.test(start) ||
      /^<(?:html|head|body)[\s>]/i.test(start) ||
      (/^<[a-z]/i.test(start) &&
        /<(?:title|meta|div|p|h1|article|main|section|table)[\s>]/i.test(start) &&
        !/^<(?:rss|feed|rdf:|opml|wml|svg)/i.test(start))
    );
  },
  async *read(source: Source): AsyncIterable<Item> {
    yield* readPage(await source.whole(largestPage), source);
  },
};

function readPage(text: string, source: Source): Item[] {
  const changes = noChanges();
  const document = parsed(text, source, changes);
  const facts = pageFacts(document, text);
  const picks = facts.lists.filter(({ kind }) => kind === 'must-read' || kind === 'popular');
  const briefs = picks.flatMap((list) => list.briefs).filter(({ headline }) => headline !== facts.headline?.text);
  return [
    articleIn(document, facts, source.path, changes, () => parsed(text, source, noChanges())),
    ...briefs.map((brief): Item => ({ is: 'brief', name: brief.headline, brief, notes: [] })),
    ...facts.beside,
  ];
}

/** With its late parts in place, and without what was never for its readers. */
function parsed(text: string, source: Source, changes: Changes): PageDocument {
  try {
    const document = parsePage(text);
    placeStreamedParts(document);
    settleDocument(document);
    leaveOutRemarks(document.body, changes);
    markPicturesBeside(document, (address) => source.pictureFile(address) !== undefined);
    tellTumblr(document);
    return document;
  } catch (error) {
    throw new Refusal(
      'I101',
      `The page cannot be read as HTML (${error instanceof Error ? error.message : 'unknown'}). Save it again from a browser.`,
    );
  }
}
