/** Feeds as they are met: of every version, with and without the text, and as they go wrong. */
import { describe, expect, test } from 'vitest';
import { articleIn, listed, reading } from '../found-in.ts';

const long = 'The salt comes down from the hills on the backs of mules. '.repeat(15);
const rss = (items: string, channel = '<link>https://a.example/</link>'): string =>
  `<?xml version="1.0"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">\n<channel><title>News</title>${channel}\n${items}\n</channel></rss>`;
const atom = (entries: string, feed = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>News</title>${feed}\n${entries}\n</feed>`;

describe('an RSS entry', () => {
  test('has its whole text, writer, date, tags, picture and language', async () => {
    const entry = await articleIn({
      'feed.xml': rss(
        `<item><title>Salt &amp;amp; mules</title><link>/2020/salt</link><dc:creator>Jane Doe and Omar Siddiqui</dc:creator>
        <pubDate>Thu, 01 Jan 2004 19:48:21 +0500</pubDate><category>Trade</category><category>Trade</category>
        <media:content url="https://a.example/a.jpg" medium="image"/><description>Short.</description>
        <content:encoded><![CDATA[<p>Up the <a href="road">road</a>.</p>]]></content:encoded></item>`,
        '<link>https://a.example/</link><language>ur</language>',
      ),
    });
    expect(entry).toMatchObject({
      headline: 'Salt & mules',
      address: 'https://a.example/2020/salt',
      authors: [{ name: 'Jane Doe' }, { name: 'Omar Siddiqui' }],
      published: '2004-01-01T19:48:21+05:00',
      tags: ['Trade'],
      language: 'ur',
      image: { src: 'https://a.example/a.jpg' },
      standfirst: 'Short.',
      body: ['Up the [road](https://a.example/2020/road).'],
    });
  });

  test.each([
    ['jane@a.example (Jane Doe)', ['Jane Doe']],
    ['Jane Doe &lt;jane@a.example&gt;', ['Jane Doe']],
    ['By Jane Doe', ['Jane Doe']],
    ['jane@a.example', []],
    ['The Staff', ['The Staff']],
  ])('by %j is of %j, and no address of theirs is kept', async (written, names) => {
    const entry = await articleIn({
      'f.xml': rss(
        `<item><title>A</title><author>${written}</author><description>&lt;p&gt;T&lt;/p&gt;</description></item>`,
      ),
    });
    expect(entry.authors.map(({ name }) => name)).toEqual(names);
    expect(JSON.stringify(entry)).not.toContain('jane@');
  });

  test('is decoded once, and CDATA that is cut in two is one text', async () => {
    const entry = await articleIn({
      'f.xml': rss(
        '<item><title>A &amp;lt;b&amp;gt;</title><content:encoded><![CDATA[<p>x ]]]]><![CDATA[> y &amp;lt;b&amp;gt; z</p>]]></content:encoded></item>',
      ),
    });
    expect(entry).toMatchObject({ headline: 'A <b>', body: ['x \\]\\]> y \\&lt;b\\&gt; z'] });
  });

  test('whose address is relative to nothing has none, and it is told (I107)', async () => {
    const entry = await articleIn({
      'f.xml': rss(
        '<item><title>A</title><link>/salt</link><content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded></item>',
        '',
      ),
    });
    expect(entry.address).toBeUndefined();
    expect(entry.codes).toEqual(['I107']);
    expect(entry.told).toContain('"/salt" is not whole');
  });

  test('with a guid for its address, and one that is none', async () => {
    const read = await reading({
      'f.xml': rss(
        `<item><title>A</title><guid>https://a.example/a</guid></item><item><title>B</title><guid isPermaLink="false">https://a.example/b</guid></item>`,
      ),
    });
    expect(read.found.map((one) => (one.is === 'brief' ? one.brief.url : ''))).toEqual([
      'https://a.example/a',
      undefined,
    ]);
  });

  test('without a title is an article with the text it has; with a recording it has a link to it', async () => {
    const entry = await articleIn({
      'f.xml': rss(
        '<item><description>Only a note.</description><enclosure url="https://a.example/a.mp3" type="audio/mpeg"/></item>',
      ),
    });
    expect(entry).toMatchObject({ body: ['Only a note.', '[a.mp3](<https://a.example/a.mp3>)'], codes: ['I605'] });
    expect(entry.headline).toBeUndefined();
  });

  test('of RSS 1.0 stands beside its channel', async () => {
    const read = await reading({
      'f.rdf':
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example/"><link>https://a.example/</link></channel><item rdf:about="https://a.example/1"><title>One</title><dc:date>2019-08-27</dc:date><description>First.</description></item></rdf:RDF>',
    });
    expect(read.found).toMatchObject([
      {
        is: 'brief',
        brief: { headline: 'One', excerpt: 'First.', url: 'https://a.example/1' },
        notes: expect.arrayContaining([
          expect.objectContaining({ message: expect.stringContaining('2019-08-27') as string }),
        ]) as unknown,
      },
    ]);
  });
});

describe('a feed with summaries', () => {
  test('gives briefs, and says of how many there is only an excerpt', async () => {
    const read = await reading({
      'f.xml': rss(
        `<item><title>Whole</title><description>${long}</description></item>
        <item><title>Cut</title><link>https://a.example/cut</link><description>The salt comes […]</description></item>
        <item><title>Short</title><description>&lt;p&gt;One line.&lt;/p&gt; &lt;a href="x"&gt;Continue reading&lt;/a&gt;</description></item>`,
      ),
    });
    expect(listed(read)).toEqual(['article Whole', 'brief Cut', 'brief Short']);
    expect(read.found[1]).toMatchObject({
      brief: { headline: 'Cut', excerpt: 'The salt comes …', url: 'https://a.example/cut' },
    });
    expect(read.found[2]).toMatchObject({ brief: { excerpt: 'One line.' } });
    const told = read.found.flatMap((one) => ('notes' in one ? one.notes : [])).filter(({ code }) => code === 'I602');
    expect(told.map(({ message }) => message)).toEqual(Array(2).fill(expect.stringContaining('excerpt only: 2 of 3')));
  });

  test('tells the date and writer for which a brief has no place', async () => {
    const read = await reading({
      'f.xml': rss(
        '<item><title>A</title><dc:creator>Jane Doe</dc:creator><pubDate>1 Jan 2004</pubDate><description>x</description></item>',
      ),
    });
    expect(JSON.stringify(read.found)).toContain('no place for its date and writer: 2004-01-01, Jane Doe');
  });
});

describe('an Atom entry', () => {
  test('has what the feed says where it says nothing itself', async () => {
    const entry = await articleIn({
      'f.atom': atom(
        '<entry xml:base="https://a.example/x/"><title type="html">Salt &amp;amp; &lt;i>mules&lt;/i></title><link href="y"/><updated>2020-01-02T03:04:05Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Up &amp; <b>down</b> <img src="a.png" alt="B"/></p></div></content></entry>',
        '<author><name>Jane Doe</name><email>jane@a.example</email><uri>https://jane.example/</uri></author>',
      ),
    });
    expect(entry).toMatchObject({
      headline: 'Salt & mules',
      address: 'https://a.example/x/y',
      published: '2020-01-02T03:04:05Z',
      language: 'en',
      authors: [{ name: 'Jane Doe', links: [{ label: 'Website', url: 'https://jane.example/' }] }],
    });
    expect(entry.body.join('\n')).toMatch(/^Up & \*\*down\*\* *\n*!\[B\]\(https:\/\/a\.example\/x\/a\.png\)$/);
  });

  test.each([
    [
      '<link rel="self" href="https://a.example/s"/><link rel="alternate" type="text/html" href="https://a.example/a"/>',
      'https://a.example/a',
    ],
    ['<link rel="related" href="https://b.example/"/><link href="https://a.example/a"/>', 'https://a.example/a'],
    ['<link href="javascript:alert(1)"/>', undefined],
  ])('with %s has the address %s', async (links, address) => {
    const entry = await articleIn({
      'f.atom': atom(`<entry><title>A</title>${links}<content type="html">&lt;p>x&lt;/p></content></entry>`),
    });
    expect(entry.address).toBe(address);
  });

  test('of Atom 0.3 in base64, and with prefixes', async () => {
    const entry = await articleIn({
      'f.xml': `<a:feed version="0.3" xmlns:a="http://purl.org/atom/ns#"><a:entry><a:title>A</a:title><a:issued>2004-01-01</a:issued><a:content type="text/html" mode="base64">PHA+U2FsdDwvcD4=</a:content></a:entry></a:feed>`,
    });
    expect(entry).toMatchObject({ headline: 'A', published: '2004-01-01', body: ['Salt'] });
  });
});

describe('a JSON feed', () => {
  test('has authors of both versions, and HTML before plain text', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: 'https://a.example/',
      authors: [{ name: 'Jane Doe' }],
      items: [
        {
          id: '1',
          url: '/1',
          title: 'One',
          content_html: '<p>T <a href="x">x</a></p>',
          content_text: 'T',
          date_published: '2019-10-12T07:20:50.52Z',
          tags: ['a', 'a'],
        },
        { id: 2, content_text: 'Only a note.\n\nTwo.', author: { name: 'Omar' } },
        { id: '3', title: 'Three', summary: 'S' },
        { id: '4' },
      ],
    };
    const read = await reading({ 'f.json': JSON.stringify(feed) });
    expect(listed(read)).toEqual([
      'article One',
      'article (without a title)',
      'brief Three',
      'left out entry: (without a title)',
    ]);
    expect(read.found[0]).toMatchObject({
      article: {
        address: 'https://a.example/1',
        authors: [{ name: 'Jane Doe' }],
        tags: ['a'],
        published: '2019-10-12T07:20:50.52Z',
        body: ['T [x](https://a.example/x)'],
      },
    });
    expect(read.found[1]).toMatchObject({ article: { authors: [{ name: 'Omar' }], body: ['Only a note.', 'Two.'] } });
  });

  test('reaches no prototype, and says where it is broken', async () => {
    const start =
      '{"version":"https://jsonfeed.org/version/1","items":[{"title":"A","__proto__":{"url":"https://evil.example/"},"content_text":"x"}]';
    expect((await articleIn({ 'f.json': `${start}}` })).address).toBeUndefined();
    expect('url' in {}).toBe(false);
    expect((await reading({ 'f.json': start })).refusal).toMatchObject({ code: 'I106', line: 1 });
    expect((await reading({ 'f.json': `${start}\n,}` })).refusal).toMatchObject({ code: 'I101', line: 2 });
  });
});

describe('a malformed feed', () => {
  test('is read as far as it is clear, and each slip is told with its line', async () => {
    const entry = await articleIn({
      'f.xml': rss(
        '<item><title>Salt & mules &nbsp; &alpha; &unknown;</title>\n<link>https://a.example/?a=1&b=2</link><content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded></item>',
      ),
    });
    expect(entry).toMatchObject({
      headline: 'Salt & mules \u00a0 α &unknown;',
      address: 'https://a.example/?a=1&b=2',
      body: ['x'],
    });
    expect(entry.told).toMatch(/line 4: an "&" that is no reference/);
    expect(entry.told).toMatch(/undefined entity, at "[^"]*&unknown;"/);
    expect(entry.told).not.toContain('&alpha;"');
    expect(entry.codes).toContain('I101');
  });

  test('ends at a wrong tag with what came before it, and its line and column', async () => {
    const read = await reading({ 'f.xml': rss('<item><title>A</title></item>\n<item><title>B</item>') });
    expect(listed(read)).toEqual(['brief A']);
    expect(read.refusal).toMatchObject({
      code: 'I101',
      line: 5,
      message: expect.stringMatching(/^Not well-formed XML at 5:\d+: unexpected close tag, at ".*<\/item>".*number 2/),
    });
  });

  test('that is cut short says so', async () => {
    const read = await reading({
      'f.xml': rss('<item><title>A</title></item>\n<item><title>B').replace('</channel></rss>', ''),
    });
    expect(listed(read)).toEqual(['brief A']);
    expect(read.refusal).toMatchObject({ code: 'I106', message: expect.stringContaining('ends inside <title>') });
  });

  test('may have something before and behind it', async () => {
    expect(
      listed(
        await reading({
          'f.xml': `\n\n${rss('<item><title>A</title></item>')}\n<!-- made in 3 ms --><script>x</script>`,
        }),
      ),
    ).toEqual(['brief A']);
  });

  test('with control characters is rid of them, and they are counted', async () => {
    const entry = await articleIn({
      'f.xml': rss('<item><title>A\u0005B</title><content:encoded>x\u0001y</content:encoded></item>'),
    });
    expect(entry).toMatchObject({
      headline: 'AB',
      codes: ['I103'],
      told: '2 control characters, which XML does not allow, were taken out.',
    });
  });
});

describe('a hostile feed', () => {
  const item = '<item><title>&x;</title><description>&x;</description></item>';
  test.each([
    ['a bomb of one large entity (CVE-2026-26278)', `<!DOCTYPE rss [<!ENTITY x "${'a'.repeat(1000)}">]>`],
    ['a bomb of entities in entities', '<!DOCTYPE rss [<!ENTITY a "aa"><!ENTITY x "&a;&a;&a;&a;">]>'],
    ['a file of this computer', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    [
      'a name with a dot that hides another (CVE-2026-25896)',
      '<!DOCTYPE rss [<!ENTITY l. "<script>"><!ENTITY x "y">]>',
    ],
    ['only a name', '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "https://a.example/rss.dtd">'],
    ['a parameter entity', '<!DOCTYPE rss [<!ENTITY % p SYSTEM "https://a.example/p">%p;]>'],
  ])('with a DOCTYPE for %s is refused before anything of it is read', async (_, doctype) => {
    const read = await reading({ 'f.xml': rss(item).replace('<rss', `${doctype}\n<rss`) });
    expect(read).toMatchObject({
      kind: 'feed',
      found: [],
      refusal: { code: 'I102', message: expect.stringContaining('DOCTYPE is not accepted') },
    });
  });

  test('with entities that no one declared has them as text', async () => {
    const { found } = await reading({
      'f.xml': rss('<item><title>&constructor; &__proto__; &toString; &#1114112;</title></item>'),
    });
    expect(found).toMatchObject([
      { brief: { headline: expect.stringContaining('&constructor; &__proto__; &toString;') } },
    ]);
  });

  test('nested without end is refused', async () => {
    const read = await reading({ 'f.xml': rss(`<item>${'<a>'.repeat(50_000)}`) });
    expect(read.refusal).toMatchObject({ code: 'I101', message: expect.stringContaining('more than 100 deep') });
  });

  test('has no script in what is found', async () => {
    const entry = await articleIn({
      'f.xml': rss(
        '<item><title>A</title><content:encoded><![CDATA[<p onclick="x()">a<script>alert(1)</script><a href="javascript:x()">b</a><iframe src="javascript:x"></iframe></p>]]></content:encoded></item>',
      ),
    });
    expect(entry.body.join('')).not.toMatch(/script|onclick|iframe/);
    expect(entry.codes).toContain('I501');
  });
});

describe('what an Atom feed holds beside its articles is left out, and told', () => {
  const entry = (inside: string, title = 'Tides') =>
    `<entry><title>${title}</title><author><name>Reader R</name></author><content type="html">&lt;p&gt;High water.&lt;/p&gt;</content>${inside}</entry>`;
  const kind = (name: string) =>
    `<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${name}"/>`;
  const ofBlogger = (type: string, status = 'LIVE', rest = '') =>
    `<b:type xmlns:b="http://schemas.google.com/blogger/2018">${type}</b:type><b:status xmlns:b="http://schemas.google.com/blogger/2018">${status}</b:status>${rest}`;

  test.each([
    ['<app:control xmlns:app="http://www.w3.org/2007/app"><app:draft>yes</app:draft></app:control>', 'draft'],
    ['<draft xmlns="http://purl.org/atom-blog/ns#">true</draft>', 'draft'],
    ['<thr:in-reply-to xmlns:thr="http://purl.org/syndication/thread/1.0" ref="x"/>', 'comment'],
    [kind('comment'), 'comment'],
    [kind('template'), 'template'],
    [kind('settings'), 'settings'],
    [kind('page'), 'page'],
    [ofBlogger('COMMENT'), 'comment'],
    [ofBlogger('PAGE'), 'page'],
    [ofBlogger('POST', 'DRAFT'), 'draft'],
    [ofBlogger('POST', 'SCHEDULED'), 'draft'],
    [ofBlogger('POST', 'SOFT_TRASHED'), 'post in the bin'],
  ])('%s', async (inside, of) => {
    const read = await reading({ 'feed.atom': atom(entry(inside) + entry('', 'Public')) });
    expect(listed(read)).toEqual([`left out ${of}: Tides`, 'article Public']);
  });

  test.each([
    [kind('post')],
    [ofBlogger('POST')],
    ['<app:control xmlns:app="http://www.w3.org/2007/app"><app:draft>no</app:draft></app:control>'],
    ['<draft xmlns="http://purl.org/atom-blog/ns#">false</draft>'],
    [
      '<x:status xmlns:x="https://a.example/ns">Publish</x:status><dc:type xmlns:dc="http://purl.org/dc/elements/1.1/">Page</dc:type>',
    ],
  ])('but not what %s says', async (inside) => {
    expect(listed(await reading({ 'feed.atom': atom(entry(inside)) }))).toEqual(['article Tides']);
  });

  test('a post of Blogger has its old path and its description', async () => {
    const inside = ofBlogger(
      'POST',
      'LIVE',
      '<b:filename xmlns:b="http://schemas.google.com/blogger/2018">/2019/02/tides.html</b:filename><b:metaDescription xmlns:b="http://schemas.google.com/blogger/2018">Of the moon</b:metaDescription>',
    );
    expect(await articleIn({ 'feed.atom': atom(entry(inside)) })).toMatchObject({
      headline: 'Tides',
      standfirst: 'Of the moon',
      aliases: ['/2019/02/tides.html'],
    });
  });
});
