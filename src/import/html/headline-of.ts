/** The headline of a page, without the name of the site that is appended to it. */
import { attribute, type PageDocument, type PageElement } from './dom.ts';
import { lettersOf } from '../wording/letters-of.ts';
import { oneLine } from '../wording/one-line.ts';
import type { StructuredFacts } from './structured-facts.ts';
import { select, selectFirst } from './select.ts';

const separators = /\s+(?:[|–—\\/»«·•:]|::|>|-)\s+|\s*[|»]\s*|:\s+(?=[^:]{2,40}$)/g;

/** "Headline | Site" without the site; without a site's name, the last part if it is short and the rest is not. */
function withoutSite(title: string, site?: string): string {
  const cuts = Array.from(title.matchAll(separators), ({ index, 0: sign }) => ({
    index,
    end: index + sign.length,
    isColon: sign.trim() === ':',
  }));
  const name = site === undefined ? '' : lettersOf(site);
  if (name !== '') {
    for (const { index, end } of cuts) {
      const [before, after] = [lettersOf(title.slice(0, index)), lettersOf(title.slice(end))];
      if (after !== '' && (after === name || name.startsWith(after) || after.startsWith(name)) && before !== '')
        return title.slice(0, index).trim();
      if (before !== '' && before === name && after !== '') return title.slice(end).trim();
    }
    return title;
  }
  const last = cuts.findLast(({ isColon }) => !isColon);
  if (!last) return title;
  const [before, after] = [title.slice(0, last.index).trim(), title.slice(last.end).trim()];
  return after.split(' ').length <= 5 && before.split(' ').length >= 3 && before.length > after.length ? before : title;
}

const themeHeadlines =
  'h1.entry-title, .tdb-title-text, .td-post-title h1, h1.post-title, h1.article-title, h1.headline, h1[itemprop~=headline], [itemprop~=headline], h1.article__title, h1.c-article__title, .entry-header h1, article header h1, .post-title, .entry-title, .article-title, .headline';

/** Headings of the page itself, those that a theme marks first: not its columns, and not the name of the site. */
function shownHeadings(document: PageDocument, names: string, siteName: string | undefined): PageElement[] {
  const site = lettersOf(siteName ?? '');
  return select(document, names).filter((element) => {
    const text = oneLine(element.textContent);
    return (
      text !== '' &&
      text.length <= longest &&
      lettersOf(text) !== site &&
      !element.closest('aside, nav, footer, .td_module_wrap, .widget, li, [id*=sidebar]') &&
      !/logo|site-?title|brand/i.test(`${element.className} ${element.id}`) &&
      !leadsHome(element)
    );
  });
}

/** A heading that is a link to the front page is the name of the site. */
function leadsHome(heading: PageElement): boolean {
  const link = heading.querySelector('a[href]') ?? heading.closest('a[href]');
  const href = link ? attribute(link, 'href') : '';
  return /^(?:https?:\/\/[^/?#]+)?\/?(?:\.\.\/)*(?:index\.(?:html?|php))?$/i.test(href) && href !== '';
}

/** A title, and every stretch of it between what may separate it from the name of a site or a section. */
function stretchesOf(title: string, sign: RegExp): string[] {
  const cuts = Array.from(title.matchAll(separators))
    .filter(([written]) => sign.test(written))
    .slice(0, 6);
  const ends = [...cuts.map(({ index }) => index), title.length];
  return [0, ...cuts.map(({ index, 0: written }) => index + written.length)]
    .flatMap((start) => ends.filter((end) => end > start).map((end) => lettersOf(title.slice(start, end))))
    .filter(Boolean);
}

const longest = 300;

/** What holds one post, as themes call it. */
const post = 'article, .post, .hentry, [id^=post-]';

export type Headline = { text: string; element?: PageElement };

/**
 * What the page shows as its headline, if its title or metadata agree; else what these say. `siteName` is from the metadata.
 */
export function headlineOf(
  document: PageDocument,
  facts: StructuredFacts,
  metas: ReadonlyMap<string, readonly string[]>,
  siteName: string | undefined,
): Headline | undefined {
  const title = oneLine(selectFirst(document, 'head > title, title')?.textContent);
  const told = [
    facts.headline,
    metas.get('og:title')?.[0],
    metas.get('twitter:title')?.[0],
    metas.get('dc.title')?.[0] ?? metas.get('dcterms.title')?.[0] ?? metas.get('dc:title')?.[0],
    title,
  ].filter((one) => one !== undefined && one !== '') as string[];
  const keys = told.map(lettersOf);
  const stretches = new Set(told.flatMap((one) => stretchesOf(one, /./)));
  const letters = (element: PageElement): string => lettersOf(oneLine(element.textContent));
  const first = shownHeadings(document, 'h1', siteName);
  const agreed = [...shownHeadings(document, themeHeadlines, siteName), ...first].find((element) => {
    const own = letters(element);
    return (
      own.length >= 4 &&
      keys.some(
        (one) => one === own || (own.length >= 10 && one.includes(own)) || (one.length >= 10 && own.startsWith(one)),
      )
    );
  });
  const lower = shownHeadings(document, 'h2, h3', siteName).filter((one) => stretches.has(letters(one)));
  // Old themes give the name of the site the h1, and the headline of a post the h2.
  const ofPost =
    lower.find((one) => one.closest(post) || one.querySelector('a[rel~=bookmark]')) ??
    lower.find((one) => standsByText(one) && (!agreed || letters(one).length > letters(agreed).length));
  const isSettled = agreed && (agreed.closest(post) || standsByText(agreed) || keys.includes(letters(agreed)));
  if (agreed && (isSettled || !ofPost)) return headlineIn(agreed);
  const inside = first.filter((one) => one.closest('article, main, [role=main]'));
  const only = inside.length === 1 ? inside[0] : first.length === 1 ? first[0] : undefined;
  const isShortened =
    only !== undefined &&
    told.flatMap((one) => stretchesOf(one, /[^\s:]/)).some((one) => letters(only).startsWith(one));
  if (ofPost && !(isShortened && only === inside[0])) return headlineIn(ofPost);
  if (isShortened) return headlineIn(only);
  // A title that is on all pages of a site, and nothing else that says what this one is called.
  const isSentence = only && only === inside[0] && oneLine(only.textContent).split(' ').length > 2;
  if (told.length === 1 && isSentence && standsByText(only)) return headlineIn(only);
  const best = told
    .map((one) => withoutSite(one, siteName))
    .find((one) => one !== '' && lettersOf(one) !== lettersOf(siteName ?? ''));
  const heading = lower.find((one) => best !== undefined && letters(one) === lettersOf(best));
  if (heading) return headlineIn(heading);
  if (best !== undefined && best.length <= longest) return { text: best };
  return first[0] && headlineIn(first[0]);
}

const standsByText = ({ parentElement }: PageElement): boolean =>
  Array.from(parentElement?.children ?? []).some((one) => one.localName === 'p' && (one.textContent ?? '').length > 80);

const headlineIn = (element: PageElement): Headline => ({ text: oneLine(element.textContent), element });

const homes = '.site-title, .site-name, #site-title, #blog-title, #logo, .logo, .navbar-brand, .custom-logo-link';
/** The name of the site, as it calls itself. */
export function siteNameOf(
  document: PageDocument,
  facts: StructuredFacts,
  metas: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const told = metas.get('og:site_name')?.[0] ?? facts.publisher ?? metas.get('application-name')?.[0];
  if (told) return told;
  const home = [...select(document, homes).slice(0, 1), ...select(document, 'h1').filter(leadsHome)];
  const name = home.map((one) => oneLine(one.textContent) || oneLine(attribute(one, 'title'))).find(Boolean) ?? '';
  return name !== '' && name.length <= 60 ? name : undefined;
}
