/** What the press reports of a folder and its files, and that no value of a file ends the reading. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemsForBuild } from '../../../src/press/content/validate.ts';
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
