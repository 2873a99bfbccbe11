/**
 * Finds the element that holds the text of a page. Known themes say where it is; else Readability finds it; where
 * Readability finds nothing, or far less than an element marked as the text, that element is taken.
 */
import { Readability } from '@mozilla/readability';
import { attribute, isElement, moveChildren, naming, type PageDocument, type PageElement } from './dom.ts';
import { oneLine } from '../wording/one-line.ts';
import { select, selectFirst } from './select.ts';

export type Body = { element: PageElement; byline?: string | undefined; title?: string | undefined };

/** The tagDiv "Newspaper" theme, before and after its page builder. */
const tagdivBodies = '.tdb_single_content .tdb-block-inner, .td-post-content';

export const isTagdiv = (document: PageDocument): boolean => selectFirst(document, tagdivBodies) !== undefined;

/** Inside a theme's text, what is none of it. */
const furniture = [
  'nav, [role=navigation], [role=search], [role=complementary], [aria-label=breadcrumb]',
  '.td-a-rec, .td-g-rec, .tdc-placeholder-title, .td-post-sharing, .td-post-sharing-bottom, .td-post-source-tags, .td-post-next-prev, .td-author-box, .author-box-wrap, .tdb-author-box, .td-post-featured-image, .td-post-views, .tdb_single_post_share, .td-post-header, .td-post-title, .td-module-meta-info, .entry-header',
  '.sharedaddy, .jp-relatedposts, .wpcnt, .wp-block-jetpack-related-posts, .addtoany_share_save_container, .shareaholic-canvas, .heateor_sss_sharing_container, .ssba, .essb_links, .social-share, .share-buttons, .sharing, .share-bar, .post-share, .mashsb-container, .shariff, .a2a_kit, .fb-like, .twitter-share-button',
  '.related-posts, .related-articles, .relatedposts, .yarpp-related, .crp_related, .wp-block-latest-posts, .read-also, .also-read',
  '.adsbygoogle, .advertisement, .ad-container, .ads, .code-block, [id^=div-gpt-ad], [class*=quads-], .ai-viewport, ins.adsbygoogle',
  '.newsletter, .newsletter-signup, .mc4wp-form, .subscribe-box, .td_block_mailchimp, .emaillist, .mailmunch-forms-in-post-bottom',
  '.comments-area, #comments, #respond, .comment-respond',
  '.wp-polls, .swp_social_panel, .post-views, .rating-form, .kksr-legend, .wpulike',
].join(', ');

export function tagdivBody(document: PageDocument): PageElement | undefined {
  const found = select(document, tagdivBodies).filter((element) => oneLine(element.textContent).length > 0);
  const inner = found.filter((element) => !found.some((other) => other !== element && element.contains(other)));
  const body = largest(inner.length > 0 ? inner : found);
  if (body) stripFurniture(body);
  return body;
}

function stripFurniture(body: PageElement): void {
  for (const element of Array.from(body.querySelectorAll(furniture))) element.remove();
}

const largest = (elements: readonly PageElement[]): PageElement | undefined => {
  let best: PageElement | undefined;
  let most = -1;
  for (const element of elements) {
    const size = oneLine(element.textContent).length;
    if (size > most) [best, most] = [element, size];
  }
  return best;
};

const marked =
  '[itemprop~=articleBody], .entry-content, .post-content, .article-content, .article-body, .article__body, .story-body, .post-body, .postbody, .e-content, .post-entry, .available-content, .gh-content, .kg-canvas, article, [role=article], main, [role=main], #content';

/** Text in paragraphs, not counting what is only links. */
export function proseOf(element: PageElement): number {
  let size = 0;
  for (const paragraph of Array.from(element.querySelectorAll('p, pre, blockquote, li, td'))) {
    const text = oneLine(paragraph.textContent);
    if (text.length < 40 && paragraph.localName !== 'p') continue;
    const linked = Array.from(paragraph.querySelectorAll('a')).reduce(
      (sum, link) => sum + oneLine(link.textContent).length,
      0,
    );
    if (linked * 2 < text.length) size += text.length;
  }
  return size;
}

/** Letters that are no links, beside what is furniture of the theme. */
export function wordsOf(element: PageElement): number {
  const others = new Set(Array.from(element.querySelectorAll(`${furniture}, aside, footer, a`)));
  let size = oneLine(element.textContent).length;
  for (const one of others) {
    let outer = one.parentElement;
    while (outer && outer !== element && !others.has(outer)) outer = outer.parentElement;
    if (outer === element) size -= oneLine(one.textContent).length;
  }
  return size;
}

/** The element that holds the article by its name, where the page has one alone. */
function soleArticle(document: PageDocument): PageElement | undefined {
  for (const selector of ['[itemprop~=articleBody]', 'article', 'main']) {
    const found = select(document, selector).filter((one) => !one.parentElement?.closest(`${selector}, ${furniture}`));
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}

/** Changes the document. `fresh` parses the page once more, for when Readability fails half-way. */
export function readableBody(document: PageDocument, fresh: () => PageDocument): Body | undefined {
  const sole = soleArticle(document);
  const words = sole ? wordsOf(sole) : 0;
  const wanted = largestMarked(document) ?? sole ?? densest(document);
  const size = wanted ? proseOf(wanted) : 0;
  keepInnerFooters(document);
  const found = readability(document);
  const isMost = found && wordsOf(found.body.element) >= words * 0.5;
  if (found && isMost && (found.size >= size * 0.3 || (size < 500 && words > 0))) return found.body;
  const again = fresh();
  const element = (isMost ? undefined : soleArticle(again)) ?? largestMarked(again) ?? densest(again);
  if (!element || oneLine(element.textContent) === '') return found?.body;
  stripFurniture(element);
  return { element };
}

/** Who said a quote, and the last lines of a section: Readability takes any footer for that of the page. */
function keepInnerFooters(document: PageDocument): void {
  for (const footer of select(document, 'footer, .blockquote-footer')) {
    const inQuote = footer.closest('blockquote, figure, details, li');
    const inSection = footer.closest('section')?.parentElement?.closest('article, main, [itemprop~=articleBody]');
    if (!inQuote && (!inSection || aboutPost.test(naming(footer)) || wordsOf(footer) * 2 < footer.textContent!.length))
      continue;
    if (footer.localName === 'figcaption') {
      footer.removeAttribute('class');
      continue;
    }
    const kept = document.createElement('div');
    moveChildren(footer, kept);
    footer.replaceWith(kept);
  }
}

const aboutPost = /meta|share|tag|author|nav|comment|(?:entry|post|article|page|site)-?footer/i;

function largestMarked(document: PageDocument): PageElement | undefined {
  for (const selector of marked.split(', ')) {
    const found = select(document, selector).filter((element) => proseOf(element) > 200);
    if (found.length === 1) return found[0];
    if (found.length > 1 && selector !== 'article') return largest(found);
    if (found.length > 1) {
      const [first, second] = found
        .map((element) => ({ element, size: proseOf(element) }))
        .sort((a, b) => b.size - a.size);
      if (first && second && first.size > second.size * 3) return first.element;
    }
  }
  return undefined;
}

/** The element whose own paragraphs hold most text. */
function densest(document: PageDocument): PageElement | undefined {
  const sizes = new Map<PageElement, number>();
  for (const paragraph of select(document, 'p, pre, blockquote')) {
    const parent = paragraph.parentElement;
    if (parent) sizes.set(parent, (sizes.get(parent) ?? 0) + oneLine(paragraph.textContent).length);
  }
  let best: PageElement | undefined;
  for (const [element, size] of sizes) if (size > (best ? sizes.get(best)! : 0)) best = element;
  return best ?? document.body;
}

/** No page written by a person has more elements than this. */
const mostElements = 60_000;

/** The types of Readability as far as they are used: its own need those of a browser. */
const Reader = Readability as unknown as new (
  document: PageDocument,
  options: object,
) => { parse(): { content?: PageElement | null; byline?: string | null; title?: string | null } | null };

function readability(document: PageDocument): { body: Body; size: number } | undefined {
  try {
    const reader = new Reader(document, {
      keepClasses: true,
      disableJSONLD: true,
      maxElemsToParse: mostElements,
      serializer: (node: PageElement) => node,
    });
    const article = reader.parse();
    const element = article?.content;
    if (!article || !element || !isElement(element)) return undefined;
    const byline = article.byline?.trim();
    return {
      body: { element, byline: byline || undefined, title: article.title || undefined },
      size: proseOf(element),
    };
  } catch {
    // Readability uses what linkedom does not have on some pages; the text is found without it then.
    return undefined;
  }
}

/** The first picture of the theme that stands above the text, with its caption. */
export function featuredPicture(document: PageDocument): { img: PageElement; caption: string } | undefined {
  const holder = selectFirst(
    document,
    '.td-post-featured-image, .tdb_single_featured_image, .post-thumbnail, .featured-image, .entry-thumbnail, .article-featured-image, .wp-post-image',
  );
  const img = holder?.localName === 'img' ? holder : holder?.querySelector('img');
  if (!holder || !img || attribute(img, 'src') === '') return undefined;
  const caption = holder.querySelector('figcaption, .wp-caption-text, .tdb-caption-text, .caption');
  return { img, caption: oneLine(caption?.textContent) };
}
