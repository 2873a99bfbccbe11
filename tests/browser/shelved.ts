/** What tests of places and of the shelf share: reading at a reader's pace, and what the device keeps. */
import type { Page } from 'playwright-core';
import { readingLine } from '../../src/text/lines.ts';

/** Of an article's address. */
export const slugOf = (path: string) => path.split('/')[2]!;

/** From now on the clock of the page stands still but for what `pass` lets by; call before the page is opened. */
export async function holdClock(page: Page): Promise<void> {
  await page.clock.install();
  // Looking at what is read is the one thing that a page does again and again.
  await page.addInitScript(() => {
    const repeat = setInterval;
    const watched = new Promise<void>((resolve) => {
      Object.assign(window, {
        setInterval: (...given: Parameters<typeof setInterval>) => {
          resolve();
          return repeat(...given);
        },
      });
    });
    Object.assign(window, { watched });
  });
}

/** Until the page has begun to look at what is read: nobody has read in the time before that. */
const watched = (page: Page) => page.evaluate(() => (window as unknown as { watched: Promise<void> }).watched);

export async function pass(page: Page, seconds: number): Promise<void> {
  await watched(page);
  await page.clock.runFor(seconds * 1000);
}

/** Reads on, a screen after another, each in the time of a reader. */
export async function read(page: Page, screens: number): Promise<void> {
  for (let screen = 0; screen < screens; screen += 1) {
    await pass(page, 30);
    await page.evaluate(() => scrollBy({ top: innerHeight * 0.8, behavior: 'instant' }));
    await pass(page, 2);
  }
}

/** The paragraph whose line is the first to be read in the window: its middle is at the reading line or below it. */
export const topParagraph = (page: Page) =>
  page.evaluate((height) => {
    const middleOfLastLine = (block: Element) => {
      const words = document.createRange();
      words.selectNodeContents(block);
      const { top, bottom } = [...words.getClientRects()].at(-1) ?? block.getBoundingClientRect();
      return (top + bottom) / 2;
    };
    const blocks = [...document.querySelectorAll('[data-text="body"] > *')];
    return blocks.find((block) => middleOfLastLine(block) >= height)?.textContent;
  }, readingLine);

export type Kept = { [field: string]: unknown };

/** All records of a store of the reader's, once the page has opened the database. */
export const keptIn = (page: Page, store: 'saved' | 'places'): Promise<Kept[]> =>
  page.evaluate(
    (name) =>
      new Promise<Kept[]>((resolve, reject) => {
        const opening = indexedDB.open('broadsheet:/');
        opening.addEventListener('error', () => reject(new Error(String(opening.error))));
        opening.addEventListener('success', () => {
          const all = opening.result.transaction(name).objectStore(name).getAll();
          all.addEventListener('success', () => {
            opening.result.close();
            resolve(all.result);
          });
        });
      }),
    store,
  );

/** Puts records into a store of the reader's, as an earlier visit would have. */
export const putInto = (page: Page, store: 'saved' | 'places', records: Kept[]): Promise<void> =>
  page.evaluate(
    ([name, put]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('broadsheet:/');
        opening.addEventListener('error', () => reject(new Error(String(opening.error))));
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction(name, 'readwrite');
          for (const record of put) transaction.objectStore(name).put(record);
          transaction.addEventListener('error', () => reject(new Error(String(transaction.error))));
          transaction.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    [store, records] as const,
  );

const changed = '2026-05-03T09:00:00.000Z';

export const savedRecord = (article: string, order: number, about: Kept = {}): Kept => ({
  article,
  about: { headline: `The ${article}`, ...about },
  order,
  revision: 1,
  changed,
});

export const placeRecord = (article: string, order: number, more: Kept = {}): Kept => ({
  ...savedRecord(article, order),
  passage: { exact: '', prefix: '', suffix: '', start: 0, end: 0, block: 0 },
  fraction: 0.5,
  state: 'reading',
  ...more,
});
