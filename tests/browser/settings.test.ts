/** The reading settings in a real browser: before the first paint, in all windows, at their ends, by hand and by key. */
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { defaults, guarded, ranges, type Settings, shownBy } from '../../src/reader/settings/settings.ts';
import { axeFaults } from './axe.ts';
import { filmed, type Frame } from './film.ts';
import { arrived, focused, lead, pagesOfAllKinds, scrollDown, scrolled } from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';

const used = useSite();

const urdu = '/articles/nastaliq-screen-par/';
const long = '/articles/what-makes-a-page-readable/';
const panel = (page: Page) => page.getByRole('dialog', { name: 'Reading settings' });
const root = (page: Page) => page.locator('html');

async function openPanel(page: Page): Promise<void> {
  await hydrated(page);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await panel(page).waitFor();
}

/** Puts settings where the reader of an earlier visit would have left them. */
async function settle(context: BrowserContext, chosen: Partial<Settings>): Promise<void> {
  const values = guarded({ ...defaults, ...chosen });
  const text = JSON.stringify({ revision: 1, values, shown: shownBy(values) });
  await context.addInitScript((mirror) => localStorage.setItem('broadsheet:/:settings', mirror), text);
}

describe('before the first paint', () => {
  /** Whether a frame can be one of a page on this paper; a blank one of another cannot. */
  const isOn = {
    light: ({ red, green, blue }: Frame) => red + green + blue > 450,
    sepia: ({ red, blue }: Frame) => red - blue > 10,
    dark: ({ red, green, blue }: Frame) => red + green + blue < 360,
    black: ({ red, green, blue }: Frame) => red + green + blue < 360,
  };

  const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };

  test.each([
    ['dark', 'light', 'at full speed'],
    ['black', 'light', 'at full speed'],
    ['sepia', 'light', 'at full speed'],
    ['light', 'dark', 'at full speed'],
    ['dark', 'light', 'on a slow line'],
    ['sepia', 'light', 'on a slow line'],
  ] as const)('no frame of another paper shows: %s, where the system is %s, %s', async (theme, system, line) => {
    const page = await used.open({ path: lead.path });
    await page.emulateMedia({ colorScheme: system });
    await openPanel(page);
    await page.getByRole('radio', { name: theme, exact: false }).check();
    await expect.poll(() => root(page).getAttribute('data-theme')).toBe(theme);
    await page.keyboard.press('Escape');
    if (line === 'on a slow line') {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', slow);
    }
    // What was painted before the choice is not in the film.
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    const frames = await filmed(page, async () => {
      await page.reload({ waitUntil: 'commit' });
      await hydrated(page);
      await page.goto(`${used.site.url}/`, { waitUntil: 'commit' });
      await hydrated(page);
    });
    expect(frames.length).toBeGreaterThan(1);
    expect(frames.map((frame, number) => ({ number, ...frame })).filter((frame) => !isOn[theme](frame))).toEqual([]);
  });

  test('everything that was chosen stands on the document before its body does', async () => {
    const page = await used.open({ path: '' });
    await settle(page.context(), { theme: 'black', size: 150, letter: 0.12, align: 'justify', keys: false });
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        const { dataset, style } = document.documentElement;
        Object.assign(window, {
          atBody: { ...Object.fromEntries(Object.entries(dataset)), size: style.getPropertyValue('--set-size') },
        });
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(used.site.url + lead.path);
    expect(await page.evaluate(() => (window as unknown as { atBody: object }).atBody)).toEqual({
      theme: 'black',
      align: 'justify',
      keys: 'off',
      size: '1.5',
    });
  });

  test('the browser colours its own frame like the paper, also after a reload', async () => {
    const page = await used.open({ path: lead.path });
    await page.emulateMedia({ colorScheme: 'light' });
    await openPanel(page);
    /** The first one whose media holds is the one that counts. */
    const colour = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')].find(
            ({ media }) => matchMedia(media || 'all').matches,
          )?.content,
      );
    expect(await colour()).toBe('#fffdf9');
    await page.getByRole('radio', { name: 'Black' }).check();
    await expect.poll(colour).toBe('rgb(0, 0, 0)');
    await page.getByRole('radio', { name: 'Sepia' }).check();
    await expect.poll(colour).toBe('rgb(246, 236, 217)');
    await page.reload();
    expect(await colour()).toBe('rgb(246, 236, 217)');
    await openPanel(page);
    await page.getByRole('radio', { name: 'System' }).check();
    await expect.poll(colour).toBe('#fffdf9');
  });

  test('nothing moves when the tools come', async () => {
    for (const width of [1280, 390, 320]) {
      const page = await used.open({ path: '', width });
      let letGo = () => {};
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      used.site.meddle = async ({ url = '' }) => {
        if (/ReaderParts.*\.js/.test(url)) await held;
        return false;
      };
      await page.goto(used.site.url + lead.path);
      await page.getByRole('button', { name: 'Copy the link' }).waitFor();
      const places = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('.nameplate, .sections a, .to-must-read, h1, .byline-names')].map((element) => {
            const { left, top, width } = element.getBoundingClientRect();
            return [left, top, width].map(Math.round);
          }),
        );
      const before = await places();
      letGo();
      await hydrated(page);
      expect(await places(), `${width}`).toEqual(before);
    }
  });
});

describe('a choice', () => {
  test('is in all windows at once, and on the next page', async () => {
    const page = await used.open({ path: lead.path });
    const other = await used.open({ path: '/', context: page.context() });
    await Promise.all([openPanel(page), hydrated(other)]);
    await page.getByRole('slider', { name: 'Size' }).fill('150');
    await page.getByRole('radio', { name: 'Straight' }).check();
    await expect.poll(() => root(other).evaluate(({ style }) => style.getPropertyValue('--set-size'))).toBe('1.5');
    await expect.poll(() => root(other).getAttribute('data-align')).toBe('justify');
    await openPanel(other);
    await other.getByRole('button', { name: 'Size: more' }).click();
    await expect.poll(() => page.getByRole('slider', { name: 'Size' }).inputValue()).toBe('155');
    await page.keyboard.press('Escape');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click();
    await arrived(page, 'Privacy');
    expect(
      await page
        .locator('[data-text] p')
        .first()
        .evaluate((text) => getComputedStyle(text).fontSize),
    ).toMatch(/^2[6-9]/);
  });

  test('outlasts the mirror, and is put back there', async () => {
    const page = await used.open({ path: lead.path });
    await openPanel(page);
    await page.getByRole('radio', { name: 'Dark' }).check();
    await expect
      .poll(() => page.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === 'broadsheet:/')))
      .toBe(true);
    await page.reload();
    await hydrated(page);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await expect.poll(() => root(page).getAttribute('data-theme')).toBe('dark');
    expect(await page.evaluate(() => localStorage.getItem('broadsheet:/:settings'))).toContain('"dark"');
  });

  test('of the size leaves the same words at the top of the window', async () => {
    const page = await used.open({ path: long });
    await hydrated(page);
    await scrollDown(page, 2600);
    const atTop = () =>
      page.evaluate(() => {
        const blocks = [...document.querySelectorAll('[data-text="body"] > *')];
        return blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
      });
    const before = await atTop();
    await page.keyboard.press(',');
    for (const size of ['200', '250', '70']) {
      await page.getByRole('slider', { name: 'Size' }).fill(size);
      await expect.poll(atTop).toBe(before);
    }
    expect(await scrolled(page)).toBeGreaterThan(500);
  });

  test('of everything can be taken back, and that too', async () => {
    const page = await used.open({ path: lead.path });
    await openPanel(page);
    await page.getByRole('radio', { name: 'Sepia' }).check();
    await page.getByRole('button', { name: 'Between words: more' }).click();
    await page.getByRole('button', { name: 'As the publication sets it' }).click();
    expect(await root(page).getAttribute('data-theme')).toBeNull();
    expect(await root(page).getAttribute('style')).toBeFalsy();
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await root(page).getAttribute('data-theme')).toBe('sepia');
    expect(await root(page).evaluate(({ style }) => style.getPropertyValue('--set-word'))).toBe('0.02');
  });
});

describe('a face', () => {
  const fonts = () => used.site.requests.filter((path) => /(?:inter|atkinson|naskh)[^/]*\.woff2$/.test(path));

  test('is asked for when it is chosen, and only then', async () => {
    const page = await used.open({ path: lead.path });
    await openPanel(page);
    expect(fonts()).toEqual([]);
    await page.getByRole('radio', { name: 'Sans serif' }).check();
    await expect.poll(() => page.evaluate(() => document.fonts.check('16px Inter'))).toBe(true);
    await expect.poll(fonts).toEqual([expect.stringMatching(/inter-latin-wght-normal/)]);
    await page.getByRole('radio', { name: 'For dyslexia' }).check();
    await expect.poll(() => fonts().length).toBe(2);
    expect(fonts()[1]).toMatch(/atkinson-hyperlegible-next-latin-wght-normal/);
    const family = await page
      .locator('[data-text] p')
      .first()
      .evaluate((text) => getComputedStyle(text).fontFamily);
    expect(family).toMatch(/^"Atkinson Hyperlegible Next"/);
  });

  test('is known before the first paint of the next visit; the nameplate keeps its own', async () => {
    const page = await used.open({ path: lead.path });
    await openPanel(page);
    await page.getByRole('radio', { name: 'Sans serif' }).check();
    await expect.poll(() => page.evaluate(() => localStorage.getItem('broadsheet:/:settings'))).toContain('Inter');
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        Object.assign(window, { atBody: Array.from(document.fonts, ({ family }) => family) });
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    expect(await page.evaluate(() => (window as unknown as { atBody: string[] }).atBody)).toContain('Inter');
    const families = await page.evaluate(() =>
      ['.nameplate', 'h1', '[data-text] p'].map(
        (selector) => getComputedStyle(document.querySelector(selector)!).fontFamily.split(',')[0],
      ),
    );
    expect(families).toEqual(['Literata', 'Inter', 'Inter']);
  });

  test('for Urdu changes Urdu alone, and what is chosen for Latin changes Latin alone', async () => {
    const page = await used.open({ path: urdu });
    await openPanel(page);
    const ofText = () =>
      page
        .locator('[data-text] p')
        .first()
        .evaluate((text) => getComputedStyle(text).fontFamily.split(',')[0]);
    expect(await ofText()).toBe('"Noto Nastaliq Urdu"');
    await page.getByRole('radio', { name: 'Sans serif' }).check();
    expect(await ofText()).toBe('"Noto Nastaliq Urdu"');
    expect(fonts().some((path) => path.includes('naskh'))).toBe(false);
    await page.getByRole('radio', { name: 'Naskh' }).check();
    expect(await ofText()).toBe('"Noto Naskh Arabic"');
    await expect.poll(() => fonts().some((path) => path.includes('noto-naskh-arabic-arabic'))).toBe(true);
  });
});

describe('at the ends of what can be chosen', () => {
  const widest: Partial<Settings> = {
    size: ranges.size.to,
    line: ranges.line.to,
    paragraph: ranges.paragraph.to,
    letter: ranges.letter.to,
    word: ranges.word.to,
  };
  const least: Partial<Settings> = {
    size: ranges.size.from,
    paragraph: ranges.paragraph.from,
    measure: ranges.measure.from,
  };
  const asked: Partial<Settings> = { line: 1.5, paragraph: 2, letter: 0.12, word: 0.16 };

  /** In the page: what is cut off, what lies on something else, and whether the page is wider than its window. */
  function losses(): string[] {
    const found: string[] = [];
    const name = (element: Element) => `${element.tagName}.${element.className} ${element.textContent.slice(0, 40)}`;
    if (document.documentElement.scrollWidth > innerWidth) found.push(`wider: ${document.documentElement.scrollWidth}`);
    for (const element of document.querySelectorAll<HTMLElement>('#root *')) {
      const { overflowX, overflowY, position, display } = getComputedStyle(element);
      // The headlines of Must Read are clamped to the eye on purpose; hidden words are for the ear.
      if (element.closest('.must-read, .visually-hidden, .skip, svg, [popover]') || position === 'absolute') continue;
      if (display === 'inline' || !element.textContent.trim()) continue;
      const isCut = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      if (isCut(overflowX) && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${name(element)}`);
      if (isCut(overflowY) && element.scrollHeight > element.clientHeight + 1) found.push(`cut off: ${name(element)}`);
      const { left, right } = element.getBoundingClientRect();
      if (right > innerWidth + 1 && !element.closest('pre, .table')) found.push(`beyond the right: ${name(element)}`);
      if (left < -1 && !element.closest('pre, .table')) found.push(`beyond the left: ${name(element)}`);
    }
    const blocks = [...document.querySelectorAll('main p, main li, main h1, main h2, main h3')].filter(
      (block) => !block.querySelector('p, li') && block.checkVisibility() && block.textContent.trim(),
    );
    for (const [place, block] of blocks.entries()) {
      const next = blocks[place + 1];
      if (!next) continue;
      const [one, other] = [block.getBoundingClientRect(), next.getBoundingClientRect()];
      const beside = one.right <= other.left + 1 || other.right <= one.left + 1;
      if (!beside && one.bottom > other.top + 1 && other.bottom > one.top + 1) found.push(`on another: ${name(next)}`);
    }
    return found;
  }

  test.each([
    ['what WCAG 1.4.12 asks', asked],
    ['the widest', widest],
    ['the least', least],
  ])('nothing is lost at 320 pixels: %s', async (_, chosen) => {
    const found: string[] = [];
    const page = await used.open({ path: '', width: 320, height: 640 });
    await settle(page.context(), chosen);
    for (const path of [...pagesOfAllKinds.map(({ path }) => path), long, '/articles/one-sentence-many-scripts/']) {
      await page.goto(used.site.url + path);
      await hydrated(page);
      found.push(...(await page.evaluate(losses)).map((loss) => `${path}: ${loss}`));
    }
    expect(found).toEqual([]);
  });

  test('the text has what was chosen', async () => {
    const page = await used.open({ path: '' });
    await settle(page.context(), asked);
    await page.goto(used.site.url + lead.path);
    const worn = await page.evaluate(() => {
      const [, text] = document.querySelectorAll('[data-text="body"] > p');
      const style = getComputedStyle(text!);
      const of = (value: string) =>
        Math.round((Number.parseFloat(value) / Number.parseFloat(style.fontSize)) * 100) / 100;
      return [style.lineHeight, style.marginBlockStart, style.letterSpacing, style.wordSpacing].map(of);
    });
    const [line, paragraph, letter, word] = worn;
    expect(line).toBeCloseTo(1.52, 1);
    expect([paragraph, letter, word]).toEqual([2, 0.12, 0.16]);
  });

  test('letters that join are never set apart, whatever stands around them', async () => {
    const page = await used.open({ path: '' });
    const widths = () =>
      page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: { word: string; width: number; spacing: string; isTold: boolean }[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const parent = node.parentElement!;
          if (!parent.checkVisibility() || parent.closest('script, style')) continue;
          for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\p{Script=Arabic}{3,}/gu)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const spacing = getComputedStyle(parent).letterSpacing;
            const isTold = parent.closest('[lang], [dir]')?.matches('[lang|=ur], [lang|=ar], [dir=rtl]') ?? false;
            found.push({ word, width: Math.round(range.getBoundingClientRect().width), spacing, isTold });
          }
        }
        return found;
      });
    for (const path of [urdu, '/articles/one-sentence-many-scripts/', '/']) {
      await page.goto(used.site.url + path);
      await hydrated(page);
      await page.evaluate(() => document.fonts.ready);
      const before = await widths();
      expect(before.length).toBeGreaterThan(0);
      await root(page).evaluate(({ style }) => style.setProperty('--set-letter', '0.2'));
      const after = await widths();
      expect(
        after.filter(({ width }, place) => Math.abs(width - before[place]!.width) > 1),
        path,
      ).toEqual([]);
      expect(
        after.filter(({ isTold, spacing }) => isTold && !['normal', '0px'].includes(spacing)),
        path,
      ).toEqual([]);
      await root(page).evaluate(({ style }) => style.removeProperty('--set-letter'));
    }
  });

  test('straight edges and divided words are for the running text alone', async () => {
    const page = await used.open({ path: '' });
    await settle(page.context(), { align: 'justify', hyphens: false });
    await page.goto(`${used.site.url}/articles/footnotes-tables-and-code/`);
    const found = await page.evaluate(() =>
      ['.prose > p', '.prose h2', '.prose td', '.prose pre', '.must-read p'].map(
        (selector) => getComputedStyle(document.querySelector(selector)!).textAlign,
      ),
    );
    expect(found).toEqual(['justify', 'start', 'start', 'start', 'start']);
    expect(
      await page
        .locator('.prose')
        .first()
        .evaluate((prose) => getComputedStyle(prose).hyphens),
    ).toBe('manual');
  });
});

describe('the panel', () => {
  test.each(['System', 'Light', 'Sepia', 'Dark', 'Black'])(
    'has no fault that axe finds, on %s paper',
    async (paper) => {
      const page = await used.open({ path: urdu });
      await page.emulateMedia({ colorScheme: 'dark' });
      await openPanel(page);
      await page.getByRole('radio', { name: paper }).check();
      const found = await axeFaults(page, paper);
      for (const width of [768, 320]) {
        // High enough for all of the panel: what lies under its head when it is scrolled can not be judged.
        await page.setViewportSize({ width, height: 3000 });
        found.push(...(await axeFaults(page, `${paper}, ${width}`, '.settings')));
      }
      expect(found).toEqual([]);
    },
  );

  test('is worked by keyboard alone, from the button and back to it', async () => {
    const page = await used.open({ path: lead.path });
    await hydrated(page);
    const button = page.getByRole('button', { name: 'Reading settings' });
    await button.focus();
    await page.keyboard.press('Enter');
    await panel(page).waitFor();
    const stops: string[] = [];
    const isInside = () => focused(page).evaluate((one) => one.closest('.settings') !== null);
    for (let stop = 0; stop < 60; stop += 1) {
      await page.keyboard.press('Tab');
      if (!(await isInside())) break;
      const name = await focused(page).evaluate(
        (one) =>
          one.getAttribute('aria-label') ?? (one as HTMLInputElement).labels?.[0]?.textContent ?? one.textContent,
      );
      stops.push(name);
      if (name === 'Size') await page.keyboard.press('ArrowRight');
      if (name === 'Between letters: more') await page.keyboard.press('Enter');
      if (name === 'Less motion') await page.keyboard.press('Space');
    }
    expect(stops).toContain('As the publication sets it');
    expect(stops.length).toBeGreaterThan(20);
    expect(await root(page).getAttribute('data-motion')).toBe('reduced');
    expect(await root(page).evaluate(({ style }) => style.getPropertyValue('--set-size'))).toBe('1.05');
    expect(await root(page).evaluate(({ style }) => style.getPropertyValue('--set-letter'))).toBe('0.01');
    await button.focus();
    await page.keyboard.press('Tab');
    expect(await isInside()).toBe(true);
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'hidden' });
    expect(await focused(page).getAttribute('aria-label')).toBe('Reading settings');
  });

  test('is worked by touch on a phone, and leaves the text in sight', async () => {
    const context = await used.browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    });
    const page = await used.open({ path: lead.path, context });
    await hydrated(page);
    await page.getByRole('button', { name: 'Reading settings' }).tap();
    await panel(page).waitFor();
    const box = (await panel(page).boundingBox())!;
    expect(box.y).toBeGreaterThan(200);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    await page.getByRole('radio', { name: 'Sepia' }).tap();
    expect(await root(page).getAttribute('data-theme')).toBe('sepia');
    await page.getByRole('button', { name: 'Size: more' }).tap();
    expect(await root(page).evaluate(({ style }) => style.getPropertyValue('--set-size'))).toBe('1.05');
    const sizes = await panel(page).evaluate((shown) =>
      [...shown.querySelectorAll('button, label:has(input), input[type=range]')].map((control) => {
        const { width, height } = control.getBoundingClientRect();
        return { name: control.outerHTML.slice(0, 80), size: Math.min(width, height) };
      }),
    );
    expect(sizes.filter(({ size }) => size < 44)).toEqual([]);
    await page.touchscreen.tap(195, 60);
    await panel(page).waitFor({ state: 'hidden' });
  });

  test('is Urdu where the interface is, and its sample is in the language of what is read', async () => {
    const page = await used.open({ path: urdu });
    await openPanel(page);
    const sample = page.getByRole('group', { name: 'Sample' }).getByRole('paragraph');
    await expect.poll(() => sample.getAttribute('lang')).toBe('ur');
    expect(await sample.evaluate((text) => getComputedStyle(text).direction)).toBe('rtl');
    await page.keyboard.press('Escape');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click();
    await arrived(page, 'Privacy');
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await expect.poll(() => sample.getAttribute('lang')).toBe('en');
  });

  test('says it when it cannot be loaded, and opens at the next try', async () => {
    const page = await used.open({ path: '' });
    expectErrors(page, /ERR_FAILED|dynamically imported/);
    let isDown = true;
    await page.route('**/SettingsPanel-*', (route) => (isDown ? route.abort() : route.continue()));
    await page.goto(used.site.url + lead.path);
    await hydrated(page);
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByText('The settings could not be loaded.').waitFor();
    isDown = false;
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await panel(page).waitFor();
    expect(await page.getByText('The settings could not be loaded.').count()).toBe(0);
  });
});
