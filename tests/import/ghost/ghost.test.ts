/** Exports of Ghost, with the texts of its three editors. */
import { describe, expect, test } from 'vitest';
import { articleIn, listed, reading } from '../found-in.ts';

const exported = (posts: object[], more: object = {}): Record<string, string> => ({
  'ghost.json': JSON.stringify({ db: [{ meta: { version: '5.0' }, data: { posts, ...more } }] }),
});
const post = (more: object): object => ({
  id: 'p1',
  title: 'Salt',
  slug: 'salt',
  status: 'published',
  published_at: '2025-01-01T00:00:00.000Z',
  ...more,
});

describe('a post of Ghost', () => {
  test('has its people in order, its tags, picture and old address', async () => {
    const article = await articleIn(
      exported(
        [
          post({
            html: '<p>Text <img src="__GHOST_URL__/content/a.png" alt="B"></p>',
            feature_image: '__GHOST_URL__/content/b.png',
            custom_excerpt: 'Who.',
            updated_at: '2025-02-01 10:00:00',
          }),
        ],
        {
          users: [
            { id: 'u1', name: 'Jane Doe', slug: 'jane', email: 'jane@a.example', website: 'https://jane.example/' },
            { id: 'u2', name: 'Omar', slug: 'omar' },
          ],
          tags: [
            { id: 't1', name: 'Trade' },
            { id: 't2', name: '#internal' },
          ],
          posts_authors: [
            { post_id: 'p1', author_id: 'u1', sort_order: 1 },
            { post_id: 'p1', author_id: 'u2', sort_order: 0 },
          ],
          posts_tags: [
            { post_id: 'p1', tag_id: 't1' },
            { post_id: 'p1', tag_id: 't2' },
          ],
          posts_meta: [{ post_id: 'p1', feature_image_alt: 'A hill' }],
        },
      ),
    );
    expect(article).toMatchObject({
      headline: 'Salt',
      standfirst: 'Who.',
      authors: [{ name: 'Omar' }, { name: 'Jane Doe', links: [{ url: 'https://jane.example/' }] }],
      tags: ['Trade'],
      image: { src: '/content/b.png', alt: 'A hill' },
      updated: '2025-02-01T10:00:00Z',
      aliases: ['/salt/'],
    });
    expect(article.body.join('\n')).toContain('![B](/content/a.png)');
    expect(JSON.stringify(article)).not.toContain('jane@a.example');
  });

  test('is read from mobiledoc', async () => {
    const mobiledoc = {
      version: '0.3.1',
      atoms: [['soft-return', '', {}]],
      markups: [['strong'], ['a', ['href', 'https://a.example/']]],
      cards: [
        ['markdown', { markdown: '## More\n\n- a\n- b' }],
        ['image', { src: 'https://a.example/a.png', alt: 'B', caption: 'C' }],
        ['code', { code: 'a < b', language: 'js' }],
        ['weird', { text: 'kept' }],
      ],
      sections: [
        [
          1,
          'p',
          [
            [0, [0], 1, 'Strong'],
            [0, [], 0, ' and '],
            [0, [1], 1, 'linked'],
            [1, [], 0, 0],
            [0, [], 0, 'under'],
          ],
        ],
        [3, 'ul', [[[0, [], 0, 'one']], [[0, [], 0, 'two']]]],
        [10, 0],
        [10, 1],
        [10, 2],
        [10, 3],
        [1, 'script', [[0, [], 0, 'plain']]],
      ],
    };
    const article = await articleIn(exported([post({ mobiledoc: JSON.stringify(mobiledoc) })]));
    expect(article.body).toEqual([
      '**Strong** and [linked](https://a.example/)\\\nunder',
      '- one\n- two',
      '## More',
      '- a\n- b',
      '![B](https://a.example/a.png "C")',
      '```js\na < b\n```',
      '`[weird]`',
      'kept',
      'plain',
    ]);
  });

  test('is read from Lexical', async () => {
    const text = (words: string, format = 0): object => ({ type: 'extended-text', text: words, format });
    const lexical = {
      root: {
        children: [
          {
            type: 'paragraph',
            children: [
              text('a '),
              text('b', 1),
              text(' x'),
              text('2', 64),
              { type: 'linebreak' },
              { type: 'link', url: 'https://a.example/', children: [text('c', 2)] },
            ],
          },
          { type: 'extended-heading', tag: 'h3', children: [text('Head')] },
          { type: 'list', listType: 'number', children: [{ type: 'listitem', children: [text('one')] }] },
          { type: 'extended-quote', children: [text('said')] },
          { type: 'horizontalrule' },
          { type: 'bookmark', url: 'https://b.example/', metadata: { title: 'B', description: 'About' } },
          { type: 'markdown', markdown: '**m**' },
          { type: 'html', html: '<p onclick="x()">h</p>' },
          { type: 'unknown-card', children: [] },
        ],
      },
    };
    const article = await articleIn(exported([post({ html: null, lexical: JSON.stringify(lexical) })]));
    expect(article.body).toEqual([
      'a **b** x²\\\n[*c*](https://a.example/)',
      '## Head',
      '1. one',
      '> said',
      '---',
      '[B](https://b.example/)\\\nAbout',
      '**m**',
      'h',
      '`[unknown-card]`',
    ]);
  });

  test('that is nested without end, or broken, stops nothing', async () => {
    let node: object = { type: 'text', text: 'deep' };
    for (let depth = 0; depth < 2000; depth += 1) node = { type: 'link', url: 'https://a.example/', children: [node] };
    const read = await reading(
      exported([
        post({ lexical: JSON.stringify({ root: { children: [node] } }) }),
        post({ lexical: '{' }),
        post({ html: '<p>x</p>' }),
      ]),
    );
    expect(read.refusal).toBeUndefined();
    expect(read.found).toHaveLength(3);
    expect(JSON.stringify(read.found[1])).toContain('"I608"');
  });
});

test('an export of Ghost leaves out what was not for everyone, and says why', async () => {
  const read = await reading(
    exported([
      post({ html: '<p>x</p>' }),
      post({ status: 'draft' }),
      post({ status: 'scheduled' }),
      post({ visibility: 'paid' }),
      post({ type: 'page' }),
      post({ page: 1 }),
    ]),
  );
  expect(read.kind).toBe('ghost');
  expect(listed(read)).toEqual([
    'article Salt',
    'left out draft: Salt',
    'left out scheduled post: Salt',
    'left out post for members: Salt',
    'left out page: Salt',
    'left out page: Salt',
  ]);
});

test('what other tools write for Ghost is read as well', async () => {
  const file = {
    posts: [
      {
        url: 'https://m.example/salt',
        data: {
          title: 'Salt',
          slug: 'salt',
          status: 'published',
          published_at: '2018-08-11T11:23:34.123Z',
          html: '<p>x</p>',
          author: { data: { name: 'Joe', slug: 'joe' } },
          tags: [{ data: { name: 'Things' } }],
        },
      },
    ],
  };
  expect(await articleIn({ 'posts.json': JSON.stringify(file) })).toMatchObject({
    headline: 'Salt',
    address: 'https://m.example/salt',
    authors: [{ name: 'Joe', slug: 'joe' }],
    tags: ['Things'],
  });
});

const exportOf = (post: object) => ({
  'g.json': JSON.stringify({
    db: [
      { meta: { version: '5.0.0' }, data: { posts: [{ title: 'Salt', status: 'published', html: null, ...post }] } },
    ],
  }),
});

test.each([
  ['lexical', (cards: object[]) => ({ root: { children: cards } })],
  [
    'mobiledoc',
    (cards: object[]) => ({
      version: '0.3.1',
      cards: cards.map((card) => [(card as { type: string }).type, card]),
      sections: cards.map((_, index) => [10, index]),
    }),
  ],
])('cards for mail only are left out of a text in %s, and told', async (field, document) => {
  const cards = [
    { type: 'html', html: '<p>For everyone.</p>' },
    { type: 'email', html: '<p>Hey {first_name}, only for mail.</p>' },
    { type: 'email-cta', html: '<p>Only for members.</p>', buttonText: 'Upgrade', buttonUrl: 'https://a.example/pay' },
  ];
  const read = await reading(exportOf({ [field]: JSON.stringify(document(cards)) }));
  expect(read.found).toMatchObject([
    {
      is: 'article',
      article: { body: ['For everyone.'] },
      notes: [{ code: 'I502', message: '2 cards for mail or for members only: the open site never showed them.' }],
    },
  ]);
});

const everyone = { web: { nonMember: true, memberSegment: '' }, email: { memberSegment: '' } };
const forMembers = { ...everyone, web: { nonMember: false, memberSegment: 'status:-free' } };

test('a card that only members see is left out of a public post, and told', async () => {
  const cards = [
    { type: 'html', html: '<p>For everyone.</p>', visibility: everyone },
    { type: 'html', html: '<p>For those who pay.</p>', visibility: forMembers },
    { type: 'html', html: '<p>By mail alone.</p>', visibility: { showOnWeb: false, showOnEmail: true } },
    { type: 'callout', calloutText: 'For all once more.' },
  ];
  const read = await reading(exportOf({ lexical: JSON.stringify({ root: { children: cards } }) }));
  expect(read.found).toMatchObject([
    { article: { body: ['For everyone.', '> For all once more.'] }, notes: [{ code: 'I502' }] },
  ]);
});

test('and so is a block of its HTML', async () => {
  const block = (who: string, words: string) =>
    `<!--kg-gated-block:begin ${who} --><p>${words}</p><!--kg-gated-block:end-->`;
  const html = `<p>Before.</p>${block('nonMember:true memberSegment:""', 'For guests.')}${block('nonMember:false memberSegment:"status:free"', 'For members.')}${block('memberSegment:"status:-free"', 'For those who pay.')}<p>After.</p>`;
  expect((await reading(exportOf({ html }))).found).toMatchObject([
    {
      article: { body: ['Before.', 'For guests.', 'After.'] },
      notes: [{ code: 'I502', message: '2 cards for mail or for members only: the open site never showed them.' }],
    },
  ]);
});
