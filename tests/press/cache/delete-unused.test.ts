/** What is deleted from the folder of caches, and what stays. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteUnused } from '../../../src/press/cache/delete-unused.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-caches-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what no build has written for a fortnight goes, whatever it is called; share images stay', () => {
  const day = 24 * 3600 * 1000;
  for (const [name, days] of Object.entries({ 'parsed-a': 13, 'parsed-b': 15, 'readings-c': 15, 'manifest-d': 0 })) {
    const file = join(folder, name);
    writeFileSync(file, name);
    utimesSync(file, new Date(), new Date(Date.now() - days * day));
  }
  for (const [name, days] of Object.entries({ share: 99, 'face-e': 1, 'face-f': 99, 'renderer-1': 99 })) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'file'), name);
    utimesSync(join(folder, name), new Date(), new Date(Date.now() - days * day));
  }
  deleteUnused(folder);
  expect(readdirSync(folder).sort()).toEqual(['face-e', 'manifest-d', 'parsed-a', 'share']);
});
