/**
 * `npm run letters`: what the desk does with letters to the editors: lists those that wait, prints them, refuses them,
 * answers them, and forgets who wrote them. Letters come in by `npm run import`.
 */
import { randomBytes } from 'node:crypto';
import { relative } from 'node:path';
import { articleAddress } from '../publication/addresses.ts';
import { dayOf } from '../publication/dates.ts';
import { isTimeZone } from '../publication/rules.ts';
import { type LetterFile, longestLetter, responsesSchema } from '../publication/schema.ts';
import { forgetContent } from '../press/cache/cache-folder.ts';
import { dataOption, npmCommand, type NpmCommand, Refusal } from '../press/command-line.ts';
import { dataFolder, openDataFolder } from '../press/data-folder.ts';
import { edited, editsFor } from '../press/content/json-text.ts';
import { printable, quoted } from '../press/content/problems.ts';
import { listed } from '../press/content/read-folder.ts';
import type { Staging } from '../press/content/staging.ts';
import { valueAt } from '../press/content/values.ts';
import { changed, inDevServer, jsonIn, refuseErrors } from './change.ts';
import { languageTyped, paragraphsTyped } from './typed-words.ts';

type Options = { data?: string };

export function lettersCommand(): NpmCommand {
  const command = npmCommand('letters', 'Letters to the editors: which wait, and what becomes of them.');
  const does = (what: string, says: string, isDefault = false): NpmCommand =>
    command.command(what, { isDefault }).description(says).addOption(dataOption());
  const ids = ['<id...>', 'as the list has them; the beginning of one is enough'] as const;
  does('list', 'Lists the letters that wait. It is what the command does without a word, too.', true).acts(list);
  does('print', 'Prints letters under their articles, with the next build.')
    .argument(...ids)
    .acts(judged('printed'));
  does('refuse', 'Prints them not, or no more.')
    .argument(...ids)
    .acts(judged('refused'));
  does('reply', "Prints a writer's reply under a letter.")
    .argument('<id>', ids[1])
    .argument('<text>', 'in quotation marks', paragraphsTyped(longestLetter))
    .requiredOption('--author <slug>', 'who replies')
    .option('--language <tag>', 'of the reply, else that of the publication', languageTyped)
    .acts(reply);
  does('forget', 'Takes out what somebody wrote: of the content, of what builds keep, and so of the next site.')
    .argument('<id-or-name>', 'of one letter, or of whoever wrote letters')
    .acts(forget);
  return command;
}

/** Runs the command and answers its exit code. */
export const main = (argv: string[]): Promise<number> => lettersCommand().answer(argv);

/** A letter, the path of its file below the content folder, and its place there. */
type Filed = { letter: LetterFile; path: string; article: string; index: number };

function lettersIn(staging: Staging): Filed[] {
  const { files } = listed(staging.whole);
  return files
    .filter(({ kind }) => kind === 'responses')
    .flatMap((file) => {
      const path = relative(staging.whole, file.path).replaceAll('\\', '/');
      return lettersOf(staging, path).map((letter, index) => ({ letter, path, article: file.slug, index }));
    });
}

function lettersOf(staging: Staging, path: string): LetterFile[] {
  const file = responsesSchema.safeParse(jsonIn(staging, path, ', and may hold the letter').value);
  if (!file.success) throw new Refusal(`${path} has faults. Put it right first: npm run check names them.`);
  return file.data.letters;
}

const nameOf = (letter: LetterFile): string => ('name' in letter ? letter.name : '');
const repliesTo = (letter: LetterFile): string | undefined => ('replyTo' in letter ? letter.replyTo : undefined);

/** The one letter whose id begins so. */
function found(letters: readonly Filed[], id: string): Filed {
  const whole = letters.find(({ letter }) => letter.id === id);
  const some = whole ? [whole] : letters.filter(({ letter }) => letter.id.startsWith(id));
  if (some.length === 0) throw new Refusal(`There is no letter ${quoted(id)}. npm run letters lists those that wait.`);
  if (some.length > 1) throw new Refusal(`${some.length} letters begin with ${quoted(id)}. Write more of the id.`);
  return some[0]!;
}

function list({ data }: Options): Promise<number> {
  const folder = openDataFolder(data);
  return changed(folder, (staging) => {
    const waiting = lettersIn(staging).flatMap(({ letter, article }) =>
      letter.status === 'waiting' ? [{ letter, article }] : [],
    );
    if (waiting.length === 0) return ['No letter waits.'];
    const lines = waiting.flatMap(({ letter, article }, index) => [
      ...(waiting[index - 1]?.article === article ? [] : [articleAddress(article), '']),
      `  ${letter.id}  ${nameOf(letter)}, ${letter.date}${repliesTo(letter) === undefined ? '' : `, to ${repliesTo(letter)}`}`,
      ...letter.text.map((paragraph) => `    ${paragraph}`),
      '',
    ]);
    const [first] = waiting;
    const count = waiting.length === 1 ? '1 letter waits' : `${waiting.length} letters wait`;
    return [...lines, `${count}. To print one: npm run letters -- print ${first!.letter.id}`].map(printable);
  });
}

const judged =
  (status: 'printed' | 'refused') =>
  ({ data }: Options, ids: readonly string[]): Promise<number> =>
    changed(data ?? dataFolder(process.cwd()), (staging) => {
      const letters = lettersIn(staging);
      const today = todayIn(staging);
      const said = ids.map((id) => {
        const { letter, path, article, index } = found(letters, id);
        if (letter.status === 'removed') throw new Refusal(`${letter.id} was removed at the writer's wish.`);
        const printed = status === 'printed' ? (letter.printed ?? today) : undefined;
        put(staging, path, ['letters', index, 'status'], status);
        put(staging, path, ['letters', index, 'printed'], printed);
        const way = status === 'printed' ? `printed under ${inDevServer(articleAddress(article))}` : 'refused';
        return printable(`${letter.id}  ${nameOf(letter)}: ${way}`);
      });
      refuseErrors(staging);
      return said;
    });

type Reply = Options & { author: string; language?: string };

function reply({ data, author, language }: Reply, id: string, text: string[]): Promise<number> {
  const folder = data ?? dataFolder(process.cwd());
  return changed(folder, (staging) => {
    const letters = lettersIn(staging);
    const { letter: answered, path, article } = found(letters, id);
    const { name } = authorIn(staging, author);
    const replyTo = repliesTo(answered) ?? answered.id;
    const letter: LetterFile = {
      id: randomBytes(16).toString('hex'),
      name,
      text,
      ...(language !== undefined && { language }),
      date: new Date().toISOString(),
      status: 'printed',
      printed: todayIn(staging),
      replyTo,
      author,
    };
    const count = letters.filter((other) => other.path === path).length;
    put(staging, path, ['letters', count], letter);
    refuseErrors(staging);
    return [printable(`${letter.id}  ${name}: printed under ${inDevServer(articleAddress(article))}`)];
  });
}

function authorIn(staging: Staging, slug: string): { name: string } {
  const path = `authors/${slug}.json`;
  if (!staging.has(path)) throw new Refusal(`There is no author ${quoted(slug)}: ${path} is missing.`);
  return { name: String(valueAt(jsonIn(staging, path).value, ['name'])) };
}

async function forget({ data }: Options, word: string): Promise<number> {
  const code = await changed(data ?? dataFolder(process.cwd()), (staging) => {
    const letters = lettersIn(staging);
    const wanted = folded(word);
    const byName = letters.filter(({ letter }) => letter.status !== 'removed' && folded(nameOf(letter)) === wanted);
    const gone = byName.length > 0 ? byName : [found(letters, word)];
    // Its id stays, so that it is not imported once more; where there are replies, they hang on it.
    for (const { letter, path, index } of gone) {
      const { id, date } = letter;
      put(staging, path, ['letters', index], { id, date, status: 'removed' } satisfies LetterFile);
    }
    refuseErrors(staging);
    const count = gone.length === 1 ? '1 letter is' : `${gone.length} letters are`;
    return [
      `${count} gone from the content, and from what builds keep here.`,
      'The next build takes them out of the site. Files that they were imported from, and earlier versions of the folder, are yours to clear.',
    ];
  });
  if (code === 0) forgetContent(process.cwd());
  return code;
}

const folded = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

function put(staging: Staging, path: string, place: (string | number)[], value: unknown): void {
  const { text } = jsonIn(staging, path);
  staging.put(path, edited(text, editsFor(text, place, value)));
}

function todayIn(staging: Staging): string {
  const zone = valueAt(jsonIn(staging, 'publication.json').value, ['timeZone']);
  return dayOf(new Date().toISOString(), typeof zone === 'string' && isTimeZone(zone) ? zone : 'UTC');
}
