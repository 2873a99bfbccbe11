/** Content as an earlier release read it is built by this one, and says what it said: `tests/fixtures/format-1` is never edited. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { build } from './built-site.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-older-'));
  cpSync('tests/fixtures/format-1', join(folder, 'data'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const words: [file: string, says: string[]][] = [
  ['index.html', ['The Weather Book', 'What fell, and where', 'A wet spring', 'A barometer for every house']],
  [
    'articles/a-wet-spring/index.html',
    [
      'Three weeks of rain, measured.',
      'From the gauge',
      'Mira Lahn',
      'Tomas Rell',
      'GILGIT',
      'Nobody stayed dry.',
      'Monday had 31 mm, not 13.',
      'Rain tables',
      'A rain gauge, nearly full.',
    ],
  ],
  ['articles/khushk-hawa/index.html', ['خشک ہوا', 'dir="rtl"']],
  ['authors/mira-lahn/index.html', ['Keeper of the gauge', 'About the book']],
  ['about/index.html', ['One gauge, one notebook.']],
  ['glossary/index.html', ['A wind that <em>rises</em> at once.']],
  ['must-read/index.html', ['The long one', 'What it says before it rains.', 'https://elsewhere.example/barometer']],
  ['articles/wet-spring/index.html', ['/book/articles/a-wet-spring/']],
  ['2026/03/wet.html', ['/book/articles/a-wet-spring/']],
];

test.each([
  ['format 1', (publication: string) => publication],
  ['before formats had numbers', (publication: string) => publication.replace('  "format": 1,\n', '')],
])('content of %s', (_of, older) => {
  const file = join(folder, 'data/publication.json');
  writeFileSync(file, older(readFileSync(file, 'utf8')));
  const site = join(folder, 'site');
  build(site, { data: join(folder, 'data'), env: { BROADSHEET_SHARE_IMAGES: 'off' } });
  for (const [path, said] of words) {
    const html = readFileSync(join(site, path), 'utf8');
    expect([path, said.filter((text) => !html.includes(text))]).toEqual([path, []]);
  }
});
