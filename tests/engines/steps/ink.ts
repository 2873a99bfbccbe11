/** Headlines of Must Read are cut after four lines, but no sign of the lines that show: Nastaliq reaches far above its own. */
import { expect, test } from 'vitest';
import type { Window } from '../driver.ts';
import type { Walk } from '../walk.ts';

/** By how many pixels the ink of a headline's first line stands out of the box that cuts it off. */
const cutOff = (window: Window, selector: string) =>
  window.run(async (selector) => {
    const headline = document.querySelector<HTMLElement>(selector)!;
    const link = headline.querySelector('a')!;
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(link);
    const font = `${fontWeight} ${fontSize} ${fontFamily}`;
    await document.fonts.load(`${fontWeight} ${fontSize} "Nastaliq Listed"`, link.textContent);
    const canvas = Object.assign(document.createElement('canvas').getContext('2d')!, { font, direction: 'rtl' });
    const { actualBoundingBoxAscent } = canvas.measureText(link.textContent);
    const onBaseline = Object.assign(document.createElement('span'), { style: 'display: inline-block' });
    link.prepend(onBaseline);
    const baseline = onBaseline.getBoundingClientRect().bottom;
    onBaseline.remove();
    return headline.getBoundingClientRect().top - (baseline - actualBoundingBoxAscent);
  }, selector);

export function ink(walk: Walk): void {
  test('nothing of an Urdu headline is cut off', async () => {
    const window = await walk.open('/about/');
    expect(await cutOff(window, '.must-read li[dir=rtl] h3')).toBeLessThanOrEqual(0);
  });
}
