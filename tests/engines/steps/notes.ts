/** Notes in every engine: opened at their marks, closed by Escape and Back with the page where it was, and beside the text. */
import { expect, test } from 'vitest';
import type { Window } from '../driver.ts';
import { count, focus, focused, until, waitFor } from '../finding.ts';
import { click } from '../pointing.ts';
import { openSettings, phone, type Walk } from '../walk.ts';

const manual = '/articles/footnotes-tables-and-code/';
const urdu = '/articles/nastaliq-screen-par/';

const mark = (number: number) => `[data-text="body"] > link Note ${number}`;
const note = (number: number) => `dialog Note ${number}`;
const scrolled = (window: Window) => window.run(() => scrollY);

/** Whether the window of the note is on the screen, and right below or above the mark. */
const isAtMark = (window: Window, number: number) =>
  window.run((name) => {
    const panel = document.querySelector('.note-panel')?.getBoundingClientRect();
    const link = document.querySelector(`[data-text="body"] [aria-label="${name}"]`)?.getBoundingClientRect();
    if (!panel || !link) return false;
    const isIn = panel.left >= 0 && panel.right <= innerWidth && panel.top >= 0 && panel.bottom <= innerHeight;
    return isIn && Math.min(Math.abs(panel.top - link.bottom), Math.abs(link.top - panel.bottom)) < 40;
  }, `Note ${number}`);

export function notes(walk: Walk): void {
  test.each([
    [manual, 2],
    [urdu, 1],
  ])('a note of %s opens at its mark, and Escape and Back close it without a trace', async (path, number) => {
    const window = await walk.open(path, phone);
    await focus(window, mark(number));
    await window.press('Enter');
    await waitFor(window, note(number));
    await until('the note at its mark', () => isAtMark(window, number));
    const before = await scrolled(window);
    await window.press('Escape');
    await expect.poll(() => count(window, note(number))).toBe(0);
    expect(await focused(window)).toBe(`a Note ${number}`);
    expect(await scrolled(window)).toBe(before);
    await click(window, mark(number));
    await waitFor(window, note(number));
    const there = await scrolled(window);
    await window.back();
    await expect.poll(() => count(window, note(number))).toBe(0);
    expect(await focused(window)).toBe(`a Note ${number}`);
    expect(await scrolled(window)).toBe(there);
    expect(await window.run(() => location.pathname + location.hash)).toBe(path);
  });

  test('notes stand beside the text for whoever wants them there', async () => {
    const window = await walk.open(manual);
    await openSettings(window);
    await click(window, 'dialog Reading settings > radio Beside the text');
    await window.press('Escape');
    await window.run(() => document.querySelector('[role=doc-noteref]')?.scrollIntoView({ block: 'center' }));
    await until('two notes', async () => (await count(window, '[role=note]')) === 2);
    const [text, ...notes] = await window.run(() =>
      [...document.querySelectorAll('[data-text="body"], .aside')].map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    const [first, second] = notes;
    expect(first!.left).toBeGreaterThanOrEqual(0);
    expect(first!.right).toBeLessThan(text!.left);
    expect(second!.top).toBeGreaterThanOrEqual(first!.bottom);
  });
}
