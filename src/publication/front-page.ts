/**
 * The front page, block by block: as front.json lays it out, else the lead and the latest by date. No article stands in
 * two blocks, a block with nothing in it is left out, and the way to everything older comes last.
 */
import { archiveAddress, frontAddress, seriesAddress } from './addresses.ts';
import { type Article, type Edition, titleOfSlug } from './edition.ts';
import { frameOf } from './frame.ts';
import { headOf } from './head.ts';
import { mustReadInPage } from './must-read.ts';
import type { FrontBlock, FrontPageData } from './page.ts';
import { itemsAPage } from './paging.ts';
import type { FrontFile } from './schema.ts';
import { languageFor, leadOf, sectionLink, teaserOf } from './teaser.ts';

type Block = FrontFile['blocks'][number];

const usualBlocks: readonly Block[] = [{ lead: true }, { latest: itemsAPage }];

const usualCount = 4;

export function frontPage(edition: Edition): FrontPageData {
  const shown = new Set<Article>();
  const texts: Record<string, string> = {};
  const blocks = (edition.content.front ?? usualBlocks).flatMap((block, index): FrontBlock[] => {
    if ('text' in block) {
      const name = `text-${index + 1}`;
      texts[name] = edition.content.text(`front/${index}`).html;
      return [{ kind: 'text', text: name, title: block.title, ...languageFor(edition, block.language) }];
    }
    if ('mustRead' in block) {
      const entries = mustReadInPage(edition, shown);
      return entries.length > 0 ? [{ kind: 'must-read', entries }] : [];
    }
    if ('lead' in block) {
      const lead = leadIn(edition, block.lead, shown);
      if (!lead) return [];
      shown.add(lead);
      return [{ kind: 'lead', article: leadOf(edition, lead) }];
    }
    return listIn(edition, block, shown);
  });
  const frame = { ...frameOf(edition), tagline: edition.content.publication.tagline };
  if (blocks.some(({ kind }) => kind === 'must-read')) frame.mustRead = [];
  return {
    kind: 'front',
    head: headOf(edition, frontAddress()),
    frame,
    texts,
    blocks,
    more: { href: archiveAddress(), text: edition.words.allArticles },
  };
}

/** The article that is named, else that of publication.json, else the newest that no block has shown. */
function leadIn(edition: Edition, named: string | true, shown: ReadonlySet<Article>): Article | undefined {
  const chosen = [named === true ? undefined : named, edition.content.publication.lead].map(
    (slug) => slug && edition.bySlug.get(slug),
  );
  return [...chosen, ...edition.articles].find((article) => article && !shown.has(article)) || undefined;
}

type List = Exclude<Block, { lead: unknown } | { mustRead: unknown } | { text: unknown }>;

function listIn(edition: Edition, block: List, shown: Set<Article>): FrontBlock[] {
  const fresh = (articles: readonly Article[] = []) => articles.filter((article) => !shown.has(article));
  const put = (articles: readonly Article[], rest: Partial<Extract<FrontBlock, { kind: 'list' }>>): FrontBlock[] => {
    for (const article of articles) shown.add(article);
    const teasers = articles.map((article) => teaserOf(edition, article));
    return articles.length > 0 ? [{ kind: 'list', ...rest, articles: teasers }] : [];
  };
  if ('latest' in block) return put(fresh(edition.articles).slice(0, block.latest), { title: block.title });
  const { count = usualCount } = block;
  if ('section' in block) {
    const { href, text } = sectionLink(edition, block.section);
    const articles = fresh(edition.bySection.get(block.section)).slice(0, count);
    return put(articles, { title: block.title ?? text, href, within: text });
  }
  const parts = edition.bySeries.get(block.series) ?? [];
  const articles = fresh(parts).slice(-count);
  const name = titleOfSlug(block.series);
  return put(articles, {
    title: block.title ?? name,
    href: seriesAddress(block.series),
    within: name,
    parts: articles.map((article) => edition.words.part(parts.indexOf(article) + 1, parts.length)),
  });
}
