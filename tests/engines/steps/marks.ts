/** Marks in every engine: made with the mouse, painted, found again, and listed where the engine cannot paint. */
import { expect, inject, test } from 'vitest';
import { staticHost } from '../../../src/press/static-host.ts';
import type { Window } from '../driver.ts';
import { texts, waitFor, waitForText } from '../finding.ts';
import { click } from '../pointing.ts';
import { withEarlyScript } from '../changed-pages.ts';
import { hydrated, type Walk } from '../walk.ts';

const manual = '/articles/footnotes-tables-and-code/';
const urdu = '/articles/nastaliq-screen-par/';

/** The words that are painted in a colour. */
const painted = (window: Window, colour: string) =>
  window.run((name) => Array.from(CSS.highlights.get(name) ?? [], String), `mark-${colour}`);

const entries = (window: Window) => texts(window, 'region Your marks > listitem');

/** Where some words of the text begin and end on the screen, in the direction they are read in. */
const endsOf = (window: Window, words: string) =>
  window.run((words) => {
    const body = document.querySelector('main [data-text="body"]')!;
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && !(walker.currentNode as Text).data.includes(words));
    const node = walker.currentNode as Text;
    node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const start = node.data.indexOf(words);
    const letter = (at: number) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    const [first, last] = [letter(start), letter(start + words.length - 1)];
    const isRtl = getComputedStyle(node.parentElement!).direction === 'rtl';
    const point = (x: number, { top, bottom }: DOMRect) => ({ x, y: (top + bottom) / 2 });
    return isRtl
      ? { from: point(first.right - 1, first), to: point(last.left + 1, last) }
      : { from: point(first.left + 1, first), to: point(last.right - 1, last) };
  }, words);

async function mark(window: Window, words: string, colour: string): Promise<void> {
  const { from, to } = await endsOf(window, words);
  await window.drag(from, to);
  await click(window, `toolbar Selected words > button Highlight in ${colour}`);
}

export function marks(walk: Walk): void {
  test.each([
    [manual, 'careful person’s'],
    [urdu, 'اسکول کی پہلی کتاب'],
  ])('words of %s are marked, painted, listed, and there again after a reload', async (path, words) => {
    const window = await walk.open(path, { width: 1440, height: 900 });
    await mark(window, words, 'green');
    await expect.poll(() => painted(window, 'green')).toEqual([words]);
    await expect.poll(() => entries(window)).toEqual([expect.stringContaining(words)]);
    await waitFor(window, 'group Your marks beside the text > button');
    await window.reload();
    await hydrated(window);
    await expect.poll(() => painted(window, 'green')).toEqual([words]);
    await expect.poll(() => entries(window)).toEqual([expect.stringContaining(words)]);
  });

  test('a mark is listed where the engine cannot paint it', async () => {
    const folder = inject('shippedSite');
    const without = withEarlyScript(folder, 'delete globalThis.Highlight;', staticHost(folder));
    walk.site.intercept = (request, response) => {
      without(request, response);
      return true;
    };
    const window = await walk.open(manual);
    await mark(window, 'careful person’s', 'green');
    await expect.poll(() => entries(window)).toEqual([expect.stringContaining('careful person’s')]);
    await waitForText(window, 'This browser cannot show marks in the text');
  });
}
