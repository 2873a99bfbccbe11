import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../src/publication/edition.ts';
import { addressesOf, pageAt } from '../../../src/publication/site.ts';
import { structuredData } from '../../../src/press/head/structured-data.ts';
import { editionWith } from '../../fixtures/edition.ts';
import { harbourPost } from '../../fixtures/harbour-post.ts';

const post = harbourPost();

type Told = Record<string, any>;

/** As it is written: what is undefined is not there. */
const dataOf = (edition: Edition, address: string): Told | undefined => {
  const data = structuredData(edition, address, pageAt(edition, address)!);
  return data && (JSON.parse(JSON.stringify(data)) as Told);
};

const graphOf = (edition: Edition, address: string): Told[] => (dataOf(edition, address)?.['@graph'] ?? []) as Told[];
const subject = (edition: Edition, address: string): Told => graphOf(edition, address)[0]!;

const trailOf = (address: string): string[] =>
  (graphOf(post, address)[1]?.['itemListElement'] ?? []).map(
    ({ position, name, item }: Told) => `${position} ${name} ${item.replace('https://post.example', '')}`,
  );

const site = {
  '@type': 'WebSite',
  '@id': 'https://post.example/#site',
  name: 'The Harbour Post',
  url: 'https://post.example/',
};

const publisher = {
  '@type': 'Organization',
  '@id': 'https://post.example/#publisher',
  name: 'The Harbour Post',
  url: 'https://post.example/',
  logo: 'https://post.example/icon-512.png',
};

const person = (slug: string, name: string) => ({
  '@type': 'Person',
  name,
  url: `https://post.example/authors/${slug}/`,
});

const reference = (type: string, slug: string, language: string) => ({
  '@type': type,
  '@id': `https://post.example/articles/${slug}/#article`,
  url: `https://post.example/articles/${slug}/`,
  inLanguage: language,
});

describe('an article', () => {
  test('has everything that is known of it', () => {
    expect(subject(harbourPost({ shareImages: true }), '/articles/harbour/')).toEqual({
      ...reference('OpinionNewsArticle', 'harbour', 'en-GB'),
      mainEntityOfPage: 'https://post.example/articles/harbour/',
      headline: 'The harbour silts up',
      description: 'Nobody dredges it.',
      image: ['https://post.example/images/harbour.jpg', 'https://post.example/share/harbour.png'],
      author: [person('amna', 'Amna Shah'), person('bilal', 'Bilal')],
      publisher,
      datePublished: '2026-05-03T00:00:00+05:00',
      dateModified: '2026-05-05T00:00:00+05:00',
      dateline: 'KARACHI',
      articleSection: 'Coast',
      keywords: ['dredging', 'north sea'],
      wordCount: 4,
      isPartOf: [site, { '@type': 'CreativeWorkSeries', name: 'The sea', url: 'https://post.example/series/the-sea/' }],
      position: 2,
      workTranslation: [reference('Article', 'bandargah', 'ur')],
      correction: [
        {
          '@type': 'CorrectionComment',
          text: 'The depth was <3 m>, not 5.',
          datePublished: '2026-05-05T00:00:00+05:00',
        },
      ],
      isBasedOn: {
        '@type': 'CreativeWork',
        name: 'Mud',
        author: [person('reader', 'A Writer Elsewhere')],
        publisher: { '@type': 'Organization', name: 'The Other Post' },
        url: 'https://other.example/mud',
      },
    });
  });

  test('that is a translation names the original; without writers it is by the publication', () => {
    expect(subject(post, '/articles/bandargah/')).toMatchObject({
      ...reference('Article', 'bandargah', 'ur'),
      translationOfWork: reference('OpinionNewsArticle', 'harbour', 'en-GB'),
      author: publisher,
      dateModified: '2026-05-06T10:00:00Z',
    });
  });

  test('of which little is known says no more than that', () => {
    const edition = editionWith({ articles: { hill: {} } });
    expect(subject(edition, '/articles/hill/')).toEqual({
      ...reference('Article', 'hill', 'en-GB'),
      mainEntityOfPage: 'https://post.example/articles/hill/',
      headline: 'Hill',
      description: 'The text of hill.',
      author: publisher,
      publisher,
      articleSection: 'News',
      wordCount: 4,
      isPartOf: [site],
    });
  });

  test.each([
    ['news', 'NewsArticle'],
    ['opinion', 'OpinionNewsArticle'],
    ['article', 'Article'],
    [undefined, 'Article'],
  ] as const)('of the kind %s is a %s', (kind, type) => {
    expect(subject(editionWith({ articles: { hill: { kind } } }), '/articles/hill/')['@type']).toBe(type);
  });

  test.each([
    ['a day begins in the zone of the publication', '2026-07-01', '2026-07-01T00:00:00+01:00'],
    ['in winter at another offset', '2026-01-01', '2026-01-01T00:00:00Z'],
    ['a moment keeps the offset it was written with', '2026-01-01T09:30:00-05:00', '2026-01-01T09:30:00-05:00'],
    ['and is given its seconds', '2026-01-01T09:30Z', '2026-01-01T09:30:00Z'],
  ])('dates: %s', (_, published, told) => {
    const { datePublished, dateModified } = subject(
      editionWith({ articles: { hill: { published } } }),
      '/articles/hill/',
    );
    expect([datePublished, dateModified]).toEqual([told, told]);
  });

  test('was last changed by whichever came later, the update or a correction', () => {
    const corrections = [
      { date: '2026-03-01', note: 'Second.' },
      { date: '2026-01-01', note: 'First.' },
    ];
    const changed = (updated: string) =>
      subject(editionWith({ articles: { hill: { updated, corrections } } }), '/articles/hill/')['dateModified'];
    expect(changed('2026-02-01')).toBe('2026-03-01T00:00:00Z');
    expect(changed('2026-03-01T00:00:01Z')).toBe('2026-03-01T00:00:01Z');
  });
});

describe('a profile', () => {
  test('is of a person, with what is known of them and their newest articles', () => {
    expect(subject(post, '/authors/amna/')).toEqual({
      '@type': 'ProfilePage',
      '@id': 'https://post.example/authors/amna/',
      url: 'https://post.example/authors/amna/',
      name: 'Amna Shah',
      inLanguage: 'en-GB',
      isPartOf: site,
      mainEntity: {
        ...person('amna', 'Amna Shah'),
        identifier: 'amna',
        image: 'https://post.example/images/amna.jpg',
        jobTitle: 'Editor',
        description: 'Writes of *boats* & tides.',
        sameAs: ['https://amna.example/'],
        worksFor: publisher,
      },
      hasPart: [{ ...reference('OpinionNewsArticle', 'harbour', 'en-GB'), headline: 'The harbour silts up' }],
    });
  });

  test('of who is only written about does not say that they work here', () => {
    expect(subject(post, '/authors/reader/')['mainEntity']).toEqual({
      ...person('reader', 'A Writer Elsewhere'),
      identifier: 'reader',
    });
  });

  test('goes on as a list that is about them', () => {
    expect(subject(post, '/authors/bilal/page/2/')).toMatchObject({
      '@type': 'CollectionPage',
      about: person('bilal', 'Bilal'),
      mainEntity: { '@type': 'ItemList', itemListElement: [{ position: 21 }, { position: 22 }] },
    });
  });
});

describe('other pages', () => {
  test('the front page is the site, and says who publishes it and how to search it', () => {
    const potentialAction = {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: 'https://post.example/search/?q={search_term_string}' },
      'query-input': 'required name=search_term_string',
    };
    expect(graphOf(post, '/')).toEqual([
      { ...site, description: 'News of the sea', inLanguage: 'en-GB', publisher, potentialAction },
    ]);
  });

  test.each([
    ['/sections/coast/', 20, { position: 1, name: 'بندرگاہ', url: 'https://post.example/articles/bandargah/' }],
    ['/sections/coast/page/2/', 4, { position: 21 }],
    ['/series/the-sea/', 2, { position: 1, name: 'Storm', url: 'https://post.example/articles/storm/' }],
    ['/authors/', 3, { position: 1, name: 'A Writer Elsewhere', url: 'https://post.example/authors/reader/' }],
    ['/archive/2026/04/', 1, { position: 1, name: 'Storm' }],
  ])('%s lists what it shows', (address, count, first) => {
    const page = subject(post, address);
    expect(page).toMatchObject({ '@type': 'CollectionPage', isPartOf: site, mainEntity: { '@type': 'ItemList' } });
    expect(page['mainEntity'].itemListElement).toHaveLength(count);
    expect(page['mainEntity'].itemListElement[0]).toMatchObject({ '@type': 'ListItem', ...first });
  });

  test('Must Read lists the picks in the editor’s order; a brief may lead elsewhere, or nowhere', () => {
    expect(subject(post, '/must-read/')['mainEntity'].itemListElement.slice(0, 3)).toEqual([
      {
        '@type': 'ListItem',
        position: 1,
        name: 'The harbour silts up',
        url: 'https://post.example/articles/harbour/',
      },
      { '@type': 'ListItem', position: 2, name: 'Ferry late' },
      { '@type': 'ListItem', position: 3, name: 'Elsewhere', url: 'https://other.example/' },
    ]);
  });

  test('the publication’s own pages are pages; the one for unknown addresses says nothing', () => {
    expect(subject(post, '/about/')).toMatchObject({ '@type': 'WebPage', name: 'About us', isPartOf: site });
    expect(dataOf(post, '/404.html')).toBeUndefined();
  });

  test.each([
    ['/', []],
    ['/articles/harbour/', ['2 Coast /sections/coast/', '3 The harbour silts up /articles/harbour/']],
    ['/authors/', ['2 Authors /authors/']],
    ['/authors/bilal/page/2/', ['2 Authors /authors/', '3 Bilal /authors/bilal/']],
    ['/sections/coast/page/2/', ['2 Coast /sections/coast/']],
    ['/series/the-sea/', ['2 The sea /series/the-sea/']],
    ['/archive/', ['2 Archive /archive/']],
    ['/archive/2026/', ['2 Archive /archive/', '3 2026 /archive/2026/']],
    ['/archive/2026/05/', ['2 Archive /archive/', '3 2026 /archive/2026/', '4 May 2026 /archive/2026/05/']],
    ['/must-read/', ['2 Must Read /must-read/']],
    ['/about/', ['2 About us /about/']],
  ])('the way to %s', (address, steps) => {
    expect(trailOf(address)).toEqual(steps.length > 0 ? ['1 The Harbour Post /', ...steps] : []);
  });

  test('articles without a date have their own place in the archive', () => {
    const edition = editionWith({ articles: { hill: {} } });
    const steps = graphOf(edition, '/archive/undated/')[1]?.['itemListElement'] as Told[];
    expect(steps.map(({ name }) => name)).toEqual(['The Harbour Post', 'Archive', 'Without a date']);
  });
});

/** developers.google.com/search/docs/appearance/structured-data, of May 2026: what can be known of any article or profile. */
describe('what Google asks for', () => {
  const lacking = (told: Told, paths: readonly string[]): string[] =>
    paths.filter((path) => {
      const value = path.split('.').reduce<Told[]>((found, key) => found.flatMap((each) => each[key] ?? []), [told]);
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
      const steps = graphOf(post, address)[1]?.['itemListElement'] as Told[] | undefined;
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
