/** Exports of Medium and Substack: folders of pages, with what is beside them. */
import { describe, expect, test } from 'vitest';
import { articleIn, listed, reading } from '../found-in.ts';

const medium = (body: string, footer: string, subtitle = ''): string =>
  `<!DOCTYPE html><html><head><title>Salt</title></head><body><article class="h-entry"><header><h1 class="p-name">Salt</h1></header>${subtitle && `<section data-field="subtitle" class="p-summary">${subtitle}</section>`}<section data-field="body" class="e-content"><section name="a" class="section section--body section--first"><div class="section-divider"><hr></div><div class="section-content">${body}</div></section></section><footer>${footer}</footer></article></body></html>`;
const published =
  '<p class="p-tags"><a class="p-tag" href="x">Trade</a></p><p>By <a href="https://medium.com/@jane" class="p-author h-card">Jane Doe</a> on <time class="dt-published" datetime="2018-08-11T11:23:34.123Z">August 11</time></p><p><a href="https://medium.com/@jane/salt-1" class="p-canonical">Canonical link</a></p><p>Exported from Medium</p>';

describe('a post of Medium', () => {
  test('has its writer, date, tags and address; its title and subtitle are not in the text again', async () => {
    const article = await articleIn({
      'posts/2018-08-11_Salt.html': medium(
        '<h3 class="graf graf--h3 graf--title">Salt</h3><h4 class="graf graf--subtitle">Who carries it</h4><p class="graf">Up the road.</p>',
        published,
        'Who carries it',
      ),
    });
    expect(article).toMatchObject({
      headline: 'Salt',
      standfirst: 'Who carries it',
      authors: [{ name: 'Jane Doe', links: [{ label: 'Medium', url: 'https://medium.com/@jane' }] }],
      tags: ['Trade'],
      published: '2018-08-11T11:23:34.123Z',
      address: 'https://medium.com/@jane/salt-1',
      body: ['Up the road.'],
    });
  });

  test('that is a draft, or an answer to another, is left out', async () => {
    expect(listed(await reading({ 'draft_Salt.html': medium('<p>Text</p>', '<p>Exported</p>', 'x') }))).toEqual([
      'left out draft: Salt',
    ]);
    expect(listed(await reading({ '2018_Salt.html': medium('<p class="graf">Salt</p>', published) }))).toEqual([
      'left out response: Salt',
    ]);
  });

  test('has a profile beside it, of which only the name and address of the page come in', async () => {
    const read = await reading({
      'profile/profile.html':
        '<html><body><section class="h-card"><h3 class="p-name">Jane Doe</h3><ul><li><a class="u-url" href="https://medium.com/@jane">@jane</a></li><li>Email address: jane@a.example</li><li><b>Medium user ID:</b> abc</li></ul></section></body></html>',
    });
    expect(read).toMatchObject({
      kind: 'medium',
      found: [{ is: 'author', author: { name: 'Jane Doe', links: [{ url: 'https://medium.com/@jane' }] } }],
    });
    expect(JSON.stringify(read.found)).not.toContain('jane@a');
  });
});

describe('posts of Substack', () => {
  const table = (...rows: string[]): string =>
    ['post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle,podcast_url', ...rows].join('\n');

  test('have the texts beside the table, which are not asked for again', async () => {
    const read = await reading({
      'posts.csv': table(
        '1.salt,2019-07-26T20:48:19.814Z,TRUE,,newsletter,everyone,"Salt, again",&#x201C;Who&#x201D;,',
        '2.sound,2020-01-01T00:00:00.000Z,true,,podcast,everyone,Sound,,https://a.example/a.mp3',
        '3.draft,2020-01-01T00:00:00.000Z,FALSE,,newsletter,everyone,Draft,,',
        '4.about,2020-01-01T00:00:00.000Z,TRUE,,page,everyone,About,,',
        '5.paid,2020-01-01T00:00:00.000Z,TRUE,,newsletter,only_paid,Paid,,',
        '../../6,2020-01-01T00:00:00.000Z,TRUE,,newsletter,everyone,Gone,,',
      ),
      'posts/1.salt.html': '<p>Text.</p><p class="button-wrapper"><a href="x">Subscribe</a></p>',
      'posts/2.sound.html': '<p>Hear.</p>',
      'posts/3.draft.html': '<p>Not yet.</p>',
    });
    expect(read.kind).toBe('substack');
    expect(listed(read)).toEqual([
      'article Salt, again',
      'article Sound',
      'left out draft: Draft',
      'left out page: About',
      'left out post for subscribers: Paid',
      'left out post: Gone',
    ]);
    expect(read.found[0]).toMatchObject({
      line: 2,
      article: {
        standfirst: '“Who”',
        body: ['Text.'],
        slug: 'salt',
        aliases: ['/p/salt'],
        published: '2019-07-26T20:48:19.814Z',
      },
    });
    expect(read.found[1]).toMatchObject({ article: { body: ['Hear.', '<https://a.example/a.mp3>'] } });
    expect(read.taken).toEqual(['posts/1.salt.html', 'posts/2.sound.html', 'posts/3.draft.html']);
  });

  const data = (attrs: object): string => `data-attrs="${JSON.stringify(attrs).replaceAll('"', '&quot;')}"`;
  const store = 'https://bucketeer-1.s3.amazonaws.com/public/images/a_10x10.jpeg';
  const living = `https://substackcdn.com/image/fetch/f_auto,q_auto:good/${encodeURIComponent(store)}`;
  test.each([
    ['a formula', `<div class="latex-rendered" ${data({ persistentExpression: 'a < b^2' })}></div>`, '`a < b^2`'],
    [
      'a post shown inside',
      `<div class="embedded-post-wrap" ${data({ url: 'https://pier.example/p/lamp', title: 'The lamp' })}></div>`,
      '[The lamp](https://pier.example/p/lamp)',
    ],
    ['a quote pulled out', '<div class="pullquote"><p>It came in late.</p></div>', '> It came in late.'],
    [
      'a poem',
      '<div class="preformatted-block"><label class="hide-text">Text keeps its spacing</label><pre>a\n  b</pre></div>',
      '```\na\n  b\n```',
    ],
    ['a picture that a link leads to', `<a href="${living}"><img src="${store}" alt="A"></a>`, `![A](${living})`],
    ['a picture in a set', `<img src="${store}" srcset="${living} 400w" alt="A">`, `![A](${living})`],
    ['a picture at one address', `<img src="${store}" alt="A">`, `![A](${store})`],
  ])('keep %s', async (_what, html, block) => {
    const row = '1.salt,2019-07-26T20:48:19.814Z,true,,newsletter,everyone,Salt,,';
    const article = await articleIn({ 'posts.csv': table(row), 'posts/1.salt.html': `<p>Up.</p>${html}<p>Down.</p>` });
    expect(article.body).toEqual(['Up.', block, 'Down.']);
  });

  test('tell of a poll, which holds no words, and count a form to subscribe once', async () => {
    const read = await reading({
      'posts.csv': table('1.salt,2019-07-26T20:48:19.814Z,true,,newsletter,everyone,Salt,,'),
      'posts/1.salt.html': `<p>Up.</p><div class="poll-embed" ${data({ id: 1 })}></div><div class="poll-embed" data-attrs="{"></div><div class="subscription-widget-wrap-editor" ${data({ url: 'https://pier.example/subscribe' })}><div class="subscription-widget"><p>Thanks!</p></div></div>`,
    });
    expect(read.found[0]).toMatchObject({
      article: { body: ['Up.'] },
      notes: [
        { code: 'I309', message: '1 button such as "Subscribe" and "Share" left out.' },
        { code: 'I503', message: 'Parts that only Substack can show, left out: poll-embed, poll-embed.' },
      ],
    });
  });
});
