/** Renders one page to HTML: for the build, and for the dev server's first answer. */
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import type { ScreenWords } from './words/words.ts';
import type { Page, Rendered } from './publication/page.ts';
import { App } from './App.tsx';

export function render(address: string, page: Page, words: ScreenWords): Rendered {
  const rendered = renderToString(
    <StrictMode>
      <StaticRouter basename={import.meta.env.BASE_URL} location={import.meta.env.BASE_URL + address.slice(1)}>
        <App words={words} page={page} />
      </StaticRouter>
    </StrictMode>,
  );
  // React puts what a page needs early (its main picture) before everything else: it belongs into the head.
  const [preloads] = /^(?:<link rel="preload"[^>]*>)*/.exec(rendered) ?? [''];
  const data = JSON.stringify({ address, page: { ...page, texts: {} } });
  return { preloads, html: rendered.slice(preloads.length), data: data.replace(/</g, '\\u003c') };
}
