/** Opens pages with hostile content in a browser, as documents and by following links, and counts what should not be. */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Attack } from './attack-content.ts';
import { addressesOfAttack } from './attack-pages.ts';

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
};

const tabs = 3;

export async function viewAttacks(
  browser: Browser,
  url: string,
  attacks: readonly Attack[],
  log: (line: string) => void,
): Promise<Seen> {
  const seen: Seen = { views: 0, executions: [], suspects: [], requests: [], pictures: 0, dead: [] };
  const left = attacks.values();
  await Promise.all(
    Array.from({ length: tabs }, async () => {
      const context = await guardedContext(browser, url, seen);
      try {
        for (const attack of left) {
          await viewAttack(context, url, attack, seen);
          if (seen.views % 400 < 4) log(`attacks: ${seen.views} views`);
        }
      } finally {
        await context.close();
      }
    }),
  );
  return seen;
}

/** Nothing leaves this machine; what would have is noted. */
async function guardedContext(browser: Browser, url: string, seen: Seen): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.route(
    ({ origin }) => origin !== url,
    async (route) => {
      const request = route.request();
      if (request.resourceType() === 'image') seen.pictures += 1;
      else seen.requests.push(`${request.resourceType()} ${request.url()}`);
      await route.abort();
    },
  );
  await context.exposeBinding('attackRan', ({ page }, name: string) => void seen.executions.push(`${name} ${page.url()}`));
  await context.addInitScript({ path: fileURLToPath(new URL('./in-attacked-page.js', import.meta.url)) });
  return context;
}

/** The article and its writer: each as a document, then by a link from the other. A new tab for each attack. */
async function viewAttack(context: BrowserContext, url: string, attack: Attack, seen: Seen): Promise<void> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  let expected = '';
  const ran = (what: string) => void seen.executions.push(`${what}: ${JSON.stringify(attack.payload)} at ${expected}`);
  page.on('dialog', (dialog) => {
    ran(`dialog ${dialog.type()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => ran(`error ${error.message}`));
  page.on('popup', () => ran('window'));
  page.on('framenavigated', (frame) => {
    if (frame.url() !== url + expected && frame.url() !== 'about:blank') ran(`navigation to ${frame.url()}`);
  });
  const [article, author] = addressesOfAttack(attack);
  try {
    for (const [first, second] of [[article, author], [author, article]] as const) {
      expected = first;
      await page.goto(url + first, { waitUntil: 'load' });
      await page.waitForFunction('attacked.isHydrated()', undefined, { timeout: 5000 });
      await look(page, seen);
      expected = second;
      if (!(await page.evaluate<boolean>(`attacked.go(${JSON.stringify(second)})`))) throw new Error(`no ${second}`);
      await look(page, seen);
    }
  } catch (error) {
    seen.dead.push(`${expected} ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
  } finally {
    await page.close();
  }
}

/** The theme's script, the data and the app: a page has no others. */
const scriptsOfAPage = 3;

async function look(page: Page, seen: Seen): Promise<void> {
  seen.views += 1;
  seen.suspects.push(...(await page.evaluate<string[]>('attacked.suspects()')));
  const scripts = await page.evaluate<number>('attacked.scripts()');
  if (scripts > scriptsOfAPage) seen.suspects.push(`${scripts} scripts in ${page.url()}`);
}
