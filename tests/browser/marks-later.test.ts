/** Marks after they were made: opened, changed, led to, found again in an edited article, and usable by all. */
import { describe, expect, test } from 'vitest';
import { axeFaultsOnPapers } from './axe.ts';
import { needs } from './abilities.ts';
import { focused } from './reading.ts';
import { hydrated, useSite } from './site.ts';
import {
  boxOf,
  entries,
  highlight,
  list,
  manual,
  mark,
  openArticle,
  painted,
  panel,
  select,
  serveEdited,
} from './marking.ts';

const used = useSite();

const linkToWords = '#:~:text=purpose%2C%20like%20a-,careful%20person%E2%80%99s,-e%2Dmail.%20Here%20are';

const urdu = '/articles/aap-ka-likha-aap-ke-paas/';

describe('after the article was edited', () => {
  test('marks are on the right words or listed as lost, and can be put elsewhere', async () => {
    const page = await openArticle(used);
    await mark(page, 'careful person’s', undefined, 'green');
    await mark(page, 'two halves');
    await serveEdited(used, (html) =>
      html
        .replace('The body of an article', 'An added sentence. The body of every article')
        .replace(/<p>A footnote has two halves[\s\S]*?<\/p>/, ''),
    );
    await page.reload();
    await hydrated(page);
    await page.getByRole('heading', { name: 'The text has changed' }).waitFor();
    expect(await painted(page)).toEqual({ 'mark-green': ['careful person’s'] });
    const lost = page.locator('.marks-lost').getByRole('listitem');
    expect(await lost.innerText()).toContain('two halves');
    await lost.getByRole('button', { name: /^Put the mark elsewhere/ }).click();
    await select(page, 'Three hyphens');
    await page.getByRole('button', { name: 'Put it here' }).click();
    await expect
      .poll(() => painted(page))
      .toEqual({ 'mark-green': ['careful person’s'], 'mark-yellow': ['Three hyphens'] });
    expect(await lost.count()).toBe(0);
  });

  test('and while the page is translated nothing is called lost, nor marked', async () => {
    const page = await openArticle(used);
    await mark(page, 'careful person’s');
    await page.evaluate(() => {
      const walker = document.createTreeWalker(
        document.querySelector('main [data-text="body"]')!,
        NodeFilter.SHOW_TEXT,
      );
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const font = document.createElement('font');
        font.textContent = text.data.replaceAll(/[aeiou]/g, 'ö');
        text.replaceWith(font);
      }
    });
    await list(page).getByText('it seems to be translated').waitFor();
    expect(await painted(page)).toEqual({});
    expect(await page.getByRole('heading', { name: 'The text has changed' }).count()).toBe(0);
    await select(page, 'cöröföl');
    await highlight(page, 'yellow').click();
    await page.getByRole('alert').getByText('it seems to be translated').waitFor();
    expect(await entries(page).count()).toBe(1);
  });
});

describe('what is marked', () => {
  test('opens at a click on it, changes its colour, and is led to from the list', async () => {
    const page = await openArticle(used);
    await mark(page, 'careful person’s');
    const { x1, y1 } = await boxOf(page, 'careful person’s');
    await page.mouse.click(x1 + 20, y1);
    await panel(page).getByRole('radio', { name: 'pink' }).click();
    await expect.poll(() => painted(page)).toEqual({ 'mark-pink': ['careful person’s'] });
    await panel(page).getByRole('button', { name: 'Close' }).click();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await entries(page)
      .getByRole('button', { name: /^Go to the words/ })
      .click();
    await expect.poll(async () => (await painted(page))['mark-here']).toEqual(['careful person’s']);
    expect(await focused(page).innerText()).toContain('careful person’s');
    await page.mouse.click(5, 5);
    await expect.poll(async () => (await painted(page))['mark-here']).toBeUndefined();
  });

  test('is copied with its source, or as a link to its words', async () => {
    const page = await openArticle(used);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await select(page, 'careful person’s');
    await page.getByRole('button', { name: 'Copy with source' }).click();
    await page.getByText('Copied, with its source.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `“careful person’s” — The Broadsheet Desk and The Reading Desk, Footnotes, tables and code, Broadsheet, ${used.site.url}${manual}`,
    );
    await page.getByRole('button', { name: 'Copy a link to these words' }).click();
    await page.getByText('The link to these words is copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${used.site.url}${manual}${linkToWords}`);
  });

  test('is where the link to its words leads', async (context) => {
    await needs(context, 'text fragments');
    const page = await used.open({ path: manual + linkToWords });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });

  test('is shown for copying by hand where the browser refuses', async () => {
    const page = await openArticle(used);
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'clipboard', {
        value: { write: () => Promise.reject(new Error('no')), writeText: () => Promise.reject(new Error('no')) },
      }),
    );
    await select(page, 'careful person’s');
    await page.getByRole('button', { name: 'Copy a link to these words' }).click();
    expect(await page.getByRole('textbox', { name: 'Text to copy' }).inputValue()).toContain('#:~:text=');
  });

  test('is only listed where the browser cannot paint', async () => {
    const page = await used.open({ path: '' });
    await page.addInitScript(() => Reflect.deleteProperty(window, 'Highlight'));
    await page.goto(used.site.url + manual);
    await hydrated(page);
    await mark(page, 'careful person’s');
    expect(await list(page).getByText('This browser cannot show marks in the text').isVisible()).toBe(true);
  });
});

describe('axe finds nothing with everything open', () => {
  test.each([
    [manual, 'careful person’s', 'Three hyphens', 1280],
    [manual, 'careful person’s', 'Three hyphens', 320],
    [urdu, 'رائے لکھنے کی', 'کسی کو خبر', 768],
  ])('%s %s %s %i', async (path, first, second, width) => {
    const page = await openArticle(used, path, { width });
    await mark(page, first);
    await entries(page)
      .getByRole('button', { name: /^Edit the mark/ })
      .click();
    await select(page, second);
    const found = await axeFaultsOnPapers(page, 'tools and editor');
    await page.getByRole('button', { name: 'Add a note' }).click();
    await panel(page).waitFor();
    found.push(...(await axeFaultsOnPapers(page, 'panel')));
    // The tools lie over the text: axe can not judge what is under them.
    expect(found.filter((fault) => !fault.includes('overlapped by another element'))).toEqual([]);
  });

  test('the words of a text are easy to read on every mark, on every paper', async () => {
    const page = await openArticle(used);
    await mark(page, 'careful person’s');
    const contrasts = await page.evaluate(() => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
      const light = (colour: string) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = Array.from(canvas.getImageData(0, 0, 1, 1).data, (part) => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const body = document.querySelector('main [data-text="body"] p')!;
      return ['light', 'sepia', 'dark', 'black'].flatMap((theme) => {
        document.documentElement.dataset['theme'] = theme;
        return ['yellow', 'green', 'blue', 'pink'].map((colour) => {
          const { backgroundColor, color } = getComputedStyle(body, `::highlight(mark-${colour})`);
          const [low = 0, high = 0] = [light(backgroundColor), light(color)].toSorted((a, b) => a - b);
          return { theme, colour, contrast: (high + 0.05) / (low + 0.05) };
        });
      });
    });
    expect(contrasts.filter(({ contrast }) => contrast < 7)).toEqual([]);
    expect(contrasts.length).toBe(16);
  });
});
