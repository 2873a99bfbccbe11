/** With the keyboard alone, in every engine. */
import { expect, test } from 'vitest';
import { lead } from '../../browser/reading.ts';
import type { Window } from '../driver.ts';
import { arrived, count, focused, waitFor } from '../finding.ts';
import type { Walk } from '../walk.ts';

/** Presses a key until the focus is there; a page has fewer stops than this. */
async function goTo(window: Window, key: string, stop: string): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 80) {
    await window.press(key);
    passed.push(await focused(window));
    if (passed.at(-1) === stop) return;
  }
  throw new Error(`${key} never came to ${stop}, but to ${passed.join(', ')}`);
}

export function keys(walk: Walk): void {
  test('a link is followed, the settings are opened, and Escape gives the focus back', async () => {
    const window = await walk.open('/');
    await goTo(window, 'Tab', 'a Skip to the text');
    await goTo(window, 'Tab', `a ${lead.title}`);
    await window.press('Enter');
    await arrived(window, lead.title);
    await expect.poll(() => focused(window)).toBe(`h1 ${lead.title}`);
    await goTo(window, 'Shift+Tab', 'button Reading settings');
    await window.press('Enter');
    await waitFor(window, 'dialog Reading settings');
    await goTo(window, 'Tab', 'button Close');
    await window.press('Escape');
    await expect.poll(() => count(window, 'dialog Reading settings')).toBe(0);
    expect(await focused(window)).toBe('button Reading settings');
    await window.press('?');
    await waitFor(window, 'dialog Keys');
    await window.press('Escape');
    await expect.poll(() => count(window, 'dialog Keys')).toBe(0);
    await window.press('b');
    await arrived(window, 'Your shelf');
  });
}
