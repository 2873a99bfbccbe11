/** Counting what came out right. */
import { existsSync, readFileSync } from 'node:fs';
import type { Row } from '../table.ts';

/** Lines of JSON; none where there is no file. */
export const linesOf = <Line>(path: string): Line[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as Line)
    : [];

/** Spaces, quotes and dashes of any kind are one; none stands before a comma; case is none. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[“”„«»″]/g, '"')
    .replace(/[‘’‚‹›′´`]/g, "'")
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)\]])|(?<=[([]) /g, '')
    .trim()
    .toLowerCase();

export const same = (one: string | undefined | null, other: string | undefined | null): boolean =>
  plain(one ?? '') === plain(other ?? '');

export const holds = (text: string, part: string): boolean => plain(text).includes(plain(part));

/** Right ones of those asked. */
export class Count {
  right = 0;
  asked = 0;
  readonly wrong: string[] = [];

  add(isRight: boolean, what: string): void {
    this.asked += 1;
    if (isRight) this.right += 1;
    else this.wrong.push(what);
  }

  /** As a number of those asked; `atLeast` is that of all asked, or of `of` where the target was said so. */
  row(group: string, what: string, atLeast?: { number: number; of: number } | 'all'): Row {
    const least =
      atLeast === 'all' ? this.asked : atLeast && Math.ceil((atLeast.number / atLeast.of) * this.asked - 1e-9);
    return {
      group,
      what,
      value: this.right,
      unit: '',
      from: `of ${this.asked}`,
      ...(least === undefined ? {} : { atLeast: least }),
    };
  }

  percent(group: string, what: string, atLeast?: number): Row {
    const value = this.asked === 0 ? 100 : (this.right / this.asked) * 100;
    return {
      group,
      what,
      value,
      unit: '%',
      from: `${this.right} of ${this.asked}`,
      ...(atLeast === undefined ? {} : { atLeast }),
    };
  }
}

/** F1 of the runs of four words that two texts share, each as often as it is there. */
export function shingleF1(one: string, other: string): number {
  const [first, second] = [shingles(one), shingles(other)];
  const sizes = [first, second].map((bag) => [...bag.values()].reduce((sum, number) => sum + number, 0));
  if (sizes[0] === 0 || sizes[1] === 0) return sizes[0] === sizes[1] ? 1 : 0;
  let shared = 0;
  for (const [run, number] of first) shared += Math.min(number, second.get(run) ?? 0);
  const [precision, recall] = [shared / sizes[0]!, shared / sizes[1]!];
  return shared === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function shingles(text: string): Map<string, number> {
  const words = plain(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const bag = new Map<string, number>();
  const last = Math.max(0, words.length - 4);
  for (let at = 0; at <= last && words.length > 0; at += 1) {
    const run = words.slice(at, at + 4).join(' ');
    bag.set(run, (bag.get(run) ?? 0) + 1);
  }
  return bag;
}
