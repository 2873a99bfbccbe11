/** What sheets and the document have of the look, and that nothing of it stands anywhere else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import postcss from 'postcss';
import { describe, expect, test } from 'vitest';
import type { ThemeFile } from '../../../src/publication/schema.ts';
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

describe('the face of the text', () => {
  const fonts = readFileSync(join(src, 'styles/fonts.css'), 'utf8');

  test.each([
    {
      face: 'literata',
      latin: "Literata, 'Literata Fallback', Georgia, serif",
      italic: "'Literata Italic', var(--latin)",
      capitals: "'Literata Capitals', var(--latin)",
      others: ['[data-face]', "[data-face='legible']"],
      size: undefined,
    },
    {
      face: 'sans',
      latin: "Inter, 'Inter Fallback', ui-sans-serif, system-ui, sans-serif",
      italic: "'Inter Italic', var(--latin)",
      capitals: 'var(--latin)',
      others: ["[data-face='serif']", "[data-face='legible']"],
      size: '92.9%',
    },
    {
      face: 'legible',
      latin: "Atkinson Hyperlegible Next, 'Atkinson Hyperlegible Next Fallback', ui-sans-serif, system-ui, sans-serif",
      italic: "'Atkinson Hyperlegible Next Italic', var(--latin)",
      capitals: 'var(--latin)',
      others: ["[data-face='serif']", "[data-face='sans']"],
      size: '102.2%',
    },
  ] as const)('$face', ({ face, latin, italic, capitals, others, size }) => {
    const look = { theme: themeOf({ face }) };
    const sheet = made(tokens, look);
    const [, own = ''] = /:root, \[lang\] \{(.*?)\}/.exec(sheet) ?? [];
    expect(own).toContain(`--latin: ${latin}; --latin-italic: ${italic}; --capitals: ${capitals};`);
    // What a reader may choose beside it, and nothing for the face that is the publication's own.
    expect([...sheet.matchAll(/(\[data-face\S*\]), /g)].map(([, selector]) => selector)).toEqual(others);

    const faces = made(fonts, look).split('@font-face').slice(1);
    const family = latin.split(',')[0];
    const ofText = faces.filter((rule) => rule.includes("url('face:text"));
    expect(ofText.map((rule) => /font-family: '?(.*?)'?;/.exec(rule)?.[1])).toEqual(
      ['', '', ' Italic', ' Italic', '', '', ' Italic'].map((slant) => `${family}${slant}`),
    );
    for (const rule of ofText) {
      expect(rule).toContain('font-display: optional');
      expect(/ size-adjust: (\S*?);? /.exec(rule)?.[1]).toBe(size);
    }
    const fallbacks = faces.filter((rule) => rule.includes(`'${family} Fallback'`));
    expect(fallbacks.length).toBeGreaterThan(1);
    for (const rule of fallbacks)
      expect(rule).toMatch(/local\(.* size-adjust: .* ascent-override: .* descent-override: /);
    expect(faces.filter((rule) => rule.includes('Fallback'))).toEqual(fallbacks);
    expect(sheet + faces.join('')).not.toMatch(/@face|theme\(/);
  });

  test('one that there is not names what is asked', () => {
    expect(() => made('@face literata serif { a { color: red } }')).toThrow(
      '"serif" is none of literata, sans, legible.',
    );
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

describe('the rules of a front page', () => {
  const sheet =
    'a { color: red; } @front newspaper { b { color: red; } } @media print { @front quiet { i { top: 0; } } }';

  test.each([
    ['newspaper', {}, 'a { color: red; } b { color: red; } @media print { }'],
    ['newspaper', { front: 'newspaper' }, 'a { color: red; } b { color: red; } @media print { }'],
    ['quiet', { front: 'quiet' }, 'a { color: red; } @media print { i { top: 0; } }'],
  ] as const)('are there where it is that one: %s, %j', (_, file, expected) => {
    expect(made(sheet, { theme: themeOf(file) })).toBe(expected);
  });

  test('may be of a drawn name', () => {
    const nested = '@front quiet { @nameplate { a { aspect-ratio: nameplate(ratio); } } }';
    const nameplate = { file: '/nameplate.svg', ratio: 4 };
    expect(made(nested, { theme: themeOf({ front: 'quiet' }), nameplate })).toBe(' a { aspect-ratio: 4; }');
    expect(made(nested, { theme: themeOf({ front: 'quiet' }) })).toBe('');
    expect(made(nested, { theme: shipped, nameplate })).toBe('');
  });

  test('name the front page that there is not', () => {
    expect(() => made('@front loud { a { top: 0; } }')).toThrow('"@front loud" is none of newspaper, quiet.');
  });

  test('are all of the sheet that is named after it', () => {
    const quiet = readFileSync(join(src, 'styles/quiet-front.css'), 'utf8');
    expect(made(quiet)).toMatch(/^\/\*[^/]*\*\/\s*$/);
    expect(made(quiet, { theme: themeOf({ front: 'quiet' }) })).toContain('.layout-front');
  });

  test('let the newspaper alone have columns', () => {
    const sheets = ['lists', 'front', 'quiet-front'].map((name) =>
      readFileSync(join(src, `styles/${name}.css`), 'utf8'),
    );
    const columns = (file: ThemeFile) =>
      made(sheets.join('\n'), { theme: themeOf(file) }).match(/ columns: \d/g)?.length;
    expect(columns({})).toBe(3);
    expect(columns({ front: 'quiet' })).toBeUndefined();
  });
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
