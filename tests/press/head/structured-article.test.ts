/** What structured data says of an article. */
import { describe, expect, test } from 'vitest';
import { editionWith } from '../../fixtures/edition.ts';
import { harbourPost } from '../../fixtures/harbour-post.ts';
import { letter, removed } from '../../fixtures/letters.ts';
import { person, publisher, reference, site, subject } from './structured-graphs.ts';

const post = harbourPost();

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

test('letters are comments: how many there are, and those that stand in the article', () => {
  const edition = editionWith({
    articles: { hill: {} },
    authors: { amna: { name: 'Amna Shah' } },
    letters: {
      hill: [
        removed('gone'),
        letter('a', { name: 'Mira', text: ['One.', 'Two.'], language: 'de' }),
        letter('b', { name: 'Amna Shah', author: 'amna', replyTo: 'a', date: '2026-05-03T10:00:00Z' }),
        letter('c', { text: Array.from({ length: 5 }, () => 'word '.repeat(200)), date: '2026-05-04' }),
      ],
    },
  });
  expect(subject(edition, '/articles/hill/')).toMatchObject({
    commentCount: 3,
    comment: [
      {
        '@type': 'Comment',
        '@id': 'https://post.example/articles/hill/#letter-a',
        author: { '@type': 'Person', name: 'Mira' },
        dateCreated: '2026-05-02T00:00:00+01:00',
        inLanguage: 'de',
        text: 'One.\n\nTwo.',
      },
      {
        author: person('amna', 'Amna Shah'),
        dateCreated: '2026-05-03T10:00:00Z',
        parentItem: { '@id': 'https://post.example/articles/hill/#letter-a' },
      },
    ],
  });
  expect(subject(editionWith({ articles: { hill: {} } }), '/articles/hill/')).not.toHaveProperty('commentCount');
});
