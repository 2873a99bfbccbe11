import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Item } from '../../../src/import/item.ts';
import { ImportReport } from '../../../src/import/report/report.ts';
import { changes, codes } from '../../../src/import/codes.ts';

const brief = (name: string, code?: string): Item => ({
  is: 'brief',
  name,
  notes: code === undefined ? [] : [{ code, message: 'so' }],
  brief: { headline: name },
});

const menu: Item = { is: 'left-out', of: 'menu', name: 'Home', why: { code: 'I520', message: 'a menu' } };

test('every item is in one column of the sum', () => {
  const report = new ImportReport();
  const file = report.addFile('page.txt');
  report.taken(report.add(file, brief('A')), 'must-read.json');
  report.taken(report.add(file, brief('B', 'I122')), 'must-read.json');
  report.taken(report.add(file, brief('C', 'I114')), 'must-read.json');
  report.leftOut(report.add(file, brief('D')), { code: 'I405', message: 'here already' });
  report.add(file, menu);
  expect(report.sums()).toEqual([
    { of: 'brief', found: 4, taken: 2, changed: 1, leftOut: 1 },
    { of: 'menu', found: 1, taken: 0, changed: 0, leftOut: 1 },
  ]);
});

test('an item in no column, or in two, is a fault of the importer', () => {
  const report = new ImportReport();
  const file = report.addFile('page.txt');
  const entry = report.add(file, brief('A'));
  expect(() => report.sums()).toThrow('"A" was found and is in no column');
  report.taken(entry, 'must-read.json');
  expect(() => report.leftOut(entry, { code: 'I405', message: 'x' })).toThrow('"A" is in two columns');
});

test('thousands of one kind that are left out are counted, and the first of them listed', () => {
  const report = new ImportReport();
  const file = report.addFile('export.xml');
  for (let number = 0; number < 2500; number += 1) report.add(file, { ...menu, of: 'comment' });
  expect(report.items).toHaveLength(1000);
  expect(report.sums()).toEqual([{ of: 'comment', found: 2500, taken: 0, changed: 0, leftOut: 2500 }]);
  expect(Object.fromEntries(report.unlisted)).toEqual({ comment: 1500 });
});

test('every code that the importer and its formats use is explained in one place', () => {
  const files = readdirSync('src/import', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const used = files.flatMap(
    (name) => readFileSync(join('src/import', name), 'utf8').match(/(?<=['"`])I\d{3}(?=['"`\s])/g) ?? [],
  );
  expect(new Set(used).size).toBeGreaterThan(40);
  expect([...new Set(used)].filter((code) => !(code in codes)).sort()).toEqual([]);
});

test('a code that is not explained counts as a change', () => {
  expect(changes({ code: 'I999', message: '' })).toBe(true);
});
