import { describe, expect, test } from 'vitest';
import { articlePage } from '../../src/publication/article-page.ts';
import { bylineText } from '../../src/publication/byline.ts';
import { press as urdu } from '../../src/words/ur/interface.ts';
import type { ArticleFile } from '../../src/publication/schema.ts';
import { editionWith, pieces, type Parts } from '../fixtures/edition.ts';

const pageOf = (parts: Parts, slug = 'hill') => articlePage(editionWith(parts), slug)!;

/** The page of one article. */
const hill = (article: Partial<ArticleFile>, parts: Parts = {}) =>
  pageOf({ ...parts, articles: { hill: article, ...parts.articles } });

describe('the page of an article', () => {
  test.each<[string[] | undefined, string[] | undefined]>([
    [undefined, undefined],
    [[], undefined],
    [['old-hill'], ['old-hill']],
    [
      ['/articles/older-hill/', 'old-hill', '/articles/oldest-hill'],
      ['older-hill', 'old-hill', 'oldest-hill'],
    ],
    [['/2019/05/hill.html', '/?p=12', '/hill/', '/articles/2019/hill/', '/articles/hill?p=2'], undefined],
  ])('with the aliases %j was formerly %j', (aliases, formerly) => {
    expect(hill({ aliases }).formerly).toEqual(formerly);
  });

  test('says how many words there are to read', () => {
    expect(hill({}, { texts: { 'articles/hill': { words: 1234 } } }).words).toBe(1234);
  });

  test('has what the file says, in the words of the interface', () => {
    const page = hill({
      headline: 'A hill in Pyongyang',
      standfirst: 'And what stands on it.',
      kind: 'opinion',
      section: 'world',
      authors: ['amna', 'bilal'],
      tags: ['north-korea'],
      dateline: 'PYONGYANG',
      published: '2025-12-31T22:00:00Z',
      updated: '2026-01-02',
      corrections: [{ date: '2026-01-02', note: 'A name was <wrong>.' }],
    });
    expect(page).toMatchObject({
      kind: 'article',
      head: {
        title: 'A hill in Pyongyang · The Harbour Post',
        description: 'And what stands on it.',
        canonical: 'https://post.example/articles/hill/',
      },
      kicker: { href: '/sections/world/', text: 'World' },
      section: { href: '/sections/world/', text: 'World' },
      dateline: 'PYONGYANG',
      published: { iso: '2025-12-31T22:00:00Z', text: '31 December 2025' },
      updated: { iso: '2026-01-02', text: '2 January 2026' },
      minutes: '1 minute',
      tags: [{ href: '/tags/north-korea/', text: 'north korea' }],
      corrections: [{ date: { text: '2 January 2026' }, note: 'A name was &lt;wrong>.' }],
      texts: { body: '<p>The text of hill.</p>' },
      responses: 'device',
    });
    expect(bylineText(page.byline)).toBe('By Amna and Bilal');
    expect(page.portraits).toEqual([{ initials: 'A' }, { initials: 'B' }]);
  });

  test('without any of that is still whole', () => {
    expect(hill({})).toMatchObject({
      byline: ['By ', 'The Harbour Post'],
      portraits: [],
      outline: [],
      tags: [],
      translations: [],
      writers: [],
      corrections: [],
    });
    const { published, updated, source, series, newer, older, image, label } = hill({});
    expect([published, updated, source, series, newer, older, image, label].filter(Boolean)).toEqual([]);
  });

  test('is not there for an unknown article', () => {
    expect(articlePage(editionWith(), 'hill')).toBeUndefined();
  });

  test('has its kicker before its section, and leads to the section', () => {
    expect(hill({ kicker: 'Letter', section: 'world' })).toMatchObject({
      kicker: { href: '/sections/world/', text: 'Letter' },
      section: { href: '/sections/world/', text: 'World' },
    });
  });

  test.each([
    ['https://post.example', '/', 'https://post.example/articles/hill/'],
    ['https://post.example/', '/', 'https://post.example/articles/hill/'],
    ['https://post.example/paper', '/paper/', 'https://post.example/paper/articles/hill/'],
    ['https://post.example/paper/', '/paper/', 'https://post.example/paper/articles/hill/'],
    ['https://post.example/paper/', '/elsewhere/', 'https://post.example/elsewhere/articles/hill/'],
    ['http://localhost:8080/a/b/', '/a/b/', 'http://localhost:8080/a/b/articles/hill/'],
  ])('of a publication at %s, built for %s, stands at %s', (address, base, whole) => {
    const edition = editionWith({ publication: { address }, articles: { hill: {} } }, undefined, base);
    expect(articlePage(edition, 'hill')?.head.canonical).toBe(whole);
  });

  test.each([
    [0, '1 minute'],
    [118, '1 minute'],
    [357, '2 minutes'],
    [1000, '4 minutes'],
    [238_000, '1,000 minutes'],
  ])('of %i words takes %s', (words, minutes) => {
    expect(hill({}, { texts: { 'articles/hill': { words } } }).minutes).toBe(minutes);
  });

  test('shows a picture with its words, and none that is not there', () => {
    const image = { src: '/images/hill.jpg', alt: 'A hill', caption: 'The *hill* <b>', credit: 'Desk' };
    const known = { pictures: { '/images/hill.jpg': { url: '/base/images/hill.jpg', width: 3, height: 2 } } };
    expect(hill({ image }, known).image).toEqual({
      url: '/base/images/hill.jpg',
      width: 3,
      height: 2,
      alt: 'A hill',
      caption: 'The *hill* &lt;b>',
      credit: 'Desk',
    });
    expect(hill({ image: { src: image.src, decorative: true } }, known).image).toMatchObject({ alt: '' });
    expect(hill({ image }).image).toBeUndefined();
  });

  test('takes no responses where the publication wants none', () => {
    expect(hill({}, { publication: { responses: 'off' } }).responses).toBe('off');
  });
});

describe('the outline', () => {
  const outline = (['one', 'two', 'three'] as const).map((id) => ({ id, text: id, level: 2 as const }));
  test.each([
    ['a long text with three headings has one', 900, 3, 3],
    ['a shorter text has none', 899, 3, 0],
    ['two headings are none', 5000, 2, 0],
  ])('%s', (_, words, headings, shown) => {
    const texts = { 'articles/hill': { words, outline: outline.slice(0, headings) } };
    expect(hill({}, { texts }).outline).toHaveLength(shown);
  });
});

describe('the ways on', () => {
  const articles = {
    first: { published: '2026-01-01', series: 'sea' },
    second: { published: '2026-01-02', series: 'sea' },
    third: { published: '2026-01-03', series: 'sea', language: 'ur', headline: 'تیسرا' },
    undated: {},
  };
  const third = { href: '/articles/third/', text: 'تیسرا', lang: 'ur', dir: 'rtl' };

  test('lead to the next newer and older article', () => {
    expect(pageOf({ articles }, 'second')).toMatchObject({ newer: third, older: { href: '/articles/first/' } });
    expect(pageOf({ articles }, 'third').newer).toBeUndefined();
    expect(pageOf({ articles }, 'first').older).toMatchObject({ href: '/articles/undated/' });
    expect(pageOf({ articles }, 'undated').older).toBeUndefined();
  });

  test('say which part of a series this is, and lead to the parts beside it', () => {
    expect(pageOf({ articles }, 'second').series).toEqual({
      href: '/series/sea/',
      text: 'Sea',
      part: 'Part 2 of 3',
      previous: { href: '/articles/first/', text: 'First' },
      next: third,
    });
    expect(pageOf({ articles }, 'first').series).toMatchObject({ part: 'Part 1 of 3', previous: undefined });
    expect(pageOf({ articles }, 'third').series).toMatchObject({ part: 'Part 3 of 3', next: undefined });
  });

  test('lead to other languages by their own names', () => {
    const several = {
      hill: {},
      pahari: { language: 'ur', translationOf: 'hill' },
      tepe: { language: 'tr', translationOf: 'hill' },
    };
    expect(pageOf({ articles: several }).translations).toEqual([
      { href: '/articles/pahari/', text: 'اردو', lang: 'ur', dir: 'rtl' },
      { href: '/articles/tepe/', text: 'Türkçe', lang: 'tr' },
    ]);
    expect(pageOf({ articles: several }, 'pahari').translations[0]).toEqual({
      href: '/articles/hill/',
      text: 'English',
    });
  });

  test('name the region only where the language alone would not tell them apart', () => {
    const several = {
      hill: { language: 'pt-PT' },
      morro: { language: 'pt-BR', translationOf: 'hill' },
      'zai-shan': { language: 'zh-Hant-TW', translationOf: 'hill' },
    };
    expect(pageOf({ articles: several }).translations.map(({ text }) => text)).toEqual([
      'português (Brasil)',
      '中文（繁體）',
    ]);
  });
});

describe('an article in another language', () => {
  test('says so of itself, and what the interface’s words inside it must say', () => {
    expect(hill({ language: 'ur', kicker: 'خط' })).toMatchObject({
      lang: 'ur',
      dir: 'rtl',
      around: { lang: 'en-GB', dir: 'ltr' },
      kicker: { text: 'خط', lang: 'ur', dir: 'rtl' },
      section: { text: 'News' },
    });
    expect(hill({ language: 'fr' })).toMatchObject({ lang: 'fr', around: { lang: 'en-GB' } });
    expect(hill({})).toMatchObject({ around: {} });
  });
});

describe('the writers', () => {
  const authors = {
    amna: {
      name: 'Amna Shah',
      role: 'Editor',
      biography: 'Writes of the sea.',
      email: 'amna@post.example',
      links: [{ label: 'Her site', url: 'https://amna.example' }],
    },
    hossain: { name: 'M A Hossain', email: 'withheld' },
    zahra: { name: 'زہرا', biography: 'کراچی میں رہتی ہیں۔', language: 'ur' },
  };

  test('stand in the order of the byline, with what is known of each', () => {
    const page = hill({ authors: ['zahra', 'amna'] }, { authors });
    expect(page.writers).toMatchObject([
      { href: '/authors/zahra/', name: 'زہرا', biography: 'biography-zahra', lang: 'ur', dir: 'rtl', links: [] },
      {
        href: '/authors/amna/',
        name: 'Amna Shah',
        role: 'Editor',
        biography: 'biography-amna',
        email: 'amna@post.example',
        links: [{ href: 'https://amna.example', text: 'Her site' }],
        portrait: { initials: 'AS' },
      },
    ]);
    expect(page.texts).toEqual({
      body: '<p>The text of hill.</p>',
      'biography-zahra': '<p>کراچی میں رہتی ہیں۔</p>',
      'biography-amna': '<p>Writes of the sea.</p>',
    });
  });

  test('whose address is withheld keep it so, and one without an address has none', () => {
    expect(hill({ authors: ['hossain', 'zahra'] }, { authors }).writers.map(({ email }) => email)).toEqual([
      'withheld',
      undefined,
    ]);
  });

  test('without a biography leave no text behind', () => {
    const page = hill({ authors: ['hossain'] }, { authors });
    expect(page.writers[0]?.biography).toBeUndefined();
    expect(Object.keys(page.texts)).toEqual(['body']);
  });

  test('have their portrait where the picture is there', () => {
    const portrait = { src: '/images/amna.jpg', alt: 'Amna at sea' };
    const pictures = { '/images/amna.jpg': { url: '/images/amna.jpg', width: 1, height: 1 } };
    const of = (parts: Parts) => hill({ authors: ['amna'] }, { authors: { amna: { portrait } }, ...parts }).portraits;
    expect(of({ pictures })).toMatchObject([{ picture: { alt: 'Amna at sea' }, initials: 'A' }]);
    expect(of({})).toEqual([{ initials: 'A' }]);
  });

  test('have three more articles at most, the newest, never this one', () => {
    const articles = pieces(9, () => ({ authors: ['amna'] }))!;
    const more = (slug: string) => pageOf({ articles }, slug).writers[0]?.more.map(({ href }) => href.slice(-3, -1));
    expect(more('piece-00005')).toEqual(['09', '08', '07']);
    expect(more('piece-00009')).toEqual(['08', '07', '06']);
  });
});

describe('the source', () => {
  const source = { headline: 'Unity on the hill', authors: ['hossain', 'kim'], name: 'The Daily' };

  test('is named with its writers, each led to, and the words are said to be ours', () => {
    const sentence = hill({ source }).source?.sentence ?? [];
    expect(bylineText(sentence)).toBe(
      'An account of “Unity on the hill” by Hossain and Kim, The Daily. The words here are ours.',
    );
    expect(sentence.filter((part) => typeof part !== 'string').map(({ href }) => href)).toEqual([
      '/authors/hossain/',
      '/authors/kim/',
    ]);
  });

  test('leads to the original where it has an address', () => {
    const sentence = hill({ source: { ...source, url: 'https://daily.example/x' } }).source?.sentence;
    expect(sentence).toContainEqual({ href: 'https://daily.example/x', text: 'Unity on the hill' });
  });

  test('without writers or a name is the headline alone', () => {
    const sentence = hill({ source: { headline: 'Unity', authors: [] } }).source?.sentence ?? [];
    expect(bylineText(sentence)).toBe('An account of “Unity”. The words here are ours.');
  });

  test('is told in Urdu', () => {
    const edition = editionWith({ articles: { hill: { source } }, publication: { language: 'ur' } }, urdu);
    expect(bylineText(articlePage(edition, 'hill')?.source?.sentence ?? [])).toBe(
      'Hossain اور Kim کی تحریر ”Unity on the hill“ (The Daily) کا بیان۔ یہاں الفاظ ہمارے ہیں۔',
    );
  });
});

describe('what a build leaves out', () => {
  const articles = { hill: { published: '2027-05-03' }, plain: {} };
  test.each([
    ['draft' as const, 'Draft: not in the built site'],
    ['future' as const, 'Not before 3 May 2027: not in the built site yet'],
  ])('is labelled: %s', (why, label) => {
    expect(pageOf({ articles, unpublished: { hill: why } }).label).toBe(label);
    expect(pageOf({ articles, unpublished: { hill: why } }, 'plain').label).toBeUndefined();
  });
});
