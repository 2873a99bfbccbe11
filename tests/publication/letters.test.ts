/** Letters to the editors: their threads and pages, and what is written of them, whatever their writers typed. */
import { describe, expect, test } from 'vitest';
import { articlePage } from '../../src/publication/article-page.ts';
import { addressOfLetter, lettersOf, textHtml } from '../../src/publication/letters.ts';
import { lettersPage } from '../../src/publication/letters-page.ts';
import { addressesOf, pageAt } from '../../src/publication/site.ts';
import type { LetterFile } from '../../src/publication/schema.ts';
import { teaserOf } from '../../src/publication/teaser.ts';
import { editionWith } from '../fixtures/edition.ts';
import { letter, removed } from '../fixtures/letters.ts';

const withLetters = (...letters: LetterFile[]) =>
  editionWith({
    articles: { hill: { headline: 'A hill', published: '2026-05-01' }, quiet: {} },
    authors: { amna: { name: 'Amna Rashid' } },
    letters: { hill: letters },
  });

const htmlOf = (...letters: LetterFile[]): string =>
  articlePage(withLetters(...letters), 'hill')?.texts['letters'] ?? '';

describe('in an article', () => {
  test('the oldest stands first, and a reply under what it answers', () => {
    const html = htmlOf(
      letter('c', { date: '2026-05-04' }),
      letter('reply', { date: '2026-05-05', replyTo: 'b' }),
      letter('b', { date: '2026-05-03' }),
      letter('a', { date: '2026-05-02T10:00:00+05:00' }),
    );
    expect([...html.matchAll(/ id="letter-(\w+)"/g)].map(([, id]) => id)).toEqual(['a', 'b', 'reply', 'c']);
    expect(html).toMatch(/id="letter-b".*<ol><li class="letter" id="letter-reply">.*<\/ol><\/li><li .*id="letter-c"/);
    expect(html).toContain('<span><bdi>to Writer of b</bdi></span>');
  });

  test('says how many there are, and so does every list', () => {
    const edition = withLetters(letter('a'), letter('b', { replyTo: 'a' }), removed('gone'));
    expect(articlePage(edition, 'hill')?.letters).toEqual({
      heading: '2 letters',
      all: undefined,
      feed: { href: '/articles/hill/letters.xml', text: 'Feed of these letters' },
    });
    expect(teaserOf(edition, edition.bySlug.get('hill')!).letters).toBe('2 letters');
    expect(teaserOf(edition, edition.bySlug.get('quiet')!).letters).toBeUndefined();
    expect(articlePage(edition, 'quiet')?.letters).toBeUndefined();
  });

  test('a letter that is gone leaves a sign where it was answered', () => {
    const html = htmlOf(removed('gone'), letter('reply', { replyTo: 'gone' }));
    expect(html).toMatch(
      /id="letter-gone"><p class="meta">Removed at the writer’s wish\.<\/p><ol><li [^>]*letter-reply/,
    );
    expect(html).not.toContain('>to ');
  });

  test('a writer of the publication is named as one, with a way to the page', () => {
    const html = htmlOf(letter('a'), letter('reply', { name: 'Amna Rashid', replyTo: 'a', author: 'amna' }));
    expect(html).toContain('<a href="/authors/amna/"><bdi class="letter-name">Amna Rashid</bdi></a>');
    expect(html).toContain('<span><bdi>The writer</bdi></span>');
  });

  test('each has its own language and direction, and what is said of it goes the way of the page', () => {
    const html = htmlOf(letter('a', { language: 'ur', text: ['یہ خط ہے۔'] }), letter('b', { language: 'de' }));
    expect(html).toContain('<li class="letter" id="letter-a"><div dir="rtl">');
    expect(html).toContain('<div class="letter-text" lang="ur" dir="rtl"><p>یہ خط ہے۔</p></div>');
    expect(html).toMatch(/<time [^>]*dir="ltr">/);
    expect(html).toContain('<div class="letter-text" lang="de"><p>');
  });

  test('one that waits is labelled with the command that prints it', () => {
    expect(htmlOf(letter('a', { status: 'waiting' }))).toContain(
      '<p class="label">Waiting: not in the built site. npm run letters -- print a</p>',
    );
  });
});

describe('their text', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</p></li></ol><iframe srcdoc="x">',
    'javascript:alert(1)',
    'https://example.org/"onmouseover="alert(1)',
    'https://example.org/<b>',
    '&lt;script&gt;',
    '[x](javascript:alert(1))',
    'data:text/html,<script>alert(1)</script>',
    '<!--',
    ']]>',
    '\u0000',
    '${alert(1)}',
    '{{constructor}}',
  ];
  test.each(hostile)('%j has no markup, as text, as name', (words) => {
    const html = htmlOf(letter('a', { text: [words], name: words }));
    const tags = [...html.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name);
    const ours = new Set(['ol', 'li', 'div', 'p', 'span', 'bdi', 'time', 'a']);
    expect(tags.filter((name = '') => !ours.has(name))).toEqual([]);
    const attributes = [...html.matchAll(/<[a-z]+((?: [a-z-]+="[^"<>]*")*)>/g)].map(([, list = '']) => list);
    expect(html.replaceAll(/<\/?[a-z]+(?: [a-z-]+="[^"<>]*")*>/g, '')).not.toMatch(/[<>"]/);
    expect(attributes.join('')).not.toMatch(/ on|javascript:/);
  });

  test.each([
    ['See https://example.org/a, and go.', ['https://example.org/a']],
    ['(http://example.org/b?c=1&d=2)', ['http://example.org/b?c=1&amp;d=2']],
    ['https://example.org/', ['https://example.org/']],
    ['HTTPS://EXAMPLE.ORG/x', ['HTTPS://EXAMPLE.ORG/x']],
    ['ftp://example.org mailto:a@example.org www.example.org javascript:alert(1)', []],
    [
      'https://a.org/1 https://a.org/2 https://a.org/3 https://a.org/4',
      ['https://a.org/1', 'https://a.org/2', 'https://a.org/3'],
    ],
  ])('%j leads to %j', (words, addresses) => {
    const html = textHtml({ text: [words] });
    expect([...html.matchAll(/<a href="([^"]*)"/g)].map(([, address]) => address)).toEqual(addresses);
    expect(html.match(/rel="ugc nofollow noopener noreferrer"/g) ?? []).toHaveLength(addresses.length);
  });
});

test('the lines of a verse stay lines', () => {
  expect(textHtml({ text: ['One line,\nand another.', 'Then prose.'] })).toBe(
    '<p>One line,<br>and another.</p><p>Then prose.</p>',
  );
});

describe('a thousand of them', () => {
  const many = Array.from({ length: 1000 }, (_, index) =>
    letter(`n${index}`, {
      date: new Date(Date.UTC(2026, 4, 2, index)).toISOString(),
      ...(index % 10 === 9 && { replyTo: `n${index - 1}` }),
    }),
  );
  const edition = withLetters(...many);
  const letters = lettersOf(edition, 'hill')!;
  const idsOf = (html = '') => [...html.matchAll(/ id="letter-(\w+)"/g)].map(([, id]) => id);

  test('stand on pages of fifty, each letter once, and threads are whole', () => {
    const pages = letters.pages.map((_, index) => lettersPage(edition, 'hill', index + 1)!);
    const onPages = pages.map(({ texts }) => [...idsOf(texts['letters']), ...idsOf(texts['moreLetters'])]);
    expect(Math.max(...onPages.map((ids) => ids.length))).toBe(50);
    expect(onPages.flat()).toEqual(many.map(({ id }) => id));
    expect(pages.every(({ tally }) => tally === '1,000 letters')).toBe(true);
    expect(pages.at(0)?.paging).toMatchObject({ previous: undefined, next: '/articles/hill/letters/page/2/' });
    expect(pages.at(-1)?.paging.next).toBeUndefined();
    expect(lettersPage(edition, 'hill', pages.length + 1)).toBeUndefined();
  });

  test('the article has the first of them, with which their first page begins', () => {
    const page = articlePage(edition, 'hill')!;
    expect(page.letters?.all).toEqual({ href: '/articles/hill/letters/', text: 'All 1,000 letters' });
    expect(page.texts['letters']).toBe(lettersPage(edition, 'hill', 1)?.texts['letters']);
    expect(page.texts['letters']!.length).toBeLessThan(20_000);
    expect(lettersPage(edition, 'hill', 2)?.texts['letters']).toBe('');
  });

  test('every page of them is an address of the site, and each letter has one', () => {
    const addresses = [...addressesOf(edition)].filter((address) => address.includes('/letters/'));
    expect(addresses).toHaveLength(letters.pages.length);
    for (const address of addresses) expect(pageAt(edition, address)?.kind).toBe('letters');
    expect(addressOfLetter('hill', letters, 'n0')).toBe('/articles/hill/#letter-n0');
    expect(addressOfLetter('hill', letters, 'n999')).toBe(`${addresses.at(-1)}#letter-n999`);
    expect(pageAt(edition, '/articles/quiet/letters/')).toBeUndefined();
    expect(pageAt(edition, '/articles/hill/notes/')).toBeUndefined();
  });

  test('a very long one is on its page alone', () => {
    const long = letter('long', { text: Array.from({ length: 4 }, () => 'word '.repeat(4000)) });
    const one = withLetters(long, letter('next', { date: '2026-06-01' }));
    expect(articlePage(one, 'hill')?.texts['letters']).toBe('');
    expect(lettersOf(one, 'hill')?.pages.map((threads) => threads.length)).toEqual([1, 1]);
  });
});
