/** What the press reports of a folder, and what a reading hands over: what is valid, what is left out, what is kept for the next one. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shownPath } from '../../../src/press/content/read-folder.ts';
import { problemsForBuild, ReadCache } from '../../../src/press/content/validate.ts';
import {
  articleOf,
  articleWith,
  type Case,
  contentFolder,
  expectEach,
  png,
  publication,
  read,
  write,
} from './content-folder.ts';

const rain = 'articles/rain.json';
const sun = 'articles/sun.json';

const cases: Case[] = [
  {
    name: 'no articles',
    files: { [rain]: null, 'must-read.json': null },
    code: 'W513',
    at: 'articles:1:1',
    says: 'there are no articles',
  },
  {
    name: 'a folder named as a file',
    files: {},
    prepare: (folder) => mkdirSync(join(folder, sun)),
    code: 'A110',
    at: `${sun}:1:1`,
    says: 'cannot be read: it is a folder.',
  },
  {
    name: 'a pipe named as a file',
    files: {},
    prepare: (folder) => void execFileSync('mkfifo', [join(folder, sun)]),
    code: 'A110',
    at: `${sun}:1:1`,
    says: 'cannot be read: it is not a regular file.',
  },
  {
    name: 'a folder that is not there',
    files: {},
    prepare: (folder) => rmSync(folder, { recursive: true }),
    code: 'A110',
    at: '.:1:1',
    says: 'cannot be read: there is no such folder.',
  },
  {
    name: 'files that are no content',
    files: { 'articles/rain.JSON': 'x', 'articles/rain.json.bak': 'x', '.DS_Store': 'x', 'pages/.about.json.swp': 'x' },
    code: 'W102',
    at: '.:1:1',
    says: 'rain.json.bak',
  },
  {
    name: 'no publication',
    files: { 'publication.json': null },
    code: 'A109',
    at: 'publication.json:1:1',
    says: '"publication.json" is missing',
  },
];

describe('the folder', () => {
  expectEach(cases);

  it('stops a build that has nothing to publish', async () => {
    const { problems } = await read(contentFolder({ [rain]: null, 'must-read.json': null }));
    expect(problemsForBuild(problems)).toMatchObject([{ code: 'A501', severity: 'error' }]);
  });

  it('lists at most ten names', async () => {
    const names = Array.from({ length: 12 }, (_, index) => [`notes-${index}.txt`, 'x']);
    const { problems } = await read(contentFolder(Object.fromEntries(names)));
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toContain(' and 2 more.');
  });

  it('sorts problems by file, line and column', async () => {
    const files = {
      [sun]: articleOf('<b>'),
      [rain]: articleWith({ tags: ['A', 'B'], shoes: 1 }),
      'pages/about.json': '',
    };
    const { problems } = await read(contentFolder(files));
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['A207', 12],
      ['A207', 13],
      ['A201', 15],
      ['A402', 9],
      ['A101', 1],
    ]);
  });
});

describe('what a reading hands over', () => {
  it('has every file that is right, with its text compiled', async () => {
    const { content, broken, files } = await read(contentFolder({ 'articles/2026/sun.json': articleOf('The *sun*.') }));
    expect([...content!.articles.keys()].sort()).toEqual(['rain', 'sun']);
    expect(content!.text('articles/sun')).toMatchObject({ html: '<p>The <em>sun</em>.</p>\n', words: 2 });
    expect(content!.text('authors/jane-doe')).toEqual({ html: '', outline: [], words: 0 });
    expect(content!.inline('The *sun*.')).toBe('The <em>sun</em>.');
    expect(broken.size).toBe(0);
    expect(files).toBe(6);
  });

  it('leaves a broken file out, and says at which address', async () => {
    const files = {
      [sun]: articleOf('<b>'),
      'pages/about.json': '{',
      'must-read.json': { entries: [{ article: 'sun' }] },
    };
    const { content, broken } = await read(contentFolder(files));
    expect([...broken.keys()].sort()).toEqual(['/about/', '/articles/sun/']);
    expect([...content!.articles.keys()]).toEqual(['rain']);
    expect(content!.mustRead.entries).toEqual([]);
  });

  it('keeps the name of an author whose file is broken, and the publication without what is wrong with it', async () => {
    const files = {
      'authors/jane-doe.json': { name: 'Jane Doe', shoes: 'red' },
      'publication.json': { ...publication, tagline: 7, lead: 'none', shoes: 'red' },
    };
    const { content, broken } = await read(contentFolder(files));
    expect([...broken.keys()].sort()).toEqual(['/', '/authors/jane-doe/']);
    expect(content!.authors.get('jane-doe')).toEqual({ name: 'Jane Doe' });
    expect(content!.publication).toEqual(publication);
  });

  it('has no content where the publication cannot be used', async () => {
    expect((await read(contentFolder({ 'publication.json': '{' }))).content).toBeUndefined();
    expect((await read(contentFolder({ 'publication.json': { name: 'x' } }))).content).toBeUndefined();
  });

  it('leaves drafts and dates in the future out of a build, and labels them in dev', async () => {
    const folder = contentFolder({
      'publication.json': { ...publication, lead: 'draft' },
      'must-read.json': { entries: [{ article: 'soon' }, { article: 'rain' }] },
      'articles/draft.json': articleWith({ draft: true }),
      'articles/soon.json': articleWith({ published: '2027-01-01' }),
      'articles/barish.json': articleWith({ translationOf: 'soon' }),
    });
    const left = { draft: 'draft', soon: 'future' };
    const built = (await read(folder)).content!;
    expect([...built.articles.keys()].sort()).toEqual(['barish', 'rain']);
    expect(built.mustRead.entries).toEqual([{ article: 'rain' }]);
    expect(built.publication.lead).toBeUndefined();
    expect(built.articles.get('barish')).not.toHaveProperty('translationOf');
    expect(Object.fromEntries(built.unpublished)).toEqual(left);
    const dev = (await read(folder, { includeUnpublished: true })).content!;
    expect([...dev.articles.keys()].sort()).toEqual(['barish', 'draft', 'rain', 'soon']);
    expect(dev.publication.lead).toBe('draft');
    expect(Object.fromEntries(dev.unpublished)).toEqual(left);
  });

  it('has no picture and no text of what is left out', async () => {
    const folder = contentFolder({
      [sun]: { ...articleOf('![Sun.](/images/sun.png)'), draft: true },
      'images/sun.png': png(3, 2),
    });
    const built = (await read(folder)).content!;
    expect([built.pictures.size, built.text('articles/sun').html]).toEqual([0, '']);
    const dev = (await read(folder, { includeUnpublished: true })).content!;
    expect([...dev.pictures.keys()]).toEqual(['/images/sun.png']);
  });

  it('shows the text of the file that has the slug, where two have it', async () => {
    const { content } = await read(contentFolder({ 'articles/2026/rain.json': articleOf('The first.') }));
    expect(content!.articles.has('rain')).toBe(true);
    expect(content!.text('articles/rain').html).toBe('<p>The first.</p>\n');
  });

  it('counts what is wrong in a draft as a warning, and does not show the draft', async () => {
    const folder = contentFolder({ [sun]: articleWith({ draft: true, section: 'none', published: undefined }) });
    const { problems, content, broken } = await read(folder, { includeUnpublished: true });
    expect(problems).toMatchObject([{ code: 'A317', severity: 'warning' }]);
    expect(content!.articles.has('sun')).toBe(false);
    expect([...broken.keys()]).toEqual(['/articles/sun/']);
  });
});

describe('a second reading', () => {
  const cached = async (folder: string, cache: ReadCache) => read(folder, { cache, includeUnpublished: true });

  it('compiles only what was changed', async () => {
    const folder = contentFolder({ [sun]: articleOf('The sun.') });
    const cache = new ReadCache();
    const first = (await cached(folder, cache)).content!;
    write(folder, sun, articleOf('The moon.'));
    const second = (await cached(folder, cache)).content!;
    expect(second.text('articles/rain')).toBe(first.text('articles/rain'));
    expect(second.text('articles/sun').html).toBe('<p>The moon.</p>\n');
  });

  it('sees a file mended, added and removed', async () => {
    const folder = contentFolder({ [sun]: '{' });
    const cache = new ReadCache();
    expect((await cached(folder, cache)).problems).toMatchObject([
      { code: 'A102', file: shownPath(join(folder, sun)) },
    ]);
    write(folder, sun, articleOf('The sun.'));
    expect((await cached(folder, cache)).problems).toEqual([]);
    rmSync(join(folder, sun));
    expect([...(await cached(folder, cache)).content!.articles.keys()]).toEqual(['rain']);
  });

  it('sees a picture added, changed and spoilt', async () => {
    const folder = contentFolder({ [sun]: articleOf('![Sun.](/images/sun.png)') });
    const cache = new ReadCache();
    expect((await cached(folder, cache)).problems).toMatchObject([{ code: 'A309' }]);
    write(folder, 'images/sun.png', png(30, 20));
    expect((await cached(folder, cache)).content!.text('articles/sun').html).toContain('width="30" height="20"');
    writeFileSync(join(folder, 'images/sun.png'), Buffer.concat([png(60, 40), Buffer.alloc(1)]));
    expect((await cached(folder, cache)).content!.text('articles/sun').html).toContain('width="60" height="40"');
    writeFileSync(join(folder, 'images/sun.png'), 'no picture');
    expect((await cached(folder, cache)).problems).toMatchObject([{ code: 'A311' }]);
  });

  it('compiles again in another language', async () => {
    const folder = contentFolder({ [sun]: articleOf('Sun[^1].', '[^1]: It shone.') });
    const cache = new ReadCache();
    expect((await cached(folder, cache)).content!.text('articles/sun').html).toContain('>Notes</h2>');
    write(folder, 'publication.json', { ...publication, language: 'ur' });
    expect((await cached(folder, cache)).content!.text('articles/sun').html).toContain('حواشی');
  });
});

describe('whatever a file holds', { timeout: 60_000 }, () => {
  const whole = {
    'publication.json': { ...publication, lead: 'rain', rights: 'Ours.' },
    'must-read.json': {
      entries: [
        { article: 'rain', reason: 'Wet' },
        { headline: 'Age', url: 'https://a.example/' },
      ],
    },
    'authors/jane-doe.json': {
      name: 'Jane',
      biography: 'Writes.',
      portrait: { src: '/images/a.png', alt: 'Jane.' },
      links: [{ label: 'Home', url: 'https://a.example/' }],
      email: 'withheld',
      language: 'en',
    },
    [rain]: articleWith({
      tags: ['wet'],
      language: 'en',
      translationOf: 'sun',
      image: { src: '/images/a.png', alt: 'A.', caption: 'B.' },
      source: { headline: 'S', authors: ['jane-doe'], url: 'https://a.example/' },
      corrections: [{ date: '2026-04-01', note: 'C.' }],
      aliases: ['old'],
      updated: '2026-04-02',
      draft: false,
    }),
    'pages/about.json': { title: 'About', body: ['We.'], language: 'en' },
  };

  /** The value with one of its parts, however deep, exchanged: every part in turn. */
  function* exchanged(value: unknown, other: unknown): Generator {
    yield other;
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      for (const changed of exchanged(part, other)) {
        if (Array.isArray(value)) yield value.with(Number(key), changed);
        else yield { ...value, [key]: changed };
      }
    }
  }

  const others = [null, 7, true, '', 'a b', '\u0000', '/', [], [[]], {}, [null], { a: { b: {} } }];

  it.each(Object.entries(whole))('%s is told to be wrong, and never ends the reading', async (name, value) => {
    const folder = contentFolder(whole);
    for (const changed of others.flatMap((other) => [...exchanged(value, other)])) {
      write(folder, name, changed);
      expect((await read(folder, { includeUnpublished: true })).problems).toBeInstanceOf(Array);
    }
  });
});
