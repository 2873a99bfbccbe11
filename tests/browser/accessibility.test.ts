/** What axe and our own rules find on every kind of page: on every paper, at every width, with script and without. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, axeFaultsOnPapers, papers, applyPaper } from './axe.ts';
import { atRest, focused, headline, lead, pagesOfAllKinds } from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';

const used = useSite();

const notFound = '/articles/nowhere/';
const paths = [
  ...pagesOfAllKinds.map(({ path }) => path),
  '/articles/what-makes-a-page-readable/',
  '/articles/one-sentence-many-scripts/',
  notFound,
];

const widths = [1280, 768, 320] as const;

async function opened(path: string, script = true): Promise<Page> {
  const page = await used.open({ path: '' });
  expectErrors(page, script ? /404/ : /404|ERR_FAILED/);
  // Without script nothing could look at the page from inside, so it is the site's own that is kept away.
  if (!script) await page.route('**/*.js', (route) => route.abort());
  await page.goto(used.site.url + path);
  // What comes late moves the headings under axe, which then finds none before them.
  if (script) await hydrated(page);
  if (script) await atRest(page);
  return page;
}

/** One h1, which the title says, and each landmark once. */
async function expectOneOfEach(page: Page, path: string): Promise<void> {
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(await page.title()).toContain(path === notFound ? 'Not found' : await headline(page));
  for (const landmark of ['banner', 'main', 'contentinfo'] as const) {
    expect(await page.getByRole(landmark).count(), landmark).toBe(1);
  }
  // The list of its own page is no aside.
  expect(await page.getByRole('complementary', { name: 'Must Read' }).count()).toBe(path === '/must-read/' ? 0 : 1);
}

describe('on every page each heading and landmark stands once, and axe finds nothing', () => {
  /** Nobody chooses a paper where no script runs. */
  async function everyFault(path: string, script: boolean): Promise<string[]> {
    const page = await opened(path, script);
    await expectOneOfEach(page, path);
    const found: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const where = `${script ? 'with' : 'without'} script, ${width}`;
      found.push(...(await (script ? axeFaultsOnPapers(page, where) : axeFaults(page, where))));
    }
    return found;
  }

  test.each(paths)('on %s', async (path) => {
    const [withScript, withoutScript] = await Promise.all([everyFault(path, true), everyFault(path, false)]);
    expect([...withScript, ...withoutScript]).toEqual([]);
  });

  test('in the form of the responses, with its faults and with what is kept, and in the open choice of paper', async () => {
    const page = await opened(lead.path);
    await page.getByRole('heading', { name: 'Responses' }).scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Keep on this device' }).click();
    await page.getByText('Please enter your comment!').waitFor();
    const found = await axeFaults(page, 'with a fault');
    await page.getByLabel('Comment').fill('A thought worth keeping.');
    await page.getByLabel('Name').fill('A reader');
    await page.getByRole('button', { name: 'Keep on this device' }).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    found.push(...(await axeFaults(page, 'asking whether to remove')));
    await page.getByRole('button', { name: 'Reading settings' }).click();
    found.push(...(await axeFaults(page, 'choosing paper')));
    expect(found).toEqual([]);
  });
});

describe('contrast', () => {
  /** In 7:1 for what is read, in 3:1 for the ring of the focus: as WCAG 2.2 computes it. */
  const contrast = (page: Page, selector: string, property: 'color' | 'outlineColor') =>
    page.evaluate(
      ([selector, property]) => {
        const light = (color: string) => {
          const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
            const share = Number(part) / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const paper = light(getComputedStyle(document.body).backgroundColor);
        return [...document.querySelectorAll(selector)].map((element) => {
          const ink = light(getComputedStyle(element)[property]);
          return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
        });
      },
      [selector, property] as const,
    );

  test.each(papers)('what is read stands out 7:1 on %s paper', async (paper) => {
    const page = await opened(lead.path);
    await applyPaper(page, paper);
    const ratios = await contrast(page, 'h1, article p, article li, article h2', 'color');
    const [headline = 0] = ratios;
    expect(headline).toBeGreaterThanOrEqual(7);
    const body = await contrast(page, '[data-text="body"] :is(p, li, h2)', 'color');
    expect(body.length).toBeGreaterThan(15);
    expect(Math.min(...body)).toBeGreaterThanOrEqual(7);
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(papers)('the ring of the focus stands out 3:1 on %s paper', async (paper) => {
    const page = await opened(lead.path);
    await applyPaper(page, paper);
    await page.keyboard.press('Tab');
    expect(Math.min(...(await contrast(page, ':focus', 'outlineColor')))).toBeGreaterThanOrEqual(3);
  });
});

describe('by keyboard', () => {
  test('the first stop is the skip link; it leads to the headline, and from there into the text', async () => {
    const page = await opened(lead.path);
    await page.keyboard.press('Tab');
    expect(await focused(page).textContent()).toBe('Skip to the text');
    expect(await focused(page).isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await focused(page).textContent()).toBe(lead.title);
    await page.keyboard.press('Tab');
    expect(await page.getByRole('main').locator(':focus').count()).toBe(1);
  });

  test.each(['/', lead.path, '/articles/nastaliq-screen-par/', '/articles/footnotes-tables-and-code/'])(
    'a walk through %s stops once at everything, in a ring that can be seen, and comes out again',
    async (path) => {
      const page = await opened(path);
      if (path.startsWith('/articles/')) {
        // The form comes when the reader is near; a walk is faster than that.
        await page.getByRole('heading', { name: 'Responses' }).scrollIntoViewIfNeeded();
        await page.getByRole('button', { name: 'Keep on this device' }).waitFor();
      }
      const faults: string[] = [];
      let stops = 0;
      for (; stops < 300; stops += 1) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(lookAtFocus);
        if (!stop) break;
        if (stop.fault) faults.push(`${stop.name}: ${stop.fault}`);
      }
      expect(faults).toEqual([]);
      expect(stops).toBeGreaterThan(20);
      expect(stops).toBeLessThan(300);
      expect(await page.evaluate(leftOut)).toEqual([]);
    },
  );

  /** In the page: what has the focus, and what is wrong with it; undefined outside the document. */
  function lookAtFocus(): { name: string; fault: string } | undefined {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const name = element.outerHTML.slice(0, 100);
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    let fault = '';
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) fault = 'no ring';
    else if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) fault = 'out of sight';
    else if (element.dataset['stopped']) fault = 'a second time';
    element.dataset['stopped'] = 'yes';
    return { name, fault };
  }

  /** In the page, after the walk: what could take the focus and was not stopped at. */
  function leftOut(): string[] {
    const stops = 'a[href], button, input, textarea, summary, [tabindex="0"]';
    return [...document.querySelectorAll<HTMLElement>(stops)]
      .filter((element) => element.tabIndex >= 0 && element.checkVisibility() && !element.dataset['stopped'])
      .map((element) => element.outerHTML.slice(0, 100));
  }
});

test('what is pressed is at least 24 by 24, and a finger’s width where it is the only thing of its kind', async () => {
  const page = await used.open({ path: lead.path, width: 320 });
  await hydrated(page);
  await page.getByRole('heading', { name: 'Responses' }).scrollIntoViewIfNeeded();
  await page.getByLabel('Comment').fill('A thought worth keeping.');
  await page.getByLabel('Name').fill('A reader');
  await page.getByRole('button', { name: 'Keep on this device' }).click();
  await page.getByRole('button', { name: 'Remove' }).waitFor();
  const sizes = async (what: ReturnType<Page['locator']>) =>
    Promise.all((await what.all()).map(async (one) => (await one.boundingBox()) ?? { width: 0, height: 0 }));
  const controls = await sizes(page.getByRole('button').or(page.getByRole('textbox')));
  expect(controls.length).toBeGreaterThan(5);
  for (const { width, height } of controls) {
    expect(height).toBeGreaterThanOrEqual(44);
    expect(width).toBeGreaterThanOrEqual(24);
  }
  // Links that stand alone; those within a sentence are as high as its line.
  const alone = await sizes(page.getByRole('navigation').getByRole('link'));
  expect(alone.length).toBeGreaterThan(8);
  for (const { width, height } of alone) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
});
