/** The reading settings in every engine: worn at once, in all windows, and before the first paint. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { lead } from '../browser/reading.ts';
import type { Window } from './driver.ts';
import { click, count, focus, isChecked } from './finding.ts';
import { inEachEngine, openSettings } from './walk.ts';

/** What the document wears. */
const worn = (window: Window) =>
  window.run(() => {
    const { dataset, style } = document.documentElement;
    return [dataset['theme'], style.getPropertyValue('--set-size')];
  });

const paper = (window: Window) => window.run(() => getComputedStyle(document.body).backgroundColor);

inEachEngine((walk) => {
  test('a theme and a size are worn at once, in another window, and after a reload before there is a body', async () => {
    const [window, other] = [await walk.open(lead.path), await walk.open('/about/')];
    await openSettings(window);
    await click(window, 'dialog Reading settings > radio Sepia');
    await expect.poll(() => paper(window)).toBe('rgb(246, 236, 217)');
    await focus(window, 'dialog Reading settings > slider Size');
    await window.press('ArrowRight');
    await window.press('ArrowRight');
    await expect.poll(() => worn(window)).toEqual(['sepia', '1.1']);
    await expect.poll(() => worn(other)).toEqual(['sepia', '1.1']);
    expect(await paper(other)).toBe('rgb(246, 236, 217)');

    // The server sends the head and holds back the rest: what the document wears now, it wears at its first frame.
    const [head = '', body = ''] = readFileSync(join(inject('shippedSite'), lead.path, 'index.html'), 'utf8').split(
      '</head>',
    );
    let letGo = () => {};
    walk.site.meddle = ({ url }, response) => {
      if (url !== lead.path) return false;
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.write(`${head}</head>`);
      letGo = () => response.end(body);
      return true;
    };
    await window.run(() => location.reload());
    const beforeBody = () =>
      window
        .run(() => (document.body === null ? document.documentElement.dataset['theme'] : ''))
        .catch(() => 'between two documents');
    await expect.poll(beforeBody).toBe('sepia');
    expect(await worn(window)).toEqual(['sepia', '1.1']);
    letGo();
    await openSettings(window);
    expect(await isChecked(window, 'dialog Reading settings > radio Sepia')).toBe(true);
    await window.press('Escape');
    await expect.poll(() => count(window, 'dialog Reading settings')).toBe(0);
  });
});
