/** Who wrote a page: from its metadata, its theme's marks, or a line "By …" by the headline. */
import { looksLikePerson, namesIn, startsAsByline } from '../wording/bylines.ts';
import { attribute, isElement, naming, type PageDocument, type PageElement, nearestTo } from './dom.ts';
import { lettersOf } from '../wording/letters-of.ts';
import { oneLine } from '../wording/one-line.ts';
import type { StructuredFacts } from './structured-facts.ts';
import { select } from './select.ts';

export type BylineWriter = { name: string };

/** Lists of other articles have writers of their own, and so have comments. */
const elsewhere =
  'aside, nav, body > footer, .site-footer, #footer, .footer, .td-footer-wrapper, .comment, .comments, #comments, .comment-list, .commentlist, .widget, .sidebar, .related, .td_module_wrap, .td_block_inner, [class*=related-], [id*=related], li.post, .hfeed .hentry ~ .hentry, [itemprop~=comment], [itemtype*=Comment]';

const themeNames = [
  '.tdb-author-name',
  '.td-post-author-name a',
  '.td-post-author-name',
  '[itemprop~=author] [itemprop~=name]',
  '[itemprop~=author]',
  '[rel~=author]',
  '.author.vcard .fn',
  '.vcard.author',
  '.vcard .fn',
  '.p-author',
  '.byline__name, .byline-name, .byline__author, .c-byline__author, .c-byline__item, .author-name, .author__name, .article__author, .article-author, .post-author-name, .entry-author-name, .entry-author, .post-author, .post__author, .posted-by, .postauthor, .writer, .contributor, .ArticleBase-Byline, .story-byline',
  '.byline, .by-line, .post-byline, .article-byline, .entry-byline, .articleByline, [class*=byline], [class*=Byline]',
  '.author a, a.author, .author, .autor, .auteur, .meta-author, .author-link, [class*=author-name], [class*=authorName], [class*=AuthorName]',
  'a[href*="/author/"], a[href*="/authors/"], a[href*="/autor/"], a[href*="?author="]',
];

/** Those that a page names, in order; none where it names none. `site` is no writer of its own pages. */
export function writersOf(
  document: PageDocument,
  facts: StructuredFacts,
  metas: ReadonlyMap<string, readonly string[]>,
  headline: PageElement | undefined,
  site: string | undefined,
): BylineWriter[] {
  const told = facts.authors.filter(({ name, isPerson }) => isPerson || lettersOf(name) !== lettersOf(site ?? ''));
  const shown = shownWriters(document, headline);
  const linked = told.flatMap(({ name }) => namesIn(name).map((one): BylineWriter => ({ name: one })));
  const fromMeta = metaWriters(metas);
  const isSite = ({ name }: BylineWriter): boolean => site !== undefined && lettersOf(name) === lettersOf(site);
  const choices = [linked, fromMeta, shown].map((some) => some.filter((one) => !isSite(one)));
  const people = choices.find((some) => some.length > 0) ?? [];
  // A login such as "jdoe" gives way to the name that the page shows.
  const better = shown.filter((one) => !isSite(one));
  const logins = people.every(({ name }) => !name.includes(' ') && name === name.toLowerCase());
  const chosen = logins && better.length > 0 ? better : people;
  if (chosen.length > 0) return once(chosen);
  return once([linked, fromMeta, shown].find((some) => some.length > 0) ?? []);
}

const once = (writers: readonly BylineWriter[]): BylineWriter[] =>
  writers
    .filter(({ name }, index) => writers.findIndex((other) => lettersOf(other.name) === lettersOf(name)) === index)
    .slice(0, 20);

const metaNames =
  'dc:creator dc.creator dcterm:creator dcterms.creator author article:author article:author_name parsely-author sailthru.author byl authors citation_author twitter:data1'.split(
    ' ',
  );

function metaWriters(metas: ReadonlyMap<string, readonly string[]>): BylineWriter[] {
  for (const name of metaNames) {
    if (
      name === 'twitter:data1' &&
      !/^(?:written by|author|geschrieben von|verfasst von|escrito por|écrit par)$/i.test(
        metas.get('twitter:label1')?.[0] ?? '',
      )
    )
      continue;
    const names = (metas.get(name) ?? []).filter((content) => !/^(?:https?:)?\/\//.test(content)).flatMap(namesIn);
    if (names.length > 0) return names.map((one) => ({ name: one }));
  }
  return [];
}

function shownWriters(document: PageDocument, headline: PageElement | undefined): BylineWriter[] {
  for (const selector of themeNames) {
    const found = select(document, selector).filter((element) => isByline(element));
    const near = found.length > 1 && headline ? nearestTo(headline, found) : found;
    const writers = near.filter((element) => isBeside(element, near[0]!)).flatMap(writersIn);
    if (writers.length > 0) return writers;
  }
  return headline ? belowHeadline(headline) : [];
}

const isByline = (element: PageElement): boolean => {
  if (element.closest(elsewhere)) return false;
  const text = oneLine(element.textContent);
  return text.length <= 200 && (text !== '' || attribute(element, 'content') !== '');
};

/** Several writers of one text stand together; those of several texts do not. */
const isBeside = (element: PageElement, first: PageElement): boolean => {
  const around = first.parentElement;
  return (
    element.parentElement === around ||
    (around?.localName === 'li' && element.parentElement?.parentElement === around.parentElement)
  );
};

function writersIn(element: PageElement): BylineWriter[] {
  const content = element.localName === 'meta' ? attribute(element, 'content') : '';
  const links =
    element.localName === 'a'
      ? [element]
      : Array.from(
          element.querySelectorAll('a[rel~=author], a[href*="/author"], a[href*="/people/"], a[href*="/staff/"]'),
        );
  const linked = links.flatMap((link) => namesIn(oneLine(link.textContent)).map((name) => ({ name })));
  if (linked.length > 0) return linked;
  return namesIn(content || spaced(element)).map((name) => ({ name }));
}

/** Text with bars between blocks, so that a date or a role beside a name is told from it. */
function spaced(element: PageElement): string {
  const parts: string[] = [];
  const walk = (node: PageElement): void => {
    for (const child of Array.from(node.childNodes)) {
      if (!isElement(child)) parts.push(child.nodeType === 3 ? (child.textContent ?? '') : '');
      else if (child.localName === 'time' || /\b(?:date|time|role|title|position|avatar)\b/i.test(naming(child)))
        parts.push(' | ');
      else if (child.localName === 'br') parts.push(' | ');
      else {
        const isBlock = /^(?:div|p|li|ul|h\d|section|header)$/.test(child.localName);
        if (isBlock) parts.push(' | ');
        walk(child);
        if (isBlock) parts.push(' | ');
      }
    }
  };
  walk(element);
  const text = oneLine(parts.join('')).replace(/^(?:\|\s*)+/, '');
  const [first = '', second = ''] = text.split(/\s*\|\s*/).filter(Boolean);
  return namesIn(first).length === 0 && second !== '' ? `${first} ${second}` : text;
}

/** A line "By Jane Doe" in the first few blocks below the headline. */
function belowHeadline(headline: PageElement): BylineWriter[] {
  let steps = 0;
  let around: PageElement | null = headline;
  while (around && steps < 12) {
    for (let next: PageElement | null = around.nextElementSibling; next && steps < 12; next = next.nextElementSibling) {
      steps += 1;
      for (const line of [next, ...Array.from(next.querySelectorAll('p, div, span, li')).slice(0, 12)]) {
        const text = oneLine(line.textContent);
        if (text.length > 120 || !startsAsByline(text)) continue;
        const names = namesIn(text);
        if (names.length > 0 && names.every((name) => looksLikePerson(name))) return names.map((name) => ({ name }));
      }
    }
    around = around.parentElement;
  }
  return [];
}
