/** What a file may reach: its own folder, and nothing by way of "..", links or strange addresses. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inputFiles } from '../../../src/import/read/input-files.ts';
import { InputFile } from '../../../src/import/read/source.ts';
import { folderWith } from '../import-folder.ts';

const opened = (folder: string, path: string, inFolder = true): Promise<InputFile> =>
  InputFile.open({ path: join(folder, path), root: folder, inFolder }, new Set());

test('a file finds its neighbours and pictures by relative and rooted paths', async () => {
  const folder = folderWith({ 'posts/a.md': 'a', 'posts/b.md': 'bee', 'images/x y.png': 'p', 'c.md': 'sea' });
  const source = await opened(folder, 'posts/a.md');
  expect(source.beside).toEqual(['a.md', 'b.md']);
  expect((await source.neighbour('b.md'))?.text).toBe('bee');
  expect((await source.neighbour('../c.md'))?.text).toBe('sea');
  expect(await source.neighbour('none.md')).toBeUndefined();
  expect(source.pictureFile('/images/x%20y.png?v=2')).toBe(join(folder, 'images', 'x y.png'));
});

test.each([
  '../../secret.txt',
  '/../secret.txt',
  '..\\..\\secret.txt',
  'link.txt',
  'linked/secret.txt',
  'file:///etc/passwd',
  '//host/x',
  '\0',
  '%00',
  '',
  '.',
  '%2e%2e/%2e%2e/secret.txt',
])('a file does not find %j outside its folder', async (path) => {
  const outside = folderWith({ 'secret.txt': 'secret', 'in/posts/a.md': 'a' });
  const folder = join(outside, 'in');
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'posts', 'link.txt'));
  symlinkSync(outside, join(folder, 'posts', 'linked'));
  const source = await opened(folder, 'posts/a.md');
  expect([await source.neighbour(path), source.pictureFile(path)]).toEqual([undefined, undefined]);
});

test('a file that was given by itself has no neighbours, but its pictures', async () => {
  const folder = folderWith({ 'page.html': '<p>x</p>', 'page_files/x.png': 'p', 'other.html': 'y' });
  const source = await opened(folder, 'page.html', false);
  expect([source.beside, await source.neighbour('other.html')]).toEqual([[], undefined]);
  expect(source.pictureFile('page_files/x.png')).toBe(join(folder, 'page_files', 'x.png'));
});

test('a file above the limit of its kind is refused, not read', async () => {
  const source = await opened(folderWith({ 'a.md': 'x'.repeat(5000) }), 'a.md');
  await expect(source.whole(1000)).rejects.toMatchObject({ code: 'I005' });
  expect(await source.whole()).toHaveLength(5000);
});

test('a folder is read file by file in order, its own before those below, without hidden ones and links', () => {
  const folder = folderWith({
    'b.md': '',
    'a/z.md': '',
    'a/y/x.md': '',
    'c.md': '',
    '.git/config': '',
    'a/.hidden': '',
  });
  symlinkSync(folder, join(folder, 'a', 'round'));
  mkdirSync(join(folder, 'empty'));
  const { places, hidden, links } = inputFiles([folder, join(folder, 'b.md')]);
  expect(places.map(({ path }) => path.slice(folder.length + 1))).toEqual(['b.md', 'c.md', 'a/z.md', 'a/y/x.md']);
  expect([hidden, links]).toEqual([2, 1]);
});
