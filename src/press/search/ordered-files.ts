/** Lines in the order of their keys, cut into files that are named for what is in them, and where each of them begins. */
import { hash } from 'node:crypto';
import { indexFile, type IndexKind, numberOfKey } from '../../publication/search/index-files.ts';

/** Takes a file of the index, by its path below the site. */
export type Take = (file: string, text: string) => void;

export type Line = { key: string; line: string };

/** Letters that a file of lines has at least, about twice as many as bytes on the wire; and one of borders. */
const leastLetters = 2700;
const leastOfBorders = 240;

/** Answers where the files of borders begin, with their names. */
export function orderedFiles(kind: IndexKind, lines: Iterable<Line>, take: Take): string {
  const borders = filesOf(kind, lines, leastLetters, take);
  const roots = filesOf('borders', borders, leastOfBorders, take);
  return Array.from(roots, ({ line }) => line).join('\n');
}

export const stampOf = (text: string): string => hash('sha256', text, 'hex').slice(0, 6);

/**
 * Where a file ends is said by the key that comes next, as if by chance, once the file has its `least` letters: were it
 * said by counting, one more word would move the words of all files that follow. In the mean files have half as many
 * more, and never one and a half times as many more, but for a single long line.
 */
function* filesOf(kind: IndexKind | 'borders', lines: Iterable<Line>, least: number, take: Take): Generator<Line> {
  const file = (): Line => {
    const text = open.join('\n');
    const stamp = stampOf(text);
    take(indexFile(kind, border, stamp), text);
    return { key: border, line: `${border} ${stamp}` };
  };
  let border = '';
  let open: string[] = [];
  let length = 0;
  let last = '';
  for (const { key, line } of lines) {
    const ends = length >= least && numberOfKey(key) / 2 ** 32 < line.length / (least / 2);
    if (open.length > 0 && (ends || length + line.length > least * 2.5)) {
      yield file();
      // A border is as short as can be already.
      border = kind === 'borders' ? key : borderBetween(last, key);
      open = [];
      length = 0;
    }
    open.push(line);
    length += line.length + 1;
    last = key;
  }
  yield file();
}

/** The shortest beginning of `key` that comes after `before`; half a letter of the astral planes is no text. */
function borderBetween(before: string, key: string): string {
  let length = 1;
  while (key.slice(0, length) <= before) length += 1;
  return key.slice(0, /[\ud800-\udbff]$/.test(key.slice(0, length)) ? length + 1 : length);
}
