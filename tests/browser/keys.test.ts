/** Single keys in a real browser: paragraphs, articles, the list of keys, and the switch that turns them off. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { arrived, focused, lead, scrollDown, scrolled } from './reading.ts';
import { hydrated, useSite } from './site.ts';

const used = useSite();

const list = (page: Page) => page.getByRole('dialog', { name: 'Keys' });
const line = (page: Page) => page.locator('.reading-cursor');

async function read(path = lead.path, width?: number): Promise<Page> {
  const page = await used.open({ path, width });
  await hydrated(page);
  return page;
}

/** The number of the paragraph that the line stands beside, by where it is. */
const paragraphAtLine = (page: Page) =>
  page.evaluate(() => {
    const cursor = document.querySelector('.reading-cursor')?.getBoundingClientRect();
    const blocks = [...document.querySelectorAll('[data-text="body"] > *')];
    return blocks.findIndex((block) => {
      const { top, height } = block.getBoundingClientRect();
      return cursor !== undefined && Math.abs(top - cursor.top) < 2 && Math.abs(height - cursor.height) < 2;
    });
  });

describe('j and k', () => {
  test.each([
    [lead.path, 'ltr'],
    ['/articles/nastaliq-screen-par/', 'rtl'],
  ])(
    'go from paragraph to paragraph of %s, with a line at its side (%s), and change nothing in the text',
    async (path, dir) => {
      const page = await read(path);
      const text = () => page.locator('[data-text="body"]').evaluate((body) => body.outerHTML);
      const before = await text();
      for (const [key, number] of [
        ['j', 0],
        ['j', 1],
        ['j', 2],
        ['k', 1],
        ['j', 2],
      ] as const) {
        await page.keyboard.press(key);
        await expect.poll(() => paragraphAtLine(page)).toBe(number);
      }
      const side = await page.evaluate(() => {
        const [cursor, block] = [
          document.querySelector('.reading-cursor')!,
          document.querySelector('[data-text="body"] > *')!,
        ];
        return cursor.getBoundingClientRect().left < block.getBoundingClientRect().left ? 'ltr' : 'rtl';
      });
      expect(side).toBe(dir);
      expect(await page.getByText(/^Paragraph 3 of \d+$/).count()).toBe(1);
      expect(await text()).toBe(before);
      const top = await line(page).evaluate((shown) => shown.getBoundingClientRect().top);
      expect(top).toBeGreaterThan(0);
      expect(top).toBeLessThan(400);
    },
  );

  test('begin where the reader has scrolled to, and go away with the mouse', async () => {
    const page = await read('/articles/what-makes-a-page-readable/');
    await page.keyboard.press('j');
    expect(await paragraphAtLine(page)).toBe(0);
    await scrollDown(page, 4000);
    await page.keyboard.press('j');
    await expect.poll(() => paragraphAtLine(page)).toBeGreaterThan(5);
    expect(Math.abs((await scrolled(page)) - 4000)).toBeLessThan(700);
    await page.mouse.click(5, 400);
    await line(page).waitFor({ state: 'detached' });
  });

  test('let Tab go on to the next link from there', async () => {
    const page = await read('/articles/footnotes-tables-and-code/');
    for (let turn = 0; turn < 4; turn += 1) await page.keyboard.press('j');
    const number = await paragraphAtLine(page);
    await page.keyboard.press('Tab');
    const found = await focused(page).evaluate((one) => {
      const blocks = [...document.querySelectorAll('[data-text="body"] > *')];
      return blocks.findIndex((block) => block.contains(one));
    });
    expect(found).toBeGreaterThanOrEqual(number);
  });

  test('show all of a paragraph that is longer than the window before they go on', async () => {
    const page = await used.open({ path: lead.path, width: 320, height: 260 });
    await hydrated(page);
    await page.keyboard.press('j');
    const first = await paragraphAtLine(page);
    const seen = await scrolled(page);
    await page.keyboard.press('j');
    expect(await paragraphAtLine(page)).toBe(first);
    expect(await scrolled(page)).toBeGreaterThan(seen + 50);
    for (let turn = 0; turn < 10 && (await paragraphAtLine(page)) === first; turn += 1) await page.keyboard.press('j');
    expect(await paragraphAtLine(page)).toBe(first + 1);
  });

  test('keep the line beside its paragraph when the text changes its size', async () => {
    const page = await read();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await paragraphAtLine(page)).toBe(1);
    await page.keyboard.press(',');
    await page.getByRole('slider', { name: 'Size' }).fill('180');
    await expect.poll(() => paragraphAtLine(page)).toBe(1);
  });
});

test('n and p lead to the next article and the one before, with the focus on the headline', async () => {
  const page = await read('/articles/how-to-add-an-article/');
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const next = await page
    .getByRole('navigation', { name: 'Next and previous articles' })
    .getByRole('listitem')
    .filter({ hasText: 'Next part' })
    .getByRole('link')
    .innerText();
  await page.keyboard.press('n');
  await arrived(page, next);
  expect(await focused(page).evaluate(({ tagName }) => tagName)).toBe('H1');
  await page.keyboard.press('p');
  await arrived(page, title);
});

test('b leads to the shelf', async () => {
  const page = await read();
  await page.keyboard.press('b');
  await page.waitForURL('**/shelf/');
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).not.toBe(lead.title);
});

test('a comma opens the reading settings, and Escape closes them', async () => {
  const page = await read();
  await page.keyboard.press(',');
  const settings = page.getByRole('dialog', { name: 'Reading settings' });
  await settings.waitFor();
  expect(await settings.getByRole('slider', { name: 'Size' }).isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await settings.waitFor({ state: 'hidden' });
});

describe('the question mark', () => {
  test('lists the keys that do something here, and nothing else', async () => {
    const page = await read();
    await page.keyboard.press('?');
    await list(page).waitFor();
    const onArticle = await list(page).getByRole('term').allInnerTexts();
    expect(onArticle).toEqual(expect.arrayContaining(['j', 'k', 'n', 's', ',', 'b', '/', '?']));
    await page.keyboard.press('Escape');
    await list(page).waitFor({ state: 'detached' });
    await page.goto(`${used.site.url}/authors/`);
    await hydrated(page);
    await page.keyboard.press('?');
    await list(page).waitFor();
    const elsewhere = await list(page).getByRole('term').allInnerTexts();
    expect(elsewhere).not.toContain('j');
    expect(elsewhere).toContain(',');
    await page.keyboard.press('?');
    await list(page).waitFor({ state: 'detached' });
  });

  test('gives the focus back to where it was', async () => {
    const page = await read();
    const button = page.getByRole('button', { name: 'Copy the link' });
    await button.focus();
    await page.keyboard.press('?');
    await list(page).waitFor();
    expect(await focused(page).evaluate((one) => one.closest('dialog') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await list(page).waitFor({ state: 'detached' });
    expect(await focused(page).getAttribute('aria-label')).toBe('Copy the link');
  });

  test.each(['light', 'sepia', 'dark', 'black'] as const)(
    'opens a list without a fault that axe finds, on %s paper',
    async (theme) => {
      const page = await used.open({ path: lead.path, theme });
      await hydrated(page);
      await page.keyboard.press('?');
      await list(page).waitFor();
      const found = await axeFaults(page, theme, 'dialog');
      await page.setViewportSize({ width: 320, height: 600 });
      found.push(...(await axeFaults(page, `${theme}, 320`, 'dialog')));
      expect(found).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    },
  );
});

describe('the switch', () => {
  test('in the list turns all keys off, there and then and in other windows; the settings turn them on again', async () => {
    const page = await read();
    const other = await used.open({ path: lead.path, context: page.context() });
    await hydrated(other);
    await page.keyboard.press('?');
    await list(page).getByRole('checkbox', { name: 'Use single keys' }).uncheck();
    await list(page).getByText('Single keys are switched off.').waitFor();
    await page.keyboard.press('Escape');
    await list(page).waitFor({ state: 'detached' });
    await expect.poll(() => other.locator('html').getAttribute('data-keys')).toBe('off');
    for (const pressed of [page, other]) {
      for (const key of ['j', ',', '?', 's', 'n']) await pressed.keyboard.press(key);
      expect(await line(pressed).count()).toBe(0);
      expect(await pressed.getByRole('dialog').count()).toBe(0);
    }
    await page.reload();
    await hydrated(page);
    await page.keyboard.press('j');
    expect(await line(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByRole('checkbox', { name: 'Single keys' }).check();
    await page.getByRole('button', { name: 'Show the keys' }).click();
    await list(page).waitFor();
    await page.keyboard.press('Escape');
    await list(page).waitFor({ state: 'detached' });
    expect(await focused(page).getAttribute('aria-label')).toBe('Reading settings');
    await page.keyboard.press('j');
    await line(page).waitFor();
  });
});

test('no key acts while somebody writes a response, or with Ctrl', async () => {
  const page = await read();
  await page.getByRole('heading', { name: 'Responses' }).scrollIntoViewIfNeeded();
  const comment = page.getByRole('textbox', { name: 'Comment' });
  await comment.fill('');
  await comment.pressSequentially('jk?,/snpb');
  expect(await comment.inputValue()).toBe('jk?,/snpb');
  expect(await line(page).count()).toBe(0);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Alt+j');
  expect(await line(page).count()).toBe(0);
  expect(new URL(page.url()).pathname).toBe(lead.path);
});
