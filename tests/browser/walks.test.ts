/**
 * Seeded walks through two to five faults each, in one tab of one reader: never a white page, never an error that nobody
 * caught. `WALKS=1000` walks further than `npm test` does.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { randomFrom } from '../random.ts';
import { paperIsKept } from './kept.ts';
import { followLink, lead } from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';
import { damaged, deployed, faults, type Walk } from './walk-faults.ts';
import { healed, inTime, silent, walkThrough, wrongWith } from './walking.ts';

const used = useSite();

const walks = Number(process.env['WALKS'] ?? 100);

async function begun(): Promise<Walk> {
  const page = await used.open({ path: '', worker: true });
  const cdp = await page.context().newCDPSession(page);
  const walk: Walk = {
    page,
    site: used.site,
    cdp,
    rules: [],
    heal: [],
    told: [],
    hasLine: true,
    changed: 0,
    random: randomFrom(0),
  };
  deployed(walk, 1);
  await page.goto(used.site.url + lead.path);
  await hydrated(page);
  return walk;
}

/** React’s word for a document that is not as it was written: it was changed before the app began, and is made anew. */
const madeAnew = /React error #418/;

/**
 * All that a browser says of answers that failed is no error of ours; what is thrown is, and
 * React’s word is counted. The last is what a boundary says that it caught, with where: a byline, which damaged data lacks.
 */
const told =
  /Failed to load resource|ERR_|ServiceWorker|service worker|MIME type|Content Security|Fetch API|React error #418|undefined \(reading 'map'\)\s+at /i;

/** A new reader with the paper on the device; what is thrown at them is noted. */
async function readerOf(thrown: string[]): Promise<Walk> {
  const walk = await begun();
  const { page } = walk;
  expectErrors(page, told);
  page.on('pageerror', (error) => {
    if (madeAnew.test(String(error)) && walk.changed > 0) walk.changed -= 1;
    else thrown.push(`${String(error)}: ${walk.told.join(', ')}`);
  });
  await paperIsKept(page);
  return walk;
}

/** All is well again; whoever came to an end of the way begins anew. */
async function comesToTheEnd(walk: Walk, begins: boolean): Promise<void> {
  await healed(walk);
  // A tab that does not come there is seen to be silent by the next one who asks.
  const goes = { timeout: 60_000 };
  if (begins || !walk.page.url().startsWith('http')) await walk.page.goto(used.site.url + lead.path, goes);
}

test(
  `${walks} walks: always something to read`,
  async () => {
    const thrown: string[] = [];
    const wrong: string[] = [];
    const walkedAgain: string[] = [];
    let walk = await readerOf(thrown);
    const nextReader = async () => {
      await walk.page.context().close();
      walk = await readerOf(thrown);
    };
    const walked = async (seed: number): Promise<string | undefined> => {
      walk.random = randomFrom(seed);
      walk.told = [String(seed)];
      const fault = await walkThrough(walk);
      if (fault === silent) return silent;
      return (await inTime(comesToTheEnd(walk, fault !== undefined || seed % 10 === 0))) ? fault : silent;
    };
    for (let seed = 1; seed <= walks; seed += 1) {
      if (seed % 50 === 0) await nextReader();
      let fault = await walked(seed);
      if (fault === silent) {
        walkedAgain.push(walk.told.join(', '));
        await nextReader();
        fault = await walked(seed);
      }
      if (fault !== undefined) wrong.push(`${fault}: ${walk.told.join(', ')}`);
      if (fault === silent) await nextReader();
    }
    expect(walkedAgain.slice(walks / 50)).toEqual([]);
    expect({ wrong, thrown }).toEqual({ wrong: [], thrown: [] });
  },
  walks * 5000,
);

describe('what the walks look for', () => {
  async function toDamagedData(walk: Walk): Promise<void> {
    expectErrors(walk.page, /TypeError|undefined|reading/);
    await faults['F24 data is damaged']?.(walk);
    await followLink(walk.page, damaged);
    await expect.poll(() => new URL(walk.page.url()).pathname).toBe(damaged);
  }

  test('is there where a part of the page failed: the rest, and a sentence', async () => {
    const walk = await begun();
    const thrown: string[] = [];
    walk.page.on('pageerror', (error) => thrown.push(String(error)));
    await toDamagedData(walk);
    await walk.page.getByText('This part of the page could not be shown.').waitFor();
    expect(await wrongWith(walk.page)).toBeUndefined();
    // What is guessed of the next pages, when this one is idle, throws nothing either.
    await walk.page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
    expect(thrown).toEqual([]);
  });

  test('is missing where no boundary is around the parts', async () => {
    const walk = await begun();
    walk.rules.push(async (path, response) => {
      if (!/\/index-.*\.js$/.test(path)) return false;
      const code = await readFile(join(inject('shippedSite'), path), 'utf8');
      const [before, after, ...others] = code.split('getDerivedStateFromError(){return{broken:!0}}');
      expect([typeof after, others.length]).toEqual(['string', 0]);
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(`${before}getDerivedStateFromError(error){throw error}${after}`);
      return true;
    });
    await walk.page.reload();
    await hydrated(walk.page);
    await toDamagedData(walk);
    await expect.poll(() => wrongWith(walk.page)).toBe('white');
  });

  test('is missing where the root was emptied', async () => {
    const { page } = await begun();
    expect(await wrongWith(page)).toBeUndefined();
    await page.evaluate(() => document.getElementById('root')?.replaceChildren());
    expect(await wrongWith(page)).toBe('white');
  });
});
