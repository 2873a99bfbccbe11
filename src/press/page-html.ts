/** The HTML of one page, from the document of the app (`index.html` as Vite made it), its head and what was rendered. */
import { minifySync } from 'vite';
import type { Rendered } from '../publication/page.ts';
import type { FaceName } from './theme/theme.ts';
import { contentSecurityPolicy, type Hashes } from './hosting/policy.ts';

/** The document in pieces, between which stands what belongs to a page; cut once a build. */
export type Document = {
  pieces: { start: string; afterHead: string; afterPage: string; end: string };
  isLeftToRight: boolean;
  /** Links by which a page asks for the faces of its text, of slanted words and of the opening words of an article. */
  faces: { text: string; slanted: string; opening: string };
};

/** `face`: that of the text, which its files are called by (`faces/page-faces.ts`). */
export function documentOf(
  html: string,
  { language, direction }: { language: string; direction: string },
  face: FaceName,
): Document {
  const [start = '', afterHead = '', afterPage = '', end = ''] = html
    .replace('<html lang="en" dir="ltr">', `<html lang="${language}" dir="${direction}">`)
    .split(/<!--(?:head|page|data)-->/);
  const fileOf = (name: string) => new RegExp(`url\\(([^)]*/${name}-[\\w-]{8}\\.woff2)\\)`).exec(html)?.[1];
  const preload = (name: string) => {
    const file = fileOf(name);
    return file === undefined ? '' : `<link rel="preload" href="${file}" as="font" type="font/woff2" crossorigin>`;
  };
  return {
    pieces: { start, afterHead, afterPage, end },
    isLeftToRight: direction === 'ltr',
    faces: {
      text: preload(face) + preload(`${face}-semibold`),
      slanted: preload(`${face}-italic`),
      opening: preload('capitals'),
    },
  };
}

export function pageHtml(document: Document, head: string, { preloads, html, data }: Rendered): string {
  const { start, afterHead, afterPage, end } = document.pieces;
  const boot = `<script type="application/json" id="page">${data}</script>`;
  return start + head + preloads + facesFor(document, html) + afterHead + html + afterPage + boot + end;
}

/**
 * The faces that a page shows are asked for at once. Each is used only if it is there when the page is first shown: one
 * that is found later would leave the headline in another face than the text, or move words a moment after they stand.
 * Those of Urdu and Arabic take the place of another when they come, and gain nothing by being asked for before.
 */
function facesFor({ isLeftToRight, faces }: Document, html: string): string {
  if (!isLeftToRight) return '';
  const [article] = /<article class="article"[^>]*>/.exec(html) ?? [];
  // Its words are in a face of their own, which is never slanted.
  if (article?.includes('dir="rtl"')) return faces.text;
  return faces.text + (slanted.test(html) ? faces.slanted : '') + (article === undefined ? '' : faces.opening);
}

/** What the sheets slant: `prose.css` and `masthead.css`. */
const slanted = /<(?:em|blockquote)[ >]|<h4 id=|class="tagline"/;

/** Puts the style sheet into the document: one request to the first word. Answers also the sheet and the name of its file, below the base. */
export function withInlinedSheet(html: string, base: string, read: (file: string) => string) {
  let [file, sheet] = ['', ''];
  const whole = html.replace(/<link rel="stylesheet"(?![^>]*media=)[^>]*href="([^"]+)"[^>]*>/, (_, href: string) => {
    file = href.slice(base.length);
    sheet = read(file).trim();
    return `<style>${sheet}</style>`;
  });
  return { html: whole, sheet, file };
}

/** Leaves out the spaces that the document and its script are written with. */
export function withoutSpaces(html: string): string {
  return html
    .replace(/<script>([^]*?)<\/script>/, (_, script: string) => {
      return `<script>${minifySync('document.js', script).code.trim()}</script>`;
    })
    .replaceAll(/>\s+</g, '><');
}

/** Puts the policy into the document, before anything it rules over: for hosts that send no headers. */
export function withPolicy(html: string, hashes: Hashes): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(hashes, 'meta')}">`;
  return html.replace(
    /<meta charset="utf-8"\s*\/?>/,
    (charset) => `${charset}${policy}<meta name="referrer" content="strict-origin-when-cross-origin">`,
  );
}
