// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/publication/edition.ts';
import { unlistedHead } from '../../src/publication/head.ts';
import { headTags } from '../../src/publication/head-tags.ts';
import { printedHead } from '../../src/press/head/printed-head.ts';
import { addressesOf, pageAt } from '../../src/publication/site.ts';
import { editionWith } from '../fixtures/edition.ts';
import { harbourPost } from '../fixtures/harbour-post.ts';

const post = harbourPost();

/** The head as a browser understands it. */
function parsed(edition: Edition, address: string): HTMLHeadElement {
  const html = `<!doctype html><head>${printedHead(edition, address, pageAt(edition, address)!)}</head><body></body>`;
  const made = new DOMParser().parseFromString(html, 'text/html');
  expect(made.body.innerHTML).toBe('');
  return made.head;
}

/** Each tag of the page in a line: "og:title The harbour", "canonical https://…". */
function said(edition: Edition, address: string): string[] {
  return [...parsed(edition, address).querySelectorAll('title, [data-head]:not(script)')].map((element) => {
    const of = (name: string) => element.getAttribute(name);
    if (element.localName === 'title') return `title ${element.textContent}`;
    if (element.localName === 'meta') return `${of('name') ?? of('property')} ${of('content')}`;
    return [of('rel'), of('hreflang') ?? of('type'), of('href')].filter(Boolean).join(' ');
  });
}

const website = (title: string, address: string, description = 'News of the sea') => [
  'og:type website',
  `og:title ${title}`,
  `og:description ${description}`,
  `og:url https://post.example${address}`,
  'og:site_name The Harbour Post',
  'og:locale en_GB',
  'twitter:card summary',
];

describe('the head of a printed page', () => {
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

  test('the first page of a list leads to the next, the second back', () => {
    expect(said(post, '/authors/bilal/')).toContain('next /authors/bilal/page/2/');
    expect(said(post, '/authors/bilal/page/2/')).toContain('prev /authors/bilal/');
  });

  test('with the image that is made to be shared, where the build makes one', () => {
    expect(said(harbourPost({ shareImages: true }), '/articles/bandargah/')).toEqual(
      expect.arrayContaining([
        'og:image https://post.example/share/bandargah.png',
        'og:image:width 1200',
        'og:image:height 630',
        'og:image:alt بندرگاہ',
        'twitter:card summary_large_image',
      ]),
    );
  });

  test('is right in a folder of its host', () => {
    const lines = said(harbourPost({ base: '/folder/' }), '/articles/harbour/');
    expect(lines).toEqual(
      expect.arrayContaining([
        'canonical https://post.example/folder/articles/harbour/',
        'alternate ur https://post.example/folder/articles/bandargah/',
        'author /folder/authors/amna/',
        'og:image https://post.example/folder/images/harbour.jpg',
        'article:author https://post.example/folder/authors/amna/',
      ]),
    );
    expect(lines.filter((line) => /post\.example\/(?!folder\/)| \/(?!folder\/)/.test(line))).toEqual([]);
  });

  test('makes the feeds and the search of the publication known on every page, and lets them stay when the next page comes', () => {
    for (const address of ['/', '/articles/harbour/', '/authors/amna/', '/404.html']) {
      const feeds = [...parsed(post, address).querySelectorAll('link[type]:not([data-head])')];
      expect(feeds.map((feed) => `${feed.getAttribute('href')} ${feed.getAttribute('title')}`)).toEqual([
        '/feed.xml The Harbour Post (RSS)',
        '/atom.xml The Harbour Post (Atom)',
        '/feed.json The Harbour Post (JSON Feed)',
        '/opensearch.xml The Harbour Post',
      ]);
    }
  });

  test('has one title, one description, one canonical address and no tag without content, on every page', () => {
    const unlisted = new Set(['/search/', '/shelf/', '/404.html']);
    for (const address of addressesOf(post)) {
      const head = parsed(post, address);
      const once = [
        'title',
        'meta[name=robots]',
        'meta[name="twitter:card"]',
        'link[rel=canonical]',
        '[name=description]',
      ];
      const counts = once.map((selector) => head.querySelectorAll(selector).length);
      expect([address, ...counts]).toEqual([address, 1, 1, ...(unlisted.has(address) ? [0, 0, 0] : [1, 1, 1])]);
      expect(head.querySelectorAll('[content=""], [href=""], [content*=undefined], [href*=undefined]')).toHaveLength(0);
    }
  });

  test.each([
    ['in the publication’s language there is none', { one: 'ur', other: 'ar' }, ['ur', 'ar']],
    ['both are in one', { one: 'en-GB', other: 'en-GB' }, undefined],
    ['the language is said as the publication has it', { one: 'en-GB', other: 'fr' }, ['en-GB', 'fr', 'x-default']],
  ])('languages of a text: %s', (_, { one, other }, languages) => {
    const edition = editionWith({
      articles: { one: { language: one }, other: { language: other, translationOf: 'one' } },
    });
    expect(pageAt(edition, '/articles/one/')?.head.languages?.map(({ lang }) => lang)).toEqual(languages);
  });

  test('nothing that content holds breaks out of it', () => {
    const hostile = `"></title></script><script>alert(1)</script><!--<script> ]]> ' & \u2028\u2029 &quot; \\u003c`;
    const edition = editionWith({
      publication: { name: hostile, tagline: hostile },
      authors: { amna: { name: hostile, role: hostile, biography: hostile } },
      articles: {
        hill: {
          headline: hostile,
          standfirst: hostile,
          authors: ['amna'],
          section: 'news',
          kind: 'news',
          dateline: hostile,
          corrections: [{ date: '2026-01-01', note: hostile }],
          source: { headline: hostile, authors: [], name: hostile, url: `https://x.example/${hostile}` },
        },
      },
      pages: { about: { title: hostile, body: [hostile] } },
      mustRead: [{ headline: hostile, url: `https://x.example/${hostile}` }],
    });
    for (const address of ['/', '/articles/hill/', '/authors/amna/', '/about/', '/must-read/', '/404.html']) {
      const head = parsed(edition, address);
      const scripts = [...head.querySelectorAll('script')];
      expect(scripts.filter(({ type }) => type !== 'application/ld+json')).toEqual([]);
      expect([...head.childNodes].filter(({ nodeType }) => nodeType !== Node.ELEMENT_NODE)).toEqual([]);
      for (const { textContent } of scripts) expect(JSON.stringify(JSON.parse(textContent))).toContain('</script>');
      expect(head.querySelector('title')?.textContent).toContain(hostile);
    }
  });
});

describe('the head that the browser keeps right', () => {
  test('is small: a page without translations or feeds of its own has three values', () => {
    expect(JSON.parse(JSON.stringify(pageAt(post, '/articles/storm/')?.head))).toEqual({
      title: 'Storm · The Harbour Post',
      description: 'The text of storm.',
      canonical: 'https://post.example/articles/storm/',
    });
  });

  test('a page of one reader only is kept out of search engines', () => {
    expect(headTags(unlistedHead(post, 'Shelf'))).toEqual([
      { name: 'meta', attributes: { name: 'robots', content: 'noindex' } },
    ]);
  });
});

describe('the document of the app', () => {
  const file = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
  const document = new DOMParser().parseFromString(file('index.html'), 'text/html');

  test.each([
    ['light', 1],
    ['dark', 2],
  ])('has the %s paper of the style sheet as its theme colour', (scheme, place) => {
    const paper = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(file('src/styles/tokens.css'))?.[place];
    const tag = document.querySelector(`meta[name=theme-color][media="(prefers-color-scheme: ${scheme})"]`);
    expect(tag?.getAttribute('content')).toBe(paper);
  });

  test('has icons and a manifest', () => {
    const links = [...document.querySelectorAll('link[rel*=icon], link[rel=manifest]')];
    expect(links.map((link) => `${link.getAttribute('rel')} ${link.getAttribute('href')}`)).toEqual([
      'icon %BASE_URL%icon-32.png',
      'icon /icon.svg',
      'apple-touch-icon %BASE_URL%apple-touch-icon.png',
      'manifest %BASE_URL%manifest.webmanifest',
    ]);
  });
});
