/** Saved article pages of any site. One article a file, and the entries of its Must Read list. */
import type { Copy, CopyAuthor, Found, Note } from '../copy.ts';
import { Refusal, type Format, type Opening, type Source } from '../format.ts';
import { namesIn } from '../bylines.ts';
import { paragraphOf } from '../markdown-text.ts';
import { oneLine } from '../one-line.ts';
import { removeActiveParts } from './active-parts.ts';
import { addressOf, baseOf } from './address-of.ts';
import { featuredPicture, isTagdiv, proseOf, readableBody, tagdivBody } from './article-body.ts';
import { besideTheArticle } from './beside-article.ts';
import { type Writer, writersOf } from './byline-of.ts';
import { noChanges } from './changes.ts';
import { datesOf } from './dates-of.ts';
import { attribute, type PageDocument, type PageElement, parsePage } from './dom.ts';
import { headlineOf, siteNameOf } from './headline-of.ts';
import { blocksIn } from './markdown-of.ts';
import { listedBlocks } from './must-read-blocks.ts';
import { settledLanguage } from './page-language.ts';
import { bylineInside, withoutFrame } from './page-frame.ts';
import { sourceOf } from './pictures.ts';
import { metasOf, structuredFacts } from './structured-facts.ts';
import { wholeAddress } from './web-links.ts';
import { type WriterBox, writerBoxes } from './writer-boxes.ts';

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
  async *read(source: Source): AsyncIterable<Found> {
    yield* readPage(await source.whole(largestPage), source.path);
  },
};

function readPage(source: string, path: string): Found[] {
  const document = parsed(source);
  const facts = structuredFacts(document);
  const metas = metasOf(document);
  const address = addressOf(document, source, metas);
  const base = baseOf(document, address);
  const site = siteNameOf(document, facts, metas);
  const headline = headlineOf(document, facts, metas, site);
  const dates = datesOf(document, facts, metas, headline?.element, address);
  const boxes = writerBoxes(document, base);
  const blocks = listedBlocks(document, base);
  const picks = blocks.filter(({ kind }) => kind === 'must-read' || kind === 'popular');
  const others = blocks.filter(({ kind }) => kind === 'latest' || kind === 'related');
  const leftOuts = besideTheArticle(
    document,
    others.map(({ heading, briefs }) => ({ heading, count: briefs.length })),
  );
  const writers = writersOf(document, facts, metas, headline?.element, site);
  const standfirst = standfirstOf(document, facts.alternative);
  const image = mainImage(document, base, facts.image ?? metas.get('og:image')?.[0]);
  const section = sectionOf(document, facts.section, metas);
  const tags = tagsOf(document, metas);

  const changes = noChanges();
  removeActiveParts(document.documentElement, changes);
  const language = settledLanguage(document, facts, metas);
  for (const { element } of boxes) element.remove();
  for (const { element } of blocks) if (!holdsArticle(element, headline?.element)) element.remove();
  const body = isTagdiv(document) ? tagdivBody(document) : undefined;
  const found = body ? { element: body } : readableBody(document, () => cleanPage(source));
  const result: Found[] = [];
  const isIndex = !facts.isArticle && found !== undefined && looksLikeIndex(document, found.element, address, metas);
  if (!found || isIndex || oneLine(found.element.textContent) === '') {
    const message = isIndex
      ? 'The page lists articles and holds none itself.'
      : 'The page has no text that could be an article.';
    result.push({ is: 'left-out', of: 'page', name: headline?.text ?? path, why: { code: 'I521', message } });
  } else {
    const names =
      writers.length > 0
        ? writers
        : namesIn('byline' in found ? (found.byline ?? '') : '').map((name): Writer => ({ name }));
    const notes: Note[] = [];
    const contact = withoutFrame(found.element, {
      headline: headline?.text,
      standfirst,
      names: names.map(({ name }) => name),
    });
    const inside = bylineInside(found.element);
    const all =
      inside.length > 0
        ? [...inside, ...names.filter(({ name }) => name !== site && !inside.some((one) => one.name === name))]
        : names;
    const copy: Copy = {
      headline: headline?.text,
      standfirst,
      authors: authorsOf(all, boxes, contact, base, notes),
      section,
      tags,
      published: dates.published,
      updated: dates.modified,
      language: language.tag,
      image,
      body: blocksIn(found.element, { base, language: language.tag }, changes),
      address,
      aliases: [],
    };
    if (copy.image && copy.body.some((block) => block.includes(pictureName(copy.image!.src)))) delete copy.image;
    if (language.note) notes.push(language.note);
    result.push({
      is: 'article',
      name: headline?.text ?? path,
      copy: withoutGaps(copy),
      notes: [...notes, ...changes.notes()],
    });
  }
  for (const brief of picks.flatMap(({ briefs }) => briefs)) {
    if (brief.headline !== headline?.text) result.push({ is: 'brief', name: brief.headline, brief, notes: [] });
  }
  return [...result, ...leftOuts];
}

/** A list may stand in the same part of the page as the text. */
const holdsArticle = (block: PageElement, headline: PageElement | undefined): boolean =>
  (headline !== undefined && block.contains(headline)) ||
  proseOf(block) > 500 ||
  block.querySelector('h1, [itemprop~=articleBody], .td-post-content, .tdb_single_content') !== null;

function parsed(source: string): PageDocument {
  try {
    return parsePage(source);
  } catch (error) {
    throw new Refusal(
      'I101',
      `The page cannot be read as HTML (${error instanceof Error ? error.message : 'unknown'}). Save it again from a browser.`,
    );
  }
}

function cleanPage(source: string): PageDocument {
  const document = parsed(source);
  removeActiveParts(document.documentElement, noChanges());
  return document;
}

const withoutGaps = (copy: Copy): Copy =>
  Object.fromEntries(Object.entries(copy).filter(([, value]) => value !== undefined)) as Copy;

const standfirsts =
  '.td-post-sub-title, .tdb-post-sub-title, [itemprop~=alternativeHeadline], .standfirst, .article-standfirst, .article__standfirst, .subtitle, .sub-title, .sub-heading, .subheadline, .entry-subtitle, .post-subtitle, .article-subtitle, .deck, .dek, .article-dek, .article__dek';

function standfirstOf(document: PageDocument, told: string | undefined): string | undefined {
  const shown = Array.from(document.querySelectorAll(standfirsts)).find(
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
  const shown = document.querySelector('.td-category a, .tdb-entry-category, .entry-category a');
  const section = metas.get('article:section')?.[0] ?? told ?? oneLine(shown?.textContent);
  return section !== '' && section !== undefined && section.length <= 60 ? section : undefined;
}

const mostTags = 20;

function tagsOf(document: PageDocument, metas: ReadonlyMap<string, readonly string[]>): string[] {
  const linked = Array.from(
    document.querySelectorAll('.td-tags a, .tdb-tags a, a[rel~=tag], .post-tags a, .tags-links a'),
  ).filter((link) => !link.closest('aside, .widget, .td_module_wrap') && !/\bcategory\b/.test(attribute(link, 'rel')));
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
function mainImage(document: PageDocument, base: string | undefined, told: string | undefined): Copy['image'] {
  const featured = featuredPicture(document);
  const toldSrc = told === undefined ? undefined : wholeAddress(told, base);
  const shown =
    featured?.img ??
    (toldSrc === undefined
      ? undefined
      : Array.from(document.querySelectorAll('img')).find(
          (img) => pictureName(wholeAddress(sourceOf(img), base) ?? '') === pictureName(toldSrc),
        ));
  if (!shown) return undefined;
  const src = wholeAddress(sourceOf(shown), base) ?? toldSrc;
  const alt = oneLine(attribute(shown, 'alt'));
  return src === undefined
    ? undefined
    : { src, ...(alt ? { alt } : {}), ...(featured?.caption ? { caption: paragraphOf(featured.caption) } : {}) };
}

/** The same picture in another size has the same name but for it. */
const pictureName = (src: string): string =>
  src
    .replace(/[?#].*$/, '')
    .replace(/(?:-\d+x\d+|-scaled)?\.\w+$/, '')
    .split('/')
    .slice(-2)
    .join('/') || src;

function authorsOf(
  writers: readonly Writer[],
  boxes: readonly WriterBox[],
  contact: string | undefined,
  base: string | undefined,
  notes: Note[],
): CopyAuthor[] {
  const named = writers.length > 0 ? writers : boxes.slice(0, 1).map(({ name }) => ({ name }));
  return named.map(({ name }, index) => {
    const box =
      boxes.find((one) => one.name.toLowerCase() === name.toLowerCase()) ??
      (named.length === 1 && boxes.length === 1 ? boxes[0] : undefined);
    const email = box?.email ?? (index === 0 ? contact : undefined);
    if (email === 'withheld')
      notes.push({
        code: 'I511',
        message: `The page hides the e-mail address of ${name}; it is noted as withheld, and nothing was decoded.`,
      });
    return {
      name,
      ...(box?.biography ? { biography: paragraphOf(box.biography) } : {}),
      ...(email ? { email } : {}),
      ...(box && box.links.length > 0 ? { links: box.links } : {}),
    };
  });
}

/** A front page or an archive: no article of its own, many headings that are links, and little text under each. */
function looksLikeIndex(
  document: PageDocument,
  body: PageElement,
  address: string | undefined,
  metas: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (
    metas.get('og:type')?.some((type) => /article|blog/i.test(type)) &&
    address !== undefined &&
    new URL(address).pathname !== '/'
  )
    return false;
  const linked = Array.from(body.querySelectorAll('h1 a[href], h2 a[href], h3 a[href], h4 a[href]')).filter(
    (link) => oneLine(link.textContent).length > 15,
  ).length;
  const text = oneLine(body.textContent).length;
  if (linked >= 5 && text / linked < 500) return true;
  const links = Array.from(body.querySelectorAll('a')).reduce((sum, link) => sum + oneLine(link.textContent).length, 0);
  return (
    text > 0 && proseOf(body) < 140 && links > text * 0.7 && links > 300 && document.querySelectorAll('a').length > 20
  );
}
