/** The page of the glossary, and the ways to it. */
import { describe, expect, test } from 'vitest';
import { glossaryPage } from '../../src/publication/glossary-page.ts';
import { addressesOf, pageAt } from '../../src/publication/site.ts';
import { suggestionLists } from '../../src/publication/suggestion-lists.ts';
import { editionWith, pieces, type Parts } from '../fixtures/edition.ts';

const parts: Parts = {
  articles: {
    harbour: { headline: 'The <harbour>', published: '2026-01-01' },
    urdu: { language: 'ur', headline: 'خط' },
  },
  glossary: [
    { term: 'نسخ', language: 'ur', explanation: 'ایک خط۔', users: ['urdu'] },
    { term: 'zinc', explanation: 'A plate & no more.' },
    { term: 'Éclair', explanation: 'A flash.', users: ['urdu', 'harbour', 'gone'] },
    { term: 'dateline', also: ['datelines'], explanation: 'A place.', language: 'en' },
  ],
};
const edition = editionWith(parts);

describe('the glossary', () => {
  const page = glossaryPage(edition)!;
  const { body = '' } = page.texts;

  test('is one of the publication’s own pages, with a head of its own', () => {
    expect(page).toMatchObject({
      kind: 'own',
      title: 'Glossary',
      head: { title: 'Glossary · The Harbour Post', canonical: 'https://post.example/glossary/' },
    });
  });

  test('has the language of the publication first, each by its alphabet', () => {
    expect(page.terms.map(({ id }) => id)).toEqual(['g-dateline', 'g-éclair', 'g-zinc', 'g-نسخ']);
  });

  test('explains each term in an element with its id, which holds nothing else', () => {
    expect(body).toContain('<section id="g-zinc"><h2>zinc</h2><p>A plate &amp; no more.</p></section>');
    expect(body).toContain('<section id="g-نسخ" lang="ur" dir="rtl"><h2>نسخ</h2><p>ایک خط۔</p></section>');
    expect(body).toContain('<section id="g-dateline" lang="en">');
  });

  test('says where a term is used, the newest article first', () => {
    expect(body).toContain(
      '<h2>Éclair</h2><p>A flash.</p></section><p class="meta">Used in: <a href="/articles/harbour/">The &lt;harbour&gt;</a>, <a href="/articles/urdu/" lang="ur" dir="rtl">خط</a></p>',
    );
    expect(body.match(/Used in/g)).toHaveLength(2);
  });

  test('names at most ten articles, and leads into the folder of the site', () => {
    const articles = pieces(30);
    const users = Object.keys(articles!);
    const many = editionWith({ articles, glossary: [{ term: 'a', explanation: 'b', users }] }, undefined, '/paper/');
    const links = glossaryPage(many)!.texts['body']!.match(/href="[^"]*"/g)!;
    expect(links).toHaveLength(10);
    expect(links[0]).toBe('href="/paper/articles/piece-00030/"');
  });

  test('tells search every form', () => {
    expect(page.terms[0]).toEqual({
      id: 'g-dateline',
      forms: ['dateline', 'datelines'],
      explanation: 'A place.',
      lang: 'en',
    });
  });
});

describe('the ways to it', () => {
  test('are the foot of every page, the search page, the names for unknown addresses, and the list of addresses', () => {
    expect(pageAt(edition, '/')?.frame.foot).toContainEqual({ href: '/glossary/', text: 'Glossary' });
    expect(pageAt(edition, '/search/')).toMatchObject({ glossary: { href: '/glossary/' } });
    expect(suggestionLists(edition).get('/404/gl.json')).toContainEqual({ address: '/glossary/', name: 'Glossary' });
    expect([...addressesOf(edition)]).toContain('/glossary/');
    expect(pageAt(edition, '/glossary/')).toEqual(glossaryPage(edition));
  });

  test('are not there where there are no terms', () => {
    const none = editionWith();
    expect(JSON.stringify([...addressesOf(none)].map((address) => pageAt(none, address)))).not.toMatch(/glossary/i);
    expect(pageAt(none, '/glossary/')).toBeUndefined();
    expect(suggestionLists(none).get('/404/gl.json')).toBeUndefined();
  });
});
