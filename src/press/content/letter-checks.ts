/** Checks letters to the editors: each by itself, and against articles, authors and the other letters. */
import { articleAddress } from '../../publication/addresses.ts';
import { longestLetter } from '../../publication/schema.ts';
import { aliasAddress } from './addresses-of-content.ts';
import { ahead, type Clock, dateAt, isBefore } from './date-checks.ts';
import { didYouMean, type Finding, type Path, quoted } from './problems.ts';
import type { ReadFile } from './read-file.ts';
import { authorFinding, type Whole } from './reference-checks.ts';
import { placeIn } from './strings.ts';
import { listAt, valueAt } from './values.ts';

const error = (path: Path, code: string, message: string): Finding => ({ path, code, severity: 'error', message });
const warning = (path: Path, code: string, message: string): Finding => ({ path, code, severity: 'warning', message });

const lettersIn = (value: unknown): { letter: unknown; at: Path }[] =>
  listAt(value, 'letters').map((letter, index) => ({ letter, at: ['letters', index] }));

/** How long a letter is, with an empty line between paragraphs, as it was typed. */
export const lengthOfLetter = (text: readonly unknown[]): number => text.join('\n\n').length;

/** A205 too long as a whole, W521 printed without a date, W522 markup. */
export const letterTextFindings = (value: unknown): Finding[] =>
  lettersIn(value).flatMap(({ letter, at }) => {
    const text = listAt(letter, 'text');
    const length = lengthOfLetter(text);
    const isUndated = valueAt(letter, ['status']) === 'printed' && valueAt(letter, ['printed']) === undefined;
    const tooLong = `the letter has ${length} characters. The limit is ${longestLetter}.`;
    const undated = 'the letter is printed, and nothing says since when. Write "printed" with the date.';
    return [
      ...(length > longestLetter ? [error([...at, 'text'], 'A205', tooLong)] : []),
      ...(isUndated ? [warning([...at, 'status'], 'W521', undated)] : []),
      ...markupFindings(text, [...at, 'text']),
    ];
  });

/** HTML, links and stress of Markdown. */
const markup = /<\/?[a-z][^<>]*>|<!--|&(?:[a-z]+|#\d+|#x[\da-f]+);|\]\([^()\s]+\)|\*\*(?=\S)/i;

/** The first of a letter. */
function markupFindings(text: readonly unknown[], path: Path): Finding[] {
  for (const [index, paragraph] of text.entries()) {
    const found = typeof paragraph === 'string' ? markup.exec(paragraph) : null;
    if (!found) continue;
    const message = `a letter is plain text: ${quoted(found[0])} is printed as it is written.`;
    return [{ ...warning([...path, index], 'W522', message), inside: placeIn(found.input, found.index) }];
  }
  return [];
}

/** A327 no such article, A304 no such author, dates (W510, A329) and what a letter answers (A330, A331, A332). */
export function letterFindings({ file, value }: ReadFile, whole: Whole, clock: Clock): Finding[] {
  const letters = lettersIn(value);
  const byId = new Map(letters.map(({ letter }) => [valueAt(letter, ['id']), letter]));
  return [
    ...articleFinding(file.slug, whole),
    ...letters.flatMap(({ letter, at }) => [
      ...authorFinding([...at, 'author'], valueAt(letter, ['author']), whole),
      ...dateFindings(letter, at, clock),
      ...replyFindings(letter, at, byId, whole),
    ]),
  ];
}

function articleFinding(slug: string, { articles, near }: Whole): Finding[] {
  if (articles.has(slug)) return [];
  const address = articleAddress(slug);
  const now = [...articles.values()].find(({ value }) =>
    listAt(value, 'aliases').some((alias) => typeof alias === 'string' && aliasAddress(alias) === address),
  )?.file.slug;
  const cure =
    now === undefined ? didYouMean(near(slug, articles.keys())) : ` It is ${quoted(now)} now: call this ${now}.json.`;
  return [error([], 'A327', `letters to an article that is not here: ${quoted(slug)}.${cure}`)];
}

function dateFindings(letter: unknown, at: Path, clock: Clock): Finding[] {
  const [date, printed] = [dateAt(letter, ['date']), dateAt(letter, ['printed'])];
  const findings = Object.entries({ date, printed }).flatMap(([key, written]) => {
    if (written === undefined || !ahead(written, clock)) return [];
    return [warning([...at, key], 'W510', `${quoted(written)} is in the future.`)];
  });
  if (date === undefined || printed === undefined || !isBefore(printed, date, clock.timeZone)) return findings;
  const message = `"printed" is before "date": ${quoted(printed)} is earlier than ${quoted(date)}.`;
  return [...findings, error([...at, 'printed'], 'A329', message)];
}

function replyFindings(letter: unknown, at: Path, byId: ReadonlyMap<unknown, unknown>, { near }: Whole): Finding[] {
  const path = [...at, 'replyTo'];
  const replyTo = valueAt(letter, ['replyTo']);
  if (typeof replyTo !== 'string') return [];
  if (replyTo === valueAt(letter, ['id'])) return [error(path, 'A330', 'the letter answers itself. Remove "replyTo".')];
  const answered = byId.get(replyTo);
  if (answered === undefined) {
    const ids = [...byId.keys()].filter((id) => typeof id === 'string' && id !== valueAt(letter, ['id']));
    const meant = didYouMean(near(replyTo, ids as string[]));
    return [error(path, 'A330', `"replyTo" names a letter that is not in this file: ${quoted(replyTo)}.${meant}`)];
  }
  const above = valueAt(answered, ['replyTo']);
  if (above !== undefined) {
    const message = `${quoted(replyTo)} is a reply itself, and replies are one deep. Write ${quoted(above)}.`;
    return [error(path, 'A331', message)];
  }
  const status = valueAt(answered, ['status']);
  if (valueAt(letter, ['status']) !== 'printed' || status === 'printed' || status === 'removed') return [];
  const message = `the reply is printed, and ${quoted(replyTo)}, which it answers, is not: its status is ${quoted(status)}. Print that too, or this not.`;
  return [error(path, 'A332', message)];
}

/** A328 for an id that stands twice, in one file or in two. */
export function checkLetterIds(files: readonly ReadFile[], report: (file: ReadFile, finding: Finding) => void): void {
  const taken = new Map<string, ReadFile>();
  for (const read of files) {
    if (read.file.kind !== 'responses') continue;
    for (const { letter, at } of lettersIn(read.value)) {
      const id = valueAt(letter, ['id']);
      if (typeof id !== 'string') continue;
      const other = taken.get(id);
      const where = other === read ? 'in this file' : `in ${other?.file.shown}`;
      const message = `the id ${quoted(id)} is that of another letter ${where}. Remove one of them, or give it another id.`;
      if (other) report(read, error([...at, 'id'], 'A328', message));
      else taken.set(id, read);
    }
  }
}
