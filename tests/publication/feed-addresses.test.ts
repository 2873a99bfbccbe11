/** Which feeds belong to a page. */
import { expect, it } from 'vitest';
import { feedLinks } from '../../src/publication/feed-addresses.ts';
import { editionWith } from '../fixtures/edition.ts';

const edition = editionWith({ articles: { harbour: { authors: ['jane-doe'] } }, authors: { silent: {} } });

const whole = ['/feed.xml', '/atom.xml', '/feed.json'];
const below = (home: string) => whole.map((file) => home + file);

it.each([
  ['/', whole],
  ['/articles/harbour/', whole],
  ['/sections/news/', [...below('/sections/news'), ...whole]],
  ['/sections/news/page/2/', [...below('/sections/news'), ...whole]],
  ['/sections/unknown/', whole],
  ['/authors/jane-doe/', [...below('/authors/jane-doe'), ...whole]],
  ['/authors/silent/', whole],
  ['/authors/', whole],
  ['/authors/news/', whole],
  ['/must-read/', ['/must-read/feed.xml', ...whole]],
  ['/404.html', whole],
])('%s makes known %j', (address, hrefs) => {
  expect(feedLinks(edition, address).map(({ href }) => href)).toEqual(hrefs);
});

it('says what each is', () => {
  expect(feedLinks(edition, '/authors/jane-doe/').slice(0, 4)).toEqual([
    { type: 'application/rss+xml', href: '/authors/jane-doe/feed.xml', title: 'Jane Doe · The Harbour Post (RSS)' },
    { type: 'application/atom+xml', href: '/authors/jane-doe/atom.xml', title: 'Jane Doe · The Harbour Post (Atom)' },
    {
      type: 'application/feed+json',
      href: '/authors/jane-doe/feed.json',
      title: 'Jane Doe · The Harbour Post (JSON Feed)',
    },
    { type: 'application/rss+xml', href: '/feed.xml', title: 'The Harbour Post (RSS)' },
  ]);
});
