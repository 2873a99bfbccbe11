/** What tests of marks do on a page. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { hydrated, type OpenOptions, type UsedSite } from './site.ts';

export const manual = '/articles/footnotes-tables-and-code/';

export const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Selected words' });

export const highlight = (page: Page, colour: string) => page.getByRole('button', { name: `Highlight in ${colour}` });

export const panel = (page: Page) => page.getByRole('dialog', { name: 'Your mark' });

export const note = (page: Page) => page.getByRole('textbox', { name: 'Your note' });

export const list = (page: Page) => page.getByRole('region', { name: 'Your marks' });

export const entries = (page: Page) => list(page).getByRole('listitem');

/** The words that are painted, by colour. */
export const painted = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      Array.from(CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>, ([name, ranges]) => [
        name,
        Array.from(ranges, String),
      ]),
    ),
  );

export const bodyHtml = (page: Page) => page.locator('main [data-text="body"]').evaluate((body) => body.innerHTML);

/** Where the first and the last sign of some words are on the page, once they are in the middle of the window. */
export const boxOf = (page: Page, from: string, to = from) =>
  page.evaluate(
    ([first, last]) => {
      const body = document.querySelector('main [data-text="body"]')!;
      const find = (words: string) => {
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        let found: { node: Node; at: number; end: number } | undefined;
        while (walker.nextNode()) {
          const at = (walker.currentNode as Text).data.indexOf(words);
          if (at !== -1) found = { node: walker.currentNode, at, end: at + words.length };
        }
        if (!found) throw new Error(`No such words: ${words}`);
        return found;
      };
      const [start, end] = [find(first), find(last)];
      start.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      range.setStart(start.node, start.at);
      range.setEnd(start.node, start.at + 1);
      const head = range.getBoundingClientRect();
      range.setStart(end.node, end.end - 1);
      range.setEnd(end.node, end.end);
      const tail = range.getBoundingClientRect();
      const isRtl = getComputedStyle(start.node.parentElement!).direction === 'rtl';
      return {
        x1: isRtl ? head.right - 1 : head.left + 1,
        y1: (head.top + head.bottom) / 2,
        x2: isRtl ? tail.left + 1 : tail.right - 1,
        y2: (tail.top + tail.bottom) / 2,
      };
    },
    [from, to] as const,
  );

export async function drag(page: Page, from: string, to = from): Promise<void> {
  const { x1, y1, x2, y2 } = await boxOf(page, from, to);
  await page.mouse.move(x1, y1);
  await page.mouse.down();
  await page.mouse.move(x2, y2, { steps: 8 });
  await page.mouse.up();
  await toolbar(page).waitFor();
}

/** As a finger does it: the system makes the selection, the page only hears of it. */
export async function select(page: Page, from: string, to = from): Promise<void> {
  await page.evaluate(
    ([first, last]) => {
      const body = document.querySelector('main [data-text="body"]')!;
      const find = (words: string) => {
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        let found: { node: Node; at: number } | undefined;
        while (walker.nextNode()) {
          const at = (walker.currentNode as Text).data.indexOf(words);
          if (at !== -1) found = { node: walker.currentNode, at };
        }
        if (!found) throw new Error(`No such words: ${words}`);
        return found;
      };
      const [start, end] = [find(first), find(last)];
      start.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      getSelection()?.setBaseAndExtent(start.node, start.at, end.node, end.at + last.length);
    },
    [from, to] as const,
  );
  await toolbar(page).waitFor();
}

export async function mark(page: Page, from: string, to = from, colour = 'yellow'): Promise<void> {
  const before = await entries(page).count();
  await select(page, from, to);
  await highlight(page, colour).click();
  await expect.poll(() => entries(page).count()).toBe(before + 1);
}

export async function openArticle(used: UsedSite, path = manual, options: OpenOptions = {}): Promise<Page> {
  const page = await used.open({ path, ...options });
  await hydrated(page);
  return page;
}

/** From now on the article comes as if its file had been edited and the site built again. */
export async function serveEdited(used: UsedSite, edit: (html: string) => string): Promise<void> {
  const page = await fetch(used.site.url + manual);
  const html = edit(await page.text());
  const headers = Object.fromEntries([...page.headers].filter(([name]) => !/length|encoding|etag/.test(name)));
  used.site.intercept = (request, response) => {
    if (request.url !== manual) return false;
    response.writeHead(200, headers).end(html);
    return true;
  };
}
