/** What structured data says of every page but articles: profiles, lists, and the way to a page. */
import { describe, expect, test } from 'vitest';
import { editionWith } from '../../fixtures/edition.ts';
import { harbourPost } from '../../fixtures/harbour-post.ts';
import { type Thing, dataOf, graphOf, person, publisher, reference, site, subject } from './structured-graphs.ts';

const post = harbourPost();

const trailOf = (address: string): string[] =>
  (graphOf(post, address)[1]?.['itemListElement'] ?? []).map(
    ({ position, name, item }: Thing) => `${position} ${name} ${item.replace('https://post.example', '')}`,
  );

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
    const steps = graphOf(edition, '/archive/undated/')[1]?.['itemListElement'] as Thing[];
    expect(steps.map(({ name }) => name)).toEqual(['The Harbour Post', 'Archive', 'Without a date']);
  });
});
