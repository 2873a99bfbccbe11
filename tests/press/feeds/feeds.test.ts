// @vitest-environment jsdom
/** What every feed holds, whatever its format, as libraries and strict parsers read it. */
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { afterEach, describe, expect, it } from 'vitest';
import { readContent } from '../../../src/press/content/validate.ts';
import { editionOf } from '../../../src/publication/edition.ts';
import { press } from '../../../src/words/en/interface.ts';
import { addressesOf } from '../../../src/publication/site.ts';
import { editionWith, pieces, type Parts } from '../../fixtures/edition.ts';
import { filesFor, filesOf, folder, pointers, root, strictly, textOf } from './reading-feeds.ts';
import { awkwardParts } from './awkward-parts.ts';

/** What readers get, whichever format it came in. */
type Read = {
  id?: string;
  link?: string;
  title?: string;
  html?: string;
  published?: string;
  writers?: (string | undefined)[];
  tags?: (string | undefined)[];
  language?: string;
};

const formats: Record<string, (text: string) => Read[]> = {
  'feed.xml': (text) =>
    (parseRssFeed(text).items ?? []).map((item) => ({
      id: item.guid?.value,
      link: item.link,
      title: item.title,
      html: item.content?.encoded,
      published: item.pubDate,
      writers: item.dc?.creators,
      tags: item.categories?.map(({ name }) => name),
      language: item.dc?.languages?.[0],
    })),
  'atom.xml': (text) =>
    (parseAtomFeed(text).entries ?? []).map((entry) => ({
      id: entry.id,
      link: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
      title: entry.title?.value,
      html: entry.content?.value,
      published: entry.published,
      writers: entry.authors?.map(({ name }) => name),
      tags: entry.categories?.map(({ term }) => term),
      language: entry.xml?.lang,
    })),
  'feed.json': (text) =>
    (parseJsonFeed(text).items ?? []).map((item) => ({
      id: item.id,
      link: item.url,
      title: item.title,
      html: item.content_html,
      published: item.date_published,
      writers: item.authors?.map(({ name }) => name),
      tags: item.tags,
      language: item.language,
    })),
};

const each = Object.entries(formats).map(([file, read]) => ({ file, read }));

describe.each(each)('$file', ({ file, read }) => {
  const entries = (given: Parts, place = root, home = '/') => read(textOf(filesOf(given, place), home + file));

  it('gives back the same entries to a library that has never seen us', () => {
    const [khabar, harbour, broken, timeless, ...none] = entries(awkwardParts);
    expect(none).toEqual([]);
    expect(harbour).toMatchObject({
      id: 'https://post.example/articles/harbour/',
      link: 'https://post.example/articles/harbour/',
      title: 'Q&A: is 1 < 2 “really” ]]> true?',
      writers: ['Ana & Søn 😀', 'احمد ندیم'],
      tags: ['News', 'north korea', 'news'],
      language: 'en-GB',
    });
    expect(harbour?.html).toBe(
      '<div lang="en-GB" dir="ltr"><p><strong>A &lt;b&gt;bold&lt;/b&gt; &amp; plain standfirst</strong></p>\n' +
        '<p>ISLAMABAD</p>\n<p>Tom &amp; Jerry ]]> &lt;script></p><p>An emoji 👩‍👩‍👧 and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢.</p></div>',
    );
    expect(khabar).toMatchObject({ title: 'خبر کی سرخی', language: 'ur', writers: ['احمد ندیم'] });
    expect(khabar?.html).toBe('<div lang="ur" dir="rtl"><p>یہ اردو متن ہے۔</p></div>');
    expect([harbour, khabar, broken].map((entry) => Date.parse(entry?.published ?? ''))).toEqual([
      Date.parse('2026-05-02T19:00:00Z'),
      Date.parse(file === 'feed.xml' ? '2026-05-03T18:30:00Z' : '2026-05-03T18:30:00.5Z'),
      Date.parse('2020-01-01T00:00:00Z'),
    ]);
    expect(timeless).toMatchObject({ title: 'No date', writers: ['Fish & <Chips>'] });
    expect(timeless?.published).toBeUndefined();
  });

  it('holds the newest fifty, undated ones after those with a date', () => {
    const all = entries({ articles: { ...pieces(60), 'a-timeless': {} } });
    expect(all).toHaveLength(50);
    expect(all[0]?.link).toBe('https://post.example/articles/piece-00060/');
    expect(all.at(-1)?.link).toBe('https://post.example/articles/piece-00011/');
    const few = entries({ articles: { ...pieces(49), 'a-timeless': {} } });
    expect(few.at(-1)?.link).toBe('https://post.example/articles/a-timeless/');
  });

  it('is there for each section and author who has articles, and for no other', () => {
    const given: Parts = { ...awkwardParts, authors: { ...awkwardParts.authors, silent: {} } };
    given.publication = {
      ...given.publication,
      sections: ['news', 'urdu', 'empty'].map((slug) => ({ slug, name: slug })),
    };
    expect(entries(given, root, '/sections/urdu/').map(({ title }) => title)).toEqual(['خبر کی سرخی']);
    expect(entries(given, root, '/authors/a-writer/')).toHaveLength(1);
    expect(entries(given, root, '/authors/urdu/')).toHaveLength(2);
    const files = filesOf(given);
    for (const home of ['/sections/empty/', '/authors/silent/', '/must-read/']) {
      expect(files.has(home + file)).toBe(home === '/must-read/' && file === 'feed.xml');
    }
  });

  it.each([root, folder])('has whole addresses only, below $base', (place) => {
    const { base } = place;
    const [entry] = entries(
      {
        pictures: { '/images/ä.jpg': { url: `${base}images/%C3%A4.jpg`, width: 30, height: 20 } },
        articles: {
          harbour: {
            authors: ['a-writer'],
            image: { src: '/images/ä.jpg', alt: 'A "ship" & more', caption: 'At sea', credit: 'AP & us' },
            source: { headline: 'Their <work>', url: 'https://other.example/?a=1&b=2', authors: ['a-writer'] },
          },
        },
        texts: {
          'articles/harbour': {
            html:
              `<p lang="en"><a href="${base}articles/other/#h-x">a</a><sup><a href="#fn-harbour-1" id="fnref-harbour-1">1</a></sup>` +
              `<a href="mailto:a@b.example">m</a> <a rel="noopener" href="https://other.example/">o</a></p>` +
              `<img src="${base}images/b.png" alt=" href=&quot;/no"><p>a href=&quot;/stays</p>`,
          },
        },
      },
      place,
    );
    const site = `https://post.example${base}`;
    expect(entry?.link).toBe(`${site}articles/harbour/`);
    expect(pointers(entry?.html ?? '')).toEqual([
      'https://other.example/?a=1&b=2',
      `${site}authors/a-writer/`,
      `${site}images/%C3%A4.jpg`,
      `${site}articles/other/#h-x`,
      `${site}articles/harbour/#fn-harbour-1`,
      'mailto:a@b.example',
      'https://other.example/',
      `${site}images/b.png`,
    ]);
    expect(entry?.html).toContain('alt=" href=&quot;/no"><p>a href=&quot;/stays</p>');
    expect(entry?.html).toContain(
      'width="30" height="20" alt="A &quot;ship&quot; &amp; more"><figcaption>At sea AP &amp; us</figcaption></figure>',
    );
    expect(entry?.html).toContain('Their &lt;work&gt;');
  });
});

describe('every file', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('is well-formed to the letter, and what XML cannot hold leaves a sign', () => {
    const mustRead = [{ headline: 'A \u0008 brief', excerpt: 'with \udfff' }];
    const files = filesOf({ ...awkwardParts, mustRead });
    const xml = [...files].filter(([file]) => file.endsWith('.xml'));
    expect(xml.length).toBeGreaterThan(8);
    for (const [, text] of xml) expect(() => strictly(text)).not.toThrow();
    expect(() => strictly('<a>\u0001</a>'), 'the reader is strict').toThrow('disallowed character');
    expect(() => strictly('<a>&nbsp;</a>')).toThrow('undefined entity');
    expect(textOf(files, '/must-read/feed.xml')).toContain('A \ufffd brief');
    expect(textOf(files, '/feed.xml')).toContain('x\ufffdy\ufffd');
  });

  it.each(['Pacific/Kiritimati', 'America/St_Johns', 'UTC'])('is the same on a machine in %s', (machine) => {
    const before = [...filesOf(awkwardParts)];
    process.env['TZ'] = machine;
    expect(new Date(0).getTimezoneOffset()).toBe(
      { UTC: 0, 'Pacific/Kiritimati': 640, 'America/St_Johns': 210 }[machine],
    );
    expect([...filesOf(awkwardParts)]).toEqual(before);
  });

  it('holds what the shipped content says, and every address in it leads to a page', { timeout: 60_000 }, async () => {
    const { content } = await readContent('src/data', { base: '/folder/', now: new Date(), includeUnpublished: false });
    if (!content) throw new Error('The shipped content cannot be read.');
    const edition = editionOf(content, press);
    const files = filesFor(edition, folder);
    const site = 'https://post.example/folder/';
    const pages = new Set([...addressesOf(edition)].map((address) => site + address.slice(1)));
    for (const { url } of content.pictures.values()) pages.add(new URL(url, site).href);
    for (const [file, text] of files) if (file.endsWith('.xml')) strictly(text);
    const { items = [] } = parseJsonFeed(textOf(files, '/feed.json'));
    expect(items.map(({ title }) => title)).toEqual(edition.articles.slice(0, 50).map(({ headline }) => headline));
    const all = items.flatMap((item) => [item.url ?? '', item.image ?? site, ...pointers(item.content_html ?? '')]);
    const own = all.filter((address) => address.startsWith('https://post.example'));
    expect(own.filter((address) => !pages.has(address.replace(/[?#].*/, '')))).toEqual([]);
    expect(all.filter((address) => !/^(?:https?:\/\/|mailto:)/.test(address))).toEqual([]);
    expect(all.some((address) => /\/articles\/[^/]+\/#fn-/.test(address))).toBe(true);
  });
});

describe('corrections', () => {
  it('stand after the text, in the words of the interface, and make the entry new', () => {
    const corrections = [{ date: '2026-06-01', note: 'It was Tom & not Jerry.' }];
    const edition = editionWith({
      articles: { khabar: { language: 'ur', published: '2026-05-03', corrections, body: ['متن'] } },
    });
    const [entry] = parseAtomFeed(textOf(filesFor(edition), '/atom.xml')).entries ?? [];
    expect(entry?.updated).toBe('2026-06-01T00:00:00+01:00');
    expect(entry?.content?.value).toBe(
      '<div lang="ur" dir="rtl"><p>متن</p>\n<h2 lang="en-GB" dir="ltr">Corrections</h2>\n' +
        '<ul><li><p lang="en-GB" dir="ltr">1 June 2026</p><p>It was Tom &amp; not Jerry.</p></li></ul></div>',
    );
  });
});
