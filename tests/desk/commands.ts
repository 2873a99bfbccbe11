/** All commands that work on content, as the README lists them: made of the commands' own help. */
import type { Command } from 'commander';
import { buildCommand } from '../../src/desk/build.ts';
import { checkCommand } from '../../src/desk/check.ts';
import { devCommand } from '../../src/desk/dev.ts';
import { lettersCommand } from '../../src/desk/letters.ts';
import { newCommand } from '../../src/desk/new.ts';
import { previewCommand } from '../../src/desk/preview.ts';
import { renameCommand } from '../../src/desk/rename.ts';
import { importCommand } from '../../src/import/arguments.ts';

export const commands: Command[] = [
  devCommand(),
  buildCommand(),
  previewCommand(),
  checkCommand(),
  newCommand(),
  renameCommand(),
  lettersCommand(),
  importCommand(() => Promise.resolve(0)),
];

/** The cells of each row: the words, what is said of them, the options. */
export function commandRows(): string[][] {
  return commands.flatMap((command) => (command.commands.length > 0 ? command.commands : [command])).map(rowOf);
}

function rowOf(command: Command): string[] {
  const names = command.parent ? [command.parent.name(), command.name()] : [command.name()];
  const args = command.registeredArguments.map(({ required, variadic }, place) => {
    const name = `${command.registeredArguments[place]!.name()}${variadic ? '...' : ''}`;
    return required ? `<${name}>` : `[${name}]`;
  });
  const words = [...names, ...args].join(' ').replace(/ --$/, '');
  const options = command.options.filter(({ hidden }) => !hidden).map(({ flags }) => `\`${flags}\``);
  return [`\`${words}\``, command.description(), options.join(', ')];
}
