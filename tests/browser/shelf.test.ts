/** The shelf in a real browser: what is on it, with ten thousand articles, and Must Read beside it. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaultsOnPapers } from './axe.ts';
import {
  arrived,
  focused,
  headline,
  isSameDocument,
  layoutShift,
  lead,
  markDocument,
  scrolled,
  watchLayoutShift,
} from './reading.ts';
import { expectErrors, type OpenOptions, useSite } from './site.ts';
import { holdClock, type Kept, keptIn, placeRecord, putInto, read, savedRecord } from './shelved.ts';
import { bookmark, headlines, opened, part } from './shelving.ts';

const used = useSite();

const readable = '/articles/what-makes-a-page-readable/';

const urdu = '/articles/nastaliq-screen-par/';

/** The shelf of a reader who has kept this. */
async function shelfWith(kept: { saved?: Kept[]; places?: Kept[] }, options: OpenOptions = {}): Promise<Page> {
  const page = await opened(used, '/shelf/', options);
  await part(page, 'Saved').getByText('Nothing is saved yet.', { exact: false }).waitFor();
  await putInto(page, 'saved', kept.saved ?? []);
  await putInto(page, 'places', kept.places ?? []);
  await page.reload();
  await page.getByRole('search').first().waitFor();
  return page;
}

const three = {
  saved: [
    savedRecord('a-hill-in-pyongyang', 3, { headline: lead.title, byline: 'By M A Hossain', section: 'Opinion' }),
    savedRecord('nastaliq-screen-par', 2, { headline: 'اسکرین پر نستعلیق', lang: 'ur', dir: 'rtl', section: 'Urdu' }),
    savedRecord('what-makes-a-page-readable', 1, { headline: 'What makes a page readable' }),
  ],
  places: [
    placeRecord('what-makes-a-page-readable', 1, { about: { headline: 'What makes a page readable', words: 1800 } }),
    placeRecord('a-hill-in-pyongyang', 2, { about: { headline: lead.title }, state: 'finished', fraction: 1 }),
  ],
};

describe('the shelf', () => {
  test('without script says what it is and what it needs', async () => {
    const page = await used.open({ path: '/shelf/', script: false });
    expect(await headline(page)).toBe('Your shelf');
    expect(await page.getByRole('main').locator('noscript').textContent()).toContain('for that it needs JavaScript');
    expect(await page.getByRole('main').locator('button, input, select').count()).toBe(0);
  });

  test('by keyboard alone: searched, sorted, taken off and put back', async () => {
    const page = await shelfWith(three);
    await expect.poll(() => headlines(page, 'Saved')).toHaveLength(3);
    await page.getByRole('searchbox', { name: 'Search your shelf' }).focus();
    await page.keyboard.type('hossain');
    await expect.poll(() => headlines(page, 'Saved')).toEqual([lead.title]);
    await part(page, 'Continue reading').getByText('Nothing that you are reading has these words').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('نستعليق');
    await expect.poll(() => headlines(page, 'Saved')).toEqual(['اسکرین پر نستعلیق']);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await expect.poll(() => headlines(page, 'Saved')).toHaveLength(3);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await headlines(page, 'Saved'))[0]).toBe('What makes a page readable');

    await part(page, 'Saved').getByRole('button', { name: 'Remove: What makes a page readable' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page).innerText()).toBe('Undo');
    await page.getByRole('status').filter({ hasText: '“What makes a page readable” is removed' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page).innerText()).toBe('What makes a page readable');
    await expect.poll(() => headlines(page, 'Saved')).toHaveLength(3);
  });

  test('leads to the line where the reader stopped', async () => {
    const page = await used.open({ path: '', width: 390 });
    await holdClock(page);
    await page.goto(used.site.url + readable);
    await bookmark(page).waitFor();
    await read(page, 5);
    await expect.poll(() => keptIn(page, 'places')).toHaveLength(1);
    const shelf = await opened(used, '/shelf/', { context: page.context(), width: 390 });
    await part(shelf, 'Continue reading').getByRole('link').click();
    await arrived(shelf, 'What makes a page readable');
    await expect.poll(() => scrolled(shelf)).toBeGreaterThan(1000);
    expect(await shelf.getByRole('button', { name: /^Continue where/ }).count()).toBe(0);
  });

  test('of ten thousand articles shows twenty, and twenty more', async () => {
    const saved = Array.from({ length: 10_000 }, (_, index) => savedRecord(`piece-${index}`, index + 1));
    const page = await shelfWith({ saved });
    // The focus goes to the next headline, whose article is asked for.
    expectErrors(page, /404 \(Not Found\)/);
    await part(page, 'Saved').getByText('10,000 articles').waitFor();
    expect((await headlines(page, 'Saved')).slice(0, 2)).toEqual(['The piece-9999', 'The piece-9998']);
    expect(await headlines(page, 'Saved')).toHaveLength(20);
    await part(page, 'Saved').getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => headlines(page, 'Saved')).toHaveLength(40);
    await page.getByRole('searchbox', { name: 'Search your shelf' }).fill('piece-1234');
    await expect.poll(() => headlines(page, 'Saved')).toEqual(['The piece-1234']);
  });

  test('lists what the publication has taken away, and says so when the reader has found it gone', async () => {
    const page = await shelfWith({
      saved: [savedRecord('taken-away', 1, { headline: 'Taken away', byline: 'By Amna' })],
    });
    expectErrors(page, /404 \(Not Found\)/);
    await part(page, 'Saved').getByRole('link', { name: 'Taken away' }).click();
    await arrived(page, 'There is no page at this address');
    await page.getByText('This article was on your shelf.', { exact: false }).waitFor();
    await page.getByText('By Amna').waitFor();
    await page.getByRole('link', { name: 'To your shelf' }).click();
    await arrived(page, 'Your shelf');
    await part(page, 'Saved')
      .getByText(/the publication no longer had this article here/)
      .waitFor();
    expect(await headlines(page, 'Saved')).toEqual(['Taken away']);
  });

  test('follows what the publication has renamed', async () => {
    const old = 'adding-an-article';
    const page = await shelfWith({ saved: [savedRecord(old, 1)], places: [placeRecord(old, 1)] });
    expectErrors(page, /404 \(Not Found\)/);
    await part(page, 'Saved').getByRole('link').click();
    await arrived(page, 'How to add an article');
    await expect.poll(() => bookmark(page).getAttribute('aria-pressed')).toBe('true');
    await page.goto(`${used.site.url}/shelf/`);
    await expect.poll(() => headlines(page, 'Saved')).toEqual(['How to add an article']);
    expect(await headlines(page, 'Continue reading')).toEqual(['How to add an article']);
    const links = part(page, 'Saved').getByRole('link');
    expect(await links.getAttribute('href')).toBe('/articles/how-to-add-an-article/');
  });

  test('has room for everything at 320 pixels, and fingers for its controls', async () => {
    const page = await shelfWith(three, { width: 320 });
    await expect.poll(() => headlines(page, 'Saved')).toHaveLength(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    for (const button of await part(page, 'Saved').getByRole('button').all()) {
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }
  });
});

describe('Must Read', () => {
  const entry = (page: Page, title: string) =>
    page.getByRole('complementary').getByRole('listitem').filter({ hasText: title });
  const order = (page: Page) => page.getByRole('complementary').getByRole('heading', { level: 3 }).allInnerTexts();

  test('says what was read where it stands, and sinks it at the next navigation; nothing shifts', async () => {
    const page = await shelfWith(three);
    await watchLayoutShift(page);
    await page.goto(`${used.site.url}/about/`);
    const before = await order(page);
    expect(before.indexOf(lead.title)).toBeLessThan(before.length - 1);
    await entry(page, lead.title).getByText('Read', { exact: true }).waitFor();
    await entry(page, 'What makes a page readable').getByText('50% read').waitFor();
    expect(await order(page)).toEqual(before);
    expect(await layoutShift(page)).toBeLessThan(0.01);

    await markDocument(page);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click();
    await arrived(page, 'Privacy');
    const after = await order(page);
    expect(after.at(-1)).toBe(lead.title);
    expect(after.indexOf('What makes a page readable')).toBe(before.indexOf('What makes a page readable'));
    expect(await isSameDocument(page)).toBe(true);

    await page.getByRole('complementary').getByRole('link', { name: 'Must Read' }).click();
    await arrived(page, 'Must Read');
    expect((await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()).at(-1)).toBe(lead.title);
  });
});

describe('axe finds nothing', () => {
  test('on the shelf: empty, full, searched in vain, and with something taken off', async () => {
    const page = await opened(used, '/shelf/');
    await part(page, 'Saved').getByText('Nothing is saved yet.', { exact: false }).waitFor();
    const found = await axeFaultsOnPapers(page, 'empty');
    await putInto(page, 'saved', three.saved);
    await putInto(page, 'places', three.places);
    await page.reload();
    await expect.poll(() => headlines(page, 'Saved')).toHaveLength(3);
    found.push(...(await axeFaultsOnPapers(page, 'full')));
    await part(page, 'Saved')
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    found.push(...(await axeFaultsOnPapers(page, 'with something taken off')));
    await page.setViewportSize({ width: 320, height: 800 });
    found.push(...(await axeFaultsOnPapers(page, 'narrow')));
    await page.getByRole('searchbox', { name: 'Search your shelf' }).fill('nothing of the kind');
    await part(page, 'Finished').getByText('Nothing that you finished').waitFor();
    found.push(...(await axeFaultsOnPapers(page, 'searched in vain')));
    expect(found).toEqual([]);
  });

  test.each([readable, urdu])('on %s, with its offer and its progress', async (path) => {
    const page = await used.open({ path: '', width: 390 });
    await holdClock(page);
    await page.goto(used.site.url + path);
    await bookmark(page).click();
    await read(page, 3);
    await expect.poll(() => keptIn(page, 'places')).toHaveLength(1);
    const found = await axeFaultsOnPapers(page, 'in the text');
    await page.evaluate(() => scrollTo(0, 0));
    await page.goto(`${used.site.url}/about/`);
    await page.goto(used.site.url + path);
    await page.getByRole('button', { name: /^Continue where/ }).waitFor();
    found.push(...(await axeFaultsOnPapers(page, 'with the offer')));
    expect(found).toEqual([]);
  });
});
