/** Going from page to page in every engine: one document, the focus on the headline, and every place found again. */
import { expect, test } from 'vitest';
import { lead } from '../browser/reading.ts';
import { arrived, click, focused, title } from './finding.ts';
import type { Window } from './driver.ts';
import { hydrated, inEachEngine } from './walk.ts';

const long = '/articles/what-makes-a-page-readable/';

const scrolled = (window: Window) => window.run(() => Math.round(scrollY));
const distance = async (window: Window, place: number) => Math.abs((await scrolled(window)) - place);

/** Scrolls, and waits until the page has seen it. */
const scrollDown = (window: Window, top: number) =>
  window.run(
    (to) =>
      new Promise<void>((resolve) => {
        addEventListener('scroll', () => requestAnimationFrame(() => requestAnimationFrame(() => resolve())), {
          once: true,
        });
        scrollTo(0, to);
      }),
    top,
  );

/** Whether a part begins at the top of the window, with the room that is left above it. */
const isAtTop = (window: Window, id: string) =>
  window.run((id) => {
    const { top = Infinity } = document.getElementById(id)?.getBoundingClientRect() ?? {};
    return top >= -2 && top < 150;
  }, id);

inEachEngine((walk) => {
  test('a link keeps the document, sets the title and puts the focus on the headline; Back restores the place', async () => {
    const window = await walk.open('/');
    await window.run(() => {
      Object.assign(globalThis, { isSame: true });
      addEventListener('click', () => Object.assign(globalThis, { left: Math.round(scrollY) }), { capture: true });
    });
    await click(window, 'contentinfo > link Privacy');
    await arrived(window, 'Privacy');
    await expect.poll(() => focused(window)).toBe('h1 Privacy');
    expect(await title(window)).toMatch(/^Privacy/);
    const { isSame, left = 0 } = await window.run(() => {
      const { isSame, left } = globalThis as { isSame?: boolean; left?: number };
      return { isSame, left };
    });
    expect(isSame).toBe(true);
    expect(left).toBeGreaterThan(100);
    expect(await scrolled(window)).toBe(0);
    await window.back();
    await arrived(window, 'Broadsheet');
    await expect.poll(() => distance(window, left)).toBeLessThanOrEqual(2);
    await click(window, `main > link ${lead.title}`);
    await arrived(window, lead.title);
    expect(await window.run(() => 'isSame' in globalThis)).toBe(true);
  });

  test('a reload restores the place', async () => {
    const window = await walk.open(long);
    await scrollDown(window, 1500);
    await window.reload();
    await expect.poll(() => distance(window, 1500)).toBeLessThanOrEqual(2);
    await hydrated(window);
    await expect.poll(() => distance(window, 1500)).toBeLessThanOrEqual(2);
  });

  test('an address of a part leads to the part, and so does a link', async () => {
    const window = await walk.open(`${lead.path}#h-the-conclusion-he-draws`);
    await expect.poll(() => isAtTop(window, 'h-the-conclusion-he-draws')).toBe(true);
    const place = await scrolled(window);
    await window.reload();
    await expect.poll(() => distance(window, place)).toBeLessThanOrEqual(2);
    await window.run(() => scrollTo(0, 0));
    await click(window, 'button In this article');
    await click(window, 'navigation In this article > link The conclusion he draws');
    await expect.poll(() => isAtTop(window, 'h-the-conclusion-he-draws')).toBe(true);
  });
});
