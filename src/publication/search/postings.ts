/**
 * Which articles a word stands in, as text of 64 plain characters: it packs well with gzip, which hosts do to text and
 * not to bytes. Articles are numbers, the newest 0; they are written as steps from one to the next.
 */

export type Postings = {
  /** Ascending. */
  docs: number[];
  /** How much the word counts in each (`score.ts`). */
  levels: number[];
  /** In which part of the text of each it stands first. */
  blocks: number[];
};

export const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const values = new Uint8Array(128);
for (let value = 0; value < signs.length; value += 1) values[signs.charCodeAt(value)] = value;

/** A whole number from 0: five bits a character, the sixth says that more follow. */
export function numberCode(number: number): string {
  let rest = number;
  let code = '';
  while (rest > 31) {
    code += signs[(rest & 31) | 32]!;
    rest >>>= 5;
  }
  return code + signs[rest]!;
}

/** Numbers that never fall, as the first and the steps from it. */
export function stepsCode(numbers: ArrayLike<number>): string {
  let code = '';
  let last = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    code += numberCode(numbers[index]! - last);
    last = numbers[index]!;
  }
  return code;
}

export function stepsOf(code: string): number[] {
  const numbers: number[] = [];
  let last = 0;
  let step = 0;
  let shift = 0;
  for (let index = 0; index < code.length; index += 1) {
    const value = values[code.charCodeAt(index)] ?? 0;
    step |= (value & 31) << shift;
    if (value & 32) {
      shift += 5;
      continue;
    }
    last += step;
    numbers.push(last);
    step = 0;
    shift = 0;
  }
  return numbers;
}

/** Small numbers from 0 to 63, a character each; of a row of noughts nothing is written. */
export function rowCode(row: ArrayLike<number>): string {
  let code = '';
  let any = 0;
  for (let index = 0; index < row.length; index += 1) {
    code += signs[row[index]!]!;
    any |= row[index]!;
  }
  return any ? code : '';
}

export function rowOf(code: string, length: number): number[] {
  return Array.from({ length }, (_, index) => values[code.charCodeAt(index)] ?? 0);
}

export function postingsOf(docs = '', levels = '', blocks = ''): Postings {
  const numbers = stepsOf(docs);
  return { docs: numbers, levels: rowOf(levels, numbers.length), blocks: rowOf(blocks, numbers.length) };
}
