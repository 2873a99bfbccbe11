/** Pictures that stand by themselves: figures, and galleries in rows that are about equally full. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Picture } from '../../../src/publication/content.ts';
import { shapes } from '../../../src/press/markdown/figures.ts';
import { compile, type CompileOptions } from '../../../src/press/markdown/markdown.ts';

/** "/images/600x400.jpg" is so wide and so high; one over 1,000 pixels wide is there in sizes. */
function picture(src: string): Picture | undefined {
  const [, width, height] = /(\d+)x(\d+)/.exec(src)?.map(Number) ?? [];
  if (!width || !height) return undefined;
  const sizes = { at: `/assets/pictures/a.jpg/1-`, type: 'avif' as const, widths: [320, width] };
  return { url: src, width, height, ...(width > 1000 && { sizes }) };
}

const options: CompileOptions = { owner: 'articles/first', base: '/', language: 'en', picture };

const written = (size: string, title = '') => `![A boat](/images/${size}.jpg${title && ` "${title}"`})`;

/** The text in few words: what stands in what, and how wide each picture is to its height. */
function outlineOf(...blocks: string[]): string {
  const { html, problems } = compile(blocks, options);
  expect(problems).toEqual([]);
  return html
    .replaceAll(/<a class="look" href="[^"]*">(.*?)<\/a>/g, '$1')
    .replaceAll(/<picture>.*?(<img [^>]*>)<\/picture>/g, '$1')
    .replaceAll(/<img src="\/images\/(\w+)[^>]*>/g, '$1')
    .replaceAll('figcaption', 'caption')
    .replaceAll('"', "'")
    .replaceAll('\n', '');
}

const row = (...figures: string[]) => `<div class='gallery-row'>${figures.join('')}</div>`;
const wide = "<figure class='shape-3-2'>600x400</figure>";
const upright = "<figure class='shape-2-3'>400x600</figure>";

test.each([
  ['in lines of their own', `${written('600x400')}\n${written('400x600')}`],
  ['beside one another', `${written('600x400')} ${written('400x600')}`],
  ['with a break that was meant for lines', `${written('600x400')}\\\n${written('400x600')}`],
])('pictures of one block, %s, are a gallery', (_, block) => {
  expect(outlineOf(block)).toBe(`<div class='gallery'>${row(wide, upright)}</div>`);
});

test('captions are of each, of all, or both', () => {
  const own = `${written('600x400', 'The *first*')}\n${written('600x400')}`;
  const first = wide.replace('</', '<caption>The *first*</caption></');
  expect(outlineOf(own)).toBe(`<div class='gallery'>${row(first, wide)}</div>`);
  expect(outlineOf(`${own}\nBoth, in *May*.`)).toBe(
    `<figure class='gallery'>${row(first, wide)}<caption>Both, in <em>May</em>.</caption></figure>`,
  );
});

test('a gallery goes in the direction of its text, and its caption in that of its own words', () => {
  const two = `${written('600x400')}\n${written('600x400')}`;
  const urdu = 'دوپہر میں گھاٹ';
  const all = (language: string, below: string) => {
    const { html } = compile([`${two}\n${below}`], { ...options, language });
    return [...html.matchAll(/<(?:figure|figcaption|div)(?: class="gallery[^"]*")(?: [^>]*)?>|<figcaption[^>]*>/g)].map(
      String,
    );
  };
  const gallery = ['<figure class="gallery">', '<div class="gallery-row">'];
  expect(all('ur', urdu)).toEqual([...gallery, '<figcaption>']);
  expect(all('ur', 'The quay at noon')).toEqual([...gallery, '<figcaption lang="en" dir="ltr">']);
  expect(all('en', urdu)).toEqual([...gallery, '<figcaption lang="ur" dir="rtl">']);
});

test('what a writer has linked leads where they want, and the others to their files', () => {
  const { html } = compile([`${written('600x400')}\n[${written('600x400')}](/about/)`], options);
  expect([...html.matchAll(/<a [^>]*>/g)].map(String)).toEqual([
    '<a class="look" href="/images/600x400.jpg">',
    '<a href="/about/">',
  ]);
});

test.each([
  ['words before them', `See ${written('600x400')}\n${written('600x400')}`],
  ['words between them', `${written('600x400')} and ${written('600x400')}`],
  ['words beside the last', `${written('600x400')}\n${written('600x400')} both.`],
  ['words below one', `${written('600x400')}\nA boat.`],
])('pictures with %s are in their lines', (_, block) => {
  expect(outlineOf(block)).toMatch(/^<p>/);
});

test('in a list, a quotation, and twice in a text there are galleries too', () => {
  const two = `${written('600x400')}\n${written('600x400')}`;
  const gallery = `<div class='gallery'>${row(wide, wide)}</div>`;
  const all = outlineOf(two, '> ' + two.replace('\n', '\n> '), '- ' + two.replace('\n', '\n  '), 'Words.', two);
  expect(all.split(gallery)).toHaveLength(5);
});

test.each<[shapes: string, rows: number[]]>([
  ['3:2 3:2', [2]],
  ['3:2 3:2 3:2', [3]],
  ['3:2 3:2 3:2 3:2', [2, 2]],
  ['3:2 3:2 3:2 3:2 3:2', [2, 3]],
  ['3:2 3:2 3:2 3:2 3:2 3:2', [2, 2, 2]],
  ['2:3 3:2 2:3', [3]],
  ['2:3 2:3 2:3 2:3', [4]],
  ['6:1 3:2 3:2', [1, 2]],
])('%s are set in rows of %j', (listed, rows) => {
  const block = listed
    .split(' ')
    .map((shape) => written(shape.replaceAll(/\d/g, (digit) => `${digit}00`).replace(':', 'x')))
    .join('\n');
  const found = outlineOf(block).split("<div class='gallery-row'>").slice(1);
  expect(found.map((row) => row.split('<figure').length - 1)).toEqual(rows);
});

test('none is cut by more than a tenth that has the shape of a camera, and one alone in its row by nothing', () => {
  for (const shape of [9 / 16, 0.6, 2 / 3, 0.7, 3 / 4, 4 / 5, 1, 6 / 5, 5 / 4, 4 / 3, 7 / 5, 3 / 2, 16 / 9, 1.85, 2]) {
    const size = `${Math.round(shape * 900)}x900`;
    const [, name = ''] = /class='(shape-[^']+)'/.exec(outlineOf(`${written(size)}\n${written('900x900')}`)) ?? [];
    expect(Math.abs(Math.log(shapes[name]! / shape)), size).toBeLessThan(0.105);
  }
  expect(outlineOf([written('900x150'), written('600x400'), written('600x400')].join('\n'))).toContain(
    row('<figure>900x150</figure>'),
  );
});

test('a screen is told how much of the text each is wide', () => {
  const { html } = compile([`${written('3000x2000')}\n${written('2000x3000')}`], options);
  expect([...html.matchAll(/(?<=sizes=")[^"]*/g)].map(String)).toEqual([
    'auto, (max-width: 28rem) calc(100vw - 2.25rem), (max-width: 39rem) 63.7vw, 24.9rem',
    'auto, (max-width: 28rem) calc(100vw - 2.25rem), (max-width: 39rem) 28.3vw, 11.1rem',
  ]);
});

test('the sheet has a rule for each shape, and for no other', () => {
  const sheet = readFileSync('src/styles/gallery.css', 'utf8');
  const ruled = [...sheet.matchAll(/\.(shape-[\d-]+) \{\s*--shape: ([\d.]+)/g)];
  expect(Object.fromEntries(ruled.map(([, name, number]) => [name, Number(number)]))).toEqual(
    Object.fromEntries(Object.entries(shapes).map(([name, number]) => [name, Number(number.toFixed(4))])),
  );
});
