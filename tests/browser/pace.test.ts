/** The pace of the reader in a real browser: learnt while they read, and what the minutes that are left are counted by. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { opened } from './placing.ts';
import { scrollDown } from './reading.ts';
import { hydrated, useSite } from './site.ts';
import { read } from './shelved.ts';

const used = useSite();

const long = '/articles/what-makes-a-page-readable/';

const key = 'broadsheet:/:pace';

const samples = (page: Page): Promise<{ [language: string]: number[] }> =>
  page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? '{}'), key);

async function minutesLeft(pace?: string): Promise<number> {
  const page = await used.open({ path: '' });
  await page.addInitScript(([name, kept]) => kept && localStorage.setItem(name, kept), [key, pace ?? ''] as const);
  await page.goto(used.site.url + long);
  await hydrated(page);
  await scrollDown(page, 1500);
  return Number.parseInt(await page.getByText(/^\d+ minutes? left$/).innerText(), 10);
}

test('is learnt from what is read, minute by minute, and from nothing else', async () => {
  const page = await opened(used, long);
  await scrollDown(page, 900);
  await read(page, 7);
  const { en = [], ...others } = await samples(page);
  expect(others).toEqual({});
  expect(en.length).toBeGreaterThan(0);
  for (const pace of en) {
    expect(pace).toBeGreaterThan(100);
    expect(pace).toBeLessThan(500);
  }
  const looking = await opened(used, long);
  for (let top = 900; top < 4000; top += 300) await scrollDown(looking, top);
  expect(await samples(looking)).toEqual({});
});

test('counts the minutes that are left: half as fast takes twice as long, in its own language only', async () => {
  const [plain, slow, elsewhere, damaged] = await Promise.all([
    minutesLeft(),
    minutesLeft('{"en":[119,119,119,119,119]}'),
    minutesLeft('{"ur":[80,80,80,80,80]}'),
    minutesLeft('{"en":"much'),
  ]);
  expect(plain).toBeGreaterThan(3);
  expect(Math.abs(slow - 2 * plain)).toBeLessThanOrEqual(1);
  expect([elsewhere, damaged]).toEqual([plain, plain]);
});
