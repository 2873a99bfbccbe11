/** A publication in another of the shipped faces: from the first paint, late or kept, and with what a reader chooses. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { build } from './built-site.ts';
import { hold, layoutShift, lead, watchLayoutShift } from './reading.ts';
import { openPanel } from './setting.ts';
import { hydrated, useSite } from './site.ts';

const inWords = ['h1', '.standfirst', '.prose > p', '.nameplate'];

const familiesOf = (page: Page) =>
  page.evaluate(
    (selectors) =>
      selectors.map((selector) => {
        const [first = ''] = getComputedStyle(document.querySelector(selector)!).fontFamily.split(',');
        return first.replaceAll('"', '');
      }),
    inWords,
  );

/** How many lines each block of the article has. */
const linesOf = (page: Page) =>
  page.locator('article :is(h1, .standfirst, .prose > p)').evaluateAll((blocks) =>
    blocks.map((block) => {
      const { height } = block.getBoundingClientRect();
      return Math.round(height / Number.parseFloat(getComputedStyle(block).lineHeight));
    }),
  );

describe.each([
  {
    face: 'sans',
    family: 'Inter',
    own: 'Sans serif',
    other: 'For dyslexia',
    otherFamily: 'Atkinson Hyperlegible Next',
  },
  {
    face: 'legible',
    family: 'Atkinson Hyperlegible Next',
    own: 'For dyslexia',
    other: 'Sans serif',
    otherFamily: 'Inter',
  },
])('in $face', ({ face, family, own, other, otherFamily }) => {
  const used = useSite(() => {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-face-'));
    cpSync('src/data', join(folder, 'data'), { recursive: true });
    writeFileSync(join(folder, 'data/theme.json'), JSON.stringify({ face }));
    build(join(folder, 'site'), { data: join(folder, 'data') });
    return { folder, site: join(folder, 'site') };
  });

  const facesAskedFor = () =>
    used.site.requests.flatMap((path) => /\/([a-z-]+)-[\w-]{8}\.woff2$/.exec(path)?.[1] ?? []);

  test('the page is set in it without script, by the files that it asks for at once', async () => {
    const page = await used.open({ path: lead.path, script: false });
    await page.waitForLoadState('load');
    expect(await familiesOf(page)).toEqual([family, family, family, family]);
    const html = readFileSync(join(used.built, lead.path, 'index.html'), 'utf8');
    const preloads = [...html.matchAll(/<link rel="preload" href="[^"]*?([a-z-]+)-[\w-]{8}\.woff2"/g)];
    expect(preloads.map(([, name]) => name)).toEqual([face, `${face}-semibold`]);
    expect(facesAskedFor().filter((name) => !/listed|nastaliq/.test(name))).toEqual([face, `${face}-semibold`]);
  });

  test('headline and text are drawn in these files, slanted words in another', async () => {
    const page = await used.open({ path: '/articles/footnotes-tables-and-code/' });
    await hydrated(page);
    await page.evaluate(() => document.fonts.ready);
    const loaded = await page.evaluate(() =>
      Array.from(
        document.fonts,
        ({ family: name, weight, status }) => `${name.replaceAll('"', '')} ${weight} ${status}`,
      ),
    );
    expect(loaded.filter((one) => one.endsWith(' loaded') && !/Fallback|Nast/.test(one)).sort()).toEqual(
      [`${family} 200 500 loaded`, `${family} 600 900 loaded`, `${family} Italic 200 500 loaded`].sort(),
    );
    expect(await page.evaluate((name) => document.fonts.check(`600 40px "${name}"`, 'Headline'), family)).toBe(true);
    expect(facesAskedFor().filter((name) => /literata|capitals|latin/.test(name))).toEqual([]);
    // It has no small capitals: the opening line is set as the others are.
    const [opening, text] = await page.evaluate(() => {
      const [first] = document.querySelectorAll('.prose > p');
      return [getComputedStyle(first!, '::first-line'), getComputedStyle(first!)].map(
        ({ fontFamily, letterSpacing }) => `${fontFamily} ${letterSpacing}`,
      );
    });
    expect(opening).toBe(text);
  });

  test('nothing of Literata is cut for it, and what is kept to be read without a line has its files', () => {
    const files = readdirSync(join(used.built, 'assets')).filter((name) => name.endsWith('.woff2'));
    const names = files.map((name) => name.slice(0, -'-abcdefgh.woff2'.length));
    expect(names.filter((name) => /^(?:literata|capitals)/.test(name))).toEqual([
      'literata-latin-ext-wght-normal',
      'literata-latin-wght-italic',
      'literata-latin-wght-normal',
    ]);
    expect(names.filter((name) => name.startsWith(family.split(' ')[0]!.toLowerCase()))).toEqual([]);
    const worker = readFileSync(join(used.built, 'sw.js'), 'utf8');
    for (const name of [face, `${face}-semibold`, `${face}-italic`]) expect(worker).toMatch(`"assets/${name}-`);
    expect(worker).not.toMatch(/assets\/(?:literata|capitals)/);
  });

  test('a reader chooses Literata, which is there with the next page, and the own face again', async () => {
    const page = await used.open({ path: lead.path });
    await openPanel(page);
    const radios = page.getByRole('group', { name: 'Typeface', exact: true }).getByRole('radio');
    expect(await radios.evaluateAll((all) => all.map((one) => one.parentElement?.textContent))).toEqual([
      own,
      'Literata',
      other,
    ]);
    expect(await radios.first().isChecked()).toBe(true);
    expect(facesAskedFor().filter((name) => name.includes('latin'))).toEqual([]);

    await page.getByRole('radio', { name: 'Literata' }).check();
    await expect.poll(() => familiesOf(page)).toEqual(['Literata', 'Literata', 'Literata', family]);
    await expect
      .poll(() => facesAskedFor().filter((name) => name.includes('latin')))
      .toEqual(['literata-latin-wght-normal']);
    await expect.poll(() => page.evaluate(() => localStorage.getItem('broadsheet:/:settings'))).toContain('Literata');
    await page.reload();
    expect(await familiesOf(page)).toEqual(['Literata', 'Literata', 'Literata', family]);

    await openPanel(page);
    await page.getByRole('radio', { name: other }).check();
    await expect.poll(() => familiesOf(page)).toEqual([otherFamily, otherFamily, otherFamily, family]);
    await page.getByRole('radio', { name: own }).check();
    await expect.poll(() => familiesOf(page)).toEqual([family, family, family, family]);
  });

  test.each([320, 1280])('where it is late nothing moves, and blocks have the same lines to one: %i', async (width) => {
    const page = await used.open({ path: '', width });
    await watchLayoutShift(page);
    const { letGo } = hold(used.site, (path) => path.endsWith('.woff2'));
    await page.goto(used.site.url + lead.path, { waitUntil: 'commit' });
    await page.getByRole('button', { name: 'Copy the link' }).waitFor();
    const late = await linesOf(page);
    letGo();
    await page.waitForLoadState('load');
    await page.evaluate(() => document.fonts.ready);
    await hydrated(page);
    expect(await linesOf(page)).toEqual(late);
    expect(await layoutShift(page)).toBe(0);

    const next = await used.open({ path: lead.path, width, context: page.context() });
    await hydrated(next);
    const set = await linesOf(next);
    expect(set.map((lines, index) => Math.abs(lines - late[index]!) > 1)).not.toContain(true);
    expect(set.filter((lines, index) => lines === late[index]).length).toBeGreaterThan(set.length / 2);
  });
});
