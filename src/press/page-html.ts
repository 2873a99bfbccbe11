/** The HTML of one page, from the document of the app (`index.html` as Vite made it), its head and what was rendered. */
import type { Rendered } from '../publication/page.ts';
import { contentSecurityPolicy, type Hashes } from './hosting/policy.ts';

/** The document in pieces, between which stands what belongs to a page; cut once a build. */
export type Document = {
  pieces: { start: string; afterHead: string; afterPage: string; end: string };
  language: string;
  /** Where the faces are of languages that are set in one of their own. */
  faces: { [language: string]: string | undefined };
};

export function documentOf(html: string, { language, direction }: { language: string; direction: string }): Document {
  const [start = '', afterHead = '', afterPage = '', end = ''] = html
    .replace('<html lang="en" dir="ltr">', `<html lang="${language}" dir="${direction}">`)
    .split(/<!--(?:head|page|data)-->/);
  const [, nastaliq] = /url\(([^)]*nastaliq[^)]*)\)/.exec(html) ?? [];
  const [, naskh] = /url\(([^)]*naskh[^)]*)\)/.exec(html) ?? [];
  return { pieces: { start, afterHead, afterPage, end }, language, faces: { ur: nastaliq, ar: naskh } };
}

export function pageHtml(document: Document, head: string, { preloads, html, data }: Rendered): string {
  const { start, afterHead, afterPage, end } = document.pieces;
  const boot = `<script type="application/json" id="page">${data}</script>`;
  return start + head + preloads + faceFor(document, html) + afterHead + html + afterPage + boot + end;
}

/** Where the text is in such a language its face is asked for at once: the lines would move when it came late. */
function faceFor({ language, faces }: Document, html: string): string {
  const [, ofArticle = ''] = /<article class="article" lang="([a-z]+)/.exec(html) ?? [];
  const [ofPublication = ''] = language.split('-');
  return Object.entries(faces)
    .filter(([code, face]) => face && [ofPublication, ofArticle].includes(code))
    .map(([, face]) => `<link rel="preload" href="${face}" as="font" type="font/woff2" crossorigin>`)
    .join('');
}

/** Puts the style sheet into the document: one request to the first word. `read` gives the text of a built file. */
export function withInlinedSheet(html: string, base: string, read: (file: string) => string): string {
  return html.replace(/<link rel="stylesheet"(?![^>]*media=)[^>]*href="([^"]+)"[^>]*>/g, (_, href: string) => {
    return `<style>${read(href.slice(base.length)).trim()}</style>`;
  });
}

/** Puts the policy into the document, before anything it rules over: for hosts that send no headers. */
export function withPolicy(html: string, hashes: Hashes): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(hashes, 'meta')}">`;
  return html.replace(
    /<meta charset="utf-8"\s*\/?>/,
    (charset) => `${charset}${policy}<meta name="referrer" content="strict-origin-when-cross-origin">`,
  );
}
