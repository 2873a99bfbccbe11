/** What one build keeps for the next: used where it is right, never believed where it is not. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepReadings, keptReadings, printOfCode } from '../../../src/build/content/kept-readings.ts';
import { readContent } from '../../../src/build/content/validate.ts';
import { ReadCache } from '../../../src/build/content/read-file.ts';

let folder: string;
let file: string;
const now = new Date('2026-11-23');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readings-'));
  file = join(folder, 'cache/readings');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** The shipped content, read with a cache. */
const read = (cache: ReadCache) => readContent('src/data', { base: '/', now, includeUnpublished: false, cache });

async function kept(): Promise<ReadCache> {
  const cache = new ReadCache();
  await read(cache);
  keepReadings(file, 'print', cache);
  return cache;
}

test('the next build finds every file and reads the same from it', async () => {
  const cache = await kept();
  const again = keptReadings(file, 'print');
  expect([...again.files]).toEqual([...cache.files]);
  const before = new Map(again.files);
  const { content, problems } = await read(again);
  expect(problems).toEqual((await read(new ReadCache())).problems);
  expect(content?.text('articles/a-hill-in-pyongyang')).toEqual(
    (await read(new ReadCache())).content?.text('articles/a-hill-in-pyongyang'),
  );
  // Nothing was read anew: what stands in the cache is what stood there.
  for (const [path, entry] of again.files) expect(entry).toBe(before.get(path));
});

test('what other code has made is not believed', async () => {
  await kept();
  expect(keptReadings(file, 'another print').files.size).toBe(0);
});

test.each([
  ['a byte is changed', (bytes: Buffer) => bytes.fill(bytes[1000]! ^ 1, 1000, 1001)],
  ['it is cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
  ['it is empty', () => Buffer.alloc(0)],
  ['it is something else', () => Buffer.from('{"files": []}')],
])('where %s, everything is read anew', async (_, damage) => {
  await kept();
  writeFileSync(file, damage(readFileSync(file)));
  const cache = keptReadings(file, 'print');
  expect(cache.files.size).toBe(0);
  expect((await read(cache)).content?.articles.size).toBeGreaterThan(10);
});

test('where there is none, nothing is missed', () => {
  expect(keptReadings(join(folder, 'none'), 'print').files.size).toBe(0);
});

test('the print of the code is the same for the same code', () => {
  expect(printOfCode('.')).toBe(printOfCode('.'));
  expect(printOfCode('.')).toMatch(/^[0-9a-f]{64}$/);
});
