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

/** Candidates in the page, those that a theme marks first. */
function shownHeadlines(document: PageDocument): PageElement[] {
  const marked = select(document, themeHeadlines).filter(
    (element) => !element.closest('aside, nav, footer, .td_module_wrap, .widget, li'),
  );
  return [...marked, ...select(document, 'h1')];
}

const longest = 300;

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
  const shown = shownHeadlines(document);
  const agreed = shown.find((element) => {
    const own = lettersOf(oneLine(element.textContent));
    return (
      own.length >= 4 &&
      own !== lettersOf(siteName ?? '') &&
      keys.some(
        (one) => one === own || (own.length >= 10 && one.includes(own)) || (one.length >= 10 && own.startsWith(one)),
      )
    );
  });
  if (agreed) return { text: oneLine(agreed.textContent), element: agreed };
  const only = select(document, 'h1').find(
    (one) =>
      oneLine(one.textContent) !== '' &&
      !one.querySelector('img') &&
      !/logo|site-?title|brand/i.test(`${one.className} ${one.id}`),
  );
  const best = told
    .map((one) => withoutSite(one, siteName))
    .find((one) => one !== '' && lettersOf(one) !== lettersOf(siteName ?? ''));
  const heading = select(document, 'h2, h3').find(
    (one) => best !== undefined && lettersOf(oneLine(one.textContent)) === lettersOf(best),
  );
  if (heading) return { text: oneLine(heading.textContent), element: heading };
  if (best !== undefined && best.length <= longest) return { text: best };
  return only ? { text: oneLine(only.textContent).slice(0, longest), element: only } : undefined;
}

/** The name of the site, as it calls itself. */
export function siteNameOf(
  document: PageDocument,
  facts: StructuredFacts,
  metas: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const told = metas.get('og:site_name')?.[0] ?? facts.publisher ?? metas.get('application-name')?.[0];
  if (told) return told;
  const home = selectFirst(
    document,
    '.site-title, .site-name, #site-title, #blog-title, #logo, .logo, .navbar-brand, .custom-logo-link',
  );
  const name = oneLine(home?.textContent) || oneLine(home && attribute(home, 'title'));
  return name !== '' && name.length <= 60 ? name : undefined;
}
