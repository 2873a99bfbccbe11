/** What sheets and the document have of the look, and that nothing of it stands anywhere else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import postcss from 'postcss';
import { describe, expect, test } from 'vitest';
import { shipped, themeOf } from '../../../src/press/theme/theme.ts';
import { lookInSheets, type LookOfSheets, withTheme } from '../../../src/press/theme/theme-in-sheets.ts';

const made = (sheet: string, look: LookOfSheets = { theme: shipped }): string =>
  postcss([lookInSheets(() => look)])
    .process(sheet, { from: undefined })
    .css.replaceAll(/\s+/g, ' ');

const src = resolve(import.meta.dirname, '../../../src');
const tokens = readFileSync(join(src, 'styles/tokens.css'), 'utf8');

describe('the sheet of tokens', () => {
  test('has both schemes of every colour', () => {
    expect(made(tokens)).toContain(
      '--paper: light-dark(#fffdf9, #161513); --paper-tint: light-dark(#f6f2ea, #211f1c);',
    );
  });

  test('has of sepia and black what they have of their own', () => {
    expect(made(tokens)).toContain("[data-theme='black'] { --paper: #000000; --paper-tint: #171614; --ink: #dcd7cd; }");
    const black = made('a { @theme black; }', { theme: themeOf({ black: { accent: '#0f0' } }) });
    expect(black).toMatch(
      /^a \{ --paper: #000000; --paper-tint: #171614; --ink: #dcd7cd; --accent: #00ff00; --target: /,
    );
  });

  test('has the measure', () => {
    expect(made(tokens, { theme: themeOf({ measure: 30 }) })).toContain('--measure: calc(30 * var(--unit)');
  });
});

test('a colour, a paper or papers that there are not name what is asked', () => {
  expect(() => made('a { color: theme(light inks) }')).toThrow('There is no theme(light inks)');
  expect(() => made('a { color: theme(pale ink) }')).toThrow('There is no theme(pale ink)');
  expect(() => made('a { @theme dark; }')).toThrow('"@theme dark" is none of light dark, sepia, black.');
});

test('the document has the colour around both papers', () => {
  const document = withTheme(
    readFileSync(join(src, '../index.html'), 'utf8'),
    themeOf({ light: { paper: '#eef4ff' }, dark: { paper: '#101820' } }),
  );
  expect([...document.matchAll(/<meta name="theme-color" content="(.*?)"/g)].map(([, colour]) => colour)).toEqual([
    '#eef4ff',
    '#101820',
  ]);
});

test('no colour of the theme is written in a sheet or in the document', () => {
  const sheets = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(20);
  const colours = new Set(Object.values(shipped.papers).flatMap((paper) => Object.values(paper)));
  const wrong = [...sheets.map((file) => join(src, file)), join(src, '../index.html')].filter((file) =>
    [...readFileSync(file, 'utf8').matchAll(/#[\da-f]{6}\b/gi)].some(([colour]) => colours.has(colour.toLowerCase())),
  );
  expect(wrong).toEqual([]);
});

describe('the rules of a drawn name', () => {
  const masthead = readFileSync(join(src, 'styles/masthead.css'), 'utf8');

  test('are there with its file and its form, where there is one', () => {
    const sheet = made(masthead, { theme: shipped, nameplate: { file: '/cache/nameplate.svg', ratio: 7.5 } });
    expect(sheet).toContain('mask: url("/cache/nameplate.svg") center / 100% 100% no-repeat');
    expect(sheet).toContain('aspect-ratio: 7.5;');
    expect(sheet).not.toMatch(/@nameplate|nameplate\(/);
  });

  test('are left out where there is none', () => {
    expect(made(masthead)).not.toMatch(/mask|@nameplate|nameplate\(/);
    expect(made(masthead)).toContain('.masthead .links');
  });
});
