/**
 * Reads a content folder: every file, every problem of every file in one run, and what is valid as `Content`.
 * A file with errors is left out of the content and named by the address of its page, so that the rest can be shown.
 */
import { join } from 'node:path';
import type { Content } from '../../publication/content.ts';
import { isLanguage, isTimeZone } from '../../publication/rules.ts';
import { contentOf } from './content-of.ts';
import { crossCheck } from './cross-checks.ts';
import { type Clock, clockAt, nextDue } from './date-checks.ts';
import { type Drawings, readDrawings } from './drawings.ts';
import type { Surroundings } from './file-checks.ts';
import { glossaryOf, noGlossary } from './glossary-checks.ts';
import type { JsonPlaces } from './json-source.ts';
import type { TextWords } from '../markdown/markdown.ts';
import { Pictures } from './pictures.ts';
import type { Survey } from '../pictures/survey.ts';
import { type Finding, problemsInOrder, type Problem } from './problems.ts';
import { textsInMemory } from '../cache/text-store.ts';
import { placesInFile, type ReadCache, readFile, type ReadFile } from './read-file.ts';
import { type ContentFile, type Folder, ignoredNote, listed, shownPath } from './read-folder.ts';
import type { FileKind } from './shapes.ts';
import { valueAt } from './values.ts';
import { interfaceWords } from '../../words/interface-words.ts';

export { ReadCache } from './read-file.ts';

export type ContentResult = {
  /** Everything that is valid; undefined only when publication.json cannot be used. */
  content: Content | undefined;
  /** Sorted by file, line and column. */
  problems: Problem[];
  /** Files with errors by the address of their page, such as "/articles/foo/". */
  broken: Map<string, Problem[]>;
  /** How many files of content there are. */
  files: number;
  /** When an article that is left out for its date is due: "2026-12-24T06:00+05:00", the first of them. */
  nextDue: string | undefined;
};

export type ReadOptions = {
  /** "/" or "/folder/", put before the address of every picture and link in texts. */
  base: string;
  now: Date;
  /** Dev: drafts and articles dated in the future stay in, listed in `content.unpublished`. */
  includeUnpublished: boolean;
  cache?: ReadCache;
  /** Of the pictures that are to be made in sizes; without it they are shown as they are. */
  survey?: Survey;
  /** Called with the number of files; returns what is called after each file. */
  watch?: (files: number) => () => void;
};

/** Reads and checks the whole folder. Never throws for what is wrong with content: that is in `problems`. */
export async function readContent(folder: string, options: ReadOptions): Promise<ContentResult> {
  const { files, byFile, clock, around, drawings, problems } = readFiles(folder, options, (read) => read);
  const faulty = (read: ReadFile) => byFile.get(read)?.some(({ severity }) => severity === 'error') ?? false;
  const broken = new Map<string, Problem[]>();
  for (const read of files.filter(faulty)) {
    const { address } = read.file;
    broken.set(address, problemsInOrder([...(broken.get(address) ?? []), ...(byFile.get(read) ?? [])]));
  }
  const content = contentOf({
    files,
    faulty,
    clock,
    around,
    drawings,
    texts: options.cache?.texts ?? textsInMemory,
    keepAll: options.includeUnpublished,
  });
  const articles = files.filter((read) => read.file.kind === 'articles' && !faulty(read));
  const waiting = articles.map(({ value }) => value);
  return { content, problems, broken, files: files.length, nextDue: nextDue(waiting, clock) };
}

/** The problems that `readContent` finds, without the content: for a folder whose texts are larger than memory. */
export function checkContent(folder: string, options: ReadOptions): Pick<ContentResult, 'problems' | 'files'> {
  const { files, problems } = readFiles(folder, options, withoutTexts);
  return { files: files.length, problems };
}

/** What is needed of a file once it is checked by itself. */
function withoutTexts(read: ReadFile): ReadFile {
  const { right: _, text: __, ...rest } = read;
  return { ...rest, lines: new Map(), parts: new Map(), pictures: new Map() };
}

type ReadFiles = {
  files: ReadFile[];
  byFile: Map<ReadFile, Problem[]>;
  clock: Clock;
  around: Surroundings;
  drawings: Drawings;
  problems: Problem[];
};

/** Reads and checks every file by itself, then all against each other; of each is held what `kept` returns. */
function readFiles(folder: string, options: ReadOptions, kept: (read: ReadFile) => ReadFile): ReadFiles {
  const { now, cache } = options;
  const found = listed(folder);
  const pictures = new Pictures(folder, options.base, cache?.pictures, options.survey);
  const outcome = (source: string) => pictures.outcome(source);
  const fileOf = (kind: FileKind) => found.files.find((file) => file.kind === kind);
  const [publicationFile, glossaryFile] = [fileOf('publication'), fileOf('glossary')];
  const first = publicationFile && readFile(publicationFile, surroundings(options, undefined, outcome), cache);
  const plain = surroundings(options, first?.value, outcome);
  const second = glossaryFile && readFile(glossaryFile, plain, cache);
  const around = { ...plain, glossary: glossaryOf(second?.value, plain.language) };
  const step = options.watch?.(found.files.length);
  const files = found.files.map((file) => {
    step?.();
    const read = file === publicationFile ? first : file === glossaryFile ? second : undefined;
    return kept(read ?? readFile(file, around, cache));
  });
  cache?.keepOnly(new Set(found.files.map(({ path }) => path)));

  const byFile = new Map<ReadFile, Problem[]>(files.map((read) => [read, [...read.problems]]));
  const clock = clockAt(now, timeZoneOf(first?.value));
  for (const [read, finding] of beside(files, clock)) byFile.get(read)?.push(finding);
  const problems = [...byFile].flatMap(([read, list]) => (isDraft(read) ? list.map(asDraft) : list));
  const { drawings, problems: inDrawings } = readDrawings(found.drawings);
  problems.push(...folderProblems(folder, found, publicationFile), ...inDrawings);
  return { files, byFile, clock, around, drawings, problems: problemsInOrder(problems) };
}

/** What files are checked against: the publication's language, and its words for what the press adds to a text. */
function surroundings({ base }: ReadOptions, publication: unknown, outcome: Surroundings['outcome']): Surroundings {
  const written = valueAt(publication, ['language']);
  const language = typeof written === 'string' && isLanguage(written) ? written : 'en';
  return { base, language, words: textWords(language), outcome, glossary: noGlossary };
}

function textWords(language: string): TextWords {
  const { notes } = interfaceWords(language).words.press;
  const digits = new Intl.NumberFormat(language);
  return {
    note: (number) => notes.note(digits.format(number)),
    back: notes.back,
    notes: notes.heading,
    table: (number) => `${notes.table} ${digits.format(number)}`,
  };
}

function timeZoneOf(publication: unknown): string {
  const zone = valueAt(publication, ['timeZone']);
  return typeof zone === 'string' && isTimeZone(zone) ? zone : 'UTC';
}

/** The problems found by comparing files; the positions of a file are looked up once, and forgotten with the next. */
function beside(files: readonly ReadFile[], clock: Clock): [ReadFile, Problem][] {
  const findings = new Map<ReadFile, Finding[]>();
  crossCheck(files, clock, (read, finding) => {
    const list = findings.get(read);
    if (list) list.push(finding);
    else findings.set(read, [finding]);
  });
  return [...findings].flatMap(([read, list]) => {
    let places: JsonPlaces | undefined;
    return list.map((finding): [ReadFile, Problem] => {
      places ??= placesInFile(read.file);
      return [read, places.place(read.file.shown, finding)];
    });
  });
}

const isDraft = ({ value }: ReadFile): boolean => valueAt(value, ['draft']) === true;

/** What is unfinished in a draft does not stop the rest from being published. */
const asDraft = (problem: Problem): Problem =>
  problem.severity === 'warning'
    ? problem
    : { ...problem, severity: 'warning', message: `${problem.message} (In a draft this is only a warning.)` };

function folderProblems(folder: string, found: Folder, publication: ContentFile | undefined): Problem[] {
  const problems = [...found.problems, ...ignoredNote(folder, found.ignored)];
  const at = (name: string) => ({ file: shownPath(join(folder, name)), line: 1, column: 1 });
  const unreadable = found.problems.length > 0;
  if (!publication && !unreadable) {
    const message = '"publication.json" is missing. It holds the name, address, language, time zone and sections.';
    problems.push({ ...at('publication.json'), code: 'A109', severity: 'error', message });
  }
  if (!unreadable && !found.files.some(({ kind }) => kind === 'articles')) {
    problems.push({ ...at('articles'), code: noArticles, severity: 'warning', message: 'there are no articles.' });
  }
  return problems;
}

const noArticles = 'W513';

/** The same problems as a build has to see them: a publication without articles cannot be built (A501). */
export const problemsForBuild = (problems: readonly Problem[]): Problem[] =>
  problems.map((problem) =>
    problem.code === noArticles
      ? { ...problem, code: 'A501', severity: 'error', message: 'nothing to publish: there are no articles.' }
      : problem,
  );
