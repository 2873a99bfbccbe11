/** The page of an article: its header, its outline, its language, and the ways on from it. */
import { describe, expect, test } from 'vitest';
import { articlePage } from '../../src/publication/article-page.ts';
import { bylineText } from '../../src/publication/byline.ts';
import { editionWith } from '../fixtures/edition.ts';
import { pageOfArticle, pageWith } from './article-pages.ts';

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
    expect(pageOfArticle({ aliases }).formerly).toEqual(formerly);
  });

  test('says how many words there are to read', () => {
    expect(pageOfArticle({}, { texts: { 'articles/hill': { words: 1234 } } }).words).toBe(1234);
  });

  test('has what the file says, in the words of the interface', () => {
    const page = pageOfArticle({
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
    expect(pageOfArticle({})).toMatchObject({
      byline: ['By ', 'The Harbour Post'],
      portraits: [],
      outline: [],
      tags: [],
      translations: [],
      writers: [],
      corrections: [],
    });
    const { published, updated, source, series, newer, older, image, label } = pageOfArticle({});
    expect([published, updated, source, series, newer, older, image, label].filter(Boolean)).toEqual([]);
  });

  test('is not there for an unknown article', () => {
    expect(articlePage(editionWith(), 'hill')).toBeUndefined();
  });

  test('has its kicker before its section, and leads to the section', () => {
    expect(pageOfArticle({ kicker: 'Letter', section: 'world' })).toMatchObject({
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
    expect(pageOfArticle({}, { texts: { 'articles/hill': { words } } }).minutes).toBe(minutes);
  });

  test('shows a picture with its words, and none that is not there', () => {
    const image = { src: '/images/hill.jpg', alt: 'A hill', caption: 'The *hill* <b>', credit: 'Desk' };
    const known = { pictures: { '/images/hill.jpg': { url: '/base/images/hill.jpg', width: 3, height: 2 } } };
    expect(pageOfArticle({ image }, known).image).toEqual({
      url: '/base/images/hill.jpg',
      width: 3,
      height: 2,
      alt: 'A hill',
      caption: 'The *hill* &lt;b>',
      credit: 'Desk',
    });
    expect(pageOfArticle({ image: { src: image.src, decorative: true } }, known).image).toMatchObject({ alt: '' });
    expect(pageOfArticle({ image }).image).toBeUndefined();
  });

  test('takes no responses where the publication wants none', () => {
    expect(pageOfArticle({}, { publication: { responses: 'off' } }).responses).toBe('off');
  });

  test('says where letters go by mail, and where a host takes them, with a form that needs no script', () => {
    const byMail = pageOfArticle({}, { publication: { responses: { letters: 'desk@example.org' } } });
    expect(byMail.responses).toMatchObject({ mail: 'desk@example.org', account: expect.stringMatching(/^Write to/) });
    expect(byMail.texts).not.toHaveProperty('form');
    const { responses, texts } = pageOfArticle({}, { publication: { responses: { post: '/letters&"/' } } });
    expect(responses).toMatchObject({ post: '/letters&"/' });
    expect(texts['form']).toMatch(
      /^<form class="response-form" name="letters" method="post" action="\/letters&amp;&quot;\/" data-netlify="true" netlify-honeypot="website">/,
    );
    // Hosts keep fields that they have seen in the form, and no others.
    expect([...texts['form']!.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'letters',
      'form-name',
      'article',
      'id',
      'date',
      'seconds',
      'website',
      'text',
      'name',
    ]);
    expect(texts['form']).toContain('<input type="hidden" name="article" value="hill">');
  });
});

describe('the outline', () => {
  const outline = (['one', 'two', 'three'] as const).map((id) => ({ id, text: id, level: 2 as const, words: 10 }));
  test.each([
    ['a long text with three headings has one', 900, 3, 3],
    ['a shorter text has none', 899, 3, 0],
    ['two headings are none', 5000, 2, 0],
  ])('%s', (_, words, headings, shown) => {
    const texts = { 'articles/hill': { words, outline: outline.slice(0, headings) } };
    expect(pageOfArticle({}, { texts }).outline).toHaveLength(shown);
  });

  test('says how long each section takes, with all that stands in it, and nothing of what is short', () => {
    const section = (id: string, level: 2 | 3, words: number) => ({ id, text: id, level, words });
    const outline = [
      section('before', 3, 500),
      section('one', 2, 238),
      section('one-a', 3, 476),
      section('one-b', 3, 714),
      section('two', 2, 100),
      section('three', 2, 100),
      section('three-a', 3, 19),
      section('four', 2, 1190),
    ];
    const { outline: shown } = pageOfArticle({}, { texts: { 'articles/hill': { words: 3000, outline } } });
    expect(shown.flatMap(({ id, minutes }) => (minutes ? [`${id}: ${minutes}`] : []))).toEqual([
      'one: 6 minutes',
      'three: 1 minute',
      'four: 5 minutes',
    ]);
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
    expect(pageWith({ articles }, 'second')).toMatchObject({ newer: third, older: { href: '/articles/first/' } });
    expect(pageWith({ articles }, 'third').newer).toBeUndefined();
    expect(pageWith({ articles }, 'first').older).toMatchObject({ href: '/articles/undated/' });
    expect(pageWith({ articles }, 'undated').older).toBeUndefined();
  });

  test('say which part of a series this is, and lead to the parts beside it', () => {
    expect(pageWith({ articles }, 'second').series).toEqual({
      href: '/series/sea/',
      text: 'Sea',
      part: 'Part 2 of 3',
      previous: { href: '/articles/first/', text: 'First' },
      next: third,
    });
    expect(pageWith({ articles }, 'first').series).toMatchObject({ part: 'Part 1 of 3', previous: undefined });
    expect(pageWith({ articles }, 'third').series).toMatchObject({ part: 'Part 3 of 3', next: undefined });
  });

  test('lead to other languages by their own names', () => {
    const several = {
      hill: {},
      pahari: { language: 'ur', translationOf: 'hill' },
      tepe: { language: 'tr', translationOf: 'hill' },
    };
    expect(pageWith({ articles: several }).translations).toEqual([
      { href: '/articles/pahari/', text: 'اردو', lang: 'ur', dir: 'rtl' },
      { href: '/articles/tepe/', text: 'Türkçe', lang: 'tr' },
    ]);
    expect(pageWith({ articles: several }, 'pahari').translations[0]).toEqual({
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
    expect(pageWith({ articles: several }).translations.map(({ text }) => text)).toEqual([
      'português (Brasil)',
      '中文（繁體）',
    ]);
  });
});

describe('an article in another language', () => {
  test('says so of itself, and what the interface’s words inside it must say', () => {
    expect(pageOfArticle({ language: 'ur', kicker: 'خط' })).toMatchObject({
      lang: 'ur',
      dir: 'rtl',
      around: { lang: 'en-GB', dir: 'ltr' },
      kicker: { text: 'خط', lang: 'ur', dir: 'rtl' },
      section: { text: 'News' },
    });
    expect(pageOfArticle({ language: 'fr' })).toMatchObject({ lang: 'fr', around: { lang: 'en-GB' } });
    expect(pageOfArticle({})).toMatchObject({ around: {} });
  });
});

describe('what a build leaves out', () => {
  const articles = { hill: { published: '2027-05-03' }, plain: {} };
  test.each([
    ['draft' as const, 'Draft: not in the built site'],
    ['future' as const, 'Not before 3 May 2027: not in the built site yet'],
  ])('is labelled: %s', (why, label) => {
    expect(pageWith({ articles, unpublished: { hill: why } }).label).toBe(label);
    expect(pageWith({ articles, unpublished: { hill: why } }, 'plain').label).toBeUndefined();
  });
});
