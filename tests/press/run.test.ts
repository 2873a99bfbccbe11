/** How a command is started: what it cannot start from is told in a sentence. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'broadsheet-run-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each([
  ['a #1', '#'],
  ['f?g', '?'],
])('a checkout in %j', (name, sign) => {
  const folder = join(root, name);
  mkdirSync(join(folder, 'src/press'), { recursive: true });
  cpSync('src/press/run.mjs', join(folder, 'src/press/run.mjs'));
  const { status, stderr } = spawnSync(process.execPath, ['src/press/run.mjs', 'src/desk/check.ts'], { cwd: folder });
  expect([status, stderr.toString()]).toEqual([
    3,
    `error: The path ${folder} holds "${sign}", which the tools that this stands on cannot read. Move or rename the folder.\n`,
  ]);
});
