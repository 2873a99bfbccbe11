/** Where the reader is, in every engine: the outline that follows, the ruler, and the bar of tools on a phone. */
import { expect, test } from 'vitest';
import { attribute, count, focused, texts, waitFor } from '../finding.ts';
import type { Window } from '../driver.ts';
import { click } from '../pointing.ts';
import { openSettings, phone, type Walk } from '../walk.ts';

const long = '/articles/what-makes-a-page-readable/';

const here = 'navigation Where you are';

/** Scrolls in small steps, a frame for each, as a hand does. */
const scrollInSteps = (window: Window, distance: number) =>
  window.run(async (distance) => {
    for (let step = 0; step < 4; step += 1) {
      scrollBy({ top: distance / 4, behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  }, distance);

/** Brings a heading of the text near the top of the window. */
const bringUp = (window: Window, id: string) =>
  window.run((id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }), id);

const lit = (window: Window) =>
  window.run(() => ({
    words: Array.from((CSS.highlights?.get('ruler') ?? []) as Iterable<AbstractRange>, String).join(''),
    isPaler:
      getComputedStyle(document.querySelector('[data-text="body"]')!).color !== getComputedStyle(document.body).color,
  }));

export function whereabouts(walk: Walk): void {
  test('the outline beside the text marks the section that is read', async () => {
    const window = await walk.open(long);
    await waitFor(window, here);
    await bringUp(window, 'h-leading');
    await expect.poll(() => attribute(window, `${here} > link Leading`, 'aria-current')).toBe('location');
    await bringUp(window, 'h-contrast');
    await expect.poll(() => attribute(window, `${here} > link Leading`, 'aria-current')).toBe(null);
    await expect.poll(() => attribute(window, `${here} > link Contrast`, 'aria-current')).toBe('location');
    expect(
      (await texts(window, `${here} > listitem`)).filter((text) => text.endsWith('minute')).length,
    ).toBeGreaterThan(4);
  });

  test('the ruler follows the text, where the engine can paint it', async () => {
    const window = await walk.open(long);
    const canPaint = await window.run(() => typeof Highlight === 'function' && 'highlights' in CSS);
    await openSettings(window);
    expect(await count(window, 'checkbox Reading ruler')).toBe(canPaint ? 1 : 0);
    if (!canPaint) return;
    await click(window, 'checkbox Reading ruler');
    await expect.poll(async () => (await lit(window)).isPaler).toBe(true);
    await window.press('Escape');
    await bringUp(window, 'h-leading');
    await expect.poll(async () => (await lit(window)).words).not.toBe('');
    const first = (await lit(window)).words;
    await scrollInSteps(window, 400);
    await expect.poll(async () => (await lit(window)).words).not.toBe(first);
  });

  test('on a phone the tools come when the reader scrolls back, and go when they read on', async () => {
    const window = await walk.open(long, phone);
    const tools = 'main > div Tools for reading';
    await bringUp(window, 'h-leading');
    await scrollInSteps(window, -120);
    await waitFor(window, tools);
    await click(window, `${tools} > button Where you are`);
    await waitFor(window, `${here} > link Contrast`);
    await window.press('Escape');
    await expect.poll(() => count(window, here)).toBe(0);
    expect(await focused(window)).toBe('button Where you are');
    await click(window, `${tools} > button Where you are`);
    await click(window, `${here} > link Contrast`);
    await expect.poll(() => window.run(() => location.hash)).toBe('#h-contrast');
    await expect.poll(() => count(window, tools)).toBe(0);
    await scrollInSteps(window, 200);
    await scrollInSteps(window, -120);
    await click(window, `${tools} > button Reading settings`);
    await waitFor(window, 'dialog Reading settings');
    await window.press('Escape');
    await expect.poll(() => count(window, 'dialog Reading settings')).toBe(0);
    expect(await focused(window)).toBe('button Reading settings');
  });
}
