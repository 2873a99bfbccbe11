/**
 * The commands of npm, as commander reads them: one style of help, of mistakes and of exit codes. A path is meant from
 * the folder where it was typed, which npm leaves for that of package.json.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { exitCodes, quoted, reasonOf } from './content/problems.ts';
import { spelled } from './content/slugs.ts';

/** What a command cannot do as things are, told in a sentence and without a trace: what is wrong, and what to do. */
export class Refusal extends Error {
  readonly code: number;

  constructor(message: string, code: number = exitCodes.content) {
    super(message);
    this.code = code;
  }
}

/** `npm run check -- …`, or one of the things that it does: `npm run new -- article …`. */
export class NpmCommand extends Command {
  #code: number = exitCodes.fine;

  override createCommand(name?: string): NpmCommand {
    return new NpmCommand(name);
  }

  /** Says what is done with the words once they are right; `act` says of which types they are, and answers the exit code. */
  acts(act: (options: never, ...words: never[]) => number | Promise<number>): this {
    return this.action(async () => {
      this.#code = await act(this.opts() as never, ...(this.processedArgs as never[]));
    });
  }

  /** Does what the words ask for and answers the exit code: for help 0, for a mistake in them 2, told with the help. */
  async answer(argv: readonly string[]): Promise<number> {
    try {
      await this.parseAsync(argv, { from: 'user' });
      return Math.max(...[this, ...this.commands].map((command) => (command as NpmCommand).#code));
    } catch (error) {
      if (error instanceof Refusal) {
        process.stderr.write(`error: ${error.message}\n`);
        return error.code;
      }
      if (!(error instanceof CommanderError)) throw error;
      return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    }
  }
}

/** `says`: what it does, for its help and the table of commands. */
export const npmCommand = (name: string, says: string): NpmCommand =>
  new NpmCommand(`npm run ${name} --`)
    .description(says)
    .helpOption('-h, --help', 'show this')
    .helpCommand(false)
    .showHelpAfterError()
    .exitOverride();

export const typedPath = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path);

/** Its value is the whole path of the folder, which need not be there. */
export const dataOption = (): Option =>
  new Option('--data <folder>', 'the content; else what BROADSHEET_DATA names, else src/data').argParser(folderTyped);

export function folderTyped(written: string): string {
  if (written === '' || written.startsWith('-')) throw new InvalidArgumentError('Write a folder.');
  const path = typedPath(written);
  if (!canBeFolder(path)) throw new InvalidArgumentError('It is no folder.');
  return path;
}

function canBeFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
  } catch {
    // Below what is a file.
    return false;
  }
}

/** The parser of a slug: as it is, or what it would be. */
export function slugTyped(written: string): string {
  const longest = 96;
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(written) && written.length <= longest) return written;
  const likely = spelled(written);
  const most = written.length > longest ? ` It may have ${longest} characters.` : '';
  throw new InvalidArgumentError(
    `A slug has a-z, 0-9 and single hyphens.${most}${likely ? ` Write ${quoted(likely)}.` : ''}`,
  );
}

/** The parser of an option that takes a whole number from `least` up. */
export const wholeNumber =
  (least: number, example: number) =>
  (written: string): number => {
    const number = Number(written);
    if (!/^\d+$/.test(written) || number < least)
      throw new InvalidArgumentError(`Write a whole number from ${least} up, such as ${example}.`);
    return number;
  };

/** Waits for a server of Vite; why there is none (its port is taken, nothing is built) is told. */
export async function served<Server>(server: Promise<Server>): Promise<Server> {
  try {
    return await server;
  } catch (error) {
    throw new Refusal(`${reasonOf(error)}.`, exitCodes.unreadable);
  }
}
