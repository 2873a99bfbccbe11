/** Where the reader stands when a page has come: the place they left, the heading they asked for, or the top. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { arrived, headline, hold, lead, link, scrollDown, scrolled } from './reading.ts';
import { needs, withBackForwardCache } from './abilities.ts';
import { hydrated, launch, useSite, addLinks } from './site.ts';

const used = useSite();
const long = { path: '/articles/what-makes-a-page-readable/', title: 'What makes a page readable' };

/** How far the page is from this scroll, in pixels, when it has come to rest. */
async function offBy(page: Page, top: number): Promise<number> {
  await page.waitForFunction((to) => Math.abs(scrollY - to) <= 2, top, { timeout: 5000 }).catch(() => undefined);
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => requestIdleCallback(done))));
  return Math.abs((await scrolled(page)) - top);
}

/** Scripts are asked for again, though they never change. */
async function withoutCache(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
}

describe('Back', () => {
  test('restores the place in an article and on the front page', async () => {
    const page = await used.open({ plainFaces: true });
    await hydrated(page);
    await scrollDown(page, 700);
    await link(page, 'How Must Read is ordered').click();
    await arrived(page, 'How Must Read is ordered');
    expect(await scrolled(page)).toBe(0);
    await scrollDown(page, 1100);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Authors' }).click();
    await arrived(page, 'Authors');
    const places = [1100, 700];
    // Clicking scrolled the foot into view.
    await page.goBack();
    await arrived(page, 'How Must Read is ordered');
    expect(await scrolled(page)).toBeGreaterThan(places[0]!);
    await page.goForward();
    await arrived(page, 'Authors');
    expect(await scrolled(page)).toBe(0);
  });

  test('restores it also when the page must be fetched anew and comes late', async () => {
    const page = await used.open({ path: long.path, savesData: true, plainFaces: true });
    await hydrated(page);
    await scrollDown(page, 2000);
    await page.evaluate(() => document.querySelector<HTMLElement>('footer a[href="/authors/"]')?.click());
    await arrived(page, 'Authors');
    // What was in memory is gone.
    await page.reload();
    await hydrated(page);
    const { asked, letGo } = hold(used.site);
    await page.evaluate(() => void setTimeout(() => history.back()));
    await asked;
    expect(await headline(page)).toBe('Authors');
    expect(await scrolled(page)).toBe(0);
    letGo();
    await arrived(page, long.title);
    expect(await offBy(page, 2000)).toBeLessThanOrEqual(2);
  });

  test('from another site restores it, over a page in between as well', async () => {
    const page = await used.open({ path: long.path, savesData: true, plainFaces: true });
    await hydrated(page);
    await scrollDown(page, 1800);
    await page.evaluate(() => document.querySelector<HTMLElement>('footer a[href="/authors/"]')?.click());
    await arrived(page, 'Authors');
    await page.goto('about:blank');
    await page.evaluate(() => void setTimeout(() => history.go(-2)));
    await arrived(page, long.title);
    await hydrated(page);
    expect(await offBy(page, 1800)).toBeLessThanOrEqual(2);
  });

  test('restores the foot of an article whose responses come after its text', async () => {
    const page = await used.open({ path: lead.path, plainFaces: true });
    for (const text of ['First thoughts', 'Second thoughts', 'Third thoughts']) {
      await page.getByRole('heading', { name: 'Responses' }).scrollIntoViewIfNeeded();
      await page.getByRole('textbox', { name: 'Comment' }).fill(text);
      await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
      await page.getByRole('button', { name: 'Keep on this device' }).click();
      await page.getByRole('listitem').filter({ hasText: text }).waitFor();
    }
    const foot = page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' });
    await foot.scrollIntoViewIfNeeded();
    await scrollDown(page, 100_000);
    const bottom = await scrolled(page);
    await foot.click();
    await arrived(page, 'Privacy');
    await page.goBack();
    await arrived(page, lead.title);
    await page.getByText('Third thoughts').waitFor();
    expect(await offBy(page, bottom)).toBeLessThanOrEqual(2);
  });

  test('a reader who scrolls while the page grows is not pulled away', async () => {
    const page = await used.open({ path: lead.path, plainFaces: true });
    await page.getByRole('heading', { name: 'Responses' }).scrollIntoViewIfNeeded();
    await page.getByRole('textbox', { name: 'Comment' }).fill(`${'A line.\n\n'.repeat(30)}The end`);
    await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
    await page.getByRole('button', { name: 'Keep on this device' }).click();
    await page.getByRole('listitem').filter({ hasText: 'The end' }).waitFor();
    await scrollDown(page, 100_000);
    await page.evaluate(() => document.querySelector<HTMLElement>('footer a[href="/privacy/"]')?.click());
    await arrived(page, 'Privacy');
    await withoutCache(page);
    await page.reload();
    await hydrated(page);
    const { asked, letGo } = hold(used.site, (path) => /Responses-.*\.js$/.test(path));
    await page.goBack();
    await arrived(page, lead.title);
    await asked;
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, -300);
    await expect
      .poll(() => page.evaluate(() => scrollY + innerHeight < document.documentElement.scrollHeight))
      .toBe(true);
    const there = await scrolled(page);
    letGo();
    await page.getByText('The end').waitFor();
    expect(await offBy(page, there)).toBeLessThanOrEqual(2);
  });
});

describe('loading again', () => {
  test('restores the place', async () => {
    const page = await used.open({ path: long.path, plainFaces: true });
    await hydrated(page);
    await scrollDown(page, 1500);
    await page.reload();
    await hydrated(page);
    expect(await offBy(page, 1500)).toBeLessThanOrEqual(2);
  });

  test('restores the place also when the script comes long after the text', async () => {
    const page = await used.open({ path: long.path, plainFaces: true });
    await hydrated(page);
    await scrollDown(page, 1500);
    await withoutCache(page);
    const { asked, letGo } = hold(used.site, (path) => /index-.*\.js$/.test(path));
    await page.reload({ waitUntil: 'commit' });
    await asked;
    await page.getByText('Leading', { exact: true }).first().waitFor({ state: 'attached' });
    letGo();
    await hydrated(page);
    expect(await offBy(page, 1500)).toBeLessThanOrEqual(2);
  });

  test('a reader who went back to the top of a #part stays at the top', async () => {
    const page = await used.open({ path: `${long.path}#h-contrast` });
    await hydrated(page);
    expect(await scrolled(page)).toBeGreaterThan(500);
    await scrollDown(page, 0);
    await page.reload();
    await hydrated(page);
    expect(await offBy(page, 0)).toBeLessThanOrEqual(2);
  });
});

describe('a #part', () => {
  /** Whether the heading stands at the top of the window, once it does. */
  const landsOn = async (page: Page, name: string) => {
    const heading = await page.getByRole('heading', { name, exact: true }).elementHandle();
    const atTop = (element: Element | null) => {
      const { top = -1 } = element?.getBoundingClientRect() ?? {};
      return top >= 0 && top < 120;
    };
    await page.waitForFunction(atTop, heading, { timeout: 5000 }).catch(() => undefined);
    return page.evaluate(atTop, heading);
  };

  test('is where a deep link lands', async () => {
    const page = await used.open({ path: `${long.path}#h-contrast` });
    await hydrated(page);
    expect(await landsOn(page, 'Contrast')).toBe(true);
  });

  test('is where a link from another page lands, also when the page comes late', async () => {
    const page = await used.open({ path: '/about/', savesData: true, plainFaces: true });
    await hydrated(page);
    await addLinks(page, 'article p', [{ href: `${long.path}#h-contrast`, text: 'on contrast' }]);
    const { asked, letGo } = hold(used.site);
    await page.getByRole('link', { name: 'on contrast' }).click();
    await asked;
    letGo();
    await arrived(page, long.title);
    expect(await landsOn(page, 'Contrast')).toBe(true);
    await page.goBack();
    await arrived(page, 'About Broadsheet');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  test('that is nonsense harms nothing', async () => {
    const page = await used.open({ path: '/privacy/', plainFaces: true });
    const nonsense = [
      '#%E0%A4%A',
      '#<svg>',
      '#__proto__',
      '#constructor',
      '#%00',
      '#text=%',
      `#${'x'.repeat(5000)}`,
      '#]"\'>',
      '#',
    ];
    for (const hash of nonsense) {
      await page.goto(`${used.site.url}${lead.path}${hash}`);
      await hydrated(page);
      expect(await headline(page)).toBe(lead.title);
      expect(await scrolled(page)).toBe(0);
      await scrollDown(page, 900);
      await page.evaluate((to) => {
        const way = document.createElement('a');
        way.href = to;
        document.querySelector('article')?.append(way);
        way.click();
      }, `/about/${hash}`);
      await arrived(page, 'About Broadsheet');
      expect(await scrolled(page)).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    }
  });
});

describe('the browser’s own memory of pages', () => {
  test('a page that comes out of it is alive', async (context) => {
    await needs(context, 'back/forward cache');
    const browser = await launch(withBackForwardCache);
    try {
      const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
      await page.goto(used.site.url + long.path);
      await hydrated(page);
      await scrollDown(page, 1300);
      await page.evaluate(() =>
        addEventListener('pageshow', ({ persisted }) => Object.assign(window, { cameBack: persisted })),
      );
      await page.goto('data:text/html,elsewhere');
      await page.evaluate(() => void setTimeout(() => history.back()));
      await expect
        .poll(
          () => page.evaluate(() => (window as unknown as { cameBack?: boolean }).cameBack).catch(() => undefined),
          {
            timeout: 20_000,
          },
        )
        .toBe(true);
      expect(await offBy(page, 1300)).toBeLessThanOrEqual(2);
      await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click();
      await arrived(page, 'Privacy');
    } finally {
      await browser.close();
    }
  });
});
