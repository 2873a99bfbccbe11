/** Following links: without loading a document, without a gap, and with the focus where the reader is. */
import { describe, expect, test } from 'vitest';
import {
  arrived,
  focused,
  followLink,
  headline,
  hold,
  isPageData,
  isSameDocument,
  lead,
  leftToBrowser,
  link,
  markDocument,
  pagesOfAllKinds,
  scrollDown,
  scrolled,
} from './reading.ts';
import { expectErrors, hydrated, useSite, addLinks } from './site.ts';
import { presetSettings } from './setting.ts';

const used = useSite();

describe('following links', () => {
  test('goes from the front page to an article, to its writer, to another article, in one document', async () => {
    const page = await used.open();
    await hydrated(page);
    await markDocument(page);

    await link(page, lead.title).click();
    await arrived(page, lead.title);
    expect(await page.title()).toBe(`${lead.title} · Broadsheet`);
    expect(new URL(page.url()).pathname).toBe(lead.path);
    expect(await focused(page).textContent()).toBe(lead.title);
    await page.getByText('Mr Hossain begins with a war.').waitFor();
    expect(await page.getByRole('heading', { name: 'Latest' }).count()).toBe(0);

    await page.getByRole('link', { name: 'The Broadsheet Desk' }).first().click();
    await arrived(page, 'The Broadsheet Desk');
    expect(await focused(page).textContent()).toBe('The Broadsheet Desk');
    expect(await page.getByText('Mr Hossain begins with a war.').count()).toBe(0);

    await link(page, 'How to publish').click();
    await arrived(page, 'How to publish');
    expect(await page.title()).toBe('How to publish · Broadsheet');
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
      'https://broadsheet.example/articles/how-to-publish/',
    );
    expect(await page.locator('meta[name=description]').count()).toBe(1);
    expect(await isSameDocument(page)).toBe(true);
    expect(used.site.requests.filter((path) => path.endsWith('/'))).toEqual(['/']);
  });

  test('keeps the old page whole until the new one is there', async () => {
    const page = await used.open({ savesData: true });
    await hydrated(page);
    // Everything the page has shown as its heading, its title and its focus, in this order.
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        const now = `${document.querySelector('h1')?.textContent ?? 'nothing'} | ${document.title}`;
        if (seen.at(-1) !== now) seen.push(now);
      };
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
      addEventListener('focusin', (event) =>
        seen.push(`focus with the title ${document.title} on ${(event.target as Element).tagName}`),
      );
    });
    const { asked, letGo } = hold(used.site);
    await link(page, lead.title).press('Enter');
    await asked;
    expect(await headline(page)).toBe('Broadsheet');
    expect(await page.getByRole('heading', { name: 'Latest' }).isVisible()).toBe(true);
    expect(await page.title()).toBe('Broadsheet: Plain pages, carefully read');
    letGo();
    await arrived(page, lead.title);
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([
      'focus with the title Broadsheet: Plain pages, carefully read on A',
      `focus with the title ${lead.title} · Broadsheet on H1`,
      `${lead.title} | ${lead.title} · Broadsheet`,
    ]);
  });

  test('the last of two links that were followed wins, however late the first one comes', async () => {
    const page = await used.open({ savesData: true });
    await hydrated(page);
    const { asked, letGo } = hold(used.site, (path) => path === `${lead.path}page.json`);
    await link(page, lead.title).click();
    await asked;
    await page.getByRole('link', { name: 'How it works' }).first().click();
    await arrived(page, 'How it works');
    const late = page.waitForResponse((response) => response.url().endsWith(`${lead.path}page.json`));
    letGo();
    await (await late).finished();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await headline(page)).toBe('How it works');
    expect(new URL(page.url()).pathname).toBe('/sections/guide/');
  });

  test('links inside the text of an article are followed like the others', async () => {
    const page = await used.open({ path: lead.path });
    await hydrated(page);
    await markDocument(page);
    await page.getByRole('link', { name: 'the desk of this publication' }).click();
    await arrived(page, 'About Broadsheet');
    expect(await focused(page).textContent()).toBe('About Broadsheet');
    await page.goBack();
    await arrived(page, lead.title);
    expect(await focused(page).textContent()).toBe('the desk of this publication');
    expect(await isSameDocument(page)).toBe(true);
  });

  test('a link with a modifier, a target or a file is left to the browser', async () => {
    const page = await used.open({ path: lead.path });
    expectErrors(page, /favicon/);
    await hydrated(page);
    await addLinks(page, '[data-text="body"] p', [
      { href: '/privacy/', text: 'elsewhere', target: '_blank' },
      { href: '/images/hand-press.svg', text: 'picture' },
    ]);
    for (const name of ['the desk of this publication', 'The Broadsheet Desk']) {
      for (const key of ['ControlOrMeta', 'Shift', 'Alt'] as const) {
        const left = leftToBrowser(page);
        await page
          .getByRole('link', { name })
          .first()
          .click({ modifiers: [key] });
        expect(await left).toBe(true);
        expect(await headline(page)).toBe(lead.title);
      }
    }
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'elsewhere' }).click(),
    ]);
    await arrived(tab, 'Privacy');
    expect(await headline(page)).toBe(lead.title);
    await page.getByRole('link', { name: 'picture' }).click();
    await page.waitForURL('**/images/hand-press.svg');
    await page.goBack();
    await arrived(page, lead.title);
  });

  test('for a reader who wants notes at the end, a note leads down and back again, every time', async () => {
    const page = await used.open({ path: '' });
    await presetSettings(page.context(), { notes: 'end' });
    await page.goto(used.site.url + lead.path);
    await hydrated(page);
    await markDocument(page);
    const mark = page.getByRole('link', { name: 'Note 1', exact: true });
    const note = page.getByRole('listitem').filter({ hasText: 'The page from which we worked bears no date.' });
    for (let time = 0; time < 2; time += 1) {
      await mark.click();
      await expect.poll(() => note.evaluate(isInView)).toBe(true);
      expect(await mark.evaluate(isInView)).toBe(false);
      // The reader looks about before going back.
      await scrollDown(page, 900 + time);
      await page.getByRole('link', { name: 'Back to the text' }).first().click();
      await expect.poll(() => mark.evaluate(isInView)).toBe(true);
      await scrollDown(page, 1200 + time);
    }
    expect(await isSameDocument(page)).toBe(true);
    expect(await headline(page)).toBe(lead.title);
  });

  test('the outline leads to the headings, and Back leads to where it was used', async () => {
    const page = await used.open({ path: '/articles/what-makes-a-page-readable/', height: 600 });
    await hydrated(page);
    await page.getByText('In this article').first().click();
    const outline = page.getByRole('navigation', { name: 'In this article' });
    const before = await scrolled(page);
    await outline.getByRole('link', { name: 'Leading' }).click();
    const heading = page.getByRole('heading', { name: 'Leading', exact: true });
    await expect.poll(() => heading.evaluate(isInView)).toBe(true);
    expect(page.url()).toContain('#h-leading');
    await page.goBack();
    await expect.poll(() => scrolled(page)).toBe(before);
    expect(await headline(page)).toBe('What makes a page readable');
  });

  test('the way to Must Read leads to it and makes no request', async () => {
    const page = await used.open({ path: lead.path, width: 400, savesData: true });
    await hydrated(page);
    used.site.requests.length = 0;
    await page.getByRole('banner').getByRole('link', { name: 'Must Read' }).click();
    await expect.poll(() => page.getByRole('complementary', { name: 'Must Read' }).evaluate(isInView)).toBe(true);
    expect(await focused(page).evaluate((element) => element.tagName)).toBe('ASIDE');
    expect(used.site.requests.filter(isPageData)).toEqual([]);
  });
});

describe('Back', () => {
  test('puts the focus on the link that was used, also where another link leads to the same page', async () => {
    const page = await used.open();
    await hydrated(page);
    const beside = page.getByRole('complementary').getByRole('link', { name: 'One sentence, many scripts' });
    await beside.click();
    await arrived(page, 'One sentence, many scripts');
    await page.goBack();
    await arrived(page, 'Broadsheet');
    expect(await beside.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.goForward();
    await arrived(page, 'One sentence, many scripts');
    expect(await focused(page).textContent()).toBe('One sentence, many scripts');
  });

  test('twenty pages and back: every page, its place and its title', async () => {
    const page = await used.open({ height: 500, savesData: true });
    await hydrated(page);
    await markDocument(page);
    const walk: { path: string; top: number; title: string }[] = [];
    const titles = new Map(pagesOfAllKinds.map(({ path, title }) => [path, title]));
    for (const { path } of [...pagesOfAllKinds, ...pagesOfAllKinds].slice(1, 21)) {
      await scrollDown(page, (await scrolled(page)) + 40 + walk.length * 3);
      walk.push({ path: new URL(page.url()).pathname, top: await scrolled(page), title: await page.title() });
      await followLink(page, path);
      await arrived(page, titles.get(path) ?? '');
      await page.waitForURL(`**${path}`);
    }
    for (const { path, top, title } of walk.toReversed()) {
      await page.goBack();
      await page.waitForURL(`**${path}`);
      await arrived(page, titles.get(path) ?? '');
      expect({ path, top: await scrolled(page), title: await page.title() }).toEqual({ path, top, title });
    }
    expect(await isSameDocument(page)).toBe(true);
  });
});

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
