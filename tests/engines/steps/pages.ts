/** Every kind of page in every engine: it loads without a word in the console, the app takes it over, and it fits. */
import { expect, test } from 'vitest';
import { pagesOfAllKinds } from '../../browser/reading.ts';
import { texts } from '../finding.ts';
import { hydrated, type Walk } from '../walk.ts';

export function pages(walk: Walk): void {
  test('every kind of page is whole, is taken over, and has room in 320 pixels', async () => {
    const window = await walk.openEmpty({ width: 320, height: 640 });
    for (const { path, title, words } of pagesOfAllKinds) {
      await window.go(walk.site.url + path);
      await hydrated(window);
      expect(await texts(window, 'h1')).toEqual([title]);
      expect((await texts(window, 'main')).join(' ')).toContain(words);
      const across = await window.run(() => [innerWidth, document.documentElement.scrollWidth]);
      expect(across, path).toEqual([320, 320]);
    }
  });
}
