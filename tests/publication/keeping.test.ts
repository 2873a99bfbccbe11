/** What press, app and worker say to each other of kept pages. */
import { describe, expect, test } from 'vitest';
import { addressOfData, picturesOf, sectionListAddress } from '../../src/publication/keeping.ts';
import { pageOfArticle } from './article-pages.ts';

describe('the pictures of a page', () => {
  test('are those of its data and of its texts, each once, as they are asked for', () => {
    const page = pageOfArticle({});
    const picture = (url: string) => ({ url, width: 3, height: 2 });
    page.image = { ...picture('/images/lead.jpg'), alt: '' };
    page.portraits = [{ picture: { ...picture('/images/amna.png'), alt: '' }, initials: 'A' }, { initials: 'B' }];
    page.texts = {
      body: '<p>One.</p><img src="/images/a&amp;b.jpg" alt="&gt;" width="3"><img src="/images/lead.jpg" alt="">',
      biography: '<a href="/images/none.pdf">No picture</a>',
    };
    expect(picturesOf(page).toSorted()).toEqual(['/images/a&b.jpg', '/images/amna.png', '/images/lead.jpg']);
  });

  test('are none where there are none, though links have addresses too', () => {
    expect(picturesOf(pageOfArticle({ tags: ['sea'] }))).toEqual([]);
  });
});

test.each([
  ['/articles/hill/page.json', '/articles/hill/'],
  ['/page.json', '/'],
  ['/404.json', '/404.html'],
  ['/sections/news/offline.json', undefined],
  ['/version.json', undefined],
  ['/articles/hill/', undefined],
  ['/articles/hill/other-page.json', undefined],
])('the data in %s are of the page %s', (path, address) => {
  expect(addressOfData(path)).toBe(address);
});

test('the list of a section is beside its page', () => {
  expect(sectionListAddress('/sections/news/')).toBe('/sections/news/offline.json');
});
