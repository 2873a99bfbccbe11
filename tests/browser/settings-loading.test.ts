/** Reading settings while a page loads: there before the first paint, and a face is fetched when it is chosen. */
import { describe, expect, test } from 'vitest';
import { filmed, type Frame } from './film.ts';
import { lead } from './reading.ts';
import { hydrated, useSite } from './site.ts';
import { openPanel, root, presetSettings } from './setting.ts';

const used = useSite();

const urdu = '/articles/nastaliq-screen-par/';

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
    await presetSettings(page.context(), { theme: 'black', size: 150, letter: 0.12, align: 'justify', keys: false });
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
      used.site.intercept = async ({ url = '' }) => {
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
    await expect.poll(() => fonts().some((path) => path.includes('/naskh-'))).toBe(true);
  });
});
