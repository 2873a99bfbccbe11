/** When the bundles of a build before are used, and when they are made again. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { resolveConfig } from 'vite';
import { bundlesOf, bundlingFolder, keyOfBundles } from '../../../src/press/cache/bundles.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadsheet-bundles-'));
  for (const folder of ['src/data', 'src/pages', 'src/styles', 'public'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of code) writeFileSync(join(root, file), file.endsWith('.json') ? '{}' : '');
  writeFileSync(join(root, 'src/data/publication.json'), '{}');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const code = [
  'index.html',
  'package-lock.json',
  'vite.config.ts',
  'settings-of-vite.ts',
  'public/icon.svg',
  'src/App.tsx',
  'src/pages/ArticlePage.tsx',
  'src/styles/base.css',
];

type Settings = { base?: string; mode?: string; minify?: boolean; others?: string[] };

async function key({ base = '/', mode = 'production', minify = true, others = [] }: Settings = {}): Promise<string> {
  const config = await resolveConfig({ root, base, mode, build: { minify }, configFile: false }, 'build', mode);
  const configFileDependencies = ['vite.config.ts', 'settings-of-vite.ts'].map((file) => join(root, file));
  return keyOfBundles({ ...config, configFileDependencies }, others);
}

test('the key is the same for the same code and settings, wherever the site goes, whatever the content is', async () => {
  const before = await key();
  writeFileSync(join(root, 'src/data/publication.json'), '{"name": "Another"}');
  expect(await key()).toBe(before);
  const config = await resolveConfig({ root, base: '/', configFile: false, build: { outDir: 'a' } }, 'build');
  const other = await resolveConfig({ root, base: '/', configFile: false, build: { outDir: 'b' } }, 'build');
  expect(keyOfBundles(config, [])).toBe(keyOfBundles(other, []));
});

test.each(code)('a change of %s makes another', async (file) => {
  const before = await key();
  writeFileSync(join(root, file), '{ "changed": true }');
  expect(await key()).not.toBe(before);
});

test('so does a file that is new, or that has another name', async () => {
  const before = await key();
  writeFileSync(join(root, 'src/New.tsx'), '');
  const more = await key();
  cpSync(join(root, 'src/New.tsx'), join(root, 'src/Newer.tsx'));
  rmSync(join(root, 'src/New.tsx'));
  expect(new Set([before, more, await key()]).size).toBe(3);
});

test('so do the base path, the mode, a setting of Vite, its variables, and all that is not a file of the code', async () => {
  const keys = [
    await key(),
    await key({ base: '/paper/' }),
    await key({ mode: 'staging' }),
    await key({ minify: false }),
  ];
  keys.push(await key({ others: ['ur'] }), await key({ others: ['en', 'face-1/literata.woff2'] }));
  writeFileSync(join(root, '.env'), 'VITE_NAME=value');
  keys.push(await key());
  expect(new Set(keys).size).toBe(keys.length);
});

test('bundles are made once for a key, and are no longer unused when they are asked for', async () => {
  let made = 0;
  const make = async () => {
    made += 1;
    mkdirSync(join(bundlingFolder(root), 'client'), { recursive: true });
  };
  const folder = await bundlesOf(root, 'key', make);
  utimesSync(folder, 1, 1);
  expect(await bundlesOf(root, 'key', make)).toBe(folder);
  expect(await bundlesOf(root, 'other', make)).not.toBe(folder);
  expect(made).toBe(2);
  expect(existsSync(join(folder, 'client'))).toBe(true);
  const { mtimeMs } = statSync(folder);
  expect(mtimeMs).toBeGreaterThan(Date.now() - 60_000);
});

test('of bundles that could not be made nothing is left', async () => {
  const failing = bundlesOf(root, 'key', async () => {
    mkdirSync(bundlingFolder(root));
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(readdirSync(root).filter((name) => name.startsWith('bundl'))).toEqual([]);
});
