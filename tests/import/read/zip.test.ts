/** The bounds within which a ZIP is unpacked, with small ones in the place of the usual. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Refusal } from '../../../src/import/format.ts';
import { type ZipBounds, Unpacking } from '../../../src/import/read/zip.ts';
import { folderWith } from '../import-folder.ts';
import { type ZipEntry, zipOf } from '../zip-file.ts';

const wide: ZipBounds = { entries: 100, bytes: 10_000, ratio: 200, ratioFrom: 10_000 };

/** What is unpacked within these bounds; nothing of it is there afterwards. */
async function unpackedWithin(bounds: Partial<ZipBounds>, bytes: Buffer) {
  const root = folderWith({ 'x.zip': bytes });
  const unpacking = new Unpacking({ ...wide, ...bounds });
  const parts: number[] = [];
  const place = { path: join(root, 'x.zip'), root, inFolder: false };
  const { folder, leftOut } = await unpacking.unpack(place, (part) => parts.push(part));
  const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1').length]);
  unpacking.discard();
  expect(existsSync(folder)).toBe(false);
  return { files, parts, leftOut: leftOut.map(({ name, why: { code, message } }) => `${name} ${code} ${message}`) };
}

const entry = (name: string, length: number, said?: ZipEntry['said']): ZipEntry => ({
  name,
  bytes: Buffer.alloc(length, 'a'),
  ...(said && { said }),
});

test('what fits is unpacked, and how far it is, is told', async () => {
  const { files, leftOut, parts } = await unpackedWithin({}, zipOf([entry('a', 5000), entry('b', 5000)]));
  expect([files, leftOut, parts]).toEqual([
    [
      ['a', 5000],
      ['b', 5000],
    ],
    [],
    [0.5, 1],
  ]);
});

test('more entries than may be are refused before one is unpacked', async () => {
  const refused = unpackedWithin({ entries: 2 }, zipOf([entry('a', 1), entry('b', 1), entry('c', 1)]));
  await expect(refused).rejects.toThrow(new Refusal('I005', 'the ZIP has 3 entries; the limit is 2. Divide it'));
});

test('when as much came out as may, the rest is left out, be it small', async () => {
  const { files, leftOut } = await unpackedWithin({}, zipOf([entry('a', 6000), entry('b', 6000), entry('c', 1)]));
  expect(files).toEqual([['a', 6000]]);
  const says = 'I005 is not unpacked: what is in the ZIP comes to more than 1 MB. Divide it';
  expect(leftOut).toEqual([`b ${says}`, `c ${says}`]);
});

test('bytes are counted as they come, whatever the ZIP says of them', async () => {
  const { files, leftOut } = await unpackedWithin({}, zipOf([entry('a', 60_000, { size: 10 })]));
  expect([files, leftOut]).toEqual([[], [expect.stringContaining('a I005 is not unpacked')]]);
});

test('many entries that are the same bytes are counted each', async () => {
  const same = Array.from({ length: 50 }, (_, index) => entry(`file-${index}`, 900, { offset: 0 }));
  const { files, leftOut } = await unpackedWithin({}, zipOf(same));
  expect([files.length, leftOut.length]).toEqual([11, 39]);
});

test.each([
  [100_000, 1000, 0, 'comes out more than 200 times'],
  [100_000, 1_000_000, 1, ''],
])('%i equal bytes, where files of %i may be any: %i file', async (length, ratioFrom, count, says) => {
  const { files, leftOut } = await unpackedWithin({ bytes: 1_000_000, ratioFrom }, zipOf([entry('a', length)]));
  expect([files.length, leftOut.join('')]).toEqual([count, expect.stringContaining(says)]);
});
