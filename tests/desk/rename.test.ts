/** `npm run rename`: the file, its alias and all that names the article, as one change or none. */
import { describe, expect, test } from 'vitest';
import { main } from '../../src/desk/rename.ts';
import { readContent } from '../../src/press/content/validate.ts';
import { articleWith, contentFolder, type Files, publication } from '../press/content/content-folder.ts';
import { answerOf, filesIn } from './desk-command.ts';

const named: Files = {
  'publication.json': { ...publication, lead: 'rain' },
  'articles/rain.json': null,
  'articles/2026/rain.json':
    '{\r\n\t"headline": "Rain \\u2013 again",\r\n\t"authors": ["jane-doe"],\r\n\t"section": "news",\r\n\t"published": "2026-03-01",\r\n\t"body": ["It rained. [Again](/articles/rain/#h-again), [and dry](/articles/rainbow/).", "## Again"]\r\n}\r\n',
  'articles/rainbow.json': articleWith({
    headline: 'A rainbow',
    body: ['See [rain](/articles/rain/ "the first") and [here][a], not `/articles/rain/`.', '[a]: /articles/rain/'],
  }),
  'articles/baarish.json': articleWith({ headline: 'Monsoon', translationOf: 'rain', language: 'en-GB' }),
  'authors/jane-doe.json': {
    name: 'Jane Doe',
    biography: 'She wrote [one](/articles/rain/).',
    links: [{ label: 'The first', url: '/articles/rain/' }],
  },
  'front.json': { blocks: [{ lead: 'rain' }, { text: ['Since [rain](/articles/rain/).'] }] },
  'pages/about.json': { title: 'About', body: ['We began with [rain](/articles/rain/).'] },
  'glossary.json': { terms: [{ term: 'wet', explanation: 'As after [rain](/articles/rain/).' }] },
};

const problemsOf = async (folder: string) =>
  (await readContent(folder, { base: '/', now: new Date(), includeUnpublished: false })).problems.filter(
    ({ severity }) => severity === 'error',
  );

test('renames the file where it lies, leads from the old address, and mends every name and link', async () => {
  const folder = contentFolder(named);
  const before = filesIn(folder);
  const { code, out, err } = await answerOf(main, 'rain', 'first-rain', '--data', folder);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('articles/2026/rain.json is articles/2026/first-rain.json now.\n');
  expect(out).toContain('http://localhost:5173/articles/first-rain/, and /articles/rain/ leads there.\n');
  expect(out.match(/^Mended: .*$/gm)?.map((line) => line.slice('Mended: '.length))).toEqual([
    'articles/baarish.json',
    'articles/rainbow.json',
    'authors/jane-doe.json',
    'front.json',
    'glossary.json',
    'must-read.json',
    'pages/about.json',
    'publication.json',
  ]);
  expect(await problemsOf(folder)).toEqual([]);
  const after = filesIn(folder);
  expect(after).not.toHaveProperty(['articles/2026/rain.json']);
  // As it was written: its tabs, its line ends, its escapes.
  expect(after['articles/2026/first-rain.json']).toBe(
    before['articles/2026/rain.json']!.replace('/articles/rain/#', '/articles/first-rain/#').replace(
      '"## Again"]\r\n}',
      '"## Again"],\r\n\t"aliases": ["rain"]\r\n}',
    ),
  );
  expect(after['articles/rainbow.json']).toBe(
    before['articles/rainbow.json']!.replace('[rain](/articles/rain/', '[rain](/articles/first-rain/').replace(
      '[a]: /articles/rain/',
      '[a]: /articles/first-rain/',
    ),
  );
  expect(after['front.json']).toBe(
    before['front.json']!.replace('"rain"', '"first-rain"').replace('/articles/rain/', '/articles/first-rain/'),
  );
  for (const path of ['publication.json', 'must-read.json', 'articles/baarish.json']) {
    expect(after[path]).toBe(before[path]!.replace('"rain"', '"first-rain"'));
  }
  for (const path of ['authors/jane-doe.json', 'glossary.json', 'pages/about.json']) {
    expect(after[path]).toBe(before[path]!.replaceAll('/articles/rain/', '/articles/first-rain/'));
  }
});

test('renamed back, an article has no alias of its own name', async () => {
  const folder = contentFolder();
  await answerOf(main, 'rain', 'first-rain', '--data', folder);
  await answerOf(main, 'first-rain', 'rain', '--data', folder);
  expect(JSON.parse(filesIn(folder)['articles/rain.json']!)).toMatchObject({ aliases: ['first-rain'] });
  expect(await problemsOf(folder)).toEqual([]);
});

test('a file that begins with a byte order mark is renamed too', async () => {
  const folder = contentFolder({ 'articles/rain.json': `\ufeff${JSON.stringify(articleWith({}))}` });
  expect(await answerOf(main, 'rain', 'first-rain', '--data', folder)).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(filesIn(folder)['articles/first-rain.json']!)).toEqual(articleWith({ aliases: ['rain'] }));
});

describe('what cannot be renamed', () => {
  test.each<[string[], string, Files?]>([
    [['rian', 'sun'], 'There is no article "rian". Did you mean "rain"?'],
    [['rain', 'rain'], 'Both slugs are the same.'],
    [['rain', 'sun'], 'articles/sun.json is there already.', { 'articles/sun.json': articleWith({}) }],
    [['rain', 'Sun Rise'], 'Write "sun-rise".'],
    [['rain', '../sun'], 'Write "sun".'],
    [['rain', 'index'], 'The folder would have errors that it has not now'],
    [
      ['rain', 'old-sun'],
      'The folder would have errors',
      { 'articles/sun.json': articleWith({ aliases: ['old-sun'] }) },
    ],
    [['rain', 'sun'], 'pages/about.json is not JSON, and may name the article.', { 'pages/about.json': '{"rain' }],
    [['rain'], "missing required argument 'new-slug'"],
  ])('%j: %s', async (args, says, files) => {
    const folder = contentFolder(files);
    const before = filesIn(folder);
    const { code, err } = await answerOf(main, ...args, '--data', folder);
    expect([code > 0, err]).toEqual([true, expect.stringContaining(says)]);
    expect(filesIn(folder)).toEqual(before);
  });
});
