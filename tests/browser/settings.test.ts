/** The reading settings in a real browser: in all windows, by hand and by key. */
import { describe, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { arrived, focused, lead, scrollDown, scrolled } from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';
import { openPanel, panel, root } from './setting.ts';

const used = useSite();

const urdu = '/articles/nastaliq-screen-par/';

const long = '/articles/what-makes-a-page-readable/';

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
    const style = async () => (await root(page).getAttribute('style')) ?? '';
    expect(await style()).toBe('');
    await page.getByRole('radio', { name: 'Sepia' }).check();
    await page.getByRole('button', { name: 'Between words: more' }).click();
    await page.getByRole('button', { name: 'As the publication sets it' }).click();
    expect(await root(page).getAttribute('data-theme')).toBeNull();
    expect(await style()).toBe('');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await root(page).getAttribute('data-theme')).toBe('sepia');
    expect(await root(page).evaluate(({ style }) => style.getPropertyValue('--set-word'))).toBe('0.02');
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
      serviceWorkers: 'block',
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
