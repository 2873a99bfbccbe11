/** The HTML of one page, from the document of the app (`index.html` as Vite made it), its head and what was rendered. */
import type { Rendered } from '../publication/page.ts';

/** The document with the places for what belongs to a page; made once a build. */
export type Document = { language: string; direction: string; html: string };

export function pageHtml(document: Document, head: string, { preloads, html, data }: Rendered): string {
  return document.html
    .replace('<html lang="en" dir="ltr">', () => `<html lang="${document.language}" dir="${document.direction}">`)
    .replace('<!--head-->', () => head + preloads + nastaliqFor(document, html))
    .replace('<!--page-->', () => html)
    .replace('<!--data-->', () => `<script type="application/json" id="page">${data}</script>`);
}

/** Where the text is in Urdu its face is asked for at once: the lines would move when it came late. */
function nastaliqFor(document: Document, html: string): string {
  if (!/^ur\b/.test(document.language) && !/<article class="article" lang="ur\b/.test(html)) return '';
  const [, url] = /url\(([^)]*nastaliq[^)]*)\)/.exec(document.html) ?? [];
  return url ? `<link rel="preload" href="${url}" as="font" type="font/woff2" crossorigin>` : '';
}

/** Puts the style sheet into the document: one request to the first word. `read` gives the text of a built file. */
export function withInlinedSheet(html: string, base: string, read: (file: string) => string): string {
  return html.replace(/<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g, (_, href: string) => {
    return `<style>${read(href.slice(base.length)).trim()}</style>`;
  });
}
