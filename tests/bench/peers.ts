/**
 * What our article is measured against: the same article as plain HTML, its sheet beside it or in it, and the least
 * that React and its router can be.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { dataAddress } from '../../src/publication/addresses.ts';
import { escapedHtml } from '../../src/publication/escaped-html.ts';
import type { ArticlePageData } from '../../src/publication/page.ts';

/** As people write it for a page of text. */
export const plainSheet = `*{box-sizing:border-box}
html{font:100%/1.6 Georgia,"Times New Roman",serif;color:#1d1c1a;background:#fefdfb;-webkit-text-size-adjust:100%}
body{margin:0}
a{color:#85300f;text-decoration-thickness:1px;text-underline-offset:2px}
a:hover{text-decoration-thickness:2px}
a:focus-visible{outline:2px solid #85300f;outline-offset:2px}
.top{padding:1rem 1.25rem;border-bottom:1px solid #ddd7ca}
.top a{font-size:1.25rem;font-weight:700;color:inherit;text-decoration:none}
.page{display:grid;gap:3rem;max-width:68rem;margin:0 auto;padding:2rem 1.25rem}
@media (min-width:56rem){.page{grid-template-columns:minmax(0,40rem) 18rem;justify-content:space-between}}
h1{margin:0 0 .75rem;font-size:clamp(1.9rem,1.3rem + 2.6vw,2.9rem);line-height:1.15;text-wrap:balance}
.standfirst{margin:0 0 1rem;font-size:1.2rem;line-height:1.5;color:#56514a}
.byline{margin:0 0 2rem;padding-bottom:1rem;border-bottom:1px solid #ddd7ca;font:.9rem/1.4 system-ui,sans-serif;color:#6b655c}
.body{font-size:1.1rem}
.body h2{margin:2.2rem 0 .6rem;font-size:1.4rem;line-height:1.25}
.body p,.body ul,.body ol{margin:0 0 1.15rem}
.body ul,.body ol{padding-left:1.2rem}
.body li{margin:.3rem 0}
.body blockquote{margin:1.6rem 0;padding:.2rem 0 .2rem 1.2rem;border-left:3px solid #85300f;font-size:1.2rem;font-style:italic}
.body sup{font-size:.75em;line-height:0}
.body img{max-width:100%;height:auto}
.notes{padding-top:1rem;border-top:1px solid #ddd7ca;font-size:.9rem}
.must-read{font-family:system-ui,sans-serif}
.must-read h2{margin:0 0 .75rem;font-size:.85rem;letter-spacing:.08em;text-transform:uppercase;color:#6b655c}
.must-read ol{margin:0;padding:0;list-style:none}
.must-read li{padding:.8rem 0;border-top:1px solid #ddd7ca}
.must-read a{font-weight:600;line-height:1.35;color:inherit;text-decoration:none}
.must-read span{display:block;font-size:.8rem;color:#6b655c}
@media print{.top,.must-read{display:none}.page{display:block}}
`;

type Link = { href: string; text: string };

/** What a plain page of an article shows; `byline` and `body` are HTML. */
export type PlainArticle = {
  publication: string;
  headline: string;
  standfirst: string;
  byline: string;
  published: string;
  /** The date as people read it. */
  day: string;
  minutes: string;
  body: string;
  mustRead: { title: string | Link; reason: string }[];
};

export const plainLink = ({ href, text }: Link): string => `<a href="${href}">${escapedHtml(text)}</a>`;

/** As a small site's own script writes them: no feeds, no structured data, no script. */
export function plainDocument(publication: string, title: string, main: string, styled: 'beside' | 'inside'): string {
  const style =
    styled === 'inside' ? `<style>${plainSheet}</style>` : '<link rel="stylesheet" href="/assets/site.css">';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapedHtml(title)}</title><link rel="icon" href="data:,">${style}</head>
<body><header class="top"><a href="/">${escapedHtml(publication)}</a></header><div class="page">${main}</div></body></html>
`;
}

/** The same text, headline, byline and list as on our page, by hand. */
export function plainPage(article: PlainArticle, styled: 'beside' | 'inside'): string {
  const mustRead = article.mustRead.map(({ title, reason }) => {
    const named = typeof title === 'string' ? escapedHtml(title) : plainLink(title);
    return `<li>${named}<span>${escapedHtml(reason)}</span></li>`;
  });
  const date = `<time datetime="${article.published}">${escapedHtml(article.day)}</time>`;
  return plainDocument(
    article.publication,
    `${article.headline} · ${article.publication}`,
    `<main><article><h1>${escapedHtml(article.headline)}</h1><p class="standfirst">${escapedHtml(article.standfirst)}</p><p class="byline">${article.byline} · ${date} · ${escapedHtml(article.minutes)}</p><div class="body">${article.body}</div></article></main><aside class="must-read"><h2>Must Read</h2><ol>${mustRead.join('')}</ol></aside>`,
    styled,
  );
}

const plainOf = (page: ArticlePageData): PlainArticle => ({
  publication: page.frame.name,
  headline: page.headline,
  standfirst: page.standfirst ?? '',
  byline: page.byline.map((part) => (typeof part === 'string' ? escapedHtml(part) : plainLink(part))).join(''),
  published: page.published?.iso ?? '',
  day: page.published?.text ?? '',
  minutes: page.minutes,
  body: page.texts['body'] ?? '',
  mustRead: page.frame.mustRead.map((entry) => ({
    title: entry.kind === 'article' ? { href: entry.href, text: entry.headline } : entry.headline,
    reason: entry.reason,
  })),
});

/** Both plain sites below `folder`, made from the data of our page at `address`. */
export function writePlainSites(folder: string, ourSite: string, address: string): { beside: string; inside: string } {
  const page = JSON.parse(readFileSync(join(ourSite, dataAddress(address)), 'utf8')) as ArticlePageData;
  const sites = { beside: join(folder, 'plain'), inside: join(folder, 'plain-inlined') };
  for (const [styled, site] of Object.entries(sites) as ['beside' | 'inside', string][]) {
    mkdirSync(join(site, address), { recursive: true });
    writeFileSync(join(site, address, 'index.html'), plainPage(plainOf(page), styled));
  }
  mkdirSync(join(sites.beside, 'assets'));
  writeFileSync(join(sites.beside, 'assets/site.css'), plainSheet);
  return sites;
}

const helloHtml = '<a href="/" data-discover="true">Home</a><h1>Hello</h1>';

const helloScript = [
  '/* A page with one link and one route. */',
  'import { createElement as h } from "react";',
  'import { hydrateRoot } from "react-dom/client";',
  'import { BrowserRouter, Link, Route, Routes } from "react-router";',
  'const routes = h(Routes, null, h(Route, { path: "*", element: h("h1", null, "Hello") }));',
  'const page = h(BrowserRouter, null, h(Link, { to: "/" }, "Home"), routes);',
  'const onRecoverableError = (error) => { document.title = `Not hydrated: ${error}`; };',
  'hydrateRoot(document.getElementById("root"), page, { onRecoverableError });',
].join('\n');

/** A prerendered hello world of React and its router, built below `folder` as Vite builds ours. */
export async function writeHello(folder: string): Promise<string> {
  const site = join(folder, 'hello');
  const id = 'virtual:hello';
  const result = await build({
    configFile: false,
    logLevel: 'error',
    // The environment of this process is not a build's, and React is chosen by it.
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'hello',
        resolveId: (source) => (source === id ? `\0${id}` : undefined),
        load: (source) => (source === `\0${id}` ? helloScript : undefined),
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      target: 'baseline-widely-available',
      rolldownOptions: { input: id },
    },
  });
  const [output] = [result].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('Vite built no hello world.');
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(site, 'assets/hello.js'), chunk.code);
  writeFileSync(
    join(site, 'index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hello</title><link rel="icon" href="data:,"></head><body><div id="root">${helloHtml}</div><script type="module" src="/assets/hello.js"></script></body></html>`,
  );
  return site;
}
