/** `npm run check -- --fix`: mends what has one right way to be mended, all of it or nothing. */
import { relative, resolve } from 'node:path';
import { type Edit, findNodeAtLocation, parseTree } from 'jsonc-parser';
import { problemsIn } from '../press/content/folder-problems.ts';
import { edited, editsFor, withoutMark } from '../press/content/json-text.ts';
import { inForm, type Problem } from '../press/content/problems.ts';
import { shownPath } from '../press/content/read-folder.ts';
import { changed } from './change.ts';

/** A key that has its right name may show what is wrong with its value, and no value is ever wrong in more ways than these. */
const mostRounds = 4;

/** Mends the folder and answers the exit code; a line is printed for each problem that was mended. */
export const fix = (folder: string): Promise<number> =>
  changed(folder, (staging) => {
    const said: string[] = [];
    for (let round = 0; round < mostRounds; round += 1) {
      const problems = problemsIn(staging.whole, new Date()).filter((problem) => problem.fix !== undefined);
      if (problems.length === 0) break;
      for (const problem of problems) {
        const path = relative(staging.whole, resolve(problem.file)).replaceAll('\\', '/');
        const text = withoutMark(staging.read(path));
        // One after the other, since keys that stand beside each other share a comma.
        staging.put(path, edited(text, editsOf(text, problem)));
        said.push(`mended: ${inForm({ ...problem, file: `${shownPath(folder)}/${path}` })}`);
      }
    }
    return said;
  });

function editsOf(text: string, { fix: way, path = [] }: Problem): Edit[] {
  if (way === undefined || way === 'save') return [];
  if (way === 'remove') return editsFor(text, path, undefined);
  if ('add' in way) return editsFor(text, [...path, way.add], way.value, true);
  if ('value' in way) return editsFor(text, path, way.value);
  const tree = parseTree(text);
  const key = tree && findNodeAtLocation(tree, [...path])?.parent?.children?.[0];
  return key ? [{ offset: key.offset, length: key.length, content: JSON.stringify(way.key) }] : [];
}
