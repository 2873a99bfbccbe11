/** The end of a run: links led home, the folder checked, what is there already told apart, and everything put in its place. */
import { isDeepStrictEqual } from 'node:util';
import { basePath } from '../press/data-folder.ts';
import { checkContent } from '../press/content/validate.ts';
import { reasonOf } from '../press/content/problems.ts';
import { shownPath } from '../press/content/read-folder.ts';
import type { ArticleFile } from '../publication/schema.ts';
import type { Note } from './copy.ts';
import { type Desk, json, type Pending } from './desk.ts';
import { changes, counted } from './notes.ts';
import { briefsBefore, putPublicationFiles } from './folder/publication-files.ts';
import { leaveOut, settle } from './settling.ts';

export type Finishing = {
  now: Date;
  dryRun: boolean;
  /** What becomes of files that are there and would change; without it nothing is written. */
  existing: 'overwrite' | 'skip' | undefined;
  strict: boolean;
};

export type Finish = {
  /** Paths below the content folder, in order. */
  written: string[];
  /** Why nothing was written. */
  stopped?: { code: 'I401' | 'I402' | 'I403' | 'I404' | 'strict'; message: string; files: string[] };
};

/** Closes every entry of the ledger. The staging folder is gone afterwards. */
export function finish(desk: Desk, options: Finishing): Finish {
  for (const pending of desk.pending.values()) leadLinks(desk, pending);
  putAuthors(desk);
  putPublicationFiles(desk, usedSections(desk));
  const { others } = settle(desk, options.now);
  const conflicts = partedFromThere(desk, options.existing);
  pruned(desk);
  if (conflicts.length > 0 && options.existing === 'skip') settle(desk, options.now);
  closeAll(desk);
  const stopped =
    stoppedByOthers(desk, others, options) ?? stoppedByConflicts(conflicts, options) ?? stoppedByStrict(desk, options);
  return stopped ? { written: [], stopped } : commit(desk, options);
}

function commit(desk: Desk, { dryRun }: Finishing): Finish {
  const written = desk.staging.changed;
  try {
    if (!dryRun && written.length > 0) desk.staging.commit();
    return { written };
  } catch (error) {
    const message = `the content folder could not be written, and is as it was: ${reasonOf(error)}`;
    return { written: [], stopped: { code: 'I402', message, files: [] } };
  }
}

function leadLinks(desk: Desk, { path, slug, entry }: Pending): void {
  const text = desk.staging.read(path);
  if (!desk.links.concerns(text)) return;
  const article = JSON.parse(text) as ArticleFile;
  let [led, lost] = [0, 0];
  article.body = article.body.map((block) => {
    const found = desk.links.led(block, slug);
    [led, lost] = [led + found.led, lost + found.lost];
    return found.block;
  });
  if (led === 0 && lost === 0) return;
  if (led > 0)
    entry.notes.push({ code: 'I218', message: `${counted(led, 'link')} to what came along: led to it here` });
  if (lost > 0)
    entry.notes.push({
      code: 'I107',
      message: `${counted(lost, 'link')} to files that are no articles: shown as text`,
    });
  desk.staging.put(path, json(article));
}

const usedSections = ({ pending }: Desk): Set<string> =>
  new Set(Array.from(pending.values(), ({ section }) => section));

/** New authors that an article names, and those that a file gives of themselves. */
function putAuthors(desk: Desk): void {
  for (const { slug, file } of desk.authors.added()) desk.staging.put(`authors/${slug}.json`, json(file));
}

/** Takes what is there already out of what came; answers what is there and differs. */
function partedFromThere(desk: Desk, existing: Finishing['existing']): string[] {
  const conflicts: string[] = [];
  for (const pending of desk.pending.values()) {
    const before = desk.staging.readBefore(pending.path);
    if (before === undefined) continue;
    if (sameContent(before, desk.staging.read(pending.path))) {
      leaveOut(desk, pending, { code: 'I405', message: `it is here already: ${pending.path}` });
    } else {
      conflicts.push(pending.path);
      if (existing === 'skip')
        leaveOut(desk, pending, { code: 'I408', message: `${pending.path} is here and differs: skipped` });
    }
  }
  return conflicts;
}

function sameContent(before: string, after: string): boolean {
  try {
    const { $schema: _, ...value } = JSON.parse(before.replace(/^\ufeff/, '')) as Record<string, unknown>;
    return isDeepStrictEqual(value, JSON.parse(after));
  } catch {
    return false;
  }
}

/** Takes out authors, sections and pictures that only left-out articles used. */
function pruned(desk: Desk): void {
  const { staging, pending, authorEntries, ledger } = desk;
  const used = new Set([
    ...authorEntries.map(({ slug }) => slug),
    ...Array.from(pending.values(), ({ authors }) => authors).flat(),
  ]);
  for (const { slug } of desk.authors.added()) if (!used.has(slug)) staging.revert(`authors/${slug}.json`);
  if (desk.pictures.copied.size > 0) {
    const shown = picturesShown(desk);
    for (const source of desk.pictures.copied) if (!shown.has(source)) staging.revert(source.slice(1));
  }
  ledger.notes.splice(0, ledger.notes.length, ...ledger.notes.filter(({ code }) => code !== 'I118'));
  if (pending.size === 0 && desk.briefs.length === 0 && used.size === 0) staging.revert('publication.json');
  else putPublicationFiles(desk, usedSections(desk));
}

/** Sources of pictures in everything that came. */
function picturesShown({ staging }: Desk): Set<string> {
  const texts = staging.changed.filter((path) => path.endsWith('.json')).map((path) => staging.read(path));
  return new Set(texts.flatMap((text) => text.match(/\/images\/[^\s)>"\\]+/g) ?? []));
}

function closeAll(desk: Desk): void {
  for (const { entry, path } of desk.pending.values()) desk.ledger.taken(entry, path);
  for (const [index, { entry }] of desk.briefs.entries()) {
    desk.ledger.taken(entry, `must-read.json, entry ${briefsBefore(desk) + index + 1}`);
  }
  for (const { entry, slug, before } of desk.authorEntries) {
    const path = `authors/${slug}.json`;
    if (before) desk.ledger.leftOut(entry, { code: 'I405', message: `the author is here already: ${path}` });
    else desk.ledger.taken(entry, path);
  }
}

function stoppedByOthers(
  desk: Desk,
  others: readonly { file: string; code: string; message: string }[],
  options: Finishing,
): Finish['stopped'] {
  if (others.length === 0) return undefined;
  const before = errorsBefore(desk.staging.data, options.now);
  const added = others.filter(({ code, message }) => !before.has(`${code} ${message}`));
  const [first] = added;
  if (!first) {
    const message = `the content folder had ${counted(others.length, 'error')} before the import; npm run check lists them`;
    desk.ledger.notes.push({ code: 'I404', message });
    return undefined;
  }
  const message = `the folder would not pass the check: ${first.code} ${first.message}`;
  return {
    code: 'I404',
    message,
    files: added.map(({ file }) => file.replace(shownPath(desk.staging.whole), shownPath(desk.staging.data))),
  };
}

function errorsBefore(folder: string, now: Date): Set<string> {
  const { problems } = checkContent(folder, { base: basePath(folder), now, includeUnpublished: false });
  return new Set(problems.map(({ code, message }) => `${code} ${message}`));
}

function stoppedByConflicts(conflicts: string[], { existing }: Finishing): Finish['stopped'] {
  if (conflicts.length === 0 || existing !== undefined) return undefined;
  const are = conflicts.length === 1 ? 'is here already and differs' : 'are here already and differ';
  const message = `${counted(conflicts.length, 'file')} ${are}. Write --overwrite to replace them or --skip to keep them`;
  return { code: 'I401', message, files: conflicts };
}

/** With --strict anything that had to be changed, or could not be read, stops the run. */
function stoppedByStrict({ ledger }: Desk, { strict }: Finishing): Finish['stopped'] {
  if (!strict) return undefined;
  const changed = ledger.entries.filter(({ column }) => column === 'changed').length;
  const faults = ledger.files.filter(({ refused, notes }) => refused !== undefined || notes.some(isChange)).length;
  if (changed === 0 && faults === 0) return undefined;
  const what = [
    counted(changed, 'item') + ' would be changed',
    counted(faults, 'file') + ' could not be read as it is',
  ];
  return { code: 'strict', message: `with --strict nothing is written: ${what.join(', ')}`, files: [] };
}

const isChange = (note: Note): boolean => changes(note);
