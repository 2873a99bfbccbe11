/** When a module in TypeScript is bundled to be run, and when the bundle of before is. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const runner = resolve('src/press/run.mjs');
let folder: string;
let kept: string;

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const run = () =>
  execFileSync(process.execPath, [runner, 'start.ts', 'a'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
const bundle = () =>
  join(
    kept,
    readdirSync(kept).find((name) => name.endsWith('.mjs'))!,
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-compiled-'));
  kept = join(folder, 'node_modules/.cache/broadsheet');
  write('package-lock.json', '{}');
  write('word.ts', `export const word: string = 'first';`);
  write(
    'start.ts',
    `import { word } from './word.ts';
export function main(given: string[]): number { console.log(word, given[0], import.meta.url); return 0; }`,
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('it does what was written, and knows where that is', () => {
  expect(run()).toBe(`first a ${pathToFileURL(join(folder, 'start.ts')).href}\n`);
  expect(readdirSync(kept)).toHaveLength(2);
});

test('what has not changed is not bundled again', () => {
  run();
  appendFileSync(bundle(), `console.log('of before');`);
  expect(run()).toMatch(/^of before\nfirst/);
});

test.each([
  ['a module that it imports', () => write('word.ts', `export const word = 'second';`), 'second'],
  ['a package', () => write('package-lock.json', '{"lockfileVersion": 3}'), 'first'],
  ['the bundle, which is gone,', () => rmSync(bundle()), 'first'],
])('a change of %s makes another', (_, change, said) => {
  run();
  appendFileSync(bundle(), `console.log('of before');`);
  change();
  expect(run()).toMatch(new RegExp(`^${said} a`));
});

test('a module that is gone is missed, whatever was bundled before', () => {
  run();
  rmSync(join(folder, 'word.ts'));
  expect(run).toThrow(/word\.ts/);
});

test('it runs in the environment that it was started in, compiled or not', () => {
  write('start.ts', `export function main(): number { console.log(String(process.env['NODE_ENV'])); return 0; }`);
  const { NODE_ENV: _, ...env } = process.env;
  const environment = () =>
    execFileSync(process.execPath, [runner, 'start.ts'], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
  expect([environment(), environment()]).toEqual(['undefined\n', 'undefined\n']);
});
