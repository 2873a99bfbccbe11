/** What the press reports of the bytes of a file, its JSON and its nesting. */
import { describe, expect, it } from 'vitest';
import { article, articleOf, articleWith, type Case, contentFolder, expectEach, read } from './content-folder.ts';

const rain = 'articles/rain.json';
const other = 'articles/other.json';
const json = (value: object) => JSON.stringify(value, undefined, 2);

const cases: Case[] = [
  { name: 'an empty file', files: { [other]: '' }, code: 'A101', at: `${other}:1:1`, says: 'the file is empty' },
  { name: 'a file of spaces', files: { [other]: ' \n ' }, code: 'A101', at: `${other}:1:1`, says: 'the file is empty' },
  {
    name: 'a trailing comma',
    files: { [other]: '{\n  "headline": "Rain",\n}' },
    code: 'A102',
    at: `${other}:3:1`,
    says: 'not JSON: unexpected "}". Remove the comma before it.',
  },
  {
    name: 'a trailing comma in a list',
    files: { [other]: '{\n  "tags": ["a", ]\n}' },
    code: 'A102',
    at: `${other}:2:17`,
    says: 'unexpected "]". Remove the comma before it.',
  },
  {
    name: 'a comment',
    files: { [other]: '{\n  // soon\n  "headline": "Rain"\n}' },
    code: 'A102',
    at: `${other}:2:3`,
    says: 'comments are not allowed',
  },
  {
    name: 'single quotes',
    files: { [other]: "{\n  'headline': 'Rain'\n}" },
    code: 'A102',
    at: `${other}:2:3`,
    says: 'single quotes. Put names and text in double quotes',
  },
  {
    name: 'a comma left out',
    files: { [other]: '{\n  "headline": "Rain"\n  "section": "news"\n}' },
    code: 'A102',
    at: `${other}:3:3`,
    says: 'a comma is missing before "section"',
  },
  {
    name: 'a text over two lines',
    files: { [other]: '{\n  "headline": "Rain\nagain"\n}' },
    code: 'A102',
    at: `${other}:2:15`,
    says: 'write a line break as \\n',
  },
  {
    name: 'a file that was cut off',
    files: { [other]: '{\n  "tags": [\n    "a"' },
    code: 'A102',
    at: `${other}:3:8`,
    says: 'The "[" of line 2 is not closed: add "]".',
  },
  {
    name: 'a merge conflict',
    files: { [other]: '{\n<<<<<<< ours\n  "headline": "Rain"\n}' },
    code: 'A102',
    at: `${other}:2:1`,
    says: 'a merge conflict was left here',
  },
  {
    name: 'a byte order mark',
    files: { [rain]: `\ufeff${json(article)}` },
    code: 'W101',
    at: `${rain}:1:1`,
    says: 'byte order mark (BOM). It is read all the same',
  },
  {
    name: 'UTF-16',
    files: { [other]: Buffer.from(`\ufeff${json(article)}`, 'utf16le') },
    code: 'A103',
    at: `${other}:1:1`,
    says: 'not UTF-8 at byte 0. It looks like UTF-16; save it as UTF-8.',
  },
  {
    name: 'Latin-1',
    files: { [other]: Buffer.from('{\n  "headline": "Café"\n}', 'latin1') },
    code: 'A103',
    at: `${other}:2:19`,
    says: 'not UTF-8 at byte 20. The byte 0xe9',
  },
  {
    name: 'NUL in a text',
    files: { [rain]: articleOf('It rained.', 'All\u0000 day.') },
    code: 'A104',
    at: `${rain}:10:9`,
    says: 'control character U+0000 in "body"',
  },
  {
    name: 'a control character as it is',
    files: { [other]: '{\n  "headline": "Ra\u0007in"\n}' },
    code: 'A104',
    at: `${other}:2:18`,
    says: 'control character U+0007',
  },
  {
    name: 'half a character',
    files: { [rain]: json(articleWith({ kicker: 'HALF' })).replace('HALF', String.raw`Rain \ud83c`) },
    code: 'A105',
    at: `${rain}:11:19`,
    says: 'broken character U+D83C in "kicker"',
  },
  {
    name: 'a key twice',
    files: { [rain]: json(article).replace('"section"', '"headline": "Sun",\n  "section"') },
    code: 'A106',
    at: `${rain}:6:3`,
    says: 'key "headline" appears at lines 2 and 6',
  },
  {
    name: 'the key __proto__',
    files: { [rain]: json(article).replace('"section"', '"__proto__": {},\n  "section"') },
    code: 'A107',
    at: `${rain}:6:3`,
    says: 'key "__proto__" is not allowed',
  },
  {
    name: 'the key constructor, deep in the file',
    files: { [rain]: articleWith({ source: { headline: 'Sun', authors: [], constructor: 'x' } }) },
    code: 'A107',
    at: `${rain}:14:5`,
    says: 'key "constructor" is not allowed',
  },
  {
    name: 'lists in lists without end',
    files: { [other]: `${'['.repeat(5000)}${']'.repeat(5000)}` },
    code: 'A108',
    at: `${other}:1:1`,
    says: 'more than 60 deep',
  },
];

describe('the file and its JSON', () => {
  expectEach(cases);

  it('does not take a colon in a text for a key', async () => {
    const files = { [rain]: articleOf('"": and "headline": again', ': "') };
    expect((await read(contentFolder(files))).problems).toEqual([]);
  });

  it('tells every problem of a file in one run', async () => {
    const files = {
      [rain]: { headline: '', section: 'news', published: 'today', tags: 'x', body: ['<b>x</b>'], draf: 1 },
    };
    const { problems } = await read(contentFolder(files));
    expect(problems.map(({ code }) => code)).toEqual(['A202', 'A204', 'A209', 'A203', 'A402', 'A402', 'A201', 'W501']);
  });
});
