/** The table of words that one build leaves for the next: the index made with it is that which is made from nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readTable, writeTable } from '../../../src/press/cache/index-cache.ts';
import { allOf, makeSearchIndex } from '../../../src/press/search/search-index.ts';
import { TermTable } from '../../../src/press/search/term-table.ts';
import type { Edition } from '../../../src/publication/edition.ts';
import { textOf } from '../../bench/search-archive.ts';
import { editionWith, type Parts, pieces } from '../../fixtures/edition.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-words-'));
  file = join(folder, 'words');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const articles = pieces(60, (number) => ({ body: textOf(number).paragraphs.slice(0, 4) }))!;

/** The texts have fingerprints, as those of a build have. */
function edition(changed: Parts['articles'] = {}): Edition {
  const made = editionWith({ articles: { ...articles, ...changed } });
  const text: Edition['content']['text'] = (owner) => {
    const found = made.content.text(owner);
    return { ...found, fingerprint: found.html };
  };
  return { ...made, content: { ...made.content, text } };
}

/** The index with its directory, and how many articles were read for it. */
function index(of: Edition, table = new TermTable()) {
  const files = new Map<string, string>();
  let read = 0;
  const add = table.add.bind(table);
  table.add = (...words) => {
    read += 1;
    add(...words);
  };
  const take = (name: string, text: string) => files.set(name, text);
  const directory = makeSearchIndex(of, { take, passages: allOf(take) }, table);
  return { made: { directory, files }, table, read };
}

const withBody = (number: number, ...body: string[]): Parts['articles'] => {
  const slug = `piece-${String(number).padStart(5, '0')}`;
  return { [slug]: { ...articles[slug]!, body } };
};

const long = Array.from({ length: 40 }, (_, part) => textOf(part).paragraphs[0]!);

describe('after an edit the index is the one that is made from nothing', () => {
  test.each<[string, Parts['articles']]>([
    ['none', {}],
    ['words that nobody else has', withBody(7, 'Quagga quagga Zanzibars, well-being l’eau 東京都 1.5')],
    ['nothing left', withBody(1, 'x')],
    ['in many parts', withBody(59, ...long)],
    [
      'three at once',
      { ...withBody(3, 'One.'), ...withBody(4, ...long), ...withBody(30, 'Walk walked WALK walking.') },
    ],
  ])('%s', (_, changed) => {
    const first = index(
      edition({ ...withBody(7, 'Aardvarks only here: aardvark, AARDVARK.'), ...withBody(30, ...long) }),
    );
    writeTable(file, 'facts', first.table);
    const second = index(edition(changed), readTable(file, 'facts'));
    const anew = index(edition(changed));
    expect(second.made).toEqual(anew.made);
    expect(second.read).toBeLessThan(6);
    expect(anew.read).toBe(60);
    // And so is that of the build after it.
    writeTable(file, 'facts', second.table);
    const third = index(edition(), readTable(file, 'facts'));
    expect(third.made).toEqual(index(edition()).made);
    expect(third.read).toBeLessThan(6);
  });
});

describe('a table is not used', () => {
  test('with other facts', () => {
    writeTable(file, 'facts', index(edition()).table);
    expect(readTable(file, 'facts').articles).toBe(60);
    expect(readTable(file, 'other facts').articles).toBe(0);
  });

  test('where there is none', () => {
    expect(readTable(file, 'facts').articles).toBe(0);
  });

  test.each([
    ['with a byte changed', (bytes: Buffer) => bytes.fill(bytes[1000]! ^ 1, 1000, 1001)],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    ['empty', () => Buffer.alloc(0)],
    ['of something else', () => Buffer.from('{"files": []}')],
  ])('%s', (_, damage) => {
    writeTable(file, 'facts', index(edition()).table);
    writeFileSync(file, damage(readFileSync(file)));
    expect(readTable(file, 'facts').articles).toBe(0);
  });
});

test('texts that have no fingerprint are always read', () => {
  const plain = editionWith({ articles });
  const { table } = index(plain);
  expect(index(plain, table)).toMatchObject({ read: 60, made: index(plain).made });
});
