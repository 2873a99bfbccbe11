/** Structured data holds what Google asks for, and is right by the definitions of schema.org. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressesOf } from '../../../src/publication/site.ts';
import { editionWith } from '../../fixtures/edition.ts';
import { harbourPost } from '../../fixtures/harbour-post.ts';
import { type Thing, dataOf, graphOf, subject } from './structured-graphs.ts';

const post = harbourPost();

/** developers.google.com/search/docs/appearance/structured-data, of May 2026: what can be known of any article or profile. */
describe('what Google asks for', () => {
  const lacking = (told: Thing, paths: readonly string[]): string[] =>
    paths.filter((path) => {
      const value = path.split('.').reduce<Thing[]>((found, key) => found.flatMap((each) => each[key] ?? []), [told]);
      return value.length === 0;
    });

  test.each([
    [
      'an article',
      '/articles/harbour/',
      ['author', 'author.name', 'author.url', 'dateModified', 'datePublished', 'headline', 'image', 'publisher.logo'],
    ],
    [
      'an article by the publication',
      '/articles/bandargah/',
      ['author.name', 'author.url', 'datePublished', 'headline', 'image'],
    ],
    [
      'a profile',
      '/authors/amna/',
      [
        'mainEntity',
        'mainEntity.name',
        'mainEntity.description',
        'mainEntity.identifier',
        'mainEntity.image',
        'mainEntity.sameAs',
      ],
    ],
    ['the front page', '/', ['name', 'url']],
  ])('%s has it', (_, address, paths) => {
    expect(lacking(subject(post, address), paths)).toEqual([]);
  });

  test('every step of every trail has its place, name and address; there are at least two', () => {
    for (const address of addressesOf(post)) {
      const steps = graphOf(post, address)[1]?.['itemListElement'] as Thing[] | undefined;
      if (!steps) continue;
      expect(steps.length).toBeGreaterThanOrEqual(2);
      for (const step of steps) expect(lacking(step, ['position', 'name', 'item'])).toEqual([]);
    }
  });
});

describe('by the definitions of schema.org', () => {
  /** What TypeScript says of graphs, with schema.org's types and properties as Google publishes them for it. */
  function faultsIn(graphs: readonly unknown[]): string[] {
    const root = resolve(import.meta.dirname, '../../..');
    const folder = mkdtempSync(join(tmpdir(), 'structured-data-'));
    const source = graphs.map((graph, number) => `export const graph${number}: Graph = ${JSON.stringify(graph)};\n`);
    const definitions = join(root, 'node_modules/schema-dts/dist/schema.d.ts');
    const options = { noEmit: true, strict: true, module: 'esnext', moduleResolution: 'bundler', types: [] };
    // The definitions know the constraints of an action ("query-input") only for an action that stands alone.
    const text = source.join('').replaceAll(/,"query-input":"[^"]*"/g, '');
    writeFileSync(join(folder, 'graphs.ts'), `import type { Graph } from '${definitions}';\n${text}`);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: { ...options, allowImportingTsExtensions: true, skipLibCheck: true },
        files: ['graphs.ts'],
      }),
    );
    try {
      execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
        encoding: 'utf8',
      });
      return [];
    } catch (error) {
      const { stdout } = error as { stdout?: string };
      return stdout?.match(/^.*error TS.*$/gm) ?? [String(error)];
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  const things = (address: string, edition = harbourPost({ shareImages: true })) => dataOf(edition, address);

  test('every type exists, has each property it is given, and takes each value', () => {
    const bare = editionWith({ articles: { hill: {}, mill: { authors: ['amna'], kind: 'news' } } });
    const addresses = ['/', '/articles/harbour/', '/articles/bandargah/', '/authors/amna/', '/authors/bilal/page/2/'];
    const lists = [
      '/authors/',
      '/sections/coast/page/2/',
      '/series/the-sea/',
      '/archive/2026/',
      '/must-read/',
      '/about/',
    ];
    const graphs = [...addresses, ...lists].map((address) => things(address));
    const plain = ['/articles/hill/', '/articles/mill/', '/authors/amna/'].map((address) => things(address, bare));
    expect(faultsIn([...graphs, ...plain])).toEqual([]);
  });

  test('and what they do not have would be found', () => {
    const wrong = [
      { '@type': 'OpinionArticle' },
      { '@type': 'Person', headline: 'x' },
      { '@type': 'Article', isBasedOn: { '@type': 'CreativeWork', autor: 'x' } },
      { '@type': 'Article', publisher: { '@type': 'ListItem' } },
    ];
    const graphs = wrong.map((thing) => ({ '@context': 'https://schema.org', '@graph': [thing] }));
    expect(faultsIn(graphs).map((fault) => /\((\d+),/.exec(fault)?.[1])).toEqual(['2', '3', '4', '5']);
  });
});
