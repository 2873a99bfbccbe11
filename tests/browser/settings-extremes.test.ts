/** Every page holds at the ends of what the reading settings let a reader choose. */
import { describe, expect, test } from 'vitest';
import { ranges, type Settings } from '../../src/reader/settings/settings.ts';
import { lead, pagesOfAllKinds } from './reading.ts';
import { hydrated, useSite } from './site.ts';
import { root, presetSettings } from './setting.ts';

const used = useSite();

const urdu = '/articles/nastaliq-screen-par/';

const long = '/articles/what-makes-a-page-readable/';

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
    await presetSettings(page.context(), chosen);
    for (const path of [...pagesOfAllKinds.map(({ path }) => path), long, '/articles/one-sentence-many-scripts/']) {
      await page.goto(used.site.url + path);
      await hydrated(page);
      found.push(...(await page.evaluate(losses)).map((loss) => `${path}: ${loss}`));
    }
    expect(found).toEqual([]);
  });

  test('the text has what was chosen', async () => {
    const page = await used.open({ path: '' });
    await presetSettings(page.context(), asked);
    await page.goto(used.site.url + lead.path);
    const applied = await page.evaluate(() => {
      const [, text] = document.querySelectorAll('[data-text="body"] > p');
      const style = getComputedStyle(text!);
      const of = (value: string) =>
        Math.round((Number.parseFloat(value) / Number.parseFloat(style.fontSize)) * 100) / 100;
      return [style.lineHeight, style.marginBlockStart, style.letterSpacing, style.wordSpacing].map(of);
    });
    const [line, paragraph, letter, word] = applied;
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
    await presetSettings(page.context(), { align: 'justify', hyphens: false });
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
