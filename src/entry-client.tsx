/**
 * Starts the app in the browser: takes over the page that came with the document, or, where the host answered with
 * the document of another page (its fallback for unknown addresses), shows the page of the address.
 */
import { StrictMode, startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { screen } from 'virtual:broadsheet/words';
import { forgetAll, pageFor, seed } from './edition.ts';
import { prefetchOnIntent } from './links.ts';
import { addressOf } from './publication/addresses.ts';
import type { Page } from './publication/page.ts';
import { App } from './routes.tsx';

type Delivered = { address: string; page: Page };

const base = import.meta.env.BASE_URL;

// …/index.html is the same page under another name.
if (location.pathname.endsWith('/index.html')) {
  history.replaceState(history.state, '', location.href.replace('/index.html', '/'));
}
// The base without its slash is the front page: the router asks for the slash.
if (`${location.pathname}/` === base) history.replaceState(history.state, '', base + location.search + location.hash);

const root = document.getElementById('root');
if (root) void start(root);

async function start(element: HTMLElement): Promise<void> {
  const delivered = pageOfTheDocument(element);
  const address = addressOf(location.pathname.slice(base.length - 1));
  if (delivered) seed(delivered.address, delivered.page);
  const taken = delivered !== undefined && (await isPageOf(address, delivered));
  if (!taken) element.textContent = '';
  const started = taken ? hydrateRoot(element, <Site />) : createRoot(element);
  if (!taken) started.render(<Site />);
  prefetchOnIntent();
  import.meta.hot?.on('broadsheet:content', () => {
    forgetAll();
    startTransition(() => started.render(<Site />));
  });
}

function Site() {
  return (
    <StrictMode>
      <BrowserRouter basename={base}>
        <App words={screen} />
      </BrowserRouter>
    </StrictMode>
  );
}

/**
 * Whether the document that came is the page of the address. For an unknown address it is the page that says so; but
 * some hosts send that also where only the last slash is missing, so the page itself is asked for first.
 */
async function isPageOf(address: string, { address: deliveredAddress, page }: Delivered): Promise<boolean> {
  if (deliveredAddress === address) return true;
  if (page.kind !== 'not-found') return false;
  const found = await pageFor(address);
  if (found.kind === 'not-found' || found.kind === 'failed') {
    seed(address, page);
    return true;
  }
  history.replaceState(history.state, '', base + address.slice(1) + location.search + location.hash);
  return false;
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
