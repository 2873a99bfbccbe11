/** The reading settings in every engine: applied at once, in all windows, and before the first paint. */
import { expect, inject, test } from 'vitest';
import { staticHost } from '../../../src/press/static-host.ts';
import { lead } from '../../browser/reading.ts';
import { withEarlyScript } from '../changed-pages.ts';
import type { Window } from '../driver.ts';
import { count, focus, isChecked } from '../finding.ts';
import { click } from '../pointing.ts';
import { openSettings, type Walk } from '../walk.ts';

/** The settings that the document shows. */
const applied = (window: Window) =>
  window.run(() => {
    const { dataset, style } = document.documentElement;
    return [dataset['theme'], style.getPropertyValue('--set-size')];
  });

const paper = (window: Window) => window.run(() => getComputedStyle(document.body).backgroundColor);

/** Notes the settings that the document shows when its body begins: nothing can have been painted before. */
const atBody = `
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    const { dataset, style } = document.documentElement;
    globalThis.atBody = [dataset.theme, style.getPropertyValue('--set-size')];
  }).observe(document, { childList: true, subtree: true });`;

export function settings(walk: Walk): void {
  test('a theme and a size are applied at once, in another window, and after a reload before there is a body', async () => {
    const [window, other] = [await walk.open(lead.path), await walk.open('/about/')];
    await openSettings(window);
    await click(window, 'dialog Reading settings > radio Sepia');
    await expect.poll(() => paper(window)).toBe('rgb(246, 236, 217)');
    await focus(window, 'dialog Reading settings > slider Size');
    await window.press('ArrowRight');
    await window.press('ArrowRight');
    await expect.poll(() => applied(window)).toEqual(['sepia', '1.1']);
    await expect.poll(() => applied(other)).toEqual(['sepia', '1.1']);
    expect(await paper(other)).toBe('rgb(246, 236, 217)');

    const folder = inject('shippedSite');
    const host = withEarlyScript(folder, atBody, staticHost(folder));
    walk.site.intercept = (request, response) => {
      host(request, response);
      return true;
    };
    await window.reload();
    expect(await window.run(() => (globalThis as { atBody?: unknown }).atBody)).toEqual(['sepia', '1.1']);
    await openSettings(window);
    expect(await isChecked(window, 'dialog Reading settings > radio Sepia')).toBe(true);
    await window.press('Escape');
    await expect.poll(() => count(window, 'dialog Reading settings')).toBe(0);
  });
}
