/** Walks of a reader through faults: what the reader does meanwhile, and what must be so all the time. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { followLink } from './reading.ts';
import { faults, type Walk } from './walk-faults.ts';

export const addresses = [
  '/',
  '/articles/a-hill-in-pyongyang/',
  '/articles/one-sentence-many-scripts/',
  '/articles/footnotes-tables-and-code/',
  '/articles/how-must-read-is-ordered/',
  '/articles/nastaliq-screen-par/',
  '/authors/m-a-hossain/',
  '/sections/guide/',
  '/must-read/',
  '/glossary/',
];

/** A worker that has the shell answers for documents. */
const hasShell = (page: Page): Promise<boolean> =>
  page.evaluate(
    async () => navigator.serviceWorker.controller !== null && (await caches.match('/offline.html')) !== undefined,
  );

/** Without a line a document comes by a worker that has the shell, or from nowhere. */
const documentsCome = async ({ page, hasLine }: Walk): Promise<boolean> => hasLine || hasShell(page);

const settled = { waitUntil: 'domcontentloaded' } as const;

const actions: [weight: number, name: string, act: (walk: Walk) => Promise<unknown>][] = [
  [
    8,
    'follows a link',
    async (walk) => {
      if (await documentsCome(walk)) await followLink(walk.page, walk.random.one(addresses));
    },
  ],
  [
    2,
    'goes back',
    async (walk) =>
      (await documentsCome(walk)) &&
      walk.page.evaluate(() => {
        // Not to what the tab was before it came here.
        if (navigation.currentEntry?.index) history.back();
      }),
  ],
  [
    2,
    'opens the settings',
    async ({ page }) => {
      const button = page.getByRole('button', { name: 'Reading settings' });
      if (await button.isVisible()) await button.click({ timeout: 2000 }).catch(() => undefined);
      await page.keyboard.press('Escape');
    },
  ],
  [1, 'scrolls', ({ page }) => page.evaluate(() => scrollTo(0, 900))],
  [1, 'reloads', async (walk) => (await documentsCome(walk)) && walk.page.reload(settled)],
  [
    1,
    'opens an address',
    async (walk) => (await documentsCome(walk)) && walk.page.goto(walk.site.url + walk.random.one(addresses), settled),
  ],
];

const drawn = actions.flatMap(([weight, ...action]) => Array.from({ length: weight }, () => action));

const ofTheBrowser = 'the browser’s own page';
const onItsWay = 'a document is on its way';

/**
 * What a walk came to where the tab answers no question. While a debugger, as ours, is at the workers of a site, Chromium
 * may let a tab wait for ever for a new one to take the place of another: it did so in 3 of 12 reloads after a deploy,
 * and in 0 of 300 without a debugger.
 */
export const silent = 'the tab answers nothing';

const after = <Value>(milliseconds: number, value: Value) =>
  new Promise<Value>((resolve) => setTimeout(resolve, milliseconds, value));

/** Whether it came to an end; a tab that is silent comes to none. */
export const inTime = (task: Promise<unknown>): Promise<boolean> =>
  Promise.race([task.then(() => true), after(25_000, false)]);

/** What is wrong with what the reader sees; nothing where there is something to read. */
export async function wrongWith(page: Page): Promise<string | undefined> {
  await page.waitForLoadState('domcontentloaded');
  if (!page.url().startsWith('http')) return ofTheBrowser;
  return page.evaluate(() => {
    const seen = (element: HTMLElement | null) =>
      element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ? element.innerText.trim() : '';
    if (document.querySelector('.crash')) return 'all of the page was replaced';
    if (seen(document.body).length < 100) return 'white';
    if (seen(document.querySelector('main')).length < 20) return 'nothing in the main part';
    return undefined;
  });
}

/** A page may be on its way, so it is asked until it is well; what was wrong to the last, where it does not become so. */
async function lastingFault(page: Page): Promise<string | undefined> {
  let wrong: string | undefined;
  // Between two documents Chromium may leave a question without an answer.
  const look = async () => (wrong = await Promise.race([wrongWith(page), after(4000, silent)]).catch(() => onItsWay));
  await expect
    .poll(look, { timeout: 5000 })
    .toBeUndefined()
    .catch(() => undefined);
  return wrong;
}

/** Walks through two to five faults; answers the first thing that was wrong. */
export async function walkThrough(walk: Walk): Promise<string | undefined> {
  const { page, random, told } = walk;
  const names = Object.keys(faults);
  for (let left = 2 + random.whole(4); left > 0; left -= 1) {
    const hadShell = await Promise.race([hasShell(page).catch(() => false), after(4000, false)]);
    const name = random.one(names);
    told.push(name);
    // What belongs to the page may go with it in the middle of a fault.
    await inTime(Promise.resolve(faults[name]?.(walk)).catch(() => undefined));
    const [does, act] = random.one(drawn);
    told.push(does);
    await inTime(act(walk).catch((error: unknown) => told.push(String(error).split('\n')[0]!)));
    const wrong = await lastingFault(page);
    // A document that was on its way when the line died comes from nowhere where no worker has the shell (F1).
    if (wrong === ofTheBrowser && !walk.hasLine && !hadShell) return undefined;
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

export async function healed(walk: Walk): Promise<void> {
  walk.rules.length = 0;
  walk.hasLine = true;
  await walk.page.context().setOffline(false);
  for (const heal of walk.heal.splice(0)) await heal();
}
