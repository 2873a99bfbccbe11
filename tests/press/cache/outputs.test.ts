/** What a second build makes, what it takes from the first, and what it does not believe. */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepProofs, keptProofs, noProofs, Outputs, type Proofs } from '../../../src/press/cache/outputs.ts';
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

type Built = { outDir: string; proofs: Proofs; made: string[] };

/** Builds two pages of a text each, and one that shows both headlines. */
function build(parts: Parts, before: Pick<Built, 'outDir' | 'proofs'> | undefined, fingerprint = 'code'): Built {
  builds += 1;
  const outDir = join(folder, String(builds));
  const outputs = new Outputs({
    edition: editionWith(parts),
    outDir,
    before: before ?? { outDir: '', proofs: noProofs() },
    fingerprint,
  });
  const made: string[] = [];
  const bring = (name: string, text: (edition: Edition) => string) =>
    outputs.bring(name, [`/${name}/index.html`], () => {
      made.push(name);
      const from = [text(outputs.edition)];
      return { from, contents: () => from };
    });
  for (const slug of ['a', 'b']) bring(slug, ({ content }) => content.text(`articles/${slug}`).html);
  bring('list', ({ articles }) => articles.map(({ headline }) => headline).join());
  return { outDir, proofs: outputs.proofs, made };
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
  expect(second.proofs.outputs.get('a')?.left).toEqual(first.proofs.outputs.get('a')?.left);
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

test.each(['', '{', '[]', '[["/",{"made":"x"}]]', 'null'])('proofs that read %j are none', (text) => {
  const file = join(folder, 'proofs');
  writeFileSync(file, text);
  expect(build(site('one', 'two'), { outDir: folder, proofs: keptProofs(file) }).made).toEqual(['a', 'b', 'list']);
});

test('proofs are kept from one build to the next', () => {
  const first = build(site('one', 'two'), undefined);
  const file = join(folder, 'cache/proofs');
  keepProofs(file, first.proofs);
  expect(existsSync(file)).toBe(true);
  expect(build(site('one', 'two'), { ...first, proofs: keptProofs(file) }).made).toEqual([]);
});
