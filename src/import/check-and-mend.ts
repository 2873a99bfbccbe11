/**
 * The would-be folder, checked as `npm run check` checks it. What the check refuses in a file that the importer prepared is
 * put right, or the item is left out and told; at the end nothing that came in has an error.
 */
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { problemsIn } from '../press/content/folder-problems.ts';
import { jsonText } from '../press/content/json-text.ts';
import type { Problem } from '../press/content/problems.ts';
import { shownPath } from '../press/content/read-folder.ts';
import type { TextProblem } from '../press/markdown/markdown.ts';
import { repairedAt } from './repair/body-repair.ts';
import type { Note } from './item.ts';
import type { Importer, Pending } from './importer.ts';

const mostRounds = 6;
/** From this round on nothing is mended any more. */
const lastMended = 4;

/**
 * Mends or leaves out until the check finds nothing in what came. Answers the errors in files that are none of the
 * importer's: the folder was wrong before, or would be by what came.
 */
export function checkAndMend(importer: Importer, now: Date): Problem[] {
  const { staging } = importer;
  for (let round = 1; ; round += 1) {
    const problems = problemsIn(staging.whole, now);
    const ours = new Map(staging.changed.map((path) => [shownPath(join(staging.whole, path)), path]));
    const errors = problems.filter(({ severity }) => severity === 'error');
    const others = errors.filter(({ file }) => !ours.has(file));
    const byPath = new Map<string, Problem[]>();
    for (const problem of errors) {
      const path = ours.get(problem.file);
      if (path !== undefined) byPath.set(path, [...(byPath.get(path) ?? []), problem]);
    }
    if (byPath.size === 0 || round > mostRounds) return [...others, ...[...byPath.values()].flat()];
    for (const [path, found] of byPath) settleFile(importer, path, found, round <= lastMended);
  }
}

function settleFile(importer: Importer, path: string, problems: readonly Problem[], mayMend: boolean): void {
  const pending = importer.pending.get(path);
  if (pending) {
    const mended = mayMend ? mendedArticle(importer, pending, problems) : undefined;
    if (mended) importer.staging.put(path, jsonText(mended));
    else leaveOut(importer, pending, { code: 'I407', message: told(problems) });
    return;
  }
  if (importer.letters.placed.has(path)) {
    importer.letters.leaveOut(importer, path, { code: 'I407', message: told(problems) });
    return;
  }
  if (path.startsWith('authors/')) {
    const author = JSON.parse(importer.staging.read(path)) as { name: string };
    importer.staging.put(path, jsonText({ name: author.name }));
    importer.report.notes.push({ code: 'I119', message: `${path} keeps only the name: ${told(problems)}` });
  }
}

/** What the check says, with its codes. */
const told = (problems: readonly Problem[]): string =>
  problems
    .slice(0, 3)
    .map(({ code, message }) => `${code} ${message}`)
    .join(' ');

/** Takes an article out of what came. */
export function leaveOut(importer: Importer, pending: Pending, why: Note): void {
  importer.staging.revert(pending.path);
  importer.pending.delete(pending.path);
  importer.report.leftOut(pending.reported, why);
}

type Article = Record<string, unknown> & { body: string[] };

/** The article without what the check refuses; undefined where that cannot be done. */
function mendedArticle(importer: Importer, pending: Pending, problems: readonly Problem[]): Article | undefined {
  const article = JSON.parse(importer.staging.read(pending.path)) as Article;
  const inBody: TextProblem[] = [];
  const drop = new Map<string, Set<unknown>>();
  for (const { path = [], inside = { line: 1, column: 1 }, code, message, data } of problems) {
    const [key, index] = path;
    if (key === 'body' && typeof index === 'number') inBody.push({ block: index, ...inside, code, message, data });
    else if (typeof key === 'string' && droppable.has(key)) drop.set(key, (drop.get(key) ?? new Set()).add(index));
    else return undefined;
  }
  const { notes } = pending.reported;
  for (const [key, refused] of drop) {
    const list = article[key];
    const rest = Array.isArray(list) && !refused.has(undefined) ? list.filter((_, index) => !refused.has(index)) : [];
    if (rest.length > 0) article[key] = rest;
    else Reflect.deleteProperty(article, key);
    notes.push({ code: droppable.get(key)!, message: `"${key}": ${told(problems)}` });
  }
  if (inBody.length === 0) return article;
  const { blocks, notes: mended } = repairedAt(article.body, inBody, {
    language: 'en',
    placed: () => undefined,
    picture: () => ({ none: true, note: { code: 'I207', message: 'a picture that the check refuses' } }),
    resolved: () => undefined,
    unturned: (written) => written,
  });
  notes.push(...mended);
  return blocks.length === 0 || isDeepStrictEqual(blocks, article.body) ? undefined : { ...article, body: blocks };
}

/** Keys an article can do without, and the code that tells of it. */
const droppable = new Map([
  ['aliases', 'I204'],
  ['tags', 'I205'],
  ['series', 'I205'],
  ['updated', 'I116'],
  ['image', 'I207'],
  ['language', 'I120'],
]);
