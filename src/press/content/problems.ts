/** Problems of content: the form of a message, the order of messages, and the exit code of a command. */

export type Severity = 'error' | 'warning';

/** The way to a value in JSON. */
export type Path = readonly (string | number)[];

/** What a repair has to know beyond the code: what is never closed (A403), the cells of a row and of its header (W508). */
export type ProblemData = { open?: 'code' | 'comment'; cells?: number; columns?: number };

/**
 * The one right way to mend a problem, where there is one: another value, another name of its key, a key that is added
 * or taken away, or the file written again as it is read.
 */
export type Fix = { value: unknown } | { key: string } | { add: string; value: unknown } | 'remove' | 'save';

/** A problem before its place in the file is known: `path` leads to a value of the JSON, `onKey` to its name. */
export type Finding = {
  path: Path;
  onKey?: true;
  /** A place inside the text of the value, both counted from 1. */
  inside?: { line: number; column: number };
  code: string;
  severity: Severity;
  message: string;
  data?: ProblemData;
  fix?: Fix;
};

/** Without a path it concerns the file as such. */
export type Problem = Omit<Finding, 'path' | 'onKey'> & {
  path?: Path;
  /** As shown: relative to the working folder, with forward slashes. */
  file: string;
  line: number;
  column: number;
};

/** Exit codes of the commands. */
export const exitCodes = { fine: 0, content: 1, usage: 2, unreadable: 3 } as const;

/** Shown at most in one run; the rest is counted. */
export const mostShown = 200;

/** "src/data/articles/foo.json:12:5  A203  \"headline\" …": one line, whatever the content holds. */
export const inForm = ({ file, line, column, code, message }: Problem): string =>
  `${printable(file)}:${line}:${column}  ${code}  ${printable(message)}`;

/** Sorted by file, line and column, the same place by code. */
export const problemsInOrder = (problems: Iterable<Problem>): Problem[] =>
  [...problems].sort(
    (a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column || order(a.code, b.code),
  );

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const longestQuote = 60;

/** A value as a message shows it: in double quotes, at most 60 characters, safe on a terminal. */
export function quoted(value: unknown): string {
  if (typeof value !== 'string') return shortened(JSON.stringify(value) ?? String(value));
  return `"${printable(shortened(value))}"`;
}

const shortened = (text: string): string => {
  const characters = Array.from(text.slice(0, longestQuote * 2 + 2));
  return characters.length > longestQuote ? `${characters.slice(0, longestQuote).join('')}…` : text;
};

/** Characters a terminal would act on, or that turn the direction of what follows, as \u0007. */
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/gu;

/** The text with such characters escaped, so that it is safe on a terminal. */
export const printable = (text: string): string =>
  text.replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What an exception says. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** 3 for a file that cannot be read, 1 for an error in content, else 0. */
export function exitCodeOf(problems: readonly Problem[]): number {
  if (problems.some(({ code }) => code === 'A110')) return exitCodes.unreadable;
  return problems.some(({ severity }) => severity === 'error') ? exitCodes.content : exitCodes.fine;
}

/** "42 files, 0 errors, 1 warning" */
export function summary(files: number, problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return [count(files, 'file'), count(errors, 'error'), count(problems.length - errors, 'warning')].join(', ');
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** ` Did you mean "a" or "b"?`, or nothing. */
export const didYouMean = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` Did you mean ${names.map(quoted).join(' or ')}?`;

/** `Known: "a", "b", …`, for short lists and long ones. */
export function knownNames(names: Iterable<string>): string {
  const all = [...names].sort();
  if (all.length === 0) return 'There are none.';
  const shown = all.slice(0, 10).map(quoted).join(', ');
  return `Known: ${shown}${all.length > 10 ? ` and ${all.length - 10} more` : ''}.`;
}
