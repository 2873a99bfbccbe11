/** What the press reports of front.json. */
import { describe, expect, it } from 'vitest';
import { articleWith, type Case, contentFolder, expectEach, read } from './content-folder.ts';

const front = 'front.json';
/** A front page whose blocks stand one key a line: the first block begins at line 3, its first key is at line 4. */
const withBlocks = (...blocks: unknown[]) => ({ [front]: { blocks } });

const cases: Case[] = [
  {
    name: 'no blocks',
    files: withBlocks(),
    code: 'A204',
    at: `${front}:2:13`,
    says: '"blocks" must have at least one entry',
  },
  { name: 'no list of blocks', files: { [front]: {} }, code: 'A202', at: `${front}:1:1`, says: '"blocks" is missing' },
  {
    name: 'a block that is none',
    files: withBlocks('lead'),
    code: 'A203',
    at: `${front}:3:5`,
    says: 'must be an object',
  },
  {
    name: 'an empty block',
    files: withBlocks({}),
    code: 'A226',
    at: `${front}:3:5`,
    says: 'block 1 says nothing to show. Write one of "lead", "section", "series", "latest", "mustRead", "text".',
  },
  {
    name: 'a key of the file that is not known',
    files: { [front]: { blocks: [{ lead: true }], titel: 'x' } },
    code: 'A201',
    at: `${front}:7:3`,
    says: 'unknown key "titel"',
  },
  {
    name: 'a key that comes near another',
    files: withBlocks({ latest: 3, titel: 'New' }),
    code: 'A201',
    at: `${front}:5:7`,
    says: 'unknown key "titel". Did you mean "title"?',
  },
  {
    name: 'a kind that comes near another',
    files: withBlocks({ sectoin: 'news' }),
    code: 'A201',
    at: `${front}:4:7`,
    says: 'unknown key "sectoin". Did you mean "section"?',
    also: ['A202'],
  },
  {
    name: 'two kinds at once',
    files: withBlocks({ section: 'news', latest: 3 }),
    code: 'A201',
    at: `${front}:5:7`,
    says: 'unknown key "latest"',
  },
  ...[0, 21, 2.5, -1].map((count) => ({
    name: `a count of ${count}`,
    files: withBlocks({ section: 'news', count }),
    code: 'A225',
    at: `${front}:5:16`,
    says: `"count" is ${count}. Write a whole number from 1 to 20.`,
  })),
  {
    name: 'a number of the latest that is too large',
    files: withBlocks({ latest: 200 }),
    code: 'A225',
    at: `${front}:4:17`,
    says: '"latest" is 200. Write a whole number from 1 to 20.',
  },
  {
    name: 'a count in words',
    files: withBlocks({ section: 'news', count: 'four' }),
    code: 'A203',
    at: `${front}:5:16`,
    says: '"count" must be a number: got the text "four"',
  },
  {
    name: 'a lead that is no slug',
    files: withBlocks({ lead: 'The Rain' }),
    code: 'A207',
    at: `${front}:4:15`,
    says: '"lead" may hold only a-z, 0-9 and single hyphens: got "The Rain". Write "the-rain".',
    also: ['A318'],
  },
  {
    name: 'a lead that is no name',
    files: withBlocks({ lead: false }),
    code: 'A226',
    at: `${front}:4:15`,
    says: '"lead" names no article: got false. Write the slug of one, or true for the newest.',
  },
  {
    name: 'a lead that is not here',
    files: withBlocks({ lead: 'rian' }),
    code: 'A318',
    at: `${front}:4:15`,
    says: '"lead" names an article that is not here: "rian". Did you mean "rain"?',
  },
  {
    name: 'two leads',
    files: withBlocks({ lead: 'rain' }, { lead: true }),
    code: 'A306',
    at: `${front}:7:15`,
    says: '"lead" is here twice: it is block 1 already. Keep one of them.',
  },
  {
    name: 'Must Read twice',
    files: withBlocks({ mustRead: true }, { mustRead: true }),
    code: 'A306',
    at: `${front}:7:19`,
    says: '"mustRead" is here twice',
  },
  {
    name: 'Must Read that is not wanted',
    files: withBlocks({ mustRead: false }),
    code: 'A210',
    at: `${front}:4:19`,
    says: '"mustRead" is false. It may be true.',
  },
  {
    name: 'a draft as the lead',
    files: { ...withBlocks({ lead: 'sun' }), 'articles/sun.json': articleWith({ draft: true }) },
    code: 'W512',
    at: `${front}:4:15`,
    says: '"lead" names a draft, "sun"; it has no effect until that is published.',
  },
  {
    name: 'a lead of a day to come',
    files: { ...withBlocks({ lead: 'sun' }), 'articles/sun.json': articleWith({ published: '2026-12-24' }) },
    code: 'W512',
    at: `${front}:4:15`,
    says: '"lead" names an article dated in the future',
    also: ['W510'],
  },
  {
    name: 'a section that is not here',
    files: withBlocks({ section: 'nwes' }),
    code: 'A317',
    at: `${front}:4:18`,
    says: 'there is no section "nwes". Known: "news". Did you mean "news"?',
  },
  {
    name: 'a section with nothing in it',
    files: {
      ...withBlocks({ section: 'sport' }),
      'publication.json': {
        name: 'The Test',
        address: 'https://test.example/',
        language: 'en',
        timeZone: 'Asia/Karachi',
        sections: [
          { slug: 'news', name: 'News' },
          { slug: 'sport', name: 'Sport' },
        ],
        format: 1,
      },
    },
    code: 'W518',
    at: `${front}:4:18`,
    says: 'no article of "sport" is published: the block is left out.',
  },
  {
    name: 'a series that is not here',
    files: { ...withBlocks({ series: 'lapms' }), 'articles/rain.json': articleWith({ series: 'lamps' }) },
    code: 'A325',
    at: `${front}:4:17`,
    says: 'no article is of the series "lapms". Known: "lamps". Did you mean "lamps"?',
  },
  {
    name: 'a series of drafts',
    files: { ...withBlocks({ series: 'lamps' }), 'articles/sun.json': articleWith({ series: 'lamps', draft: true }) },
    code: 'W518',
    at: `${front}:4:17`,
    says: 'no article of "lamps" is published',
  },
  {
    name: 'Must Read without entries',
    files: { ...withBlocks({ mustRead: true }), 'must-read.json': { entries: [] } },
    code: 'W518',
    at: `${front}:4:19`,
    says: 'must-read.json has no entries: the block is left out.',
  },
  {
    name: 'a text without a word',
    files: withBlocks({ text: [] }),
    code: 'A204',
    at: `${front}:4:15`,
    says: '"text" must have at least one entry',
  },
  {
    name: 'a heading in a text',
    files: withBlocks({ text: ['## Hello'] }),
    code: 'A326',
    at: `${front}:4:15`,
    says: 'a text of the front page has no headings of its own',
  },
  {
    name: 'HTML in a text',
    files: withBlocks({ text: ['One <br>'] }),
    code: 'A402',
    at: `${front}:5:14`,
    says: '',
  },
  {
    name: 'a link to a page that is not here',
    files: withBlocks({ text: ['See [it](/articles/rian/).'] }),
    code: 'A314',
    at: `${front}:5:19`,
    says: 'Did you mean "/articles/rain/"?',
  },
  {
    name: 'a language that is none',
    files: withBlocks({ text: ['Hello.'], language: 'english' }),
    code: 'A212',
    at: `${front}:7:19`,
    says: '"language" is not a language tag',
  },
];

describe('a front page laid out by hand', () => {
  expectEach(cases);

  it('takes every kind of block, and the texts of each in their language', async () => {
    const blocks = [
      { lead: 'rain' },
      { section: 'news', count: 1, title: 'The news' },
      { latest: 20 },
      { mustRead: true },
      { text: ['See [about](/about/).', 'Two.[^1]', '[^1]: A note.'], title: 'A word', language: 'en' },
      { text: ['خوش آمدید[^1]', '[^1]: حاشیہ'], language: 'ur' },
    ];
    const { content, problems } = await read(contentFolder({ [front]: { blocks } }), { base: '/paper/' });
    expect(problems).toEqual([]);
    expect(content!.front).toEqual(blocks);
    expect(content!.text('front/4').html).toContain('<a href="/paper/about/">about</a>');
    const ids = [4, 5].flatMap((part) =>
      [...content!.text(`front/${part}`).html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('that has errors is named at the page it is of, and the usual one is made', async () => {
    const { content, broken } = await read(contentFolder(withBlocks({ lead: 'no' })));
    expect([content!.front, [...broken.keys()]]).toEqual([undefined, ['/']]);
  });
});
