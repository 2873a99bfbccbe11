/** Who wrote an article, and whose work it tells of. */
import { describe, expect, test } from 'vitest';
import { articlePage } from '../../src/publication/article-page.ts';
import { bylineText } from '../../src/publication/byline.ts';
import { press as urdu } from '../../src/words/ur/interface.ts';
import { editionWith, pieces, type Parts } from '../fixtures/edition.ts';
import { pageOfArticle, pageWith } from './article-pages.ts';

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
    const page = pageOfArticle({ authors: ['zahra', 'amna'] }, { authors });
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
    expect(pageOfArticle({ authors: ['hossain', 'zahra'] }, { authors }).writers.map(({ email }) => email)).toEqual([
      'withheld',
      undefined,
    ]);
  });

  test('without a biography leave no text behind', () => {
    const page = pageOfArticle({ authors: ['hossain'] }, { authors });
    expect(page.writers[0]?.biography).toBeUndefined();
    expect(Object.keys(page.texts)).toEqual(['body']);
  });

  test('have their portrait where the picture is there', () => {
    const portrait = { src: '/images/amna.jpg', alt: 'Amna at sea' };
    const pictures = { '/images/amna.jpg': { url: '/images/amna.jpg', width: 1, height: 1 } };
    const of = (parts: Parts) =>
      pageOfArticle({ authors: ['amna'] }, { authors: { amna: { portrait } }, ...parts }).portraits;
    expect(of({ pictures })).toMatchObject([{ picture: { alt: 'Amna at sea' }, initials: 'A' }]);
    expect(of({})).toEqual([{ initials: 'A' }]);
  });

  test('have three more articles at most, the newest, never this one', () => {
    const articles = pieces(9, () => ({ authors: ['amna'] }))!;
    const more = (slug: string) => pageWith({ articles }, slug).writers[0]?.more.map(({ href }) => href.slice(-3, -1));
    expect(more('piece-00005')).toEqual(['09', '08', '07']);
    expect(more('piece-00009')).toEqual(['08', '07', '06']);
  });
});

describe('the source', () => {
  const source = { headline: 'Unity on the hill', authors: ['hossain', 'kim'], name: 'The Daily' };

  test('is named with its writers, each led to, and the words are said to be ours', () => {
    const sentence = pageOfArticle({ source }).source?.sentence ?? [];
    expect(bylineText(sentence)).toBe(
      'An account of “Unity on the hill” by Hossain and Kim, The Daily. The words here are ours.',
    );
    expect(sentence.filter((part) => typeof part !== 'string').map(({ href }) => href)).toEqual([
      '/authors/hossain/',
      '/authors/kim/',
    ]);
  });

  test('leads to the original where it has an address', () => {
    const sentence = pageOfArticle({ source: { ...source, url: 'https://daily.example/x' } }).source?.sentence;
    expect(sentence).toContainEqual({ href: 'https://daily.example/x', text: 'Unity on the hill' });
  });

  test('without writers or a name is the headline alone', () => {
    const sentence = pageOfArticle({ source: { headline: 'Unity', authors: [] } }).source?.sentence ?? [];
    expect(bylineText(sentence)).toBe('An account of “Unity”. The words here are ours.');
  });

  test('is told in Urdu', () => {
    const edition = editionWith({ articles: { hill: { source } }, publication: { language: 'ur' } }, urdu);
    expect(bylineText(articlePage(edition, 'hill')?.source?.sentence ?? [])).toBe(
      'Hossain اور Kim کی تحریر ”Unity on the hill“ (The Daily) کا بیان۔ یہاں الفاظ ہمارے ہیں۔',
    );
  });
});
