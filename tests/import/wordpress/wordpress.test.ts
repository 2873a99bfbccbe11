/** Exports of WordPress: what comes in, what is counted and left behind, and how they go wrong. */
import { describe, expect, test } from 'vitest';
import { InputFile } from '../../../src/import/read/source.ts';
import { wordpress } from '../../../src/import/wordpress/wordpress.ts';
import { articleIn, listed, reading } from '../found-in.ts';
import { folderWith } from '../import-folder.ts';

const head = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Salt</title><link>https://salt.example</link><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
`;
const writer = `<wp:author><wp:author_login>jane@salt.example</wp:author_login><wp:author_email>jane@salt.example</wp:author_email><wp:author_display_name><![CDATA[Jane Doe]]></wp:author_display_name></wp:author>
`;
const wxr = (...items: string[]): string => `${head}${writer}${items.join('\n')}\n</channel></rss>`;
const post = (title: string, more = '', content = '<p>Text.</p>'): string =>
  `<item><title>${title}</title><link>https://salt.example/2020/05/${title.toLowerCase()}/</link><dc:creator>jane@salt.example</dc:creator><content:encoded><![CDATA[${content}]]></content:encoded>${more.includes('wp:status') ? '' : '<wp:status>publish</wp:status>'}${more.includes('post_type') ? '' : '<wp:post_type>post</wp:post_type>'}${more}</item>`;
const meta = (key: string, value: string): string =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;

describe('a post', () => {
  test('comes with its writer, sections, tags, dates, picture and old addresses', async () => {
    const article = await articleIn({
      'export.xml': wxr(
        post(
          'Road',
          `<excerpt:encoded><![CDATA[<b>Who</b> carries it.]]></excerpt:encoded><wp:post_id>7</wp:post_id><wp:post_date>2020-05-01 14:30:00</wp:post_date><wp:post_date_gmt>2020-05-01 09:00:00</wp:post_date_gmt><wp:post_modified>2020-06-01 14:30:00</wp:post_modified><wp:post_modified_gmt>2020-06-01 09:00:00</wp:post_modified_gmt><wp:post_name>road</wp:post_name><category domain="category" nicename="uncategorized">Uncategorized</category><category domain="category" nicename="trade">Trade &amp;amp; roads</category><category domain="category" nicename="hills">Hills</category><category domain="post_tag" nicename="salt">Salt</category>${meta('_wp_old_slug', 'salt-road')}${meta('_thumbnail_id', '9')}`,
        ),
        `<item><title>hill</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://salt.example/hill.jpg?a=1&amp;b=2&#038;c=3</wp:attachment_url><excerpt:encoded><![CDATA[The hill]]></excerpt:encoded>${meta('_wp_attachment_image_alt', 'A white hill')}</item>`,
      ),
    });
    expect(article).toMatchObject({
      headline: 'Road',
      standfirst: 'Who carries it.',
      authors: [{ name: 'Jane Doe' }],
      section: 'Trade & roads',
      tags: ['Salt', 'Hills'],
      published: '2020-05-01T14:30:00+05:30',
      updated: '2020-06-01T14:30:00+05:30',
      language: 'en-GB',
      slug: 'road',
      address: 'https://salt.example/2020/05/road/',
      aliases: ['/2020/05/salt-road/'],
      image: { src: 'https://salt.example/hill.jpg?a=1&b=2&c=3', alt: 'A white hill', caption: 'The hill' },
      codes: ['I610'],
    });
  });

  test('by several writers of Co-Authors Plus names each once, in order', async () => {
    const authors = ['omar', 'cap-omar', 'jane']
      .map(
        (name) =>
          `<category domain="author" nicename="${name}"><![CDATA[${name === 'jane' ? 'Jane Roe' : 'Omar'}]]></category>`,
      )
      .join('');
    const article = await articleIn({ 'e.xml': wxr(post('A', authors)) });
    expect(article.authors).toEqual([
      { name: 'Omar', slug: 'omar' },
      { name: 'Jane Roe', slug: 'jane' },
    ]);
  });

  test.each([
    ['blank lines', 'One\nline.\n\nTwo.\n<ul>\n<li>a</li>\n</ul>', ['One\\\nline.', 'Two.', '- a']],
    [
      'a picture with a caption',
      '[caption id="a" width="3"]<img src="https://a.example/a.png" alt="B" /> C[/caption]\n\nText.',
      ['![B](https://a.example/a.png "C")', 'Text.'],
    ],
    [
      'a listing',
      '[sourcecode language="python"]\nif a < b:\n\n    c\n[/sourcecode]',
      ['```python\nif a < b:\n\n    c\n```'],
    ],
    ['preformatted text', 'A\n\n<pre>b\n\nc</pre>', ['A', '```\nb\n\nc\n```']],
    [
      'blocks',
      '<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading -->\n<h2>Two</h2>\n<!-- /wp:heading -->',
      ['One.', '## Two'],
    ],
  ])('with %s is read as WordPress shows it', async (_, content, body) => {
    expect((await articleIn({ 'e.xml': wxr(post('A', '', content)) })).body).toEqual(body);
  });

  test('with shortcodes and blocks that only WordPress fills keeps them visible, and lists them', async () => {
    const article = await articleIn({
      'e.xml': wxr(post('A', '', 'See [gallery ids="1,2"] here.\n\n<!-- wp:latest-posts {"a":1} /-->')),
    });
    expect(article.body.join('\n')).toContain('`[gallery ids="1,2"]`');
    expect(article.body.join('\n')).toContain('wp:latest-posts');
    expect(article.told).toMatch(/shortcode.*gallery/);
  });

  test('of a time that WordPress never set has the day alone', async () => {
    const article = await articleIn({
      'e.xml': wxr(
        post(
          'A',
          '<wp:post_date>2020-05-01 14:30:00</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>',
        ),
      ),
    });
    expect(article).toMatchObject({ published: '2020-05-01', codes: ['I305'] });
  });

  test('has no script, and keeps text of any script', async () => {
    const article = await articleIn({
      'e.xml': wxr(post('نمک', '', '<p onclick="x()">نمک<script>x()</script> <a href="javascript:x()">b</a></p>')),
    });
    expect(article).toMatchObject({ headline: 'نمک', body: ['نمک b'] });
  });
});

describe('an export', () => {
  test('leaves out and counts what was never public, and says why', async () => {
    const status = (name: string): string => `<wp:status>${name}</wp:status>`;
    const read = await reading({
      'e.xml': wxr(
        post('Public'),
        ...['draft', 'private', 'trash', 'future', 'pending', 'odd'].map((name) => post(name, status(name))),
        post('Secret', '<wp:post_password>x</wp:post_password>'),
        post('About', '<wp:post_type>page</wp:post_type>'),
        post('Menu', '<wp:post_type>nav_menu_item</wp:post_type>'),
        post('Thing', '<wp:post_type>constructor</wp:post_type>'),
      ),
    });
    expect(listed(read)).toEqual([
      'author Jane Doe',
      'article Public',
      'left out draft: draft',
      'left out private post: private',
      'left out post in the bin: trash',
      'left out scheduled post: future',
      'left out draft: pending',
      'left out unpublished post: odd',
      'left out post with a password: Secret',
      'left out page: About',
      'left out menu entry: Menu',
      'left out "constructor": Thing',
    ]);
    expect(JSON.stringify(read.found)).toContain('Protected by a password.');
  });

  test('brings no comment, and no e-mail or network address of anybody', async () => {
    const comment =
      '<wp:comment><wp:comment_author>Reader</wp:comment_author><wp:comment_author_email>reader@b.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP><wp:comment_content>So true</wp:comment_content></wp:comment>';
    const read = await reading({ 'e.xml': wxr(post('A', comment + comment)) });
    expect(listed(read)).toEqual([
      'author Jane Doe',
      'article A',
      'left out comment: comment 1 on "A"',
      'left out comment: comment 2 on "A"',
    ]);
    const everything = JSON.stringify(read.found);
    expect(everything).toContain('2 comments counted, not published.');
    for (const secret of ['@', '192.0.2.7', 'Reader', 'So true']) expect(everything).not.toContain(secret);
  });

  test('leaves out an author who has no name but an e-mail address', async () => {
    const read = await reading({
      'e.xml': `${head}<wp:author><wp:author_login>a@b.example</wp:author_login><wp:author_display_name>a@b.example</wp:author_display_name></wp:author></channel></rss>`,
    });
    expect(listed(read)).toEqual(['left out author: (without a name)']);
    expect(JSON.stringify(read.found)).not.toContain('@');
  });

  test('with control characters is rid of them, counted by post', async () => {
    const article = await articleIn({ 'e.xml': wxr(post('A', '', '<p>Salt\u0005 and\u000b mules</p>')) });
    expect(article).toMatchObject({ body: ['Salt and mules'], codes: ['I103'] });
    expect(article.told).toContain('2 control characters');
  });

  test('without its version is none', async () => {
    const read = await reading({ 'e.xml': wxr(post('A')).replace(/<wp:wxr_version>.*<\/wp:wxr_version>/, '') });
    expect(read).toMatchObject({
      kind: 'wordpress',
      found: [],
      refusal: { code: 'I105', message: expect.stringContaining('no <wp:wxr_version>') },
    });
  });

  test('that is cut short has what came before, and names the item', async () => {
    const read = await reading({
      'e.xml': wxr(post('A'), post('B'), post('C')).split('<content:encoded>', 3).join('<content:encoded>'),
    });
    expect(listed(read)).toEqual(['author Jane Doe', 'article A', 'article B']);
    expect(read.refusal).toMatchObject({
      code: 'I106',
      message: expect.stringMatching(/item 3 \("C", line 8\)\. The 2 items before were read/),
    });
  });

  test('with a wrong tag is named with line and column', async () => {
    const read = await reading({ 'e.xml': wxr(post('A'), '<item><title>B</item>') });
    expect(listed(read)).toEqual(['author Jane Doe', 'article A']);
    expect(read.refusal).toMatchObject({
      code: 'I101',
      line: 7,
      message: expect.stringMatching(/^Not well-formed XML at 7:\d+: .*<\/item>/),
    });
  });

  test('with a bare "&" is read whole, and named with its line', async () => {
    const read = await reading({ 'e.xml': wxr(post('A'), post('B').replace('/b/', '/b/?a=1&b=2'), post('C')) });
    expect(listed(read)).toEqual(['author Jane Doe', 'article A', 'article B', 'article C']);
    expect(read.refusal).toMatchObject({
      code: 'I101',
      line: 7,
      message: expect.stringContaining('All 3 items were read'),
    });
  });

  test('with a DOCTYPE is refused, and nothing of it is read', async () => {
    const read = await reading({
      'e.xml': wxr(post('&x;')).replace('<rss', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<rss'),
    });
    expect(read).toMatchObject({ kind: 'wordpress', found: [], refusal: { code: 'I102' } });
  });

  test('is a stream: a post is found long before the file is read to its end', async () => {
    const root = folderWith({
      'e.xml': wxr(
        ...Array.from({ length: 2000 }, (_, number) => post(`P${number}`, '', `<p>${'salt '.repeat(500)}</p>`)),
      ),
    });
    const source = await InputFile.open({ path: `${root}/e.xml`, root, inFolder: true }, new Set());
    let passed = 0;
    for await (const found of wordpress.read(source)) {
      passed = source.passed;
      if (found.is === 'article') break;
    }
    expect(passed).toBeGreaterThan(0);
    expect(passed).toBeLessThan(source.size / 4);
  });
});

describe('an answer of the REST interface', () => {
  const answer = {
    id: 1,
    date: '2024-11-07T10:36:54',
    date_gmt: '2024-11-07T15:36:54',
    guid: { rendered: 'https://a.example/?p=1' },
    link: 'https://a.example/salt/',
    slug: 'salt',
    status: 'publish',
    type: 'post',
    title: { rendered: 'Salt &#038; mules' },
    content: { rendered: '<p>Text.</p>', protected: false },
    excerpt: { rendered: '<p>Other.</p>' },
    author: 3,
  };

  test('is an article, and tells that its author is only a number', async () => {
    const article = await articleIn({ 'a.json': JSON.stringify(answer) });
    expect(article).toMatchObject({
      headline: 'Salt & mules',
      published: '2024-11-07T15:36:54Z',
      standfirst: 'Other.',
      body: ['Text.'],
      authors: [],
      codes: ['I119'],
    });
  });

  test('in a list with `_embed` has its people and terms', async () => {
    const embedded = {
      author: [{ name: 'Jane Doe', slug: 'jane' }],
      'wp:term': [[{ taxonomy: 'category', name: 'Trade' }], [{ taxonomy: 'post_tag', name: 'Salt' }]],
    };
    const read = await reading({
      'a.json': JSON.stringify([
        { ...answer, _embedded: embedded },
        { ...answer, status: 'draft' },
        { ...answer, content: { rendered: '', protected: true } },
      ]),
    });
    expect(read.found[0]).toMatchObject({
      article: { authors: [{ name: 'Jane Doe', slug: 'jane' }], section: 'Trade', tags: ['Salt'] },
    });
    expect(listed(read).slice(1)).toEqual([
      'left out unpublished post: Salt & mules',
      'left out post with a password: Salt & mules',
    ]);
  });
});
