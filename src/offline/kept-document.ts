/**
 * A kept page in the document of the shell: its text stands there before any script, as in every page of the site, and
 * its data is beside it, so that the app starts without asking for anything.
 */
import { bylineText } from '../publication/byline.ts';
import { escapedHtml } from '../publication/escaped-html.ts';
import { type ArticlePageData, type LanguageOf, type Page, pageShape } from '../publication/page.ts';

/**
 * `html` is the stored document, `data` the page as `page.json` has it, `kept` when it came. Data of another shape than
 * this code shows is a text without the app, or nothing.
 */
export function documentOfKept(
  html: string,
  address: string,
  { data, kept }: { data: string; kept: string },
): string | undefined {
  try {
    const page = JSON.parse(data) as Page & { shape: number };
    if (page.shape === pageShape) return withPage(html, address, page, kept);
    const text = page.kind === 'article' ? withPage(html, address, page, kept) : undefined;
    return text?.replace(/<script type="module"[^>]*><\/script>/, '');
  } catch {
    // Nor is what is damaged more than nothing.
    return undefined;
  }
}

function withPage(html: string, address: string, page: Page, kept: string): string {
  const delivered = JSON.stringify({ address, page }).replace(/</g, '\\u003c');
  return html
    .replace(/<title>[^]*?<\/title>/, () => `<title>${escapedHtml(page.head.title)}</title>`)
    .replace('<div id="root">', () => `<div id="root" data-kept="${escapedHtml(kept)}">`)
    .replace(/<div class="layout [^"]*">/, () => `<div class="layout layout-${page.kind}">`)
    .replace(/<main>[^]*<\/main>/, () => `<main>${textOf(page)}</main>`)
    .replace(
      /(<script type="application\/json" id="page">)[^]*?(?=<\/script>)/,
      (_, start: string) => start + delivered,
    );
}

/** Only an article has a text; any other page is a moment later than it. */
const textOf = (page: Page): string => (page.kind === 'article' ? articleOf(page) : '');

/** As `ArticlePage` begins, so that little moves when it takes its place. */
function articleOf({ texts, ...page }: ArticlePageData): string {
  const { headline, standfirst, kicker, byline, portraits, published, minutes, around } = page;
  const inner = languageOf(around);
  return [
    `<article class="article"${languageOf(page)}><header class="article-header opening">`,
    `<p class="kicker facts"${inner}><span>${escapedHtml(kicker.text)}</span></p>`,
    `<h1>${escapedHtml(headline)}</h1>`,
    standfirst === undefined ? '' : `<p class="standfirst">${escapedHtml(standfirst)}</p>`,
    '<div class="byline">',
    portraits.length > 0
      ? `<span class="portraits">${'<span class="portrait"></span>'.repeat(portraits.length)}</span>`
      : '',
    `<div${inner}><p class="byline-names">${escapedHtml(bylineText(byline))}</p>`,
    `<p class="meta facts">${published ? `<time>${escapedHtml(published.text)}</time>` : ''}<span>${escapedHtml(minutes)}</span></p>`,
    `</div></div></header><div class="prose">${texts['body'] ?? ''}</div></article>`,
  ].join('');
}

const languageOf = ({ lang, dir }: LanguageOf): string =>
  `${lang === undefined ? '' : ` lang="${escapedHtml(lang)}"`}${dir === undefined ? '' : ` dir="${dir}"`}`;
