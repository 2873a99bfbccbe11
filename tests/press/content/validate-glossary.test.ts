/** What the press reports of the glossary, and what articles take from it. */
import { describe, expect, it } from 'vitest';
import { ReadCache } from '../../../src/press/content/validate.ts';
import {
  articleOf,
  articleWith,
  type Case,
  contentFolder,
  expectEach,
  publication,
  read,
  write,
} from './content-folder.ts';

const rain = { term: 'rain', also: ['rained'], explanation: 'Water that *falls*.' };
const glossaryOf = (...terms: object[]) => ({ 'glossary.json': { terms } });

const cases: Case[] = [
  {
    name: 'a term that no article uses',
    files: glossaryOf(rain, { term: 'snow', explanation: 'Cold rain.' }),
    code: 'W514',
    at: 'glossary.json:11:15',
    says: 'no article uses "snow". Write other forms of the word under "also", or remove it.',
  },
  {
    name: 'a term that only an article in another language uses',
    files: glossaryOf({ ...rain, language: 'de' }),
    code: 'W514',
    at: 'glossary.json:4:15',
    says: 'no article uses "rain"',
  },
  {
    name: 'a term doubled',
    files: glossaryOf(rain, { term: 'rain', language: 'en-GB', explanation: 'More.' }),
    code: 'A321',
    also: ['W514'],
    at: 'glossary.json:11:15',
    says: '"rain" is here twice: it stands as term 1 already. Keep one of them.',
  },
  {
    name: 'a form doubled in one term',
    files: glossaryOf({ ...rain, also: ['rained', 'rain'] }),
    code: 'A321',
    at: 'glossary.json:7:9',
    says: '"rain" is here twice: it stands in this term already.',
  },
  {
    name: 'a language that is none',
    files: glossaryOf({ ...rain, language: 'English' }),
    code: 'A212',
    at: 'glossary.json:9:19',
    says: '"English"',
  },
  {
    name: 'an explanation that says nothing',
    files: glossaryOf({ ...rain, explanation: ' ' }),
    code: 'A204',
    at: 'glossary.json:8:22',
    says: '"explanation"',
  },
  {
    name: 'a key unknown',
    files: glossaryOf({ ...rain, meaning: 'Water.' }),
    code: 'A201',
    at: 'glossary.json:9:7',
    says: '"meaning"',
  },
  {
    name: 'a link in an explanation that leads nowhere',
    files: glossaryOf({ ...rain, explanation: 'See [the sun](/articles/sun/).' }),
    code: 'A314',
    at: 'glossary.json:8:37',
    says: 'the link "/articles/sun/" leads to no page here',
  },
  {
    name: 'HTML in an explanation',
    files: glossaryOf({ ...rain, explanation: '<b>Water</b>' }),
    code: 'A402',
    also: ['A402'],
    at: 'glossary.json:8:23',
    says: '"<b>" is HTML',
  },
  {
    name: 'a page of its own at the address of the glossary',
    files: { 'pages/glossary.json': { title: 'Glossary', body: ['None.'] } },
    code: 'A208',
    at: 'pages/glossary.json:1:1',
    says: '"glossary" is a reserved name',
  },
  {
    name: 'a link to a glossary that is not there',
    files: { 'articles/rain.json': articleOf('[It](/glossary/) rained.') },
    code: 'A314',
    at: 'articles/rain.json:9:11',
    says: '"/glossary/"',
  },
];

describe('the glossary', () => {
  expectEach(cases);

  it('that is right brings no problems, nor do links to it and from it', async () => {
    const { problems, content } = await read(
      contentFolder({
        ...glossaryOf({ ...rain, explanation: 'Not [sun](/articles/sun/).' }),
        'articles/sun.json': articleOf('[Rain](/glossary/), and no sun.'),
      }),
    );
    expect(problems).toEqual([]);
    expect(content!.inline('Not [sun](/articles/sun/).')).toBe('Not <a href="/articles/sun/">sun</a>.');
  });

  it('says of each term which articles use it, in which language', async () => {
    const folder = contentFolder({
      ...glossaryOf(rain, { term: 'بارش', language: 'ur', explanation: 'آسمان سے گرتا پانی۔' }),
      'articles/barish.json': articleWith({
        language: 'ur',
        headline: 'بارش',
        body: ['کل بارش ہوئی تھی اور it rained.'],
      }),
      'articles/draft.json': articleWith({ draft: true, body: ['More rain.'] }),
    });
    const { problems, content } = await read(folder);
    expect(problems).toEqual([]);
    expect(content!.glossary.map(({ id, users }) => ({ id, users }))).toEqual([
      { id: 'g-rain', users: ['rain'] },
      { id: 'g-بارش', users: ['barish'] },
    ]);
    expect(content!.text('articles/rain').html).toBe(
      '<p>It <a class="term" href="/glossary/#g-rain">rained</a>.</p>\n',
    );
  });

  it('with an error is left out, and its page says why', async () => {
    const { content, broken } = await read(contentFolder(glossaryOf({ ...rain, explanation: '' })));
    expect(content!.glossary).toEqual([]);
    expect([...broken.keys()]).toEqual(['/glossary/']);
    expect(content!.text('articles/rain').html).toBe('<p>It rained.</p>\n');
  });

  it('takes the language of the publication where a term says none', async () => {
    const folder = contentFolder({
      ...glossaryOf(rain),
      'publication.json': { ...publication, language: 'ur' },
      'articles/rain.json': articleWith({ language: 'en' }),
    });
    expect((await read(folder)).problems.map(({ code }) => code)).toEqual(['W514']);
  });
});

describe('a second reading', () => {
  it('compiles articles again where the forms of terms were changed, and only there', async () => {
    const folder = contentFolder(glossaryOf(rain));
    const cache = new ReadCache();
    const textAfter = async (...terms: object[]) => {
      write(folder, 'glossary.json', { terms });
      return (await read(folder, { cache })).content!;
    };
    const first = await textAfter(rain);
    expect(first.text('articles/rain').html).toContain('class="term"');
    const explained = await textAfter({ ...rain, explanation: 'Said anew.' });
    expect(explained.text('articles/rain')).toBe(first.text('articles/rain'));
    expect(explained.glossary[0]?.explanation).toBe('Said anew.');
    const other = await textAfter({ ...rain, also: [] });
    expect(other.text('articles/rain').html).toBe('<p>It rained.</p>\n');
    expect(other.glossary[0]?.users).toEqual([]);
  });
});
