/** What the press reports of the file as such, its keys and its values. */
import { describe, expect, it } from 'vitest';
import {
  article,
  articleOf,
  articleWith,
  type Case,
  contentFolder,
  expectEach,
  publication,
  read,
} from './content-folder.ts';

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
    name: 'a key mistyped',
    files: { [rain]: articleWith({ standfrist: 'It did.' }) },
    code: 'A201',
    at: `${rain}:11:3`,
    says: 'unknown key "standfrist". Did you mean "standfirst"?',
  },
  {
    name: 'a key of other systems',
    files: { [rain]: articleWith({ title: 'Rain' }) },
    code: 'A201',
    at: `${rain}:11:3`,
    says: 'Did you mean "headline"?',
  },
  {
    name: 'a key like none',
    files: { 'authors/jane-doe.json': { name: 'Jane', shoes: 'red' } },
    code: 'A201',
    at: 'authors/jane-doe.json:3:3',
    says: 'Known: "$schema", "biography", "email"',
  },
  {
    name: 'a key left out',
    files: { [rain]: { ...article, authors: undefined } },
    code: 'A202',
    also: ['W501'],
    at: `${rain}:1:1`,
    says: '"authors" is missing',
  },
  {
    name: 'a key left out of an inner object',
    files: { [rain]: articleWith({ source: { authors: [] } }) },
    code: 'A202',
    at: `${rain}:11:13`,
    says: '"headline" is missing',
  },
  {
    name: 'a text for a list',
    files: { [rain]: articleWith({ tags: 'a,b' }) },
    code: 'A203',
    at: `${rain}:11:11`,
    says: '"tags" must be a list, [ … ]: got the text "a,b".',
  },
  {
    name: 'a list for an object',
    files: { [other]: [] },
    code: 'A203',
    at: `${other}:1:1`,
    says: 'the file must be an object, { … }: got a list.',
  },
  {
    name: 'null for a text',
    files: { [rain]: articleWith({ headline: null }) },
    code: 'A203',
    at: `${rain}:2:15`,
    says: '"headline" must be a text: got null.',
  },
  {
    name: 'an empty headline',
    files: { [rain]: articleWith({ headline: '' }) },
    code: 'A204',
    at: `${rain}:2:15`,
    says: '"headline" must have at least one visible character.',
  },
  {
    name: 'a headline of zero-width characters',
    files: { [rain]: articleWith({ headline: ' \u200b\u2060 ' }) },
    code: 'A204',
    at: `${rain}:2:15`,
    says: '"headline" must have at least one visible character.',
  },
  {
    name: 'a headline of 5,000 characters',
    files: { [rain]: articleWith({ headline: 'rain '.repeat(1000) }) },
    code: 'A205',
    at: `${rain}:2:15`,
    says: '"headline" is longer than 300 characters: it has 5,000.',
  },
  {
    name: 'HTML in a headline',
    files: { [rain]: articleWith({ headline: 'Rain <b>again</b>' }) },
    code: 'A206',
    at: `${rain}:2:21`,
    says: '"headline" is plain text: "<b>" is shown as it is written.',
  },
  {
    name: 'a line break in a standfirst',
    files: { [rain]: articleWith({ standfirst: 'It rained.\nAgain.' }) },
    code: 'A206',
    at: `${rain}:11:28`,
    says: 'its line break or tab is shown as a space',
  },
  ...['Rain Again', 'rain%2Fetc', '%2e%2e', 'rain.again', '🌧'].map((slug) => ({
    name: `a file named ${slug}`,
    files: { [`articles/${slug}.json`]: article },
    code: 'A207',
    at: `articles/${slug}.json:1:1`,
    says: `the file name "${slug}" may hold only a-z, 0-9 and single hyphens.`,
  })),
  {
    name: 'a tag with capitals and spaces',
    files: { [rain]: articleWith({ tags: ['Öffentlicher Dienst'] }) },
    code: 'A207',
    at: `${rain}:12:5`,
    says: '"tags" 1 may hold only a-z, 0-9 and single hyphens: got "Öffentlicher Dienst". Write "offentlicher-dienst".',
  },
  ...['assets', 'index', '404', 'sw', 'con', 'nul'].map((slug) => ({
    name: `an article named ${slug}`,
    files: { [`articles/${slug}.json`]: article },
    code: 'A208',
    at: `articles/${slug}.json:1:1`,
    says: `"${slug}" is a reserved name`,
  })),
  {
    name: 'a page in the place of another',
    files: { 'pages/archive.json': { title: 'Archive', body: ['Old.'] } },
    code: 'A208',
    at: 'pages/archive.json:1:1',
    says: '"archive" is a reserved name',
  },
  {
    name: 'a section with a reserved name',
    files: { 'publication.json': { ...publication, sections: [...publication.sections, { slug: 'page', name: 'P' }] } },
    code: 'A208',
    at: 'publication.json:12:15',
    says: '"page" is a reserved name',
  },
  {
    name: 'a body of white space',
    files: { [rain]: articleOf(' \n\t') },
    code: 'A204',
    at: `${rain}:9:5`,
    says: '"body" 1 must have at least one visible character.',
  },
  {
    name: 'a body of nothing',
    files: { [rain]: articleWith({ body: [] }) },
    code: 'A204',
    at: `${rain}:8:11`,
    says: '"body" must have at least one entry.',
  },
  {
    name: 'an override in a headline',
    files: { [rain]: articleWith({ headline: 'Rain \u202eniaga' }) },
    code: 'A216',
    at: `${rain}:2:21`,
    says: 'character U+202E in "headline" turns the direction',
  },
  {
    name: 'a look-alike letter in an author',
    files: { [rain]: articleWith({ authors: ['jаne-doe'] }) },
    code: 'A207',
    also: ['A304', 'W501'],
    at: `${rain}:4:5`,
    says: '"authors" 1 may hold only a-z',
  },
  {
    name: 'a zero-width character in a file name',
    files: { 'articles/ra\u200bin.json': article },
    code: 'A207',
    at: 'articles/ra\u200bin.json:1:1',
    says: String.raw`"ra\u200bin" may hold only a-z`,
  },
  {
    name: 'a reading time by hand',
    files: { [rain]: articleWith({ readingTime: 4 }) },
    code: 'A201',
    at: `${rain}:11:3`,
    says: 'unknown key "readingTime". It is counted from the text. Remove it.',
  },
  {
    name: 'a kind that is none',
    files: { [rain]: articleWith({ kind: 'newz' }) },
    code: 'A210',
    at: `${rain}:11:11`,
    says: '"kind" is "newz". It may be "news", "opinion", "article". Did you mean "news"?',
  },
  {
    name: 'lists in lists without end',
    files: { [other]: `${'['.repeat(5000)}${']'.repeat(5000)}` },
    code: 'A108',
    at: `${other}:1:1`,
    says: 'more than 60 deep',
  },
];

describe('the file, its keys and its values', () => {
  expectEach(cases);

  it('accepts a balanced isolate around a name in another script', async () => {
    const headline = 'Rain in \u2067حیدرآباد\u2069 again';
    expect((await read(contentFolder({ [rain]: articleWith({ headline }) }))).problems).toEqual([]);
  });

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
