/** `npm run check -- --fix`: what has one right way is mended, the rest is told, and nothing else is touched. */
import { describe, expect, test } from 'vitest';
import { main } from '../../src/desk/check.ts';
import { articleWith, contentFolder, type Files, publication } from '../press/content/content-folder.ts';
import { answerOf, filesIn } from './desk-command.ts';

const { format: _, ...unnumbered } = publication;

describe('--fix', () => {
  test.each<{ what: string; files: Files; to: Record<string, unknown> }>([
    {
      what: 'a publication of before formats had numbers',
      files: { 'publication.json': { $schema: 'x', ...unnumbered } },
      to: { 'publication.json': { $schema: 'x', format: 1, ...unnumbered } },
    },
    {
      what: 'keys by the names of other systems',
      files: {
        'articles/sun.json': {
          title: 'Sun',
          summary: 'It shone.',
          authors: ['jane-doe'],
          category: 'news',
          date: '31/12/2025',
          lang: 'en_UK',
          keywords: ['weather'],
          content: ['Sun.'],
        },
      },
      to: {
        'articles/sun.json': {
          headline: 'Sun',
          standfirst: 'It shone.',
          authors: ['jane-doe'],
          section: 'news',
          published: '2025-12-31',
          language: 'en-GB',
          tags: ['weather'],
          body: ['Sun.'],
        },
      },
    },
    {
      what: 'what is worked out, side by side, the first and the last',
      files: { 'articles/sun.json': { slug: 'sun', ...articleWith({}), dir: 'ltr', words: 3 } },
      to: { 'articles/sun.json': articleWith({}) },
    },
    {
      what: 'a tag that is no slug, and a byte order mark',
      files: { 'articles/sun.json': `\ufeff${JSON.stringify(articleWith({ tags: ['Café Society'] }), undefined, 4)}` },
      to: { 'articles/sun.json': articleWith({ tags: ['cafe-society'] }) },
    },
  ])('mends $what', async ({ files, to }) => {
    const folder = contentFolder(files);
    const before = filesIn(folder);
    const { code, out, err } = await answerOf(main, '--fix', '--data', folder);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^mended: .*\.json:\d+:\d+ {2}[AW]\d{3} {2}/);
    expect(out).toMatch(/ 0 errors, 0 warnings\n$/);
    const after = filesIn(folder);
    const untouched = Object.keys(before).filter((path) => !(path in to));
    expect(untouched.map((path) => after[path])).toEqual(untouched.map((path) => before[path]));
    expect(Object.values(to).map((value) => JSON.stringify(value))).toEqual(
      Object.keys(to).map((path) => JSON.stringify(JSON.parse(after[path]!))),
    );
  });

  test('keeps the form of a file', async () => {
    const text =
      '{\n\t"title": "Sun",\n\n\t"authors": [ "jane-doe" ], "section": "news",\n\t"published": "2026-03-01", "body": ["Sun \\u2013 dry."]\n}';
    const folder = contentFolder({ 'articles/sun.json': text });
    await answerOf(main, '--fix', '--data', folder);
    expect(filesIn(folder)['articles/sun.json']).toBe(text.replace('"title"', '"headline"'));
  });

  test.each<[string, Files]>([
    ['two names for one thing', { 'articles/sun.json': articleWith({ title: 'Sun' }) }],
    [
      'a writer who is no list',
      { 'articles/sun.json': { ...articleWith({ author: 'Jane Doe' }), authors: undefined } },
    ],
    ['a date that may be two', { 'articles/sun.json': articleWith({ published: '03/04/2026' }) }],
    ['a later format', { 'publication.json': { ...publication, format: 2 } }],
    ['what is not JSON', { 'articles/sun.json': '{' }],
  ])('leaves %s to the editor', async (_what, files) => {
    const folder = contentFolder(files);
    const before = filesIn(folder);
    const { code, out } = await answerOf(main, '--fix', '--data', folder);
    expect([code, filesIn(folder)]).toEqual([1, before]);
    expect(out).not.toContain('mended');
  });

  test('tells what a right name brings to light, and what is left', async () => {
    const folder = contentFolder({ 'articles/sun.json': articleWith({ headline: undefined, title: 'x'.repeat(301) }) });
    const { code, out } = await answerOf(main, '--fix', '--data', folder);
    expect([code, out]).toEqual([1, expect.stringContaining('A205  "headline" is longer than 300 characters')]);
  });
});

test('content of a later format is told, with what to do', async () => {
  const folder = contentFolder({ 'publication.json': { ...publication, format: 7 } });
  const { code, out } = await answerOf(main, '--data', folder);
  expect([code, out]).toEqual([
    1,
    expect.stringContaining(
      'A502  the content is of format 7, and this version reads up to 1. Take a later one: git pull',
    ),
  ]);
});

test('content that says no format is read, and told of', async () => {
  const { code, out } = await answerOf(main, '--data', contentFolder({ 'publication.json': unnumbered }));
  expect([code, out]).toEqual([0, expect.stringContaining('W520  "format" is missing. Write "format": 1')]);
});
