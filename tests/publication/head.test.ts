// @vitest-environment jsdom
/** What the head of every page holds: once what is wanted once, nothing of another page, and nothing that content smuggles in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unlistedHead } from '../../src/publication/head.ts';
import { headTags } from '../../src/publication/head-tags.ts';
import { addressesOf, pageAt } from '../../src/publication/site.ts';
import { shipped } from '../../src/press/theme/theme.ts';
import { withTheme } from '../../src/press/theme/theme-in-sheets.ts';
import { editionWith } from '../fixtures/edition.ts';
import { harbourPost } from '../fixtures/harbour-post.ts';
import { parsed, said } from './printed-heads.ts';

const post = harbourPost();

describe('the head of a printed page', () => {
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
  const document = new DOMParser().parseFromString(withTheme(file('index.html'), shipped), 'text/html');

  test.each(['light', 'dark'] as const)('has the %s paper of the theme as its theme colour', (scheme) => {
    const tag = document.querySelector(`meta[name=theme-color][media="(prefers-color-scheme: ${scheme})"]`);
    expect(tag?.getAttribute('content')).toBe(shipped.papers[scheme].paper);
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
