/** Notes in their place: opened at the mark by mouse and keyboard, closed by Escape and Back, and the page stays where it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, axeFaultsOnPapers } from './axe.ts';
import { beside, buildNoted, markOf, note, noted } from './noted.ts';
import { arrived, focused, link, scrolled } from './reading.ts';
import { openPanel, presetSettings } from './setting.ts';
import { addLinks, expectErrors, hydrated, type OpenOptions, useSite } from './site.ts';

const used = useSite(() => buildNoted([12]));

async function open(path = noted(12), options: OpenOptions = {}): Promise<Page> {
  const page = await used.open({ path, plainFaces: true, ...options });
  await hydrated(page);
  return page;
}

/** For a reader who chose to read notes at the end. */
async function opensWithNotesAtEnd(): Promise<Page> {
  const page = await used.open({ path: '', plainFaces: true });
  await presetSettings(page.context(), { notes: 'end' });
  await page.goto(used.site.url + noted(12));
  await hydrated(page);
  return page;
}

/** In the middle of the window, so that there is a place to be kept. */
async function inSight(page: Page, number: number): Promise<number> {
  await markOf(page, number).evaluate((mark) => mark.scrollIntoView({ block: 'center', behavior: 'instant' }));
  return scrolled(page);
}

/** Whether the window of the note is wholly on the screen, and the mark is not under it. */
const isBesideMark = (page: Page, number: number) =>
  page.evaluate(
    ([number]) => {
      const panel = document.querySelector('.note-panel')!.getBoundingClientRect();
      const mark = document
        .querySelector(`[data-text="body"] [aria-label="Note ${number}"]`)!
        .closest('sup')!
        .getBoundingClientRect();
      const isIn = panel.left >= 0 && panel.right <= innerWidth && panel.top >= 0 && panel.bottom <= innerHeight;
      const distance = Math.min(Math.abs(panel.top - mark.bottom), Math.abs(mark.top - panel.bottom));
      return isIn && distance < 40 && (panel.top >= mark.bottom - 1 || panel.bottom <= mark.top + 1);
    },
    [number],
  );

describe('a note', () => {
  test.each([
    [1280, 800],
    [768, 1024],
    [320, 640],
    [320, 256],
  ])('opens at its mark at %i × %i, says what it is, and closes without a trace', async (width, height) => {
    const page = await open(noted(12), { width, height });
    const before = await inSight(page, 5);
    const text = () => page.locator('[data-text="body"]').evaluate((body) => body.outerHTML);
    const markup = await text();
    const entries = await page.evaluate(() => history.length);
    await markOf(page, 5).click();
    await note(page, 5).waitFor();
    expect(await note(page, 5).innerText()).toContain('As the harbour book has it.');
    expect(await isBesideMark(page, 5)).toBe(true);
    await expect.poll(() => focused(page).getAttribute('class')).toBe('note-panel');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => note(page, 5).count()).toBe(0);
    expect(await scrolled(page)).toBe(before);
    await expect.poll(() => focused(page).getAttribute('aria-label')).toBe('Note 5');
    await expect.poll(text).toBe(markup);
    // One that can be gone forward to, and is the page as it is.
    await expect
      .poll(() => page.evaluate(() => [history.length, history.state.isOpen]))
      .toEqual([entries + 1, undefined]);
  });

  test('opens with Enter, is left by Tab at both of its ends, and Tab goes on from the mark', async () => {
    const page = await open();
    const before = await inSight(page, 1);
    await markOf(page, 1).focus();
    expect(await markOf(page, 1).getAttribute('aria-haspopup')).toBe('dialog');
    for (const [keys, times] of [
      ['Tab', 5],
      ['Shift+Tab', 1],
    ] as const) {
      await page.keyboard.press('Enter');
      await note(page, 1).waitFor();
      for (let time = 0; time < times; time += 1) await page.keyboard.press(keys);
      await expect.poll(() => note(page, 1).count()).toBe(0);
      await expect.poll(() => focused(page).getAttribute('aria-label')).toBe('Note 1');
    }
    expect(await scrolled(page)).toBe(before);
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page).getAttribute('aria-label')).toBe('Note 2');
  });

  test('is closed by Back, which leaves the page only the next time', async () => {
    const page = await open('/');
    await page.goto(used.site.url + noted(12));
    await hydrated(page);
    const before = await inSight(page, 5);
    await markOf(page, 5).click();
    await note(page, 5).waitFor();
    await page.goBack();
    await expect.poll(() => note(page, 5).count()).toBe(0);
    expect(await scrolled(page)).toBe(before);
    await expect.poll(() => focused(page).getAttribute('aria-label')).toBe('Note 5');
    await page.goBack();
    await arrived(page, 'Broadsheet');
  });

  test.each([
    ['a key', (page: Page) => page.keyboard.press('n')],
    ['a link', (page: Page) => link(page, 'The Broadsheet Desk').evaluate((shown) => (shown as HTMLElement).click())],
  ])('leaves one way back where %s leads on while it is open, as a screen reader can', async (_, goOn) => {
    const page = await open('/');
    await page.goto(used.site.url + noted(12));
    await hydrated(page);
    await markOf(page, 5).click();
    await note(page, 5).waitFor();
    await expect.poll(() => page.evaluate(() => history.state.isOpen)).toBe(true);
    await focused(page).evaluate((shown) => (shown as HTMLElement).blur());
    await goOn(page);
    await expect.poll(() => page.evaluate(() => history.state.idx)).toBe(1);
    await page.goBack();
    await arrived(page, '12 notes (en)');
    await page.goBack();
    await arrived(page, 'Broadsheet');
  });

  test.each([
    ['mouse', 'a page of the site', '/about/'],
    ['mouse', 'another document', '/robots.txt'],
    ['touchscreen', 'another document', '/robots.txt'],
    ['mouse', 'a place in the page', '#must-read'],
  ] as const)('is left with the %s for %s by a press on a link beside it, and Back returns', async (hand, _, href) => {
    const context = await used.browser.newContext({
      serviceWorkers: 'block',
      hasTouch: true,
      viewport: { width: 1280, height: 800 },
    });
    const page = await open(noted(12), { context });
    await inSight(page, 5);
    await addLinks(page, '.masthead', [{ href, text: 'at once' }]);
    await page.getByText('at once').evaluate((added) => {
      Object.assign((added as HTMLElement).style, { position: 'fixed', left: '20px', top: '20px' });
    });
    const { x, y } = (await page.getByText('at once').boundingBox())!;
    const before = await page.evaluate(() => history.length);
    await markOf(page, 5).click();
    await note(page, 5).waitFor();
    await (hand === 'mouse' ? page.mouse.click(x + 5, y + 5) : page.touchscreen.tap(x + 5, y + 5));
    await expect.poll(() => page.url()).toBe(new URL(href, used.site.url + noted(12)).href);
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
    await page.goBack();
    await expect.poll(() => page.url()).toBe(used.site.url + noted(12));
    await arrived(page, '12 notes (en)');
  });

  test('is closed by a press beside it and by its own mark, and another mark opens another in its stead', async () => {
    const page = await open();
    await inSight(page, 3);
    await markOf(page, 3).click();
    await note(page, 3).waitFor();
    await markOf(page, 2).click();
    await note(page, 2).waitFor();
    expect(await note(page, 3).count()).toBe(0);
    await markOf(page, 2).click();
    await expect.poll(() => note(page, 2).count()).toBe(0);
    await markOf(page, 2).click();
    await note(page, 2).waitFor();
    await page.mouse.click(5, 5);
    await expect.poll(() => note(page, 2).count()).toBe(0);
    await expect.poll(() => page.evaluate(() => history.state.isOpen)).toBeUndefined();
    await page.goBack();
    await expect.poll(() => page.url()).toBe('about:blank');
  });

  test('leads to another note in its own place, to the list at the end, and to other pages', async () => {
    const page = await open();
    await inSight(page, 1);
    await markOf(page, 1).click();
    await note(page, 1)
      .getByRole('link', { name: /^Note \d+$/ })
      .click();
    await page.getByRole('dialog').getByText('A note that only a note leads to.').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => focused(page).getAttribute('aria-label')).toBe('Note 1');

    await markOf(page, 1).click();
    await note(page, 1).getByRole('link', { name: 'All notes' }).click();
    await expect.poll(() => page.evaluate(() => document.querySelector(':target')?.tagName)).toBe('LI');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.goBack();
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('');

    await markOf(page, 1).click();
    await note(page, 1).getByRole('link', { name: 'the page about us' }).click();
    await arrived(page, 'About Broadsheet');
    await page.goBack();
    await arrived(page, '12 notes (en)');
  });

  test('goes when the reader scrolls its mark away, and the page stays where they are', async () => {
    const page = await open();
    await inSight(page, 1);
    await markOf(page, 1).click();
    await note(page, 1).waitFor();
    // Not to the end, where the form for responses comes and the page grows.
    await page.evaluate(() => scrollBy(0, 1500));
    const there = await scrolled(page);
    await expect.poll(() => note(page, 1).count()).toBe(0);
    await expect.poll(() => page.evaluate(() => history.state.isOpen)).toBeUndefined();
    expect(await scrolled(page)).toBe(there);
  });

  test('is followed to the list where its window cannot be had', async () => {
    const page = await used.open({ path: '', plainFaces: true });
    expectErrors(page, /ERR_FAILED/);
    await page.route('**/NotePanel-*.js', (route) => route.abort());
    await page.goto(used.site.url + noted(12));
    await hydrated(page);
    await markOf(page, 5).click();
    await expect.poll(() => page.evaluate(() => document.querySelector(':target')?.tagName)).toBe('LI');
  });

  // What lies under the window axe cannot decide about: it knows no top layer.
  test('holds nothing that axe finds, on any paper', async () => {
    const page = await open();
    await inSight(page, 5);
    await markOf(page, 5).click();
    await note(page, 5).waitFor();
    expect(await axeFaultsOnPapers(page, 'a note', '.note-panel')).toEqual([]);
    expect(await axeFaults(page, 'its mark', '[aria-expanded="true"]')).toEqual([]);
  });
});

describe('a term of the glossary', () => {
  const path = '/articles/what-a-dateline-promises/';

  test('is explained in its place, under its name', async () => {
    const page = await open(path);
    await page.getByRole('link', { name: 'dateline', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'dateline', exact: true });
    await panel.getByText('A dateline says that the writer was there.').waitFor();
    expect(await panel.getByRole('heading').allInnerTexts()).toEqual(['DATELINE']);
    const link = panel.getByRole('link', { name: 'In the glossary' });
    expect(await link.getAttribute('href')).toBe('/glossary/#g-dateline');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page).innerText()).toMatch(/^dateline$/i);
  });

  test.each([
    ['there is no glossary', undefined],
    ['it does not have the term', () => readFileSync(join(used.built, 'about/page.json'), 'utf8')],
  ])('is a link where %s', async (_, other) => {
    used.site.intercept = ({ url = '' }, response) => {
      if (!url.startsWith('/glossary/page.json')) return false;
      if (other === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'application/json' }).end(other());
      return true;
    };
    const page = await open(path);
    expectErrors(page, /404/);
    await page.getByRole('link', { name: 'dateline', exact: true }).click();
    await expect.poll(() => page.url()).toBe(`${used.site.url}/glossary/#g-dateline`);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe('the setting', () => {
  test('at the end leaves every mark the link it is', async () => {
    const page = await opensWithNotesAtEnd();
    expect(await markOf(page, 5).getAttribute('aria-haspopup')).toBeNull();
    await markOf(page, 5).click();
    await expect.poll(() => page.evaluate(() => document.querySelector(':target')?.tagName)).toBe('LI');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('is chosen in the panel, and is followed at once', async () => {
    const page = await open();
    await openPanel(page);
    await page.getByRole('radio', { name: 'Beside the text' }).check();
    await beside(page).getByRole('note', { name: 'Note 1', exact: true }).waitFor();
    await page.getByRole('radio', { name: 'In place' }).check();
    await expect.poll(() => beside(page).count()).toBe(0);
  });
});
