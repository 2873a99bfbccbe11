/**
 * A new publication: a folder of content that is valid, builds and can be read at once, with what a repository of it
 * needs. Made whole or not at all; no file that is there is touched.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { InvalidArgumentError } from 'commander';
import { dayOf } from '../publication/dates.ts';
import { contentFormat } from '../publication/rules.ts';
import { Refusal } from '../press/command-line.ts';
import { jsonText } from '../press/content/json-text.ts';
import { exitCodes } from '../press/content/problems.ts';
import { listed, shownPath } from '../press/content/read-folder.ts';
import { changed, refuseErrors } from './change.ts';
import { wordsFor } from './first-words.ts';
import { schemaFrom } from './new-files.ts';
import { folderReadme } from './folder-readme.ts';
import { publishWorkflow } from './publish-workflow.ts';
import { thisProduct } from './this-product.ts';
import { languageTyped, nameTyped, zoneTyped } from './typed-words.ts';

export type NewPublication = { name?: string; language?: string; timeZone?: string; address: string };

export async function newPublication(given: NewPublication, folder: string): Promise<number> {
  const answers = process.stdin.isTTY ? await asked(given, process.stdin, process.stdout) : given;
  const { name, language = 'en', timeZone = ownTimeZone(), address } = answers;
  if (name === undefined) {
    throw new Refusal('the publication has no name. Write --name "The Harbour Post".', exitCodes.usage);
  }
  return changed(folder, (staging) => {
    if (listed(folder).files.length > 0) {
      throw new Refusal(`${shownPath(folder)} holds content already. Name another folder.`);
    }
    const files = Object.entries(filesOf({ name, language, timeZone, address }, folder));
    const kept = files.map(([path]) => path).filter((path) => existsSync(join(folder, path)));
    for (const [path, text] of files) if (!kept.includes(path)) staging.put(path, text);
    refuseErrors(staging);
    const shown = shownPath(folder);
    return [
      `${shown} is a publication now: ${files.length - kept.length} files.`,
      ...(kept.length > 0 ? [`Left as they were: ${kept.join(', ')}.`] : []),
      '',
      `Read it:   npm run dev -- --data ${shown}`,
      `Write:     npm run new -- article "A walk in June" --data ${shown}`,
      `Check it:  npm run check -- --data ${shown}`,
      `Build it:  npm run build -- --data ${shown}`,
    ];
  });
}

const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What was not given is asked for, and again until it is right. */
export async function asked(given: NewPublication, input: Readable, output: Writable): Promise<NewPublication> {
  const terminal = createInterface({ input, output });
  terminal.once('SIGINT', () => process.exit(130));
  const ask = async (question: string, usual: string, right: (written: string) => string): Promise<string> => {
    for (;;) {
      const written = (await terminal.question(`${question}${usual && ` [${usual}]`}: `)).trim() || usual;
      try {
        return right(written);
      } catch (error) {
        if (!(error instanceof InvalidArgumentError)) throw error;
        output.write(`${error.message}\n`);
      }
    }
  };
  try {
    return {
      ...given,
      name: given.name ?? (await ask('Name of the publication', '', nameTyped(100))),
      language: given.language ?? (await ask('Language', 'en', languageTyped)),
      timeZone: given.timeZone ?? (await ask('Time zone', ownTimeZone(), zoneTyped)),
    };
  } finally {
    terminal.close();
  }
}

type Publication = Required<NewPublication>;

/** The texts of all its files, by path. */
function filesOf({ name, language, timeZone, address }: Publication, folder: string): Record<string, string> {
  const words = wordsFor(language);
  const own = words.language === language.split('-')[0] ? {} : { language: words.language };
  const schema = (below: string, named: string) => ({ $schema: schemaFrom(join(folder, below), named) });
  const product = thisProduct();
  return {
    'publication.json': jsonText({
      ...schema('', 'publication'),
      format: contentFormat,
      name,
      address,
      language,
      timeZone,
      sections: [{ slug: 'notes', name: words.section }],
    }),
    'must-read.json': jsonText({
      ...schema('', 'must-read'),
      entries: [{ article: 'first-page', reason: words.reason }],
    }),
    'authors/editors.json': jsonText({ ...schema('authors', 'author'), name: words.author, ...own }),
    'articles/first-page.json': jsonText({
      ...schema('articles', 'article'),
      headline: words.headline,
      standfirst: words.standfirst,
      authors: ['editors'],
      section: 'notes',
      published: dayOf(new Date().toISOString(), timeZone),
      ...own,
      image: { src: '/images/hand-press.svg', alt: words.picture },
      body: words.body,
    }),
    'images/hand-press.svg': readFileSync(resolve('src/data/images/hand-press.svg'), 'utf8'),
    'README.md': folderReadme(name, product),
    '.gitignore': '.DS_Store\nThumbs.db\n*~\n',
    '.github/workflows/publish.yml': publishWorkflow(product),
  };
}
