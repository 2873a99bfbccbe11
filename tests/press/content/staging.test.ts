/** The content folder is as it was until everything is ready: killed, full, refused, or changed meanwhile. */
import fs, { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Disk, Staging } from '../../../src/press/content/staging.ts';
import { contentFolder } from './content-folder.ts';
import { reportOf, answerOf, bytesOf, emptyFolder, folderWith, runImport } from '../../import/import-folder.ts';

const input = () =>
  folderWith({
    'wind.md': '---\ntitle: Wind\nsection: Weather\nauthor: Jo Roe\n---\n\nIt blew.\n',
    'calm.md': '---\ntitle: Calm\n---\n\nIt did not.\n',
  });

const leftovers = (data: string): string[] =>
  readdirSync(dirname(data)).filter((name) => name.startsWith(`.${basename(data)}.change-`));

/** A disk on which one kind of call fails from its n-th time on. */
function failing(call: keyof Disk, code: string, from: number): Disk {
  let times = 0;
  return new Proxy(fs, {
    get(disk, key) {
      const real = Reflect.get(disk, key) as (...given: unknown[]) => unknown;
      if (key !== call) return real;
      return (...given: unknown[]) => {
        times += 1;
        if (times >= from) throw Object.assign(new Error(`${code}: no luck, ${call}`), { code });
        return real.apply(disk, given);
      };
    },
  });
}

describe('a disk that gives up', () => {
  test.each([
    ['mkdirSync', 'EACCES', 1],
    ['writeFileSync', 'ENOSPC', 1],
    ['writeFileSync', 'ENOSPC', 3],
    ['writeFileSync', 'ENOSPC', 5],
    ['renameSync', 'EROFS', 1],
    ['renameSync', 'ENOSPC', 2],
    ['renameSync', 'EIO', 4],
  ] as const)('at %s (%s, call %i) leaves the folder as it was, and answers 3', async (call, code, from) => {
    const data = contentFolder();
    const before = bytesOf(data);
    const answer = await answerOf(['--data', data, input()], failing(call, code, from));
    expect([answer.code, `${answer.out}${answer.err}`]).toEqual([3, expect.stringContaining('I402')]);
    expect(`${answer.out}${answer.err}`).toContain(code);
    expect([bytesOf(data), leftovers(data)]).toEqual([before, []]);
    const again = await reportOf('--data', data, input());
    expect([again.code, again.written]).toEqual([
      0,
      ['articles/calm.json', 'articles/wind.json', 'authors/jo-roe.json', 'publication.json'],
    ]);
  });

  test('while a new folder is made leaves none', async () => {
    const data = join(emptyFolder(), 'content');
    const answer = await answerOf(['--data', data, input()], failing('renameSync', 'ENOSPC', 1));
    expect([answer.code, existsSync(data), leftovers(data)]).toEqual([3, false, []]);
  });
});

/** Runs the staging steps in a process of its own that kills itself at the n-th rename; answers the signal it died of. */
function killedAtRename(data: string, n: number): Promise<string | null> {
  const script = `
    import fs from 'node:fs';
    import { runnerImport } from 'vite';
    const { module } = await runnerImport('src/import/import.ts', { configFile: false, logLevel: 'error' });
    let renames = 0;
    const disk = { ...fs, renameSync: (...paths) => {
      renames += 1;
      if (renames === ${n}) process.kill(process.pid, 'SIGKILL');
      return fs.renameSync(...paths);
    } };
    await module.main(['--data', ${JSON.stringify(data)}, ${JSON.stringify(input())}], disk);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  return new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)));
}

describe('a run that was killed', { timeout: 60_000 }, () => {
  test('before the first rename leaves the folder as it was, and the next run clears up', async () => {
    const data = contentFolder();
    const before = bytesOf(data);
    expect(await killedAtRename(data, 1)).toBe('SIGKILL');
    expect(bytesOf(data)).toEqual(before);
    expect(leftovers(data)).toHaveLength(1);
    const { code } = await runImport(['--data', data, input()]);
    expect([code, leftovers(data)]).toEqual([0, []]);
  });

  test('between two renames is undone by the next run, whatever that does', async () => {
    const data = contentFolder();
    const before = bytesOf(data);
    expect(await killedAtRename(data, 3)).toBe('SIGKILL');
    expect(bytesOf(data)).not.toEqual(before);
    const { code } = await runImport(['--data', data, '--dry-run', input()]);
    expect([code, bytesOf(data), leftovers(data)]).toEqual([0, before, []]);
  });
});

describe('two at one folder', () => {
  test('the second waits: it says who is at work', async () => {
    const data = contentFolder();
    const other = join(dirname(data), `.${basename(data)}.change-1-abc`);
    mkdirSync(other);
    const { code, err } = await answerOf(['--data', data, input()]);
    rmSync(other, { recursive: true });
    expect([code, err]).toEqual([3, expect.stringContaining('another command (process 1) is at work here')]);
  });

  test('an editor who saves a file meanwhile keeps what was saved', () => {
    const data = contentFolder();
    const staging = Staging.begin(data);
    staging.put('publication.json', '{}');
    staging.put('articles/new.json', '{}');
    writeFileSync(join(data, 'publication.json'), 'saved by hand');
    const before = bytesOf(data);
    expect(() => staging.commit()).toThrow('publication.json was changed by somebody else meanwhile');
    staging.discard();
    expect(bytesOf(data)).toEqual(before);
  });
});

test('what is prepared is never written through to the file that is there', () => {
  const data = contentFolder();
  const staging = Staging.begin(data);
  const before = readFileSync(join(data, 'articles', 'rain.json'), 'utf8');
  staging.put('articles/rain.json', 'other');
  expect([staging.read('articles/rain.json'), readFileSync(join(data, 'articles', 'rain.json'), 'utf8')]).toEqual([
    'other',
    before,
  ]);
  staging.revert('articles/rain.json');
  expect([staging.read('articles/rain.json'), staging.changed]).toEqual([before, []]);
  staging.discard();
});

test('an import leaves the look of the publication as it is, and works beside it', async () => {
  const look = {
    'theme.json': '{ "light": { "accent": "#05a" } }',
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>',
    'nameplate.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 9"><path d="M1 1h7v7z"/></svg>',
  };
  const data = contentFolder(look);
  const before = Object.keys(look).map((name) => readFileSync(join(data, name), 'utf8'));
  const staging = Staging.begin(data);
  expect(Object.keys(look).map((name) => staging.read(name))).toEqual(before);
  staging.discard();
  const { code, written } = await reportOf('--data', data, input());
  expect([code, written]).toEqual([0, expect.not.arrayContaining(Object.keys(look))]);
  expect(Object.keys(look).map((name) => readFileSync(join(data, name), 'utf8'))).toEqual(before);
});
