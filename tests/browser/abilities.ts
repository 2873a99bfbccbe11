/**
 * What a test needs and a browser may not have: asked of the browser on a plain page, never guessed from its name. A
 * test that asks in vain is not run; the run says so aloud and does not count it as passed.
 */
import type { Page } from 'playwright-core';
import { expect, type TestContext } from 'vitest';
import { launch, serve } from './site.ts';

const plain = '<!doctype html><title>Plain</title><div style="height: 400vh">Above</div><p>far below</p>';

const questions = {
  'text fragments': async (page: Page, url: string) => {
    await page.goto(`${url}#:~:text=far%20below`);
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    return page.evaluate(() => scrollY > 0);
  },
  'search of its own (window.find)': async (page: Page, url: string) => {
    await page.goto(url);
    return page.evaluate(() => (window as unknown as { find: (words: string) => boolean }).find('far below'));
  },
  'back/forward cache': async (page: Page, url: string) => {
    await page.goto(url);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await page.goto('data:text/html,elsewhere');
    await page.evaluate(() => void setTimeout(() => history.back()));
    const here = () => page.evaluate(() => document.readyState === 'complete' && location.href).catch(() => undefined);
    await expect.poll(here).toBe(url);
    return page.evaluate(() => 'sameDocument' in window);
  },
};

const answers = new Map<keyof typeof questions, Promise<boolean>>();

/** Goes on where the browser has it; else the test ends here, not run. */
export async function needs({ skip }: TestContext, ability: keyof typeof questions): Promise<void> {
  const answer = answers.get(ability) ?? ask(ability);
  answers.set(ability, answer);
  skip(!(await answer), `not run: this browser has no ${ability}`);
}

async function ask(ability: keyof typeof questions): Promise<boolean> {
  const site = await serve((_, response) => response.setHeader('content-type', 'text/html').end(plain));
  const browser = await launch(withBackForwardCache);
  try {
    return await questions[ability](await browser.newPage(), `${site.url}/`);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Playwright starts browsers without it. */
export const withBackForwardCache = { ignoreDefaultArgs: ['--disable-back-forward-cache'] };
