// @vitest-environment jsdom
/** The head of the document follows the reader from page to page, and stays as it came for the first. */
import { beforeEach, describe, expect, test } from 'vitest';
import { isPrinted, showHead } from '../src/document-head.ts';
import type { Head } from '../src/publication/page.ts';
import { printedHead } from '../src/press/head/printed-head.ts';
import { addressesOf, pageAt } from '../src/publication/site.ts';
import { harbourPost } from './fixtures/harbour-post.ts';

const post = harbourPost();
const headAt = (address: string): Head => pageAt(post, address)!.head;

/** The document as the host sends it, with what is there on every page. */
function open(address: string): void {
  document.head.innerHTML = `<meta charset="utf-8">${printedHead(post, address, pageAt(post, address)!)}<link rel="icon" href="/icon.svg">`;
}

const marked = (): string[] =>
  [...document.head.querySelectorAll('[data-head]')].map((element) =>
    [...element.attributes].flatMap(({ name, value }) => (name === 'data-head' ? [] : [value])).join(' '),
  );

beforeEach(() => open('/articles/harbour/'));

describe('going to another page', () => {
  test('sets its title and tags, and leaves none of the page before, nor its structured data', () => {
    expect(document.querySelector('script[type="application/ld+json"]')).not.toBeNull();
    showHead(headAt('/authors/bilal/'));
    expect(document.title).toBe('Bilal · The Harbour Post');
    expect(marked()).toEqual([
      'description News of the sea',
      'robots max-image-preview:large',
      'canonical https://post.example/authors/bilal/',
      'alternate application/rss+xml Bilal · The Harbour Post (RSS) /authors/bilal/feed.xml',
      'alternate application/atom+xml Bilal · The Harbour Post (Atom) /authors/bilal/atom.xml',
      'alternate application/feed+json Bilal · The Harbour Post (JSON Feed) /authors/bilal/feed.json',
    ]);
    expect(document.head.querySelector('script, [property], [rel=author], [hreflang]')).toBeNull();
  });

  test('and on to a translation, to what is not there, and back', () => {
    showHead(headAt('/articles/bandargah/'));
    expect(document.title).toBe('بندرگاہ · The Harbour Post');
    expect(document.head.querySelectorAll('[hreflang]')).toHaveLength(3);
    showHead(headAt('/404.html'));
    expect(marked()).toEqual(['robots noindex']);
    showHead(headAt('/articles/harbour/'));
    expect(document.title).toBe('The harbour silts up · The Harbour Post');
    expect(document.head.querySelectorAll('[rel=canonical]')).toHaveLength(1);
    expect(document.head.querySelectorAll('[name=robots]')).toHaveLength(1);
  });

  test('keeps what belongs to every page', () => {
    for (const address of addressesOf(post)) showHead(headAt(address));
    const kept = [...document.head.querySelectorAll('meta:not([data-head]), link:not([data-head])')];
    expect(kept.map((element) => element.getAttribute('charset') ?? element.getAttribute('href'))).toEqual([
      'utf-8',
      '/feed.xml',
      '/atom.xml',
      '/feed.json',
      '/opensearch.xml',
      '/icon.svg',
    ]);
  });

  test('takes words as words', () => {
    showHead({
      title: '</title><script>x</script>',
      description: '"><script>x</script>',
      canonical: 'https://x.example/',
    });
    expect(document.title).toBe('</title><script>x</script>');
    expect(document.head.querySelector('meta[name=description]')?.getAttribute('content')).toBe('"><script>x</script>');
    expect(document.head.querySelector('script')).toBeNull();
  });
});

describe('the document that came', () => {
  test.each([...addressesOf(post)])('%s is printed with its head', (address) => {
    open(address);
    expect(isPrinted(headAt(address))).toBe(true);
  });

  test.each([
    ['the host sent the page for unknown addresses', '/404.html', headAt('/articles/harbour/')],
    ['the host sent the front page', '/', headAt('/articles/harbour/')],
    ['the page could not be had', '/404.html', { title: 'The Harbour Post' }],
    ['the front page could not be had', '/', { title: headAt('/').title }],
    ['the headline was edited', '/articles/harbour/', { ...headAt('/articles/harbour/'), title: 'Another' }],
  ])('is of another page where %s', (_, address, head) => {
    open(address);
    expect(isPrinted(head)).toBe(false);
  });
});
