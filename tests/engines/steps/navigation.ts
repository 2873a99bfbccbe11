/** Going from page to page in every engine: one document, the focus on the headline, and every place found again. */
import { expect, test } from 'vitest';
import { lead } from '../../browser/reading.ts';
import { arrived, focused, title } from '../finding.ts';
import { click } from '../pointing.ts';
import type { Window } from '../driver.ts';
import { hydrated, type Walk } from '../walk.ts';

const long = '/articles/what-makes-a-page-readable/';

const scrolled = (window: Window) => window.run(() => Math.round(scrollY));
const distance = async (window: Window, place: number) => Math.abs((await scrolled(window)) - place);

/** How far below the top of the window a part begins. */
const topOf = (window: Window, id: string) =>
  window.run((id) => Math.round(document.getElementById(id)?.getBoundingClientRect().top ?? Infinity), id);

const isAtTop = async (window: Window, id: string) => {
  const top = await topOf(window, id);
  return top >= -2 && top < 150;
};

/** A face that is late at the first visit, and there at the next, would break the lines of the text otherwise. */
function withoutFaces(walk: Walk): void {
  walk.expectErrors(/404|font|not loaded/i);
  walk.site.intercept = ({ url = '' }, response) => {
    if (!url.endsWith('.woff2')) return false;
    response.writeHead(404).end();
    return true;
  };
}

export function navigation(walk: Walk): void {
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
    withoutFaces(walk);
    const window = await walk.open(long);
    const id = await window.run(() => {
      const heading = document.querySelectorAll('[data-text="body"] h2')[2];
      heading?.scrollIntoView();
      return heading?.id ?? '';
    });
    await expect.poll(() => isAtTop(window, id)).toBe(true);
    const [place, top] = [await scrolled(window), await topOf(window, id)];
    expect(place).toBeGreaterThan(500);
    await window.reload();
    await hydrated(window);
    await expect.poll(async () => Math.abs((await topOf(window, id)) - top)).toBeLessThanOrEqual(2);
  });

  test('an address of a part leads to the part, and so does a link', async () => {
    withoutFaces(walk);
    const window = await walk.open(`${lead.path}#h-the-conclusion-he-draws`);
    await expect.poll(() => isAtTop(window, 'h-the-conclusion-he-draws')).toBe(true);
    await window.reload();
    await expect.poll(() => isAtTop(window, 'h-the-conclusion-he-draws')).toBe(true);
    await window.run(() => scrollTo(0, 0));
    await click(window, 'button In this article');
    await click(window, 'navigation In this article > link The conclusion he draws');
    await expect.poll(() => isAtTop(window, 'h-the-conclusion-he-draws')).toBe(true);
  });
}
