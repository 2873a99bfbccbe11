/** Lines in the order of their keys, cut into files, and where each of the files begins. */
import { bordersFile, filesAPart, type IndexKind, orderedFile } from '../../publication/search/index-files.ts';

export type IndexFile = { file: string; text: string };

export type Line = { key: string; line: string };

/** `size` is what a file may hold, in letters. Answers where the first file of each part begins. */
export function* orderedFiles(kind: IndexKind, lines: Iterable<Line>, size: number): Generator<IndexFile, string> {
  const borders = [''];
  let open: string[] = [];
  let length = 0;
  let last = '';
  for (const { key, line } of lines) {
    if (open.length > 0 && length + line.length > size) {
      yield { file: orderedFile(kind, borders.length - 1), text: open.join('\n') };
      borders.push(borderBetween(last, key));
      open = [];
      length = 0;
    }
    open.push(line);
    length += line.length + 1;
    last = key;
  }
  yield { file: orderedFile(kind, borders.length - 1), text: open.join('\n') };
  const roots: string[] = [];
  for (let part = 0; part * filesAPart < borders.length; part += 1) {
    const some = borders.slice(part * filesAPart, (part + 1) * filesAPart);
    roots.push(some[0]!);
    yield { file: bordersFile(kind, part), text: some.join(' ') };
  }
  return roots.join(' ');
}

/** The shortest beginning of `key` that comes after `before`; half a letter of the astral planes is no text. */
function borderBetween(before: string, key: string): string {
  let length = 1;
  while (key.slice(0, length) <= before) length += 1;
  return key.slice(0, /[\ud800-\udbff]$/.test(key.slice(0, length)) ? length + 1 : length);
}
