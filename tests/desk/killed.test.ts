/** A command of the desk that is killed, at whichever step, leaves the folder as it was or as it is to be. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rollBackKilled } from '../../src/press/content/staging.ts';
import { articleWith, write } from '../press/content/content-folder.ts';
import { filesIn } from './desk-command.ts';

let around: string;

beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'broadsheet-killed-'));
});

afterEach(() => rmSync(around, { recursive: true, force: true }));

/** Kills the process at the n-th call that writes into the folder around the content. */
const killer = (n: number) =>
  `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  let calls = 0;
  for (const name of ['linkSync', 'mkdirSync', 'renameSync', 'rmSync', 'writeFileSync']) {
    const real = fs[name];
    fs[name] = (...given) => {
      if (String(given[0]).startsWith(${JSON.stringify(around)}) && ++calls === ${n}) process.kill(process.pid, 'SIGKILL');
      return real(...given);
    };
  }`)}`;

const run = (words: readonly string[], ...before: string[]) =>
  spawnSync(process.execPath, [...before, 'src/press/run.mjs', ...words], { encoding: 'utf8' });

const small = {
  'publication.json': {
    name: 'The Test',
    address: 'https://test.example/',
    language: 'en',
    timeZone: 'UTC',
    sections: [{ slug: 'news', name: 'News' }],
    lead: 'rain',
  },
  'articles/rain.json': articleWith({ authors: [], title: 'Rain', headline: undefined }),
  'articles/sun.json': articleWith({ authors: [], body: ['After [rain](/articles/rain/).'] }),
};

test.each([
  {
    command: 'new publication',
    words: ['src/desk/new.ts', 'publication', '@', '--name', 'X'],
    files: {},
    isWhole: true,
  },
  {
    command: 'new article',
    words: ['src/desk/new.ts', 'article', 'Sun', '--slug', 's', '--data', '@'],
    files: small,
    isWhole: false,
  },
  {
    command: 'rename',
    words: ['src/desk/rename.ts', 'rain', 'first-rain', '--data', '@'],
    files: small,
    isWhole: false,
  },
  { command: 'check --fix', words: ['src/desk/check.ts', '--fix', '--data', '@'], files: small, isWhole: false },
])('$command', { timeout: 120_000 }, ({ words, files, isWhole }) => {
  const folder = join(around, 'content');
  const begin = () => {
    rmSync(folder, { recursive: true, force: true });
    for (const [path, content] of Object.entries(files)) write(folder, path, content);
    return filesIn(folder);
  };
  const named = words.map((word) => (word === '@' ? folder : word));
  const before = begin();
  expect(run(named)).toMatchObject({ status: 0, stderr: '' });
  const done = filesIn(folder);
  const states = new Set<string>();
  for (let n = 1; ; n += 1) {
    begin();
    const { signal } = run(named, '--import', killer(n));
    const left = filesIn(folder);
    rollBackKilled(folder);
    const after = filesIn(folder);
    const isDone = JSON.stringify(after) === JSON.stringify(done);
    expect(after).toEqual(isDone ? done : before);
    expect(readdirSync(around).filter((name) => name.startsWith('.'))).toEqual([]);
    states.add(isDone ? 'after' : 'before');
    if (JSON.stringify(left) !== JSON.stringify(after)) states.add('half');
    if (signal === null) break;
  }
  expect([...states].sort()).toEqual(isWhole ? ['after', 'before'] : ['after', 'before', 'half']);
});
