/** What the press reports of keys and values that the schema does not accept, and of strings. */
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
const jane = { name: 'Jane Doe' };

const cases: Case[] = [
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
  ...[
    ['en_UK', 'en-GB'],
    ['en-UK', 'en-GB'],
    ['English', 'en'],
    ['Urdu', 'ur'],
  ].map(([tag, cure]) => ({
    name: `the language ${tag}`,
    files: { [rain]: articleWith({ language: tag }) },
    code: 'A212',
    at: `${rain}:11:15`,
    says: `"language" is not a language tag: got "${tag}". Use "${cure}".`,
  })),
  {
    name: 'a time zone mistyped',
    files: { 'publication.json': { ...publication, timeZone: 'Asia/Karatschi' } },
    code: 'A217',
    at: 'publication.json:5:15',
    says: 'Did you mean "Asia/Karachi"?',
  },
  {
    name: 'an address that is none',
    files: { 'publication.json': { ...publication, address: 'test.example' } },
    code: 'A218',
    at: 'publication.json:3:14',
    says: '"address" is not an absolute address: got "test.example". Write it as https://example.org/',
  },
  {
    name: 'an e-mail address that is none',
    files: { 'authors/jane-doe.json': { ...jane, email: 'jane at test' } },
    code: 'A219',
    at: 'authors/jane-doe.json:3:12',
    says: 'Write name@example.org, or "withheld".',
  },
  {
    name: 'a text that is written the other way than its language',
    files: { [rain]: articleWith({ headline: 'بارش', body: ['آج سارا دن بارش ہوتی رہی۔'] }) },
    code: 'W502',
    at: `${rain}:2:15`,
    says: 'the language is "en", written left to right, and the text is written right to left',
  },
  {
    name: 'a direction by hand',
    files: { [rain]: articleWith({ dir: 'rtl' }) },
    code: 'A201',
    at: `${rain}:11:3`,
    says: 'unknown key "dir". The direction follows from "language".',
  },
];

describe('keys and values', () => {
  expectEach(cases);

  it('accepts a balanced isolate around a name in another script', async () => {
    const headline = 'Rain in \u2067حیدرآباد\u2069 again';
    expect((await read(contentFolder({ [rain]: articleWith({ headline }) }))).problems).toEqual([]);
  });
});
