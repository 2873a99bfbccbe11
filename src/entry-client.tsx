/**
 * Starts the app in the browser: takes over the page that came with the document, or, where the host answered with
 * the document of another page (its fallback for unknown addresses), shows the page of the address. A copy at an address
 * that is none of the site is left as it came.
 */
import { StrictMode, startTransition, useEffect } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { screen } from 'virtual:broadsheet/words';
import { nameEntry } from './arrival.ts';
import { forgetAll, keptAt, pageFor, seed } from './page-store.ts';
import { prefetchOnIntent } from './links.ts';
import { addressOf } from './publication/addresses.ts';
import type { Page } from './publication/page.ts';
import { App } from './App.tsx';

type Delivered = { address: string; page: Page };

const base = import.meta.env.BASE_URL;

const root = document.getElementById('root');
if (root) void start(root);

async function start(element: HTMLElement): Promise<void> {
  const delivered = pageOfTheDocument(element);
  const address = addressHere();
  if (delivered) seed(delivered.address, delivered.page);
  // A kept copy (`offline/kept-document.ts`) is the text of the page, but not as React writes it.
  const { kept } = element.dataset;
  if (kept) keptAt.set(address, kept);
  const isIts = delivered !== undefined && !kept && (await isPageOf(address, delivered));
  // The reader may have gone back meanwhile, after a document that was loaded again even within it.
  const taken = isIts && addressHere() === address;
  if (!taken) {
    // What the host sent stays until there is something better.
    const page = await pageFor(address);
    if (!isMissing(page)) showAddress(address);
    else if (delivered && !kept && !isIts && isCopy(delivered.page, page)) return;
  } else if (delivered.address === address) showAddress(address);
  nameEntry();
  const follow = () => followEdits(() => startTransition(() => started.render(<Site shown={follow} />)));
  // At once: the address that the router begins with is the one that was decided on.
  const started = taken ? flushSync(() => hydrateRoot(element, <Site shown={follow} />)) : createRoot(element);
  if (!taken) started.render(<Site shown={follow} />);
  prefetchOnIntent();
}

/**
 * In the dev server, the page follows the files, once it is shown: new words must not meet those of the document in the
 * middle of taking it over. What was edited while it was on its way is asked for then.
 */
function followEdits(show: () => void): void {
  const { hot } = import.meta;
  hot?.on('broadsheet:content', () => {
    forgetAll();
    show();
  });
  hot?.send('broadsheet:shown', Number(document.querySelector<HTMLMetaElement>('meta[name=revision]')?.content));
}

function Site({ shown }: { shown: () => void }) {
  useEffect(shown, [shown]);
  return (
    <StrictMode>
      <BrowserRouter basename={base}>
        <App words={screen} />
      </BrowserRouter>
    </StrictMode>
  );
}

/**
 * Whether the document that came is the page of the address. For an unknown address it is the page that says so, without
 * a line the one that says that; but some hosts send the first also where only the last slash is missing, and the line
 * may be back, so the page itself is asked for first.
 */
async function isPageOf(address: string, { address: deliveredAddress, page }: Delivered): Promise<boolean> {
  if (deliveredAddress === address) return true;
  if (!isMissing(page)) return false;
  const found = await pageFor(address);
  if (found.kind !== 'failed' && found.kind !== page.kind) return false;
  seed(address, page);
  return true;
}

function isMissing({ kind }: Page): boolean {
  return kind === 'not-found' || kind === 'failed';
}

/**
 * Whether the document is the copy of a page at an address that the site does not have, as archives and proxies show it:
 * it is whole without script, and is left alone. Hosts that answer every address with one document take the front page.
 */
function isCopy(delivered: Page, found: Page): boolean {
  return !isMissing(delivered) && !(delivered.kind === 'front' && found.kind === 'not-found');
}

function addressHere(): string {
  return addressOf(location.pathname.slice(base.length - 1));
}

/** A page has one address: without its slash, with two of them, or with `index.html`, it is the same page. */
function showAddress(address: string): void {
  const path = base + address.slice(1);
  if (addressHere() !== address || location.pathname === path) return;
  history.replaceState(history.state, '', path + location.search + location.hash);
}

/** The page data of the document, with the texts read back from where they stand. */
function pageOfTheDocument(element: HTMLElement): Delivered | undefined {
  const data = document.getElementById('page')?.textContent;
  if (!data) return undefined;
  const delivered = JSON.parse(data) as Delivered;
  for (const text of element.querySelectorAll<HTMLElement>('[data-text]')) {
    delivered.page.texts[text.dataset['text'] ?? ''] = text.innerHTML;
  }
  return delivered;
}
