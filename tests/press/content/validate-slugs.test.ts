/** What the press reports of file names, tags and other slugs, and of aliases. */
import { describe } from 'vitest';
import { article, articleWith, type Case, expectEach, publication } from './content-folder.ts';

const rain = 'articles/rain.json';
const sun = 'articles/sun.json';

const cases: Case[] = [
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
    name: 'one slug in two folders',
    files: { 'articles/2026/rain.json': article },
    code: 'A301',
    at: `${rain}:1:1`,
    says: 'the slug "rain" is also used in',
  },
  {
    name: 'slugs that differ in case only',
    files: { 'articles/Rain.json': article },
    code: 'A301',
    also: ['A207'],
    at: `${rain}:1:1`,
    says: 'Rain.json. Rename one of the files.',
  },
  {
    name: 'an alias that is the slug of another',
    files: { [sun]: articleWith({ aliases: ['rain'] }) },
    code: 'A302',
    at: `${sun}:12:5`,
    says: 'the alias "rain" is the address of',
  },
  {
    name: 'an alias that is the path of a page',
    files: { [sun]: articleWith({ aliases: ['/authors/jane-doe'] }) },
    code: 'A302',
    at: `${sun}:12:5`,
    says: 'the alias "/authors/jane-doe" is the address of another page',
  },
  {
    name: 'an alias of two articles',
    files: { [rain]: articleWith({ aliases: ['/old'] }), [sun]: articleWith({ aliases: ['/old/'] }) },
    code: 'A302',
    at: `${sun}:12:5`,
    says: 'the alias "/old/" is also one of',
  },
  {
    name: 'an alias of itself',
    files: { [rain]: articleWith({ aliases: ['/articles/rain/'] }) },
    code: 'A303',
    at: `${rain}:12:5`,
    says: 'the alias leads in a circle: rain → rain.',
  },
  {
    name: 'aliases in a circle',
    files: {
      [rain]: articleWith({ aliases: ['sun'] }),
      [sun]: articleWith({ aliases: ['wind'] }),
      'articles/wind.json': articleWith({ aliases: ['rain'] }),
    },
    code: 'A303',
    also: ['A303', 'A303'],
    at: `${rain}:12:5`,
    says: 'the alias leads in a circle: rain → sun → wind → rain.',
  },
  {
    name: 'an alias with a query',
    files: { [rain]: articleWith({ aliases: ['/?p=12'] }) },
    code: 'A320',
    at: `${rain}:12:5`,
    says: '"/?p=12" is neither a slug nor a path',
  },
];

describe('slugs and aliases', () => {
  expectEach(cases);
});
