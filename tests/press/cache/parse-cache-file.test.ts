/** The parse cache of one build for the next: used where it is right, never where it is not. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, type Stats, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprintOfCode, openParseCache, type ParseCacheFile } from '../../../src/press/cache/parse-cache-file.ts';
import { readContent } from '../../../src/press/content/validate.ts';
import { ReadCache } from '../../../src/press/content/read-file.ts';
import type { ArticleFile } from '../../../src/publication/schema.ts';

let folder: string;
let file: string;
const now = new Date('2026-11-23');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parse-cache-'));
  file = join(folder, 'cache/parsed');
});

afterEach(() => {
  for (const { close } of opened.splice(0)) close();
  rmSync(folder, { recursive: true });
});

/** Content, the shipped one unless another is named, read with a cache. */
const read = (cache: ReadCache, of = 'src/data') =>
  readContent(of, { base: '/', now, includeUnpublished: false, cache });

const opened: ParseCacheFile[] = [];

function open(fingerprint = 'code'): ParseCacheFile {
  const parsed = openParseCache(file, fingerprint);
  opened.push(parsed);
  return parsed;
}

async function saved(of = 'src/data'): Promise<Stats> {
  const { cache, save, close } = openParseCache(file, 'code');
  const { content } = await read(cache, of);
  save();
  expect(content?.text('articles/a-hill-in-pyongyang').html).toContain('</p>');
  close();
  return statSync(file);
}

test('the next build finds every file and reads the same from it, without its text in memory', async () => {
  await saved();
  const { cache } = open();
  const before = new Map(cache.files);
  expect(before.size).toBeGreaterThan(20);
  const { content, problems } = await read(cache);
  const anew = await read(new ReadCache());
  expect(problems).toEqual(anew.problems);
  for (const slug of anew.content!.articles.keys()) {
    expect(content?.text(`articles/${slug}`)).toMatchObject(anew.content!.text(`articles/${slug}`));
  }
  // Nothing was read anew: what stands in the cache is what stood there.
  for (const [path, entry] of cache.files) expect(entry).toBe(before.get(path));
  for (const { read: one } of cache.files.values()) expect(typeof one.text?.html).not.toBe('string');
});

test('the third build finds what the second brought over', async () => {
  await saved();
  await saved();
  const { content } = await read(open().cache);
  const anew = await read(new ReadCache());
  expect(content?.text('pages/about')).toMatchObject(anew.content!.text('pages/about'));
});

test('a file whose texts were edited for the most part is made anew', async () => {
  const { size } = await saved();
  const edited = mkdtempSync(join(folder, 'edited-'));
  cpSync('src/data', edited, { recursive: true });
  const article = join(edited, 'articles/a-hill-in-pyongyang.json');
  const content = JSON.parse(readFileSync(article, 'utf8')) as ArticleFile;
  const sizes: number[] = [];
  for (let edit = 0; edit < 12; edit += 1) {
    writeFileSync(article, JSON.stringify({ ...content, body: Array(100).fill(`Edit ${edit}. `.repeat(size / 9000)) }));
    sizes.push((await saved(edited)).size);
  }
  expect(Math.max(...sizes)).toBeLessThan(size * 4);
  expect(sizes.some((now, edit) => edit > 0 && now < sizes[edit - 1]!)).toBe(true);
});

test('a build that fails leaves the cache as it was', async () => {
  await saved();
  const bytes = readFileSync(file);
  const { cache, close } = open();
  await read(cache);
  close();
  opened.pop();
  expect(readFileSync(file)).toEqual(bytes);
  expect(readdirSync(join(folder, 'cache'))).toEqual(['parsed']);
});

test('the cache of other code is not used', async () => {
  await saved();
  expect(open('other code').cache.files.size).toBe(0);
});

test.each([
  ['a byte is changed', (bytes: Buffer) => bytes.fill(bytes[1000]! ^ 1, 1000, 1001)],
  ['it is cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
  ['it is empty', () => Buffer.alloc(0)],
  ['it is something else', () => Buffer.from('{"files": []}')],
])('where %s, everything is read anew', async (_, damage) => {
  await saved();
  writeFileSync(file, damage(readFileSync(file)));
  const { cache } = open();
  expect(cache.files.size).toBe(0);
  expect((await read(cache)).content?.articles.size).toBeGreaterThan(10);
});

test('where there is none, nothing is missed', () => {
  expect(open().cache.files.size).toBe(0);
});

test('the fingerprint of the code is the same for the same code', () => {
  expect(fingerprintOfCode('.')).toBe(fingerprintOfCode('.'));
  expect(fingerprintOfCode('.')).toMatch(/^[0-9a-f]{64}$/);
});
