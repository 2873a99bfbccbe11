/** Opens pages with hostile content in a browser, as documents and by following links, and counts what should not be. */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Attack } from './attack-content.ts';
import { addressesOfAttack } from './attack-pages.ts';
import { until } from './browsing.ts';

export type Seen = {
  views: number;
  /** Dialogs, calls, errors of scripts, navigations, frames, windows. */
  executions: string[];
  /** Markup that would run something when touched. */
  suspects: string[];
  /** Requests to other sites, but for pictures: an `img` loads what it is told to. */
  requests: string[];
  pictures: number;
  /** Pages that did not come to life. */
  dead: string[];
  /** How many scripts the front page has; no page has more. */
  scripts: number;
};

const tabs = 3;

/** Nothing listens there, so that nothing leaves this machine. */
const noProxy = { server: 'http://127.0.0.1:9', bypass: '127.0.0.1' };

const unseen = (scripts: number): Seen => ({
  views: 0,
  executions: [],
  suspects: [],
  requests: [],
  pictures: 0,
  dead: [],
  scripts,
});

export async function viewAttacks(
  browser: Browser,
  url: string,
  attacks: readonly Attack[],
  log: (line: string) => void,
): Promise<Seen> {
  const seen = unseen(await provenDetector(browser, url));
  const left = attacks.entries();
  let done = 0;
  await Promise.all(
    Array.from({ length: tabs }, async () => {
      const context = await newContext(browser);
      const tab = await openTab(context, url, seen);
      for (const [index, attack] of left) {
        const next = attacks[(index + 1) % attacks.length]!;
        await viewAttack(tab, url, attack, next, seen);
        done += 1;
        if (done % 50 === 0) log(`attacks: ${done} of ${attacks.length}`);
      }
      await context.close();
    }),
  );
  return seen;
}

/** Opens each page as a document, and answers the same counts. */
export async function viewPages(browser: Browser, url: string, addresses: readonly string[]): Promise<Seen> {
  const seen = unseen(await provenDetector(browser, url));
  const left = addresses.values();
  await Promise.all(
    Array.from({ length: tabs }, async () => {
      const context = await newContext(browser);
      const tab = await openTab(context, url, seen);
      for (const address of left) await viewPage(tab, url, address, seen);
      await context.close();
    }),
  );
  return seen;
}

async function viewPage(tab: Tab, url: string, address: string, seen: Seen): Promise<void> {
  tab.expected = address;
  try {
    await tab.page.goto(url + address, { waitUntil: 'domcontentloaded' });
    await until(tab.page, 'attacked.isHydrated()');
    await look(tab.page, seen);
  } catch (error) {
    seen.dead.push(`${address} ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
  }
}

/**
 * A detector that never fires proves nothing: one attack that works must be noticed, in both ways. Answers how many
 * scripts a page has that nobody attacked.
 */
async function provenDetector(browser: Browser, url: string): Promise<number> {
  const seen = unseen(Infinity);
  const context = await newContext(browser);
  const { page } = await openTab(context, url, seen);
  await page.goto(`${url}/`);
  const scripts = await page.evaluate<number>('attacked.scripts()');
  await page.evaluate(
    `document.querySelector('#root').insertAdjacentHTML('beforeend', '<img src="x:" onerror="alert(1)">')`,
  );
  await look(page, seen);
  await page.waitForTimeout(200);
  await context.close();
  const alerts = seen.executions.filter((what) => what.startsWith('alert'));
  if (alerts.length === 0 || seen.suspects.length === 0) throw new Error('An attack that works was not noticed.');
  return scripts;
}

async function newContext(browser: Browser): Promise<BrowserContext> {
  // Without the site's policy: what is judged is the markup alone, not what would stop it.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, proxy: noProxy, bypassCSP: true });
  await context.addInitScript({ path: fileURLToPath(new URL('./in-attacked-page.js', import.meta.url)) });
  return context;
}

/** A page, and the address at which it should be. */
type Tab = { page: Page; expected: string };

async function openTab(context: BrowserContext, url: string, seen: Seen): Promise<Tab> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const tab = { page, expected: '' };
  const ran = (what: string) => void seen.executions.push(`${what} at ${tab.expected}`);
  await page.exposeFunction('attackRan', ran);
  page.on('dialog', (dialog) => {
    ran(`dialog ${dialog.type()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => ran(`error ${error.message}`));
  page.on('popup', () => ran('window'));
  page.on('framenavigated', (frame) => {
    if (frame.url() !== url + tab.expected) ran(`navigation to ${frame.url()}`);
  });
  page.on('request', (request) => {
    if (request.url().startsWith(`${url}/`) || !/^(?:https?|ftp|wss?):/.test(request.url())) return;
    if (request.resourceType() === 'image') seen.pictures += 1;
    else seen.requests.push(`${request.resourceType()} ${request.url()} at ${tab.expected}`);
  });
  return tab;
}

/** The article as a document; then, by links, its writer and the article of another attack. */
async function viewAttack(tab: Tab, url: string, attack: Attack, next: Attack, seen: Seen): Promise<void> {
  const [article, author] = addressesOfAttack(attack);
  const { page } = tab;
  try {
    tab.expected = article;
    await page.goto(url + article, { waitUntil: 'domcontentloaded' });
    await until(page, 'attacked.isHydrated()');
    await look(page, seen);
    for (const address of [author, addressesOfAttack(next)[0]]) {
      tab.expected = address;
      if (!(await page.evaluate<boolean>(`attacked.go(${JSON.stringify(address)})`))) throw new Error('it never came');
      await look(page, seen);
    }
  } catch (error) {
    seen.dead.push(`${tab.expected} ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
  }
}

async function look(page: Page, seen: Seen): Promise<void> {
  seen.views += 1;
  seen.suspects.push(...(await page.evaluate<string[]>('attacked.suspects()')));
  const scripts = await page.evaluate<number>('attacked.scripts()');
  if (scripts > seen.scripts) seen.suspects.push(`${scripts} scripts in ${page.url()}`);
}
