/** What the press reports of names and links that lead from one file to another. */
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
const sun = 'articles/sun.json';
const jane = { name: 'Jane Doe' };
const published = (date: string) => articleWith({ published: date });

const cases: Case[] = [
  {
    name: 'an author unknown',
    files: { [sun]: articleWith({ authors: ['janedoe'] }), 'authors/sam.json': { name: 'Sam' } },
    code: 'A304',
    also: ['W501'],
    at: `${sun}:4:5`,
    says: 'there is no author "janedoe". Known: "jane-doe", "sam". Did you mean "jane-doe"?',
  },
  {
    name: 'the author of a source unknown',
    files: { [sun]: articleWith({ source: { headline: 'Sun', authors: ['x'] } }) },
    code: 'A304',
    at: `${sun}:14:7`,
    says: 'there is no author "x". Known: "jane-doe".',
  },
  {
    name: 'an author without articles',
    files: { 'authors/sam.json': { name: 'Sam' } },
    code: 'W501',
    at: 'authors/sam.json:1:1',
    says: 'no article is by this author',
  },
  {
    name: 'a Must Read entry unknown',
    files: { 'must-read.json': { entries: [{ article: 'rian' }] } },
    code: 'A305',
    at: 'must-read.json:4:18',
    says: 'there is no article "rian". Did you mean "rain"?',
  },
  {
    name: 'a Must Read entry doubled',
    files: { 'must-read.json': { entries: [{ article: 'rain' }, { headline: 'Age' }, { article: 'rain' }] } },
    code: 'A306',
    at: 'must-read.json:10:18',
    says: '"rain" is named twice: it is entry 1 already',
  },
  {
    name: 'a Must Read entry that is a draft',
    files: { [sun]: articleWith({ draft: true }), 'must-read.json': { entries: [{ article: 'sun' }] } },
    code: 'A307',
    at: 'must-read.json:4:18',
    says: 'the article "sun" is a draft',
  },
  {
    name: 'a Must Read entry dated in the future',
    files: { [sun]: published('2027-01-01'), 'must-read.json': { entries: [{ article: 'sun' }] } },
    code: 'W511',
    also: ['W510'],
    at: 'must-read.json:4:18',
    says: 'the entry is left out until then',
  },
  {
    name: 'a Must Read entry that is neither an article nor a brief',
    files: { 'must-read.json': { entries: [{ excerpt: 'It did.' }] } },
    code: 'A202',
    at: 'must-read.json:3:5',
    says: '"headline" is missing',
  },
  {
    name: 'a Must Read entry that is both',
    files: { 'must-read.json': { entries: [{ article: 'rain', headline: 'Rain' }] } },
    code: 'A201',
    at: 'must-read.json:5:7',
    says: 'unknown key "headline"',
  },
  {
    name: 'a section unknown',
    files: { [rain]: articleWith({ section: 'new' }) },
    code: 'A317',
    at: `${rain}:6:14`,
    says: 'there is no section "new". Known: "news". Did you mean "news"?',
  },
  {
    name: 'a lead unknown',
    files: { 'publication.json': { ...publication, lead: 'rainy' } },
    code: 'A318',
    at: 'publication.json:13:11',
    says: '"lead" names an article that is not here: "rainy". Did you mean "rain"?',
  },
  {
    name: 'a lead that is a draft',
    files: { 'publication.json': { ...publication, lead: 'sun' }, [sun]: articleWith({ draft: true }) },
    code: 'W512',
    at: 'publication.json:13:11',
    says: '"lead" names a draft, "sun"; it has no effect until that is published.',
  },
  {
    name: 'a translation of nothing',
    files: { [rain]: articleWith({ translationOf: 'baarish' }) },
    code: 'A319',
    at: `${rain}:11:20`,
    says: '"translationOf" names an article that is not here',
  },
  {
    name: 'an author named twice',
    files: { [rain]: articleWith({ authors: ['jane-doe', 'jane-doe'] }) },
    code: 'A306',
    at: `${rain}:5:5`,
    says: '"jane-doe" is named twice',
  },
  {
    name: 'a link to no article',
    files: { [rain]: articleOf('It rained.', 'See [the\n"sun"](/articles/snu/).'), [sun]: article },
    code: 'A314',
    at: `${rain}:10:25`,
    says: 'the link "/articles/snu/" leads to no page here. Did you mean "/articles/sun/"',
  },
  {
    name: 'an author’s link to no page here',
    files: { 'authors/jane-doe.json': { ...jane, links: [{ label: 'About us', url: '/abuot/' }] } },
    code: 'A314',
    at: 'authors/jane-doe.json:6:15',
    says: 'the link "/abuot/" leads to no page here. Did you mean "/about/"',
  },
  {
    name: 'a link without its slash',
    files: { [rain]: articleOf('See [us](/about).') },
    code: 'A314',
    at: `${rain}:9:15`,
    says: 'Write "/about/".',
  },
  {
    name: 'a link to a draft',
    files: { [rain]: articleOf('See [sun](/articles/sun/).'), [sun]: articleWith({ draft: true }) },
    code: 'A314',
    at: `${rain}:9:16`,
    says: 'leads to a draft',
  },
  {
    name: 'a part that is not in this text',
    files: { [rain]: articleOf('## Rivers', 'See [above](#h-river).') },
    code: 'A315',
    at: `${rain}:10:18`,
    says: 'leads to no part of that text. Did you mean "#h-rivers"?',
  },
  {
    name: 'a part that is not in another text',
    files: { [rain]: articleOf('See [sun](/articles/sun/#h-rays).'), [sun]: article },
    code: 'A315',
    at: `${rain}:9:16`,
    says: 'the link "/articles/sun/#h-rays" leads to no part',
  },
  {
    name: 'a link to no picture',
    files: { [rain]: articleOf('See [it](/images/x.png).') },
    code: 'A309',
    at: `${rain}:9:15`,
    says: 'file not found: images/x.png',
  },
];

describe('names that lead from one file to another', () => {
  expectEach(cases);

  it('follows links to every kind of page', async () => {
    const places =
      '/ /about/ /authors/ /authors/jane-doe/ /sections/news/ /tags/wet/ /series/weather/ /archive/2026/03/ ';
    const more =
      '/archive/2026/ /must-read/ /search/?q=rain /shelf/ /articles/old/ /articles/rain/?x#h-rivers #h-rivers';
    const links = (places + more).split(' ').map((place) => `- [to ${place.replaceAll('/', ' ')}](${place})`);
    const files = {
      [rain]: { ...articleOf('## Rivers', links.join('\n')), tags: ['wet'], series: 'weather', aliases: ['old'] },
    };
    expect((await read(contentFolder(files))).problems).toEqual([]);
  });

  it('follows links to feeds where there are some, and to no others', async () => {
    const linked = (...places: string[]) => ({
      [rain]: articleOf(places.map((place) => `- [${place.replaceAll('/', ' ')}](${place})`).join('\n')),
    });
    const there = [
      '/feed.xml',
      '/feed.json',
      '/sections/news/atom.xml',
      '/authors/jane-doe/feed.xml',
      '/must-read/feed.xml',
    ];
    expect((await read(contentFolder(linked(...there)))).problems).toEqual([]);
    const { problems } = await read(contentFolder(linked('/tags/wet/feed.xml', '/must-read/atom.xml')));
    expect(problems.map(({ code }) => code)).toEqual(['A314', 'A314']);
  });

  it('takes who is named by a source only for an author with work', async () => {
    const files = {
      'authors/sam.json': { name: 'Sam' },
      [rain]: articleWith({ source: { headline: 'S', authors: ['sam'] } }),
    };
    expect((await read(contentFolder(files))).problems).toEqual([]);
  });
});
