/** When a page was published and changed, as it says itself. No date is made up: none is better than today's. */
import { visibleDate } from '../wording/visible-dates.ts';
import { writtenDate } from '../wording/written-date.ts';
import { attribute, type PageDocument, type PageElement, nearestTo } from './dom.ts';
import { oneLine } from '../wording/one-line.ts';
import type { StructuredFacts } from './structured-facts.ts';
import { select } from './select.ts';

export type PageDates = { published: string | undefined; modified: string | undefined };

const publishedNames =
  'article:published_time article:published og:published_time datepublished date_published publish-date publish_date publishdate pubdate parsely-pub-date sailthru.date dc.date.issued dcterms.issued dc.date.created dcterms.created dc.date dcterms.date citation_publication_date citation_date originalpublicationdate cxenseparse:recs:publishtime displaydate article.published rnews:datepublished date'.split(
    ' ',
  );
const modifiedNames =
  'article:modified_time og:updated_time datemodified last-modified dcterms.modified dc.date.modified article:modified revised lastmod'.split(
    ' ',
  );

const elsewhere =
  'aside, body > footer, .site-footer, #footer, .footer, .td-footer-wrapper, .comment, .comments, #comments, .comment-list, .commentlist, .widget, .sidebar, .related, .td_module_wrap, .td_block_inner, [class*=related-]';

export function datesOf(
  document: PageDocument,
  facts: StructuredFacts,
  metas: ReadonlyMap<string, readonly string[]>,
  headline: PageElement | undefined,
  address: string | undefined,
): PageDates {
  const marked = markedDates(document, headline);
  const told = firstDate([facts.published, ...publishedNames.map((name) => metas.get(name)?.[0])]);
  const published =
    sameMoment(told, marked) ?? told ?? marked[0] ?? seenDate(document, headline) ?? dateInPath(address);
  const modified = firstDate([facts.modified, ...modifiedNames.map((name) => metas.get(name)?.[0])]);
  const isLater = published !== undefined && modified !== undefined && modified.slice(0, 10) > published.slice(0, 10);
  return { published, modified: isLater ? modified : undefined };
}

const dateOf = (written: string | undefined): string | undefined => {
  if (written === undefined || written === '') return undefined;
  return writtenDate(written)?.date ?? (written.length <= 60 ? visibleDate(written) : undefined);
};

const firstDate = (written: readonly (string | undefined)[]): string | undefined => {
  for (const one of written) {
    const date = dateOf(one);
    if (date !== undefined && isPlausible(date)) return date;
  }
  return undefined;
};

/** Not the zero of some calendar. */
const isPlausible = (date: string): boolean => date > '1990' && date < '2100';

/** The same moment as the reader's clock had it: a page that says both 23:46-06:00 and 05:46Z is of the first day. */
function sameMoment(told: string | undefined, marked: readonly string[]): string | undefined {
  if (told === undefined || !told.includes('T')) return undefined;
  return marked.find(
    (one) => one.includes('T') && !one.endsWith('Z') && !one.endsWith('+00:00') && Date.parse(one) === Date.parse(told),
  );
}

/** Of elements that are made for it, the nearest to the headline first. */
function markedDates(document: PageDocument, headline: PageElement | undefined): string[] {
  const selector =
    '[itemprop~=datePublished], time[pubdate], time.published, time.entry-date, .tdb_single_date time, .td-post-date time, abbr.published, .dt-published, time[datetime], relative-time[datetime]';
  const found = select(document, selector).filter(
    (element) =>
      !element.closest(elsewhere) &&
      (!/\bupdated\b/.test(element.className) || /\b(?:published|entry-date)\b/.test(element.className)),
  );
  const near = headline ? nearestTo(headline, found) : found;
  return near.flatMap((element) => {
    const written =
      attribute(element, 'content') ||
      attribute(element, 'datetime') ||
      attribute(element, 'title') ||
      oneLine(element.textContent);
    const date = dateOf(written);
    return date !== undefined && isPlausible(date) ? [date] : [];
  });
}

const dateClasses =
  '.entry-date, .post-date, .postdate, .date, .published, .posted-on, .pubdate, .article-date, .article__date, .dateline, .timestamp, .entry-meta, .post-meta, .postmetadata, .meta, .byline, .post-info, .td-post-date, .article-info, .submitted, [class*=publish], [class*=Date], [class*=date]';

/** A date that the page shows by the headline, or in what themes call a date. */
function seenDate(document: PageDocument, headline: PageElement | undefined): string | undefined {
  const found = select(document, dateClasses).filter(
    (element) => !element.closest(elsewhere) && (element.textContent?.length ?? 0) < 300,
  );
  for (const element of headline ? nearestTo(headline, found) : found) {
    const date = visibleDate(oneLine(element.textContent));
    if (date !== undefined && isPlausible(date)) return date;
  }
  let steps = 0;
  for (let next = headline?.nextElementSibling; next && steps < 4; next = next.nextElementSibling) {
    steps += 1;
    const text = oneLine(next.textContent);
    const date = text.length < 150 ? visibleDate(text) : undefined;
    if (date !== undefined && isPlausible(date)) return date;
  }
  return undefined;
}

/** "/2019/05/12/headline/"; a month alone is no day. */
function dateInPath(address: string | undefined): string | undefined {
  const found = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/.exec(address ?? '');
  return found ? visibleDate(`${found[1]}-${found[2]}-${found[3]}`) : undefined;
}
