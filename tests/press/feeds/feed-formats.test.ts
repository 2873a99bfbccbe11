// @vitest-environment jsdom
/** What each format of a feed says in its own way: RSS, Atom and JSON Feed. */
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import type { Parts } from '../../fixtures/edition.ts';
import { filesOf, folder, textOf } from './reading-feeds.ts';
import { awkwardParts } from './awkward-parts.ts';

describe('RSS', () => {
  const rss = (given: Parts, home = '/') => parseRssFeed(textOf(filesOf(given), `${home}feed.xml`));

  it('says of itself what the profile asks for', () => {
    const feed = rss(awkwardParts);
    expect(feed).toMatchObject({
      title: 'Fish & <Chips>',
      link: 'https://post.example/',
      description: 'Plain & good',
      language: 'en-GB',
      copyright: '© the desks',
      lastBuildDate: 'Mon, 04 May 2026 10:00:00 GMT',
    });
    expect(feed.atom?.links).toEqual([
      { href: 'https://post.example/feed.xml', rel: 'self', type: 'application/rss+xml' },
    ]);
    expect(feed.items?.map(({ pubDate }) => pubDate)).toEqual([
      'Sun, 03 May 2026 23:30:00 +0500',
      'Sun, 03 May 2026 00:00:00 +0500',
      'Wed, 01 Jan 2020 00:00:00 GMT',
      undefined,
    ]);
    expect(feed.items?.map(({ guid }) => guid?.isPermaLink)).toEqual([true, true, true, true]);
    expect(rss(awkwardParts, '/authors/a-writer/')).toMatchObject({
      title: 'Ana & Søn 😀 · Fish & <Chips>',
      link: 'https://post.example/authors/a-writer/',
      description: 'Editor < of >',
    });
  });

  it('has no date of building where nothing has a date, and no item where there is nothing', () => {
    expect(rss({ articles: { timeless: {} } }).lastBuildDate).toBeUndefined();
    expect(rss({}).items ?? []).toEqual([]);
  });

  it('tells the Must Read list in its order, briefs among articles', () => {
    const mustRead: Parts['mustRead'] = [
      { headline: 'Nothing but a headline' },
      { article: 'harbour' },
      {
        headline: 'China & Pakistan',
        dateline: 'ISLAMABAD',
        excerpt: 'Ready <now>',
        url: 'https://other.example/?a&b',
      },
      { headline: 'Only a place', dateline: 'KARACHI' },
    ];
    const { items = [], title } = rss({ ...awkwardParts, mustRead }, '/must-read/');
    expect(title).toBe('Must Read · Fish & <Chips>');
    expect(items.map(({ title }) => title)).toEqual([
      'Nothing but a headline',
      'Q&A: is 1 < 2 “really” ]]> true?',
      'China & Pakistan',
      'Only a place',
      'خبر کی سرخی',
      'A\ufffdB\ufffdC\ufffdD',
      'No date',
    ]);
    const [bare, article, brief, place] = items;
    expect(bare).toMatchObject({ guid: { isPermaLink: false } });
    for (const absent of ['link', 'description', 'pubDate', 'content'] as const) expect(bare?.[absent]).toBeUndefined();
    expect(article).toMatchObject({ guid: { isPermaLink: true }, dc: { creators: ['Ana & Søn 😀', 'احمد ندیم'] } });
    expect(brief).toMatchObject({ link: 'https://other.example/?a&b', description: 'ISLAMABAD: Ready &lt;now&gt;' });
    expect(brief?.dc?.creators, 'nobody is named as its writer').toBeUndefined();
    expect(place?.description).toBe('KARACHI');
    const again = rss({ ...awkwardParts, mustRead: mustRead.toReversed() }, '/must-read/').items ?? [];
    expect(again.find(({ title }) => title === bare?.title)?.guid).toEqual(bare?.guid);
    expect(new Set(items.map(({ guid }) => guid?.value)).size).toBe(items.length);
  });
});

describe('Atom', () => {
  it('has what RFC 4287 wants of a feed and of each entry', () => {
    const feed = parseAtomFeed(textOf(filesOf(awkwardParts), '/sections/news/atom.xml'));
    expect(feed).toMatchObject({
      id: 'https://post.example/sections/news/atom.xml',
      title: { value: 'News · Fish & <Chips>' },
      updated: '2026-05-04T10:00:00Z',
      authors: [{ name: 'Fish & <Chips>', uri: 'https://post.example/' }],
      xml: { lang: 'en-GB' },
    });
    expect(feed.links).toEqual([
      { href: 'https://post.example/sections/news/atom.xml', rel: 'self', type: 'application/atom+xml' },
      { href: 'https://post.example/sections/news/', rel: 'alternate', type: 'text/html' },
    ]);
    expect(feed.entries?.[0]).toMatchObject({
      authors: [
        { name: 'Ana & Søn 😀', uri: 'https://post.example/authors/a-writer/' },
        { name: 'احمد ندیم', uri: 'https://post.example/authors/urdu/' },
      ],
      content: { type: 'html' },
      summary: { value: 'A <b>bold</b> & plain standfirst' },
    });
    expect(feed.entries?.map(({ published, updated }) => [published, updated])).toEqual([
      ['2026-05-03T00:00:00+05:00', '2026-05-04T10:00:00Z'],
      ['2020-01-01T00:00:00-00:00', '2020-01-01T00:00:00-00:00'],
      [undefined, '1970-01-01T00:00:00Z'],
    ]);
  });
});

describe('JSON Feed', () => {
  it('says of itself what version 1.1 asks for', () => {
    const text = textOf(filesOf(awkwardParts, folder), '/feed.json');
    expect(JSON.parse(text)).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: 'https://post.example/folder/',
      feed_url: 'https://post.example/folder/feed.json',
      language: 'en-GB',
      authors: [{ name: 'Fish & <Chips>', url: 'https://post.example/folder/' }],
    });
    expect(parseJsonFeed(text).items?.[1]).toMatchObject({
      date_modified: '2026-05-04T10:00:00Z',
      authors: [
        { name: 'Ana & Søn 😀', url: 'https://post.example/folder/authors/a-writer/' },
        { name: 'احمد ندیم', url: 'https://post.example/folder/authors/urdu/' },
      ],
    });
  });
});
