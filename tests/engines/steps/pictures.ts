/** Pictures looked at closely, in every engine: opened, gone through in the direction of the text, enlarged, and closed. */
import { expect, test } from 'vitest';
import { lead } from '../../browser/reading.ts';
import type { Window } from '../driver.ts';
import { count, focus, focused, until, waitFor } from '../finding.ts';
import { click } from '../pointing.ts';
import { phone, type Walk } from '../walk.ts';

const urdu = '/articles/nastaliq-screen-par/';

/** The shipped articles have one picture each: two more of it make three. */
const makeThree = (window: Window) =>
  window.run(() => {
    const figure = document.querySelector('.main-figure');
    for (let time = 0; time < 2; time += 1) figure?.after(figure.cloneNode(true));
  });

/** What the dialog says of where one is, how wide the picture is, and how far its middle is from that of the window. */
const seen = (window: Window) =>
  window.run(() => {
    const { left, width } = document.querySelector('[data-seen] img')!.getBoundingClientRect();
    const [position] = (document.querySelector('dialog [role=status]')?.textContent ?? '').split('.');
    return { position, width, off: Math.abs(left + width / 2 - document.documentElement.clientWidth / 2) };
  });

const at = (window: Window, position: string) =>
  until(position, async () => {
    const now = await seen(window);
    return now.position === position && now.width > 100 && now.off < 12;
  });

export function pictures(walk: Walk): void {
  test.each([
    [lead.path, 'ArrowRight', 'ArrowLeft'],
    [urdu, 'ArrowLeft', 'ArrowRight'],
  ])('a picture of %s opens, %s brings the next, and Escape and Back close it', async (path, on, back) => {
    const window = await walk.open(path, phone);
    await makeThree(window);
    await click(window, '.look');
    await waitFor(window, 'dialog > button Close');
    await at(window, '1 of 3');
    for (const [key, position] of [
      [on, '2 of 3'],
      ['End', '3 of 3'],
      [back, '2 of 3'],
    ] as const) {
      await window.press(key);
      await at(window, position);
    }
    await expect.poll(() => window.run(() => location.hash)).toBe('#picture-2');
    const { width } = await seen(window);
    await click(window, 'dialog > button Enlarge');
    await until('the picture enlarged', async () => (await seen(window)).width >= width * 2);
    await click(window, 'dialog > button Whole picture');
    await at(window, '2 of 3');
    await window.press('Escape');
    await expect.poll(() => count(window, 'dialog')).toBe(0);
    await expect.poll(() => window.run(() => location.pathname + location.hash)).toBe(path);
    expect(await focused(window)).toBe('a ');
    await focus(window, '.look');
    await window.press('Enter');
    await at(window, '1 of 3');
    await window.back();
    await expect.poll(() => count(window, 'dialog')).toBe(0);
    expect(await window.run(() => location.pathname + location.hash)).toBe(path);
  });

  test.each([phone, { width: 1280, height: 800 }])('the pictures of a row are equally high, in %o', async (size) => {
    const window = await walk.open('/articles/footnotes-tables-and-code/', size);
    const rows = () =>
      window.run(() =>
        Array.from(document.querySelectorAll('.gallery-row'), (row) => {
          const { left, right } = row.getBoundingClientRect();
          const boxes = Array.from(row.querySelectorAll('img'), (picture) => picture.getBoundingClientRect());
          return {
            heights: new Set(boxes.map(({ height }) => Math.round(height))).size,
            tops: new Set(boxes.map(({ top }) => Math.round(top))).size,
            room: Math.abs(Math.round(boxes[0]!.left - left + right - boxes.at(-1)!.right)),
          };
        }),
      );
    expect(await rows()).toEqual([{ heights: 1, tops: 1, room: 0 }]);
    await click(window, '.gallery-row > .look');
    await at(window, '2 of 4');
    await window.press('End');
    await at(window, '4 of 4');
    await window.press('Escape');
    await expect.poll(() => count(window, 'dialog')).toBe(0);
  });
}
