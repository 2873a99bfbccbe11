/** Marks in a real browser: made by mouse, touch and keyboard, painted without touching the text, kept, with notes. */
import { describe, expect, test } from 'vitest';
import { focused, lead } from './reading.ts';
import { hydrated, useSite } from './site.ts';
import {
  bodyHtml,
  boxOf,
  drag,
  entries,
  highlight,
  list,
  manual,
  mark,
  note,
  openArticle,
  painted,
  panel,
  select,
  serveEdited,
  toolbar,
} from './marking.ts';

const used = useSite();

const urdu = '/articles/aap-ka-likha-aap-ke-paas/';

describe('words are marked', () => {
  test('with the mouse: painted, listed, still there after a reload, and the text is what it was', async () => {
    const page = await openArticle(used);
    const before = await bodyHtml(page);
    await drag(page, 'careful person’s');
    await highlight(page, 'green').click();
    await expect.poll(() => painted(page)).toEqual({ 'mark-green': ['careful person’s'] });
    await expect.poll(() => entries(page).allInnerTexts()).toEqual([expect.stringContaining('careful person’s')]);
    expect(await entries(page).innerText()).toContain('green');
    expect(await bodyHtml(page)).toBe(before);
    await page.reload();
    await hydrated(page);
    await expect.poll(() => painted(page)).toEqual({ 'mark-green': ['careful person’s'] });
    expect(await bodyHtml(page)).toBe(before);
  });

  test('with a finger, on a small window: the tools stand below, away from the words', async () => {
    const context = await used.browser.newContext({
      serviceWorkers: 'block',
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    });
    const page = await openArticle(used, manual, { context });
    await select(page, 'careful person’s');
    const box = (await toolbar(page).boundingBox())!;
    expect(Math.round(box.y + box.height)).toBe(640);
    expect([box.x, box.width]).toEqual([0, 320]);
    await highlight(page, 'blue').tap();
    await expect.poll(() => painted(page)).toEqual({ 'mark-blue': ['careful person’s'] });
    const words = await boxOf(page, 'careful person’s');
    await page.touchscreen.tap(words.x1 + 8, words.y1);
    await panel(page).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  test('by keyboard alone, without caret browsing: a sentence is chosen, marked, noted, removed and brought back', async () => {
    const page = await openArticle(used);
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await toolbar(page).waitFor();
    await expect.poll(() => focused(page).getAttribute('aria-label')).toBe('Highlight in yellow');
    const first = await page.evaluate(() => String(getSelection()));
    expect(first).toMatch(/^The body of an article is .*e-mail\.$/);
    await page.keyboard.press('End');
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowLeft');
    expect(await focused(page).getAttribute('aria-label')).toBe('Next sentence');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => String(getSelection())))
      .toBe('Here are all the marks that Broadsheet understands.');
    await page.keyboard.press('Home');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
    expect(await focused(page).getAttribute('aria-label')).toBe('Add a note');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page).evaluate((field) => field.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('All of them?');
    await page.keyboard.press('Control+Enter');
    await panel(page).getByText('Note saved.').waitFor();
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    await expect.poll(() => entries(page).innerText()).toContain('All of them?');
    await entries(page)
      .getByRole('button', { name: /^Remove the mark/ })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByText('The mark is removed.').waitFor();
    await expect.poll(() => painted(page)).toEqual({});
    expect(await focused(page).innerText()).toBe('Undo');
    await page.keyboard.press('Enter');
    await page.getByText('The mark is back.').waitFor();
    await expect.poll(() => entries(page).innerText()).toContain('All of them?');
  });

  test('that are selected by keyboard: the key leads to the tools, Escape back to the words', async () => {
    const page = await openArticle(used);
    await select(page, 'careful person’s');
    await page.keyboard.press('m');
    await expect.poll(() => focused(page).getAttribute('aria-label')).toBe('Highlight in yellow');
    await page.keyboard.press('Escape');
    await toolbar(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => String(getSelection()))).toBe('careful person’s');
  });

  test.each([
    [
      'across paragraphs',
      manual,
      'moved into a folder',
      'There is no call',
      /^moved into.*Headings.*There is no call$/s,
    ],
    ['in a table', manual, 'Black', '80°', /^Black\s*100°\s*3–5\s*Green\s*80°$/],
    ['in a footnote', manual, 'the note that belongs to it.', undefined, /^the note that belongs to it\.$/],
    [
      'over the number of a footnote',
      manual,
      'below, as a block',
      'The name between',
      /^below, as .* the note\. The name between$/,
    ],
    ['in Urdu', urdu, 'رائے لکھنے کی', undefined, /^رائے لکھنے کی$/],
  ])('%s', async (_name, path, from, to, words) => {
    const page = await openArticle(used, path);
    await select(page, from, to);
    await toolbar(page).getByRole('button').first().click();
    const quote = page.locator('.marks blockquote');
    await quote.waitFor();
    expect(await quote.textContent()).toMatch(words);
    await page.reload();
    await hydrated(page);
    await quote.waitFor();
    expect(await quote.textContent()).toMatch(words);
    const [[shown = ''] = []] = Object.values(await painted(page));
    expect(shown.startsWith(from)).toBe(true);
  });

  test('next to emoji, whole signs only', async () => {
    await serveEdited(used, (html) => html.replace('careful person’s', 'careful 👩‍🔬 person’s'));
    const page = await openArticle(used);
    await page.evaluate(() => {
      const walker = document.createTreeWalker(
        document.querySelector('main [data-text="body"]')!,
        NodeFilter.SHOW_TEXT,
      );
      while (walker.nextNode()) {
        const at = (walker.currentNode as Text).data.indexOf('👩‍🔬');
        if (at !== -1) return getSelection()?.setBaseAndExtent(walker.currentNode, at + 2, walker.currentNode, at + 8);
      }
      throw new Error('No emoji');
    });
    await toolbar(page).waitFor();
    await highlight(page, 'pink').click();
    await expect.poll(() => painted(page)).toEqual({ 'mark-pink': ['👩‍🔬 pe'] });
  });
});

describe('a note', () => {
  test('survives a reload as a draft before it is saved, and hostile text is only text', async () => {
    const page = await openArticle(used);
    await select(page, 'careful person’s');
    await page.getByRole('button', { name: 'Add a note' }).click();
    const hostile = '<img src=x onerror="document.title=1"><b>bold</b>';
    await note(page).fill(hostile);
    await panel(page).getByText('Not saved yet; kept as a draft.').waitFor();
    await page.reload();
    await hydrated(page);
    await entries(page)
      .getByRole('button', { name: /^Edit the mark/ })
      .click();
    await expect.poll(() => note(page).inputValue()).toBe(hostile);
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByText('Note saved.').waitFor();
    await entries(page)
      .getByRole('button', { name: /^Edit the mark/ })
      .click();
    expect(await page.locator('.mark-note').textContent()).toBe(hostile);
    expect(await page.locator('.mark-note *').count()).toBe(0);
  });

  test('written in two windows at once: the later stands, the earlier is kept beside it', async () => {
    const page = await openArticle(used);
    await mark(page, 'careful person’s');
    const other = await openArticle(used, manual, { context: page.context() });
    for (const window of [page, other])
      await entries(window)
        .getByRole('button', { name: /^Edit the mark/ })
        .click();
    await note(page).fill('From the first.');
    await note(other).fill('From the second.');
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByText('Note saved.', { exact: true }).waitFor();
    await other.getByText('This note was changed in another window.').waitFor();
    await other.getByRole('button', { name: 'Save note' }).click();
    await other.getByText('as a mark of its own').waitFor();
    for (const window of [page, other]) {
      await expect.poll(() => entries(window).count()).toBe(2);
      expect(await list(window).innerText()).toContain('From the first.');
    }
    await expect.poll(() => note(page).inputValue()).toBe('From the second.');
  });

  test('removed in one window while it is written in another: nothing that was typed is lost', async () => {
    const page = await openArticle(used);
    await mark(page, 'careful person’s');
    const other = await openArticle(used, manual, { context: page.context() });
    await entries(other)
      .getByRole('button', { name: /^Edit the mark/ })
      .click();
    await note(other).fill('Still typing.');
    await other.evaluate(() => {
      document.body.dataset['editors'] = '1';
      new MutationObserver(() => {
        const editors = document.querySelectorAll('.mark-editor').length;
        document.body.dataset['editors'] = `${Math.max(editors, Number(document.body.dataset['editors']))}`;
      }).observe(document.body, { childList: true, subtree: true });
    });
    await entries(page)
      .getByRole('button', { name: /^Remove the mark/ })
      .click();
    await other.getByText('This mark was removed in another window.').waitFor();
    expect(await note(other).inputValue()).toBe('Still typing.');
    expect(await other.locator('body').getAttribute('data-editors')).toBe('1');
    await other.getByRole('button', { name: 'Save note' }).click();
    await expect.poll(() => entries(page).allInnerTexts()).toEqual([expect.stringContaining('Still typing.')]);
  });
});

test('words that were selected before the app was there can be marked', async () => {
  const page = await used.open({ path: '' });
  // The reader's parts wait here until somebody reaches for them.
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  await page.goto(used.site.url + lead.path);
  await page.getByRole('button', { name: 'Copy the link' }).waitFor();
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('[data-text="body"] > p')!));
  await page.keyboard.press('Shift');
  await page.getByRole('button', { name: 'Add a note' }).waitFor();
  expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(false);
});
