/** All that a page says of its article outside the text, read before anything is taken out of it. */
import type { ImportedArticle, Item } from '../item.ts';
import { paragraphOf } from '../wording/markdown-text.ts';
import { oneLine } from '../wording/one-line.ts';
import { addressOfPage, baseOf } from './address-of.ts';
import { featuredPicture } from './article-body.ts';
import { besideTheArticle } from './beside-article.ts';
import { type BylineWriter, writersOf } from './byline-of.ts';
import { datesOf, type PageDates } from './dates-of.ts';
import { attribute, type PageDocument } from './dom.ts';
import { type Headline, headlineOf, siteNameOf } from './headline-of.ts';
import { type ListedBlock, listedBlocks } from './must-read-blocks.ts';
import { placeOf } from './pictures.ts';
import { metasOf, structuredFacts, type StructuredFacts } from './structured-facts.ts';
import { wholeAddress } from './web-links.ts';
import { type WriterBoxInPage, writerBoxes } from './writer-boxes.ts';
import { select, selectFirst } from './select.ts';

export type PageFacts = {
  structured: StructuredFacts;
  metas: ReadonlyMap<string, readonly string[]>;
  address?: string;
  base?: string;
  site?: string;
  headline?: Headline;
  standfirst?: string;
  writers: BylineWriter[];
  dates: PageDates;
  section?: string;
  tags: string[];
  image?: ImportedArticle['image'];
  boxes: WriterBoxInPage[];
  lists: ListedBlock[];
  /** Bylines in the columns beside the text, which are of other articles. */
  aside: string[];
  beside: Item[];
};

const asides = 'aside .byline, aside [class*=byline], aside [rel~=author], aside .author';

/** `source` is the file as it was read. */
export function pageFacts(document: PageDocument, source: string): PageFacts {
  const structured = structuredFacts(document);
  const metas = metasOf(document);
  const address = addressOfPage(document, source, metas);
  const base = baseOf(document, address);
  const site = siteNameOf(document, structured, metas);
  const headline = headlineOf(document, structured, metas, site);
  const lists = listedBlocks(document, base);
  const others = lists.filter(({ kind }) => kind === 'latest' || kind === 'related');
  return {
    structured,
    metas,
    address,
    base,
    site,
    headline,
    standfirst: standfirstOf(document, structured.alternative),
    writers: writersOf(document, structured, metas, headline?.element, site),
    dates: datesOf(document, structured, metas, headline?.element, address),
    section: sectionOf(document, structured.section, metas),
    tags: tagsOf(document, metas),
    image: mainImage(document, base, structured.image ?? metas.get('og:image')?.[0]),
    boxes: writerBoxes(document, base),
    lists,
    aside: Array.from(select(document, asides), (aside) => oneLine(aside.textContent)),
    beside: besideTheArticle(
      document,
      others.map(({ heading, briefs }) => ({ heading, count: briefs.length })),
    ),
  };
}

const standfirsts =
  '.td-post-sub-title, .tdb-post-sub-title, [itemprop~=alternativeHeadline], .standfirst, .MsoSubtitle, .article-standfirst, .article__standfirst, .subtitle, .sub-title, .sub-heading, .subheadline, .entry-subtitle, .post-subtitle, .article-subtitle, .deck, .dek, .article-dek, .article__dek';

function standfirstOf(document: PageDocument, told: string | undefined): string | undefined {
  const shown = select(document, standfirsts).find(
    (element) => !element.closest('aside, nav, footer, .td_module_wrap, .widget, header.site-header'),
  );
  const text = oneLine(shown?.textContent) || told;
  return text && text.length >= 10 && text.length <= 600 ? text : undefined;
}

function sectionOf(
  document: PageDocument,
  told: string | undefined,
  metas: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const shown = selectFirst(document, '.td-category a, .tdb-entry-category, .entry-category a');
  const section = metas.get('article:section')?.[0] ?? told ?? oneLine(shown?.textContent);
  return section !== '' && section !== undefined && section.length <= 60 ? section : undefined;
}

const mostTags = 20;

function tagsOf(document: PageDocument, metas: ReadonlyMap<string, readonly string[]>): string[] {
  const linked = select(document, '.td-tags a, .tdb-tags a, a[rel~=tag], .post-tags a, .tags-links a').filter(
    (link) => !link.closest('aside, .widget, .td_module_wrap') && !/\bcategory\b/.test(attribute(link, 'rel')),
  );
  const tags = [...(metas.get('article:tag') ?? []), ...linked.map((link) => oneLine(link.textContent))];
  return tags
    .filter(
      (tag, index) =>
        tag !== '' &&
        tag.length <= 60 &&
        tags.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) === index,
    )
    .slice(0, mostTags);
}

/** Only one that the page shows: what it offers to other sites for sharing is often its logo. */
function mainImage(
  document: PageDocument,
  base: string | undefined,
  told: string | undefined,
): ImportedArticle['image'] {
  const featured = featuredPicture(document);
  const toldSrc = told === undefined ? undefined : wholeAddress(told, base);
  const shown =
    featured?.img ??
    (toldSrc === undefined
      ? undefined
      : select(document, 'img').find((img) => pictureName(placeOf(img, base) ?? '') === pictureName(toldSrc)));
  if (!shown) return undefined;
  const src = placeOf(shown, base) ?? toldSrc;
  const alt = oneLine(attribute(shown, 'alt'));
  return src === undefined ? undefined : { src, alt, caption: featured?.caption && paragraphOf(featured.caption) };
}

/** The same picture in another size has the same name but for it. */
export const pictureName = (src: string): string =>
  src
    .replace(/[?#].*$/, '')
    .replace(/(?:-\d+x\d+|-scaled)?\.\w+$/, '')
    .split('/')
    .slice(-2)
    .join('/') || src;
