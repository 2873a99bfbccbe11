/**
 * The last phase of a run: links between imported articles are resolved, the folder is checked, articles that exist
 * already are set apart, and the files are written.
 */
import { isDeepStrictEqual } from 'node:util';
import { newProblems } from '../press/content/folder-problems.ts';
import { jsonText, withoutMark } from '../press/content/json-text.ts';
import { type Problem, reasonOf } from '../press/content/problems.ts';
import { shownPath } from '../press/content/read-folder.ts';
import type { ArticleFile } from '../publication/schema.ts';
import type { Note } from './item.ts';
import type { Importer, Pending } from './importer.ts';
import { changes, counted } from './codes.ts';
import { briefsBefore, putPublicationFiles } from './folder/publication-files.ts';
import { leaveOut, checkAndMend } from './check-and-mend.ts';

export type FinishOptions = {
  now: Date;
  dryRun: boolean;
  /** What happens to files that exist and would change; without it nothing is written. */
  existing: 'overwrite' | 'skip' | undefined;
  strict: boolean;
};

export type FinishResult = {
  /** Paths below the content folder, in order. */
  written: string[];
  /** Why nothing was written. */
  stopped?: { code: 'I401' | 'I402' | 'I403' | 'I404' | 'strict'; message: string; files: string[] };
};

/** Gives every item its column in the report, and writes the files unless something stops the run. */
export function finish(importer: Importer, options: FinishOptions): FinishResult {
  for (const pending of importer.pending.values()) resolveLinks(importer, pending);
  putAuthors(importer);
  putPublicationFiles(importer, usedSections(importer));
  const others = checkAndMend(importer, options.now);
  const conflicts = leaveOutExisting(importer, options.existing);
  pruneUnused(importer);
  importer.letters.put(importer, options.now);
  const isOther = importer.letters.placed.size > 0 || (conflicts.length > 0 && options.existing === 'skip');
  if (isOther) checkAndMend(importer, options.now);
  setColumns(importer);
  const stopped =
    stoppedByOthers(importer, others, options) ??
    stoppedByConflicts(conflicts, options) ??
    stoppedByStrict(importer, options);
  return stopped ? { written: [], stopped } : commit(importer, options);
}

function commit(importer: Importer, { dryRun }: FinishOptions): FinishResult {
  const written = importer.staging.changed;
  try {
    if (!dryRun && written.length > 0) importer.staging.commit();
    return { written };
  } catch (error) {
    const message = `the content folder could not be written, and is as it was: ${reasonOf(error)}`;
    return { written: [], stopped: { code: 'I402', message, files: [] } };
  }
}

function resolveLinks(importer: Importer, { path, slug, reported }: Pending): void {
  const text = importer.staging.read(path);
  if (!importer.links.concerns(text)) return;
  const article = JSON.parse(text) as ArticleFile;
  let [resolved, lost] = [0, 0];
  article.body = article.body.map((block) => {
    const found = importer.links.resolve(block, slug);
    [resolved, lost] = [resolved + found.resolved, lost + found.lost];
    return found.block;
  });
  if (resolved === 0 && lost === 0) return;
  if (resolved > 0)
    reported.notes.push({ code: 'I218', message: `${counted(resolved, 'link')} to what came along: led to it here` });
  if (lost > 0)
    reported.notes.push({
      code: 'I107',
      message: `${counted(lost, 'link')} to files that are no articles: shown as text`,
    });
  importer.staging.put(path, jsonText(article));
}

const usedSections = ({ pending }: Importer): Set<string> =>
  new Set(Array.from(pending.values(), ({ section }) => section));

/** Puts new authors into the staging folder. */
function putAuthors(importer: Importer): void {
  for (const { slug, file } of importer.authors.added()) importer.staging.put(`authors/${slug}.json`, jsonText(file));
}

/** Leaves out articles that exist unchanged; answers the paths of those that exist and differ. */
function leaveOutExisting(importer: Importer, existing: FinishOptions['existing']): string[] {
  const conflicts: string[] = [];
  for (const pending of importer.pending.values()) {
    const before = importer.staging.readBefore(pending.path);
    if (before === undefined) continue;
    if (sameContent(before, importer.staging.read(pending.path))) {
      leaveOut(importer, pending, { code: 'I405', message: `it is here already: ${pending.path}` });
    } else {
      conflicts.push(pending.path);
      if (existing === 'skip')
        leaveOut(importer, pending, { code: 'I408', message: `${pending.path} is here and differs: skipped` });
    }
  }
  return conflicts;
}

function sameContent(before: string, after: string): boolean {
  try {
    const { $schema: _, ...value } = JSON.parse(withoutMark(before)) as Record<string, unknown>;
    return isDeepStrictEqual(value, JSON.parse(after));
  } catch {
    return false;
  }
}

/** Reverts the authors, sections and pictures that only left-out articles used. */
function pruneUnused(importer: Importer): void {
  const { staging, pending, authorItems, report } = importer;
  const used = new Set([
    ...authorItems.map(({ slug }) => slug),
    ...Array.from(pending.values(), ({ authors }) => authors).flat(),
  ]);
  for (const { slug } of importer.authors.added()) if (!used.has(slug)) staging.revert(`authors/${slug}.json`);
  if (importer.pictures.copied.size > 0) {
    const shown = picturesShown(importer);
    for (const source of importer.pictures.copied) if (!shown.has(source)) staging.revert(source.slice(1));
  }
  report.notes.splice(0, report.notes.length, ...report.notes.filter(({ code }) => code !== 'I118'));
  if (pending.size === 0 && importer.briefs.length === 0 && used.size === 0) staging.revert('publication.json');
  else putPublicationFiles(importer, usedSections(importer));
}

/** The sources of all pictures in the imported files. */
function picturesShown({ staging }: Importer): Set<string> {
  const texts = staging.changed.filter((path) => path.endsWith('.json')).map((path) => staging.read(path));
  return new Set(texts.flatMap((text) => text.match(/\/images\/[^\s)>"\\]+/g) ?? []));
}

function setColumns(importer: Importer): void {
  for (const { reported, path } of importer.pending.values()) importer.report.taken(reported, path);
  for (const [index, { reported }] of importer.briefs.entries()) {
    importer.report.taken(reported, `must-read.json, entry ${briefsBefore(importer) + index + 1}`);
  }
  for (const [path, letters] of importer.letters.placed) {
    for (const reported of letters) importer.report.taken(reported, path);
  }
  for (const { reported, slug, before } of importer.authorItems) {
    const path = `authors/${slug}.json`;
    if (before) importer.report.leftOut(reported, { code: 'I405', message: `the author is here already: ${path}` });
    else importer.report.taken(reported, path);
  }
}

function stoppedByOthers(
  importer: Importer,
  others: readonly Problem[],
  options: FinishOptions,
): FinishResult['stopped'] {
  if (others.length === 0) return undefined;
  const added = newProblems(others, importer.staging.data, options.now);
  const [first] = added;
  if (!first) {
    const message = `the content folder had ${counted(others.length, 'error')} before the import; npm run check lists them`;
    importer.report.notes.push({ code: 'I404', message });
    return undefined;
  }
  const message = `the folder would not pass the check: ${first.code} ${first.message}`;
  return {
    code: 'I404',
    message,
    files: added.map(({ file }) => file.replace(shownPath(importer.staging.whole), shownPath(importer.staging.data))),
  };
}

function stoppedByConflicts(conflicts: string[], { existing }: FinishOptions): FinishResult['stopped'] {
  if (conflicts.length === 0 || existing !== undefined) return undefined;
  const are = conflicts.length === 1 ? 'is here already and differs' : 'are here already and differ';
  const message = `${counted(conflicts.length, 'file')} ${are}. Write --overwrite to replace them or --skip to keep them`;
  return { code: 'I401', message, files: conflicts };
}

/** With --strict the run stops if an item had to be changed or a file could not be read. */
function stoppedByStrict({ report }: Importer, { strict }: FinishOptions): FinishResult['stopped'] {
  if (!strict) return undefined;
  const changed = report.items.filter(({ column }) => column === 'changed').length;
  const faults = report.files.filter(({ refused, notes }) => refused !== undefined || notes.some(isChange)).length;
  if (changed === 0 && faults === 0) return undefined;
  const what = [
    counted(changed, 'item') + ' would be changed',
    counted(faults, 'file') + ' could not be read as it is',
  ];
  return { code: 'strict', message: `with --strict nothing is written: ${what.join(', ')}`, files: [] };
}

const isChange = (note: Note): boolean => changes(note);
