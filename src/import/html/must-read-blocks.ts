/** Must Read lists of a page: a heading that says so over links that are headlines, and not over a menu. */
import { briefOf, isCut } from '../wording/brief-lists.ts';
import type { ImportedBrief } from '../item.ts';
import { isFooting, listKindOf } from '../wording/page-words.ts';
import { attribute, type PageDocument, type PageElement } from './dom.ts';
import { oneLine } from '../wording/one-line.ts';
import { wholeAddress } from './web-links.ts';
import { select } from './select.ts';

export type ListedBlock = {
  heading: string;
  kind: 'must-read' | 'popular' | 'latest' | 'related';
  briefs: ImportedBrief[];
  element: PageElement;
};

const headings =
  'h1, h2, h3, h4, h5, h6, .block-title, .td-block-title, .widget-title, .widgettitle, .section-title, .module-title, .td-related-title, [role=heading]';
type After = (link: PageElement, heading: PageElement) => boolean;

const mostHeadings = 200;
const mostBriefs = 30;

/** Every list under a heading that names its kind; those that are menus are none. */
export function listedBlocks(document: PageDocument, base: string | undefined): ListedBlock[] {
  const found: ListedBlock[] = [];
  const order = new Map(Array.from(document.querySelectorAll('*'), (element, index) => [element, index] as const));
  const after = (link: PageElement, heading: PageElement): boolean =>
    (order.get(link) ?? 0) > (order.get(heading) ?? 0);
  for (const heading of select(document, headings).slice(0, mostHeadings)) {
    const text = oneLine(heading.textContent);
    const kind = listKindOf(text);
    if (kind === undefined || heading.closest('nav, [role=navigation], .menu, .nav')) continue;
    if (found.some(({ element }) => element.contains(heading))) continue;
    const element = blockOf(heading, after);
    const links = element ? headlinesIn(element, heading, after) : [];
    if (!element || !areHeadlines(links)) continue;
    found.push({
      heading: text,
      kind,
      element,
      briefs: links.slice(0, mostBriefs).map((link) => briefFrom(link, base)),
    });
  }
  return found;
}

/** The smallest part of the page that holds the heading and two links or more behind it. */
function blockOf(heading: PageElement, after: After): PageElement | undefined {
  for (let around = heading.parentElement, steps = 0; around && steps < 5; around = around.parentElement, steps += 1) {
    if (around.localName === 'body' || around.localName === 'main') return undefined;
    if (headlinesIn(around, heading, after).length >= 2) return around;
    const other = Array.from(around.querySelectorAll('h1, h2, h3, h4')).find(
      (one) => one !== heading && !heading.contains(one) && listKindOf(oneLine(one.textContent)) !== undefined,
    );
    if (other) return headlinesIn(around, heading, after).length > 0 ? around : undefined;
  }
  return undefined;
}

/** Links behind the heading that have words, each address once, the one with most words. */
function headlinesIn(element: PageElement, heading: PageElement, after: After): PageElement[] {
  const next = Array.from(element.querySelectorAll(headings)).find(
    (one) => after(one, heading) && !heading.contains(one) && isOtherHeading(one),
  );
  const byAddress = new Map<string, PageElement>();
  for (const link of Array.from(element.querySelectorAll('a[href]'))) {
    if (
      heading.contains(link) ||
      !after(link, heading) ||
      (next !== undefined && after(link, next)) ||
      isFooting(oneLine(link.textContent)) ||
      link.closest(
        'nav, footer, .td-post-author-name, .td-post-category, .entry-category, .td-module-comments, .td-excerpt, .excerpt, time, .author, .category',
      )
    )
      continue;
    const text = headlineText(link);
    if (
      text.length < 8 ||
      /^(?:read more|more|view all|see all|mehr|weiterlesen|leer más|lire la suite|مزید پڑھیں)\b/i.test(text)
    )
      continue;
    const address = attribute(link, 'href');
    const other = byAddress.get(address);
    if (!other || headlineText(other).length < text.length) byAddress.set(address, link);
  }
  return ofOneSite([...byAddress.values()]);
}

/** Without a few words that lead to another site than most of them do: sponsors and owners. */
function ofOneSite(links: readonly PageElement[]): PageElement[] {
  const hosts = new Map<string, number>();
  const hostOf = (link: PageElement): string =>
    /^(?:https?:)?\/\/([^/?#]+)/i.exec(attribute(link, 'href'))?.[1]?.toLowerCase() ?? '';
  for (const link of links) hosts.set(hostOf(link), (hosts.get(hostOf(link)) ?? 0) + 1);
  const [common] = [...hosts].sort((one, other) => other[1] - one[1]);
  return common && common[1] > 1
    ? links.filter((link) => hostOf(link) === common[0] || headlineText(link).split(' ').length > 3)
    : [...links];
}

/** The heading of the next part of the page, and not of an entry of this list. */
const isOtherHeading = (heading: PageElement): boolean =>
  oneLine(heading.textContent) !== '' &&
  heading.querySelector('a') === null &&
  heading.closest('a, li, .td_module_wrap') === null;

/** As written; the whole of it from the title where the page cuts it. */
function headlineText(link: PageElement): string {
  const heading = link.querySelector('h1, h2, h3, h4, h5, h6, .entry-title, .td-module-title, .title');
  const text = oneLine((heading ?? link).textContent);
  const title = oneLine(attribute(link, 'title'));
  const start = text.replace(/\s*(?:\.{3,}|…)\s*$/, '');
  return isCut(text) && title.length > start.length && title.toLowerCase().startsWith(start.toLowerCase().slice(0, 20))
    ? title
    : text;
}

const longPath = /(?:[^/]*-){3,}[^/]*\/?(?:\?|#|$)|\/\d{4}\/\d{1,2}\/|[?&](?:p|id|article)=\d|\/\d{5,}/;

/** Headlines have several words and lead to articles; entries of menus have one or two, and lead to sections. */
function areHeadlines(links: readonly PageElement[]): boolean {
  if (links.length < 2) return false;
  const words = links
    .map((link) => headlineText(link))
    .map((text) => (/[\u3040-\u30ff\u3400-\u9fff]/.test(text) ? text.length / 2 : text.split(' ').length))
    .sort((a, b) => a - b);
  const median = words[Math.floor(words.length / 2)] ?? 0;
  const toArticles = links.filter((link) => longPath.test(attribute(link, 'href'))).length;
  return median >= 5 || (median >= 4 && toArticles * 2 >= links.length);
}

function briefFrom(link: PageElement, base: string | undefined): ImportedBrief {
  const url = wholeAddress(attribute(link, 'href'), base);
  const entry = link.closest('.td_module_wrap, li, article, .item, .post');
  const excerpt = entry
    ? oneLine(entry.querySelector('.td-excerpt, .excerpt, .entry-summary, .summary, p')?.textContent)
    : '';
  const headline = headlineText(link);
  return briefOf(headline, excerpt.length > 30 && excerpt !== headline ? excerpt : undefined, url);
}
