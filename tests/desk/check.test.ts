/** The command `npm run check`, started as it is started from a shell. */
import { execFile } from 'node:child_process';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleOf, articleWith, contentFolder } from '../press/content/content-folder.ts';

type Answer = { code: number; out: string; err: string };

const check = (args: string[], env: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['src/press/run.mjs', 'src/desk/check.ts', ...args],
      { env: { ...process.env, ...env }, maxBuffer: 50_000_000 },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

const wrong = { 'articles/sun.json': articleWith({ published: '31/12/2025' }) };
const undated = { 'articles/sun.json': articleWith({ published: undefined }) };

describe('npm run check', { timeout: 60_000 }, () => {
  it('answers 0 and counts when all is right', async () => {
    const { code, out, err } = await check(['--data', contentFolder()]);
    expect([code, out, err]).toEqual([0, '5 files, 0 errors, 0 warnings\n', '']);
  });

  it('answers 1 and tells every problem in its form', async () => {
    const folder = contentFolder(wrong);
    const { code, out } = await check(['--data', folder]);
    const place = `${relative(process.cwd(), folder).replaceAll('\\', '/')}/articles/sun.json:7:16`;
    const message = '"published" is not a date: got "31/12/2025". Write 2025-12-31.';
    expect([code, out]).toEqual([1, `${place}  A209  ${message}\n6 files, 1 error, 0 warnings\n`]);
  });

  it('answers 0 for warnings, and 1 with --strict', async () => {
    const folder = contentFolder(undated);
    expect(await check(['--data', folder])).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 errors, 1 warning\n'),
    });
    const strict = await check([`--data=${folder}`, '--strict']);
    expect(strict).toMatchObject({ code: 1, out: expect.stringContaining('1 error, 0 warnings\n') });
  });

  it('says the same as data with --json', async () => {
    const { code, out } = await check(['--json'], { BROADSHEET_DATA: contentFolder(wrong) });
    expect(code).toBe(1);
    const text = expect.any(String);
    expect(JSON.parse(out)).toEqual({
      files: 6,
      errors: 1,
      warnings: 0,
      problems: [{ file: text, line: 7, column: 16, code: 'A209', severity: 'error', message: text }],
    });
  });

  it('shows 200 problems and counts the rest', async () => {
    const folder = contentFolder({ 'articles/sun.json': articleOf(...Array.from({ length: 203 }, () => '<b>')) });
    const lines = (await check(['--data', folder])).out.trimEnd().split('\n');
    expect(lines).toHaveLength(202);
    expect(lines.slice(-2)).toEqual(['… and 3 more', '6 files, 203 errors, 0 warnings']);
  });

  it('shows no control character of content to a terminal', async () => {
    const files = { 'articles/sun.json': articleWith({ section: `\u001b[31m${'x'.repeat(100)}` }) };
    const { out } = await check(['--data', contentFolder(files)]);
    // oxlint-disable-next-line no-control-regex
    expect(out).not.toMatch(/\u001b/);
    expect(out).toContain(String.raw`"\u001b[31m${'x'.repeat(55)}…"`);
  });

  it.each([
    [['--jsn'], "error: unknown option '--jsn'\n(Did you mean --json?)"],
    [['--zzz'], "error: unknown option '--zzz'"],
    [['--data'], "error: option '--data <folder>' argument missing"],
    [['--data', '--json'], "error: option '--data <folder>' argument '--json' is invalid. Write a folder."],
    [
      ['--data', 'package.json'],
      "error: option '--data <folder>' argument 'package.json' is invalid. It is no folder.",
    ],
    [['--json=yes'], "error: unknown option '--json=yes'"],
    [['src/data'], 'error: too many arguments. Expected 0 arguments but got 1.'],
  ])('answers 2 for %s', async (args, says) => {
    const { code, out, err } = await check(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`${says}\n`);
    expect(err).toContain('Usage: npm run check');
  });

  it('answers 3 for a folder that cannot be read', async () => {
    const { code, out } = await check(['--data', '/no/such/folder']);
    expect(code).toBe(3);
    expect(out).toContain('A110  cannot be read: there is no such folder.');
  });
});
