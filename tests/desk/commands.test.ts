/** Every command: its help, its row in the README, and its answer to what it does not know. */
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { NpmCommand } from '../../src/press/command-line.ts';
import { commandRows, commands } from './commands.ts';

/** The cells of the README's rows of commands. */
function rowsOfReadme(): string[][] {
  const table = /^(\| command .*\n(?:\|.*\n)+)/m.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
  const rows = table.trim().split('\n').slice(2);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test('the table of the README says what the commands say of themselves', () => {
  expect(rowsOfReadme()).toEqual(commandRows());
});

test('package.json has each of them', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  for (const name of commands.map((command) => command.name())) {
    expect(scripts[name.replace(/^npm run (\w+) --$/, '$1')]).toMatch(
      /^node src\/press\/run\.mjs src\/(?:desk|import)\//,
    );
  }
});

const each = commands.map((command) => [command.name(), command as NpmCommand] as const);

test.each(each)('%s --help answers 0 and says how it is used', async (name, command) => {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(await command.answer(['--help'])).toBe(0);
  expect(out.mock.calls.join('')).toMatch(new RegExp(`^Usage: ${name} `));
});

test.each(each)(
  '%s answers 2 to an option it does not know, and says which it may have been',
  async (name, command) => {
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const words = name.includes('new') ? ['page', 'About'] : name.includes('rename') ? ['a', 'b'] : [];
    expect(await command.answer([...words, '--dta', 'x'])).toBe(2);
    expect(err.mock.calls.join('')).toContain("error: unknown option '--dta'\n(Did you mean --data?)\n");
  },
);

test.each(each)('%s takes --data, or makes a folder of content', (_name, command) => {
  const leaves = command.commands.length > 0 ? command.commands : [command];
  const without = leaves.filter(({ options }) => !options.some(({ long }) => long === '--data'));
  expect(without.map((leaf) => leaf.name())).toEqual(
    leaves.map((leaf) => leaf.name()).filter((leaf) => leaf === 'publication'),
  );
});
