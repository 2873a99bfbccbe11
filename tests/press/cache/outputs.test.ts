/** What a second build makes, what it takes from the first, and what it does not trust. */
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeManifest, readManifest, Outputs, type BuildManifest } from '../../../src/press/cache/outputs.ts';
import type { Edition } from '../../../src/publication/edition.ts';
import { editionWith, type Parts } from '../../fixtures/edition.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-outputs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const article = (body: string, headline = 'A') => ({ headline, authors: [], section: 'news', body: [body] });
const site = (a: string, b: string, headline?: string): Parts => ({
  articles: { a: article(a, headline), b: article(b) },
});

const outDir = () => join(folder, 'site');
const none: BuildManifest = { facts: '', outputs: new Map() };

type Built = { manifest: BuildManifest; made: string[]; files: { all: number; new: number } };

type Options = { fingerprint?: string; others?: 'go' | 'stay'; more?: string[] };

/** Builds two pages of a text each, and one that shows both headlines, where the build before did. */
function build(parts: Parts, before = none, { fingerprint = 'code', others = 'go', more = [] }: Options = {}): Built {
  const staging = join(folder, 'site.new');
  const outputs = new Outputs({ edition: editionWith(parts), outDir: outDir(), staging, before, fingerprint });
  const made: string[] = [];
  const write = (name: string, text: (edition: Edition) => string) =>
    outputs.write(name, [`/${name}/index.html`], () => {
      made.push(name);
      const from = [text(outputs.edition)];
      return { from, contents: () => from };
    });
  for (const slug of ['a', 'b']) write(slug, ({ content }) => content.text(`articles/${slug}`).html);
  write('list', ({ articles }) => articles.map(({ headline }) => headline).join());
  for (const file of more) outputs.put(file, file);
  outputs.deliver(others);
  rmSync(staging, { recursive: true, force: true });
  return { manifest: outputs.manifest, made, files: outputs.files };
}

const read = (name: string) => readFileSync(join(outDir(), name, 'index.html'), 'utf8');
const filesThere = () =>
  readdirSync(outDir(), { recursive: true, withFileTypes: true })
    .map((entry) => relative(outDir(), join(entry.parentPath, entry.name)))
    .sort();

test('only what asked for a text that has changed is made again', () => {
  const first = build(site('one', 'two'));
  expect(first).toMatchObject({ made: ['a', 'b', 'list'], files: { all: 3, new: 3 } });
  const second = build(site('one', 'other'), first.manifest);
  expect(second).toMatchObject({ made: ['b'], files: { all: 3, new: 1 } });
  expect(['a', 'b', 'list'].map(read)).toEqual(['<p>one</p>', '<p>other</p>', 'A,A']);
  // And what is made of what was taken is known to the build after it.
  expect(build(site('third', 'other'), second.manifest).made).toEqual(['a']);
});

test('where facts have changed all is computed, and written only where it differs', () => {
  const first = build(site('one', 'two'));
  const second = build(site('one', 'two', 'Z'), first.manifest);
  expect(second).toMatchObject({ made: ['a', 'b', 'list'], files: { all: 3, new: 1 } });
  expect(read('list')).toBe('Z,A');
  expect(second.manifest.outputs.get('a')?.left).toEqual(first.manifest.outputs.get('a')?.left);
});

test('a text that takes longer to read is a fact of every list', () => {
  const first = build(site('one', 'two'));
  expect(build(site('one', 'two '.repeat(900)), first.manifest).made).toEqual(['a', 'b', 'list']);
});

test('other code makes everything again', () => {
  const first = build(site('one', 'two'));
  expect(build(site('one', 'two'), first.manifest, { fingerprint: 'other code' }).made).toEqual(['a', 'b', 'list']);
});

test('a file that was written to, or is gone, is not taken', () => {
  const first = build(site('one', 'two'));
  appendFileSync(join(outDir(), 'a/index.html'), 'not ours');
  rmSync(join(outDir(), 'b'), { recursive: true });
  expect(build(site('one', 'two'), first.manifest).made).toEqual(['a', 'b']);
  expect([read('a'), read('b')]).toEqual(['<p>one</p>', '<p>two</p>']);
});

test('nothing of the site is touched before all is made', () => {
  const first = build(site('one', 'two'));
  const outputs = new Outputs({
    edition: editionWith(site('one', 'other')),
    outDir: outDir(),
    staging: join(folder, 'site.new'),
    before: first.manifest,
    fingerprint: 'code',
  });
  outputs.put('/b/index.html', 'new');
  outputs.put('/c/index.html', 'new');
  expect(filesThere()).toEqual(['a', 'a/index.html', 'b', 'b/index.html', 'list', 'list/index.html']);
  expect(read('b')).toBe('<p>two</p>');
  expect(outputs.has('/c/index.html') && outputs.has('c/index.html')).toBe(true);
  expect(outputs.has('/a/index.html')).toBe(false);
});

test('what is not of the site is deleted with its folders, or stays where others may', () => {
  const first = build(site('one', 'two'), none, { more: ['/feeds/old/feed.xml', '/stays.txt'] });
  const second = build(site('one', 'two'), first.manifest, { more: ['/stays.txt'], others: 'stay' });
  expect(filesThere()).toContain('feeds/old/feed.xml');
  build(site('one', 'two'), second.manifest, { more: ['/stays.txt'] });
  expect(filesThere()).toEqual(['a', 'a/index.html', 'b', 'b/index.html', 'list', 'list/index.html', 'stays.txt']);
});

test('a file takes the place of a folder, and a folder that of a file', () => {
  const first = build(site('one', 'two'), none, { more: ['/old', '/other/one/file'] });
  build(site('one', 'two'), first.manifest, { more: ['/old/file', '/other/one'] });
  expect(readFileSync(join(outDir(), 'old/file'), 'utf8')).toBe('/old/file');
  expect(readFileSync(join(outDir(), 'other/one'), 'utf8')).toBe('/other/one');
});

test('a file larger than most is written whole', () => {
  const long = `/${'é'.repeat(400_000)}`;
  const outputs = new Outputs({
    edition: editionWith(),
    outDir: outDir(),
    staging: join(folder, 'site.new'),
    before: none,
    fingerprint: '',
  });
  for (const [file, text] of [
    ['/long', long],
    ['/short', 'é'],
  ] as const)
    outputs.put(file, text);
  outputs.deliver('go');
  expect(readFileSync(join(outDir(), 'long'), 'utf8')).toBe(long);
  expect(readFileSync(join(outDir(), 'short'), 'utf8')).toBe('é');
});

test.each(['', '{', '[]', '[["/",{"made":"x"}]]', 'null'])('a manifest that reads %j is none', (text) => {
  const file = join(folder, 'manifest');
  writeFileSync(file, text);
  expect(build(site('one', 'two'), readManifest(file)).made).toEqual(['a', 'b', 'list']);
});

test('the manifest is kept from one build to the next', () => {
  const first = build(site('one', 'two'));
  const file = join(folder, 'cache/manifest');
  writeManifest(file, first.manifest);
  expect(build(site('one', 'two'), readManifest(file)).made).toEqual([]);
});
