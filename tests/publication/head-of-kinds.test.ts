// @vitest-environment jsdom
/** Every tag in the head of each kind of page. */
import { describe, expect, test } from 'vitest';
import { harbourPost } from '../fixtures/harbour-post.ts';
import { said } from './printed-heads.ts';

const post = harbourPost();

const website = (title: string, address: string, description = 'News of the sea') => [
  'og:type website',
  `og:title ${title}`,
  `og:description ${description}`,
  `og:url https://post.example${address}`,
  'og:site_name The Harbour Post',
  'og:locale en_GB',
  'twitter:card summary',
];

describe('the tags in the head of', () => {
  test.each<[string, string, string[]]>([
    [
      'the front page',
      '/',
      [
        'title The Harbour Post: News of the sea',
        'description News of the sea',
        'robots max-image-preview:large',
        'canonical https://post.example/',
        ...website('The Harbour Post', '/'),
      ],
    ],
    [
      'an article with everything',
      '/articles/harbour/',
      [
        'title The harbour silts up · The Harbour Post',
        'description Nobody dredges it.',
        'robots max-image-preview:large',
        'canonical https://post.example/articles/harbour/',
        'alternate en-GB https://post.example/articles/harbour/',
        'alternate ur https://post.example/articles/bandargah/',
        'alternate x-default https://post.example/articles/harbour/',
        'author /authors/amna/',
        'author /authors/bilal/',
        'og:type article',
        'og:title The harbour silts up',
        'og:description Nobody dredges it.',
        'og:url https://post.example/articles/harbour/',
        'og:site_name The Harbour Post',
        'og:locale en_GB',
        'og:locale:alternate ur_PK',
        'og:image https://post.example/images/harbour.jpg',
        'og:image:width 1600',
        'og:image:height 900',
        'og:image:alt Mud at low water',
        'article:published_time 2026-05-03T00:00:00+05:00',
        'article:modified_time 2026-05-05T00:00:00+05:00',
        'article:author https://post.example/authors/amna/',
        'article:author https://post.example/authors/bilal/',
        'article:section Coast',
        'article:tag dredging',
        'article:tag north sea',
        'twitter:card summary_large_image',
      ],
    ],
    [
      'its translation, which has a drawing only and no standfirst',
      '/articles/bandargah/',
      [
        'title بندرگاہ · The Harbour Post',
        'description The text of bandargah.',
        'robots max-image-preview:large',
        'canonical https://post.example/articles/bandargah/',
        'alternate ur https://post.example/articles/bandargah/',
        'alternate en-GB https://post.example/articles/harbour/',
        'alternate x-default https://post.example/articles/harbour/',
        'og:type article',
        'og:title بندرگاہ',
        'og:description The text of bandargah.',
        'og:url https://post.example/articles/bandargah/',
        'og:site_name The Harbour Post',
        'og:locale ur_PK',
        'og:locale:alternate en_GB',
        'article:published_time 2026-05-06T10:00:00Z',
        'article:section Coast',
        'twitter:card summary',
      ],
    ],
    [
      'an author',
      '/authors/amna/',
      [
        'title Amna Shah · The Harbour Post',
        'description Editor',
        'robots max-image-preview:large',
        'canonical https://post.example/authors/amna/',
        'alternate application/rss+xml /authors/amna/feed.xml',
        'alternate application/atom+xml /authors/amna/atom.xml',
        'alternate application/feed+json /authors/amna/feed.json',
        'og:type profile',
        'og:title Amna Shah',
        'og:description Editor',
        'og:url https://post.example/authors/amna/',
        'og:site_name The Harbour Post',
        'og:locale en_GB',
        'og:image https://post.example/images/amna.jpg',
        'og:image:width 600',
        'og:image:height 600',
        'og:image:alt Amna Shah on a quay',
        'profile:username amna',
        'twitter:card summary',
      ],
    ],
    [
      'the second page of a list',
      '/sections/coast/page/2/',
      [
        'title Coast, page 2 · The Harbour Post',
        'description News of the sea',
        'robots max-image-preview:large',
        'canonical https://post.example/sections/coast/page/2/',
        'alternate application/rss+xml /sections/coast/feed.xml',
        'alternate application/atom+xml /sections/coast/atom.xml',
        'alternate application/feed+json /sections/coast/feed.json',
        'prev /sections/coast/',
        ...website('Coast, page 2', '/sections/coast/page/2/'),
      ],
    ],
    [
      'a series',
      '/series/the-sea/',
      [
        'title The sea · The Harbour Post',
        'description News of the sea',
        'robots max-image-preview:large',
        'canonical https://post.example/series/the-sea/',
        ...website('The sea', '/series/the-sea/'),
      ],
    ],
    [
      'Must Read',
      '/must-read/',
      [
        'title Must Read · The Harbour Post',
        `description ${post.words.mustReadIntroduction}`,
        'robots max-image-preview:large',
        'canonical https://post.example/must-read/',
        'alternate application/rss+xml /must-read/feed.xml',
        ...website('Must Read', '/must-read/', post.words.mustReadIntroduction),
      ],
    ],
    [
      'a month of the archive',
      '/archive/2026/05/',
      [
        'title May 2026 · The Harbour Post',
        'description News of the sea',
        'robots max-image-preview:large',
        'canonical https://post.example/archive/2026/05/',
        ...website('May 2026', '/archive/2026/05/'),
      ],
    ],
    [
      'a page of the publication’s own',
      '/about/',
      [
        'title About us · The Harbour Post',
        'description Who we are.',
        'robots max-image-preview:large',
        'canonical https://post.example/about/',
        ...website('About us', '/about/', 'Who we are.'),
      ],
    ],
    ['the page for unknown addresses', '/404.html', ['title Not found · The Harbour Post', 'robots noindex']],
  ])('%s', (_, address, tags) => {
    expect(said(post, address)).toEqual(tags);
  });
});
