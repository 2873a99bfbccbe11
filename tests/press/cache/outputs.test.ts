/** What a second build makes, what it takes from the first, and what it does not trust. */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeManifest, readManifest, Outputs, type BuildManifest } from '../../../src/press/cache/outputs.ts';
import type { Edition } from '../../../src/publication/edition.ts';
import { editionWith, type Parts } from '../../fixtures/edition.ts';

let folder: string;
let builds: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-outputs-'));
  builds = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const article = (body: string, headline = 'A') => ({ headline, authors: [], section: 'news', body: [body] });
const site = (a: string, b: string, headline?: string): Parts => ({
  articles: { a: article(a, headline), b: article(b) },
});

type Built = { outDir: string; manifest: BuildManifest; made: string[] };

/** Builds two pages of a text each, and one that shows both headlines. */
function build(parts: Parts, before: Pick<Built, 'outDir' | 'manifest'> | undefined, fingerprint = 'code'): Built {
  builds += 1;
  const outDir = join(folder, String(builds));
  const outputs = new Outputs({
    edition: editionWith(parts),
    outDir,
    before,
    fingerprint,
  });
  const made: string[] = [];
  const write = (name: string, text: (edition: Edition) => string) =>
    outputs.write(name, [`/${name}/index.html`], () => {
      made.push(name);
      const from = [text(outputs.edition)];
      return { from, contents: () => from };
    });
  for (const slug of ['a', 'b']) write(slug, ({ content }) => content.text(`articles/${slug}`).html);
  write('list', ({ articles }) => articles.map(({ headline }) => headline).join());
  return { outDir, manifest: outputs.manifest, made };
}

const read = ({ outDir }: Built, name: string) => readFileSync(join(outDir, name, 'index.html'), 'utf8');

test('only what asked for a text that has changed is made again', () => {
  const first = build(site('one', 'two'), undefined);
  expect(first.made).toEqual(['a', 'b', 'list']);
  const second = build(site('one', 'other'), first);
  expect(second.made).toEqual(['b']);
  expect(['a', 'b', 'list'].map((name) => read(second, name))).toEqual(['<p>one</p>', '<p>other</p>', 'A,A']);
  // And what is made of what was taken is known to the build after it.
  expect(build(site('third', 'other'), second).made).toEqual(['a']);
});

test('where facts have changed all is computed, and written only where it differs', () => {
  const first = build(site('one', 'two'), undefined);
  const second = build(site('one', 'two', 'Z'), first);
  expect(second.made).toEqual(['a', 'b', 'list']);
  expect(read(second, 'list')).toBe('Z,A');
  expect(second.manifest.outputs.get('a')?.left).toEqual(first.manifest.outputs.get('a')?.left);
});

test('a text that takes longer to read is a fact of every list', () => {
  const first = build(site('one', 'two'), undefined);
  expect(build(site('one', 'two '.repeat(900)), first).made).toEqual(['a', 'b', 'list']);
});

test('other code makes everything again', () => {
  const first = build(site('one', 'two'), undefined);
  expect(build(site('one', 'two'), first, 'other code').made).toEqual(['a', 'b', 'list']);
});

test('a file that was written to, or is gone, is not taken', () => {
  const first = build(site('one', 'two'), undefined);
  appendFileSync(join(first.outDir, 'a/index.html'), 'not ours');
  rmSync(join(first.outDir, 'b'), { recursive: true });
  const second = build(site('one', 'two'), first);
  expect(second.made).toEqual(['a', 'b']);
  expect([read(second, 'a'), read(second, 'b')]).toEqual(['<p>one</p>', '<p>two</p>']);
});

test('what the new site has is not changed in the old one', () => {
  const first = build(site('one', 'two'), undefined);
  const second = build(site('one', 'two'), first);
  build(site('changed', 'two'), second);
  expect(read(first, 'a')).toBe('<p>one</p>');
  expect(read(second, 'a')).toBe('<p>one</p>');
});

test.each(['', '{', '[]', '[["/",{"made":"x"}]]', 'null'])('a manifest that reads %j is none', (text) => {
  const file = join(folder, 'manifest');
  writeFileSync(file, text);
  expect(build(site('one', 'two'), { outDir: folder, manifest: readManifest(file) }).made).toEqual(['a', 'b', 'list']);
});

test('the manifest is kept from one build to the next', () => {
  const first = build(site('one', 'two'), undefined);
  const file = join(folder, 'cache/manifest');
  writeManifest(file, first.manifest);
  expect(existsSync(file)).toBe(true);
  expect(build(site('one', 'two'), { ...first, manifest: readManifest(file) }).made).toEqual([]);
});
