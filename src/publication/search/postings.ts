/**
 * Which articles a word stands in, as text of 64 plain characters: it packs well with gzip, which hosts do to text and
 * not to bytes. Articles are numbers, the oldest 0; they are written as steps from one to the next.
 */

export type Postings = {
  /** Ascending. */
  docs: number[];
  /** How much the word counts in each (`score.ts`). */
  levels: number[];
  /** In which part of the text of each it stands first. */
  blocks: number[];
};

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const values = new Uint8Array(128);
for (let value = 0; value < signs.length; value += 1) values[signs.charCodeAt(value)] = value;

const codes = /* @__PURE__ */ Uint8Array.from(signs, (sign) => sign.charCodeAt(0));

/** A list of an archive is long, and a string that grows letter by letter takes thirty bytes for each of them. */
let written = new Uint8Array(1 << 12);

const ascii = /* @__PURE__ */ new TextDecoder();

const textOf = (length: number): string => ascii.decode(written.subarray(0, length));

/** A number of 32 bits takes at most seven signs. */
function makeRoom(length: number): void {
  if (written.length < length) written = new Uint8Array(length * 2);
}

/**
 * Numbers that never fall, as the first and the steps from it: five bits a sign, the sixth says that more follow.
 */
export function stepsCode(numbers: ArrayLike<number>): string {
  makeRoom(numbers.length * 7);
  let length = 0;
  let last = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    let rest = numbers[index]! - last;
    last = numbers[index]!;
    for (; rest > 31; rest >>>= 5) {
      written[length] = codes[(rest & 31) | 32]!;
      length += 1;
    }
    written[length] = codes[rest]!;
    length += 1;
  }
  return textOf(length);
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

/** Small numbers from 0 to 63, a sign each; of a row of noughts nothing is written. */
export function rowCode(row: ArrayLike<number>): string {
  makeRoom(row.length);
  let any = 0;
  for (let index = 0; index < row.length; index += 1) {
    written[index] = codes[row[index]!]!;
    any |= row[index]!;
  }
  return any ? textOf(row.length) : '';
}

function rowOf(code: string, length: number): number[] {
  return Array.from({ length }, (_, index) => values[code.charCodeAt(index)] ?? 0);
}

export function postingsOf(docs = '', levels = '', blocks = ''): Postings {
  const numbers = stepsOf(docs);
  return { docs: numbers, levels: rowOf(levels, numbers.length), blocks: rowOf(blocks, numbers.length) };
}
