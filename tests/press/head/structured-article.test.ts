/** What structured data says of an article. */
import { describe, expect, test } from 'vitest';
import { editionWith } from '../../fixtures/edition.ts';
import { harbourPost } from '../../fixtures/harbour-post.ts';
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
