/** On paper, in every engine: the sheet for print is there, and with it the article is black on white and nothing else. */
import { expect, test } from 'vitest';
import { lead } from '../../browser/reading.ts';
import { count, texts, waitFor } from '../finding.ts';
import { click } from '../pointing.ts';
import { openSettings, type Walk } from '../walk.ts';

export function print(walk: Walk): void {
  test.each([lead.path, '/articles/nastaliq-screen-par/'])(
    '%s is whole, black on white, with nothing to click',
    async (path) => {
      const window = await walk.open(path);
      await openSettings(window);
      await click(window, 'dialog Reading settings > radio Dark');
      await window.press('Escape');
      await waitFor(window, 'button Save to your shelf');
      const [body] = await texts(window, '[data-text="body"]');
      // Not every engine can be told to print: the sheet is what counts, and it can be applied to any medium.
      const sheets = await window.run(() => {
        const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet][media=print]')];
        for (const link of links) link.media = 'all';
        return links.length;
      });
      expect(sheets).toBe(1);
      await expect.poll(() => count(window, 'button')).toBe(0);
      // The way back from paper: the address, and the code of it once it is drawn.
      const wayBack = () =>
        window.run(() => {
          dispatchEvent(new Event('beforeprint'));
          const footer = document.querySelector<HTMLElement>('.article-footer')!;
          return {
            address: footer.dataset['address'],
            isSaid: getComputedStyle(footer, '::after').content !== 'none',
            isDrawn: document.querySelector('.printed-code')?.checkVisibility(),
          };
        });
      const address = `https://broadsheet.example${path}`;
      await expect.poll(wayBack).toEqual({ address, isSaid: true, isDrawn: true });
      expect(await count(window, 'navigation')).toBe(0);
      expect(await count(window, 'complementary')).toBe(0);
      const words = (text = '') => text.match(/[\p{L}\p{N}]+/gu)?.join(' ');
      expect(words((await texts(window, '[data-text="body"]'))[0])).toBe(words(body));
      const colours = await window.run(() => [
        getComputedStyle(document.body).backgroundColor,
        getComputedStyle(document.querySelector('h1')!).color,
      ]);
      expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    },
  );
}
