/** Pages of letters, from the publication or, without a line, as they were kept with their article. */
import { dataUrl, readPage } from '../../page-store.ts';
import type { LettersPageData, Page } from '../../publication/page.ts';
import { dayInWords } from '../backup/numbers.ts';
import { offlineReading } from '../offline/offline-reading.ts';

/** Undefined where it cannot be had: the link to it stays. */
export async function lettersAt(address: string): Promise<LettersPageData | undefined> {
  const page = await readPage(address);
  const found = page.kind === 'failed' ? await keptPage(address) : page;
  return found?.kind === 'letters' ? found : undefined;
}

async function keptPage(address: string): Promise<Page | undefined> {
  const file = await (await offlineReading())?.file(dataUrl(address));
  return file && (JSON.parse(new TextDecoder().decode(file.bytes)) as Page);
}

/**
 * When a letter was printed, in words: looked for in the article that is shown, then on the pages of its
 * letters, which everybody may read; nobody is asked about it.
 */
export async function printedOn(id: string, all: string | undefined): Promise<string | undefined> {
  const shown = document.getElementById(`letter-${id}`)?.querySelector('time');
  if (shown) return inWords(shown.dataset['printed']);
  const letter = new RegExp(`id="letter-${id}".*?<time datetime="[^"]*"(?: data-printed="([^"]*)")?`);
  for (let address = all; address !== undefined;) {
    const page = await lettersAt(address);
    const found = Object.values(page?.texts ?? {}).flatMap((html) => letter.exec(html) ?? []);
    if (found.length > 0) return inWords(found[1]);
    address = page?.paging.next;
  }
  return undefined;
}

/** A day of the publication is the same day everywhere. */
const inWords = (date: string | undefined): string | undefined =>
  date && dayInWords(date.includes('T') ? date : `${date}T12:00`);
