/** Marks in a real browser: made by mouse, touch and keyboard, painted without touching the text, kept, found again. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaultsOnPapers } from './axe.ts';
import { needs } from './abilities.ts';
import { focused } from './reading.ts';
import { hydrated, useSite } from './site.ts';

const used = useSite();

const manual = '/articles/footnotes-tables-and-code/';
const linkToWords = '#:~:text=purpose%2C%20like%20a-,careful%20person%E2%80%99s,-e%2Dmail.%20Here%20are';
const urdu = '/articles/aap-ka-likha-aap-ke-paas/';

const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Selected words' });
const highlight = (page: Page, colour: string) => page.getByRole('button', { name: `Highlight in ${colour}` });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Your mark' });
const note = (page: Page) => page.getByRole('textbox', { name: 'Your note' });
const list = (page: Page) => page.getByRole('region', { name: 'Your marks' });
const entries = (page: Page) => list(page).getByRole('listitem');

/** The words that are painted, by colour. */
const painted = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      Array.from(CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>, ([name, ranges]) => [
        name,
        Array.from(ranges, String),
      ]),
    ),
  );

const bodyHtml = (page: Page) => page.locator('main [data-text="body"]').evaluate((body) => body.innerHTML);

/** Where the first and the last sign of some words are on the page, once they are in the middle of the window. */
const boxOf = (page: Page, from: string, to = from) =>
  page.evaluate(
    ([first, last]) => {
      const body = document.querySelector('main [data-text="body"]')!;
      const find = (words: string) => {
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        let found: { node: Node; at: number; end: number } | undefined;
        while (walker.nextNode()) {
          const at = (walker.currentNode as Text).data.indexOf(words);
          if (at !== -1) found = { node: walker.currentNode, at, end: at + words.length };
        }
        if (!found) throw new Error(`No such words: ${words}`);
        return found;
      };
      const [start, end] = [find(first), find(last)];
      start.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      range.setStart(start.node, start.at);
      range.setEnd(start.node, start.at + 1);
      const head = range.getBoundingClientRect();
      range.setStart(end.node, end.end - 1);
      range.setEnd(end.node, end.end);
      const tail = range.getBoundingClientRect();
      const isRtl = getComputedStyle(start.node.parentElement!).direction === 'rtl';
      return {
        x1: isRtl ? head.right - 1 : head.left + 1,
        y1: (head.top + head.bottom) / 2,
        x2: isRtl ? tail.left + 1 : tail.right - 1,
        y2: (tail.top + tail.bottom) / 2,
      };
    },
    [from, to] as const,
  );

async function drag(page: Page, from: string, to = from): Promise<void> {
  const { x1, y1, x2, y2 } = await boxOf(page, from, to);
  await page.mouse.move(x1, y1);
  await page.mouse.down();
  await page.mouse.move(x2, y2, { steps: 8 });
  await page.mouse.up();
  await toolbar(page).waitFor();
}

/** As a finger does it: the system makes the selection, the page only hears of it. */
async function select(page: Page, from: string, to = from): Promise<void> {
  await page.evaluate(
    ([first, last]) => {
      const body = document.querySelector('main [data-text="body"]')!;
      const find = (words: string) => {
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        let found: { node: Node; at: number } | undefined;
        while (walker.nextNode()) {
          const at = (walker.currentNode as Text).data.indexOf(words);
          if (at !== -1) found = { node: walker.currentNode, at };
        }
        if (!found) throw new Error(`No such words: ${words}`);
        return found;
      };
      const [start, end] = [find(first), find(last)];
      start.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      getSelection()?.setBaseAndExtent(start.node, start.at, end.node, end.at + last.length);
    },
    [from, to] as const,
  );
  await toolbar(page).waitFor();
}

async function mark(page: Page, from: string, to = from, colour = 'yellow'): Promise<void> {
  const before = await entries(page).count();
  await select(page, from, to);
  await highlight(page, colour).click();
  await expect.poll(() => entries(page).count()).toBe(before + 1);
}

async function openArticle(path = manual, options: Parameters<typeof used.open>[0] = {}): Promise<Page> {
  const page = await used.open({ path, ...options });
  await hydrated(page);
  return page;
}

describe('words are marked', () => {
  test('with the mouse: painted, listed, still there after a reload, and the text is what it was', async () => {
    const page = await openArticle();
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
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    });
    const page = await openArticle(manual, { context });
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
    const page = await openArticle();
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
    const page = await openArticle();
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
    const page = await openArticle(path);
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
    await serveEdited((html) => html.replace('careful person’s', 'careful 👩‍🔬 person’s'));
    const page = await openArticle();
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
    const page = await openArticle();
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
    const page = await openArticle();
    await mark(page, 'careful person’s');
    const other = await openArticle(manual, { context: page.context() });
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
    const page = await openArticle();
    await mark(page, 'careful person’s');
    const other = await openArticle(manual, { context: page.context() });
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

describe('after the article was edited', () => {
  test('marks are on the right words or listed as lost, and can be put elsewhere', async () => {
    const page = await openArticle();
    await mark(page, 'careful person’s', undefined, 'green');
    await mark(page, 'two halves');
    await serveEdited((html) =>
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
    const page = await openArticle();
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
    const page = await openArticle();
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
    const page = await openArticle();
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
    const page = await openArticle();
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
    const page = await openArticle(path, { width });
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
    const page = await openArticle();
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

/** From now on the article comes as if its file had been edited and the site built again. */
async function serveEdited(edit: (html: string) => string): Promise<void> {
  const page = await fetch(used.site.url + manual);
  const html = edit(await page.text());
  const headers = Object.fromEntries([...page.headers].filter(([name]) => !/length|encoding|etag/.test(name)));
  used.site.meddle = (request, response) => {
    if (request.url !== manual) return false;
    response.writeHead(200, headers).end(html);
    return true;
  };
}
