/** Lists of pages that somebody saved to read later, from seven services: articles where the text is there, else briefs. */
import { describe, expect, test } from 'vitest';
import { listed, reading } from '../found-in.ts';

const text = '<p>The salt comes down from the hills on mules.</p>';
const brief = (headline: string, url: string | undefined, excerpt?: string): object => ({
  is: 'brief',
  brief: { headline, ...(url && { url }), ...(excerpt && { excerpt }) },
});

describe('a list of', () => {
  test('Omnivore has the texts beside it; a reader’s own marks are left out', async () => {
    const read = await reading({
      'metadata_0_to_20.json': JSON.stringify([
        {
          slug: 'salt',
          title: 'Salt',
          url: 'https://a.example/salt',
          author: 'Jane Doe',
          state: 'Active',
          labels: ['Trade'],
          savedAt: '2024-10-29T16:30:11.000Z',
          publishedAt: '2024-10-01T10:00:00.000Z',
        },
        {
          slug: '../../etc/passwd',
          title: 'Other',
          url: 'https://a.example/other',
          description: 'Short.',
          labels: [],
          savedAt: '2024-10-29T16:30:11.000Z',
        },
      ]),
      'content/salt.html': text,
      'highlights/salt.md': '> mine',
    });
    expect(read.kind).toBe('omnivore');
    expect(read.found).toMatchObject([
      {
        is: 'article',
        article: {
          headline: 'Salt',
          authors: [{ name: 'Jane Doe' }],
          tags: ['Trade'],
          published: '2024-10-01T10:00:00.000Z',
          address: 'https://a.example/salt',
        },
      },
      { is: 'left-out', of: "a reader's marks" },
      brief('Other', 'https://a.example/other', 'Short.'),
    ]);
    expect(read.taken).toEqual(['content/salt.html', 'highlights/salt.md']);
  });

  test.each([
    [
      'version 1',
      [
        { id: '1', title: 'Salt', url: 'https://a.example/', is_read: '0', content: text, tags: 'a,b' },
        { title: 'Bare', url: 'https://b.example/', is_read: '1', content: '' },
      ],
    ],
    [
      'version 2',
      [
        {
          id: 1,
          title: 'Salt',
          url: 'https://a.example/',
          is_archived: 0,
          content: text,
          tags: ['a', { label: 'b' }],
          language: 'en',
          published_by: ['Jane Doe'],
        },
        {
          title: 'Bare',
          url: 'https://b.example/',
          is_archived: 1,
          content: "wallabag can't retrieve contents for this article.",
        },
      ],
    ],
  ])('wallabag, %s, has its texts', async (_, list) => {
    const read = await reading({ 'wallabag.json': JSON.stringify(list) });
    expect(read.kind).toBe('wallabag');
    expect(read.found).toMatchObject([
      {
        is: 'article',
        article: { headline: 'Salt', tags: ['a', 'b'], body: ['The salt comes down from the hills on mules.'] },
      },
      brief('Bare', 'https://b.example/'),
    ]);
  });

  test('wallabag as a table and as XML has its texts', async () => {
    const table = await reading({
      'w.csv': `Title;URL;Content;Tags;"MIME Type";Language;"Creation date"\nSalt;https://a.example/;"${text}";"a, b";text/html;en;"01/02/2024"\n`,
    });
    expect(table).toMatchObject({
      kind: 'wallabag',
      found: [{ is: 'article', line: 2, article: { headline: 'Salt', tags: ['a', 'b'], language: 'en' } }],
    });
    const xml = await reading({
      'w.xml': `<?xml version="1.0"?><result><entry><id>1</id><title>Salt</title><url>https://a.example/</url><is_archived>0</is_archived><content><![CDATA[${text}]]></content><tags><entry>a</entry></tags></entry></result>`,
    });
    expect(xml).toMatchObject({
      kind: 'wallabag',
      found: [{ is: 'article', article: { headline: 'Salt', tags: ['a'] } }],
    });
  });

  test('Pocket is briefs, from its table and from its page', async () => {
    const table = await reading({
      'part_000000.csv':
        'title,url,time_added,tags,status\n"Salt, twice\nover",https://a.example/?a=1&b=2,1600322788,a|b,unread\nhttps://b.example/,https://b.example/,1600172739,,archive\n',
    });
    expect(table).toMatchObject({
      kind: 'pocket',
      found: [
        brief('Salt, twice over', 'https://a.example/?a=1&b=2'),
        brief('https://b.example/', 'https://b.example/'),
      ],
    });
    const page = await reading({
      'ril_export.html':
        '<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul><li><a href="https://a.example/" time_added="1" tags="x">Salt</a></li></ul><h1>Read Archive</h1><ul></ul></body></html>',
    });
    expect(page).toMatchObject({ kind: 'pocket', found: [brief('Salt', 'https://a.example/')] });
  });

  test('Instapaper is briefs, from its table and from its page', async () => {
    const table = await reading({
      'i.csv': 'URL,Title,Selection,Folder,Timestamp\nhttps://a.example/,Salt,A line of it.,Unread,1600322788\n',
    });
    expect(table).toMatchObject({ kind: 'instapaper', found: [brief('Salt', 'https://a.example/', 'A line of it.')] });
    const page = await reading({
      'i.html':
        '<html><head><title>Instapaper: Export</title></head><body><h1>Unread</h1><ol><li><a href="https://a.example/">Salt</a></li></ol></body></html>',
    });
    expect(page).toMatchObject({ kind: 'instapaper', found: [brief('Salt', 'https://a.example/')] });
  });

  test('bookmarks of a browser is briefs, with what is written beside them', async () => {
    const read = await reading({
      'bookmarks.html':
        '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n<DT><H3>Folder</H3>\n<DL><p>\n<DT><A HREF="https://a.example/?a=1&amp;b=2" ADD_DATE="1" TAGS="x,y">Salt &amp; mules</A>\n<DD>Up the road.\n<DT><A HREF="https://b.example/">Bare</A>\n</DL><p>\n<DT><A HREF="javascript:alert(1)">Run</A>\n<DT><A HREF="place:sort=8">Recent</A>\n</DL><p>\n',
    });
    expect(read.kind).toBe('bookmarks');
    expect(read.found).toMatchObject([
      brief('Salt & mules', 'https://a.example/?a=1&b=2', 'Up the road.'),
      brief('Bare', 'https://b.example/'),
      brief('Run', undefined),
      brief('Recent', undefined),
    ]);
    expect(JSON.stringify(read.found)).not.toMatch(/"url":"(?:javascript|place)/);
  });

  test.each([
    [
      'Pinboard',
      [
        {
          href: 'https://a.example/',
          description: 'Salt',
          extended: 'Up the road.',
          time: '2016-10-31T15:57:56Z',
          tags: 'a b',
        },
      ],
    ],
    [
      'Readability',
      {
        bookmarks: [
          {
            article__url: 'https://a.example/',
            article__title: 'Salt',
            article__excerpt: 'Up the road.',
            archive: false,
          },
        ],
        recommendations: [],
      },
    ],
    [
      'elCurator',
      [{ title: 'Salt', url: 'https://a.example/', description: 'Up the road.', tags: ['a'], is_saved: true }],
    ],
  ])('%s in JSON is briefs', async (_, list) => {
    const read = await reading({ 'list.json': JSON.stringify(list) });
    expect(read).toMatchObject({ kind: 'bookmarks', found: [brief('Salt', 'https://a.example/', 'Up the road.')] });
  });

  test('Firefox is briefs, from any depth of its folders', async () => {
    const page = { type: 'text/x-moz-place', title: 'Salt', uri: 'https://a.example/' };
    const tree = {
      type: 'text/x-moz-place-container',
      children: [
        {
          type: 'text/x-moz-place-container',
          children: [page, { type: 'text/x-moz-place', title: 'Recent', uri: 'place:x' }],
        },
      ],
    };
    const folder = '{"type":"text/x-moz-place-container","children":[';
    const deep = folder.repeat(3000) + JSON.stringify(page) + ']}'.repeat(3000);
    expect(listed(await reading({ 'b.json': JSON.stringify(tree) }))).toEqual(['brief Salt']);
    expect((await reading({ 'b.json': deep })).refusal).toMatchObject({
      code: 'I101',
      message: expect.stringContaining('deep'),
    });
  });

  test.each([
    [
      'Pocket',
      'title,url,time_added,tags,status\nA,https://a.example/a,1728576752,b|c d,unread\n',
      ['tag "b"', 'tag "c d"'],
    ],
    [
      'Pocket, as a page',
      '<title>Pocket Export</title><h1>Unread</h1><ul><li><a href="https://a.example/a" time_added="1" tags="b">A</a></li></ul>',
      ['tag "b"'],
    ],
    [
      'Instapaper',
      'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://a.example/a,A,,Walks,1,"[""b""]"\n',
      ['tag "b"', 'folder "Walks"'],
    ],
    [
      'a browser',
      '<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>Bookmarks</H1><DL><p><DT><H3 ADD_DATE="1">Walks</H3><DL><p><DT><A HREF="https://a.example/a" TAGS="b">A</A></DL><p></DL>',
      ['tag "b"', 'folder "Walks"'],
    ],
    [
      'Firefox',
      '{"type":"text/x-moz-place-container","title":"","children":[{"title":"Walks","type":"text/x-moz-place-container","children":[{"title":"A","type":"text/x-moz-place","uri":"https://a.example/a","tags":"b"}]}]}',
      ['tag "b"', 'folder "Walks"'],
    ],
    [
      'raindrop',
      'title,url,folder,tags\nA,https://a.example/a,Walks,"b, c"\n',
      ['tag "b"', 'tag "c"', 'folder "Walks"'],
    ],
  ])('%s tells the tags and folders that a brief has no place for', async (_, list, told) => {
    const { found } = await reading({ list });
    expect(found).toMatchObject([{ is: 'brief', brief: { headline: 'A', url: 'https://a.example/a' } }]);
    expect(found.flatMap((one) => (one.is === 'left-out' ? [] : one.notes))).toEqual([
      { code: 'I606', message: `There is no place for tags and folders here: ${told.join(', ')}.` },
    ]);
  });

  test('a browser says no folder where a link is in none of somebody’s own', async () => {
    const { found } = await reading({
      list: '<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>Bookmarks</H1><DL><p><DT><H3>Walks</H3><DL><p></DL><p><DT><A HREF="https://a.example/a">A</A></DL>',
    });
    expect(found).toMatchObject([{ is: 'brief', notes: [] }]);
  });

  test('any other service is briefs, where a table has titles and addresses; lists of subscribers are not', async () => {
    const table = await reading({
      'raindrop.csv':
        'id,title,note,excerpt,url,folder,tags,created\n1,Salt,,Up the road.,https://a.example/,Unsorted,a,2024-01-01T00:00:00Z\n',
    });
    expect(table).toMatchObject({ kind: 'bookmarks', found: [brief('Salt', 'https://a.example/', 'Up the road.')] });
    expect(
      (await reading({ 'email_list.csv': 'email,title,url\na@b.example,Reader,https://a.example/\n' })).kind,
    ).not.toBe('bookmarks');
  });
});

describe('a broken list', () => {
  test.each([
    [
      'a table with a quotation that never ends',
      'list.csv',
      'title,url,time_added,tags,status\nSalt,"https://a.example/\n',
      'I101',
    ],
    [
      'JSON with a comma too many',
      'list.json',
      '[{"href":"https://a.example/","description":"A","extended":""},]',
      'I101',
    ],
    ['JSON that is cut short', 'list.json', '[{"href":"https://a.example/","description":"A","extended":""},', 'I106'],
  ])('of %s is named with its line', async (_, name, content, code) => {
    expect((await reading({ [name]: content })).refusal).toMatchObject({ code, line: expect.any(Number) });
  });

  test('reaches no prototype by names of columns or keys', async () => {
    await reading({ 'list.csv': 'title,url,__proto__,constructor\nSalt,https://a.example/,polluted,polluted\n' });
    await reading({
      'list.json': '[{"__proto__":{"polluted":1},"href":"https://a.example/","description":"A","extended":""}]',
    });
    expect('polluted' in {}).toBe(false);
  });
});
