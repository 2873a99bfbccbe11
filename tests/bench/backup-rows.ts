/** A reader with 10,000 saved articles and 5,000 marks carries everything away and brings it back, on the shelf. */
import type { Browser, Page } from 'playwright-core';
import { shelfAddress } from '../../src/publication/addresses.ts';
import { serve } from './browsing.ts';
import type { Row } from './table.ts';

const savedArticles = 10_000;
const marks = 5000;

/** The text of such a reader's file. */
function backupText(publication: string): string {
  const kept = (order: number) => ({ order, revision: 1, changed: '2026-05-03T09:00:00.000Z' });
  const about = (at: number) => ({
    headline: `What the river does in year ${at}`,
    byline: 'By Amna Khan and Bilal Ahmed',
    section: 'Essays',
    minutes: '7 minutes',
  });
  const words = 'It rises in the first warm days, as it always has, and nobody is surprised but those who built there.';
  const saved = Array.from({ length: savedArticles }, (_, at) => ({
    ...kept(at + 1),
    article: `river-${at}`,
    about: about(at),
  }));
  const marked = Array.from({ length: marks }, (_, at) => ({
    ...kept(at + 1),
    id: `mark-${at}`,
    article: `river-${at}`,
    about: about(at),
    passage: {
      exact: words,
      prefix: words.slice(0, 64),
      suffix: words.slice(0, 64),
      start: at,
      end: at + 90,
      block: 2,
    },
    colour: 'yellow',
    note: at % 2 === 0 ? words : '',
    made: '2026-05-03T09:00:00.000Z',
  }));
  return JSON.stringify({
    format: 'broadsheet-backup',
    version: 1,
    publication,
    records: { saved, marks: marked },
  });
}

/** How long it takes until the page says that it is done; in seconds. */
async function measure(page: Page, text: string): Promise<{ preview: number; restore: number; save: number }> {
  const seconds = async (task: () => Promise<unknown>) => {
    const began = performance.now();
    await task();
    return (performance.now() - began) / 1000;
  };
  const buffer = Buffer.from(text);
  const file = page.locator('#backup-file');
  const preview = await seconds(async () => {
    await file.setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer });
    await page.locator('.backup-preview .button-first').waitFor();
  });
  const restore = await seconds(async () => {
    await page.locator('.backup-preview .button-first').click();
    await page.locator('.backup-undo').waitFor();
  });
  const save = await seconds(async () => {
    const download = page.waitForEvent('download');
    await page.locator('.backup-save .button').first().click();
    await (await download).path();
  });
  return { preview, restore, save };
}

/** Of a built site. */
export async function backupRows(browser: Browser, site: string): Promise<Row[]> {
  const served = await serve(site);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(served.url + shelfAddress());
    await page.locator('#backup-file').waitFor();
    const { preview, restore, save } = await measure(page, backupText(`${served.url}/`));
    const group = `A backup of ${savedArticles.toLocaleString('en')} saved articles and ${marks.toLocaleString('en')} marks`;
    return [
      { group, what: 'a file is chosen, until it says what it will do', value: preview, unit: 's', atMost: 3 },
      { group, what: 'restoring it, with a snapshot before', value: restore, unit: 's', atMost: 3 },
      { group, what: 'saving it as a file', value: save, unit: 's', atMost: 3 },
    ];
  } finally {
    await context.close();
    served.close();
  }
}
