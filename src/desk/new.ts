/** `npm run new`: begins a publication, an article, an author or a page of its own. */
import { dataOption, folderTyped, npmCommand, type NpmCommand, slugTyped } from '../press/command-line.ts';
import { newArticle, newAuthor, newPage } from './new-files.ts';
import { newPublication } from './new-publication.ts';
import { addressTyped, languageTyped, nameTyped, zoneTyped } from './typed-words.ts';

export function newCommand(): NpmCommand {
  const command = npmCommand('new', 'Begins a publication, an article, an author or a page.');
  const begins = (what: string, says: string): NpmCommand => command.command(what).description(says);
  const language = ['--language <tag>', 'of its text, else that of the publication', languageTyped] as const;
  const slug = ['--slug <slug>', 'its file and the end of its address, else made of the words', slugTyped] as const;
  begins('publication', 'A folder of content that builds at once, with what keeps and publishes it.')
    .argument('<folder>', 'a new folder, or one without content', folderTyped)
    .option('--name <name>', 'what it is called; asked for on a terminal', nameTyped(100))
    .option('--language <tag>', 'such as en, ur or pt-BR; asked for on a terminal, else en', languageTyped)
    .option('--time-zone <zone>', "such as Asia/Karachi; asked for on a terminal, else this computer's", zoneTyped)
    .option('--address <url>', 'where it will be read', addressTyped, 'https://example.org/')
    .acts(newPublication);
  begins('article', 'A draft, in a file that is called by its headline.')
    .argument('<headline>', 'in quotation marks', nameTyped(300))
    .option('--author <slug>', 'who writes it, again for each of several; else the publication', listTyped)
    .option('--section <slug>', 'else the first one of the publication')
    .option(...language)
    .option(...slug)
    .addOption(dataOption())
    .acts(newArticle);
  begins('author', 'Somebody who writes here.')
    .argument('<name>', 'in quotation marks', nameTyped(100))
    .option(...language)
    .option(...slug)
    .addOption(dataOption())
    .acts(newAuthor);
  begins('page', 'A page that is only text, such as "About".')
    .argument('<title>', 'in quotation marks', nameTyped(200))
    .option(...language)
    .option(...slug)
    .addOption(dataOption())
    .acts(newPage);
  return command;
}

/** Runs the command and answers its exit code. */
export const main = (argv: string[]): Promise<number> => newCommand().answer(argv);

const listTyped = (written: string, before: readonly string[] = []): string[] => [...before, written];
