/** The problems of a content folder as it would be published, for commands that change one. */
import { basePath } from '../data-folder.ts';
import type { Problem } from './problems.ts';
import { checkContent } from './validate.ts';

export const problemsIn = (folder: string, now: Date): Problem[] =>
  checkContent(folder, { base: basePath(folder), now, includeUnpublished: false }).problems;

/** Those of the problems that the folder, as it is, has not. */
export function newProblems(problems: readonly Problem[], folder: string, now: Date): Problem[] {
  if (problems.length === 0) return [];
  const said = ({ code, message }: Problem) => `${code} ${message}`;
  const known = new Set(problemsIn(folder, now).map(said));
  return problems.filter((problem) => !known.has(said(problem)));
}
