/** Content files as text: written anew, or edited so that all else stays as it was written. */
import { applyEdits, type Edit, modify } from 'jsonc-parser';
import type { Path } from './problems.ts';

/** A content file as the commands write it. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** The text without the byte order mark that some editors put before it. */
export const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');

/** The edits that put a value at `path`, or take away what is there where it is undefined. What is new comes `first` or last. */
export const editsFor = (text: string, path: Path, value: unknown, first = false): Edit[] =>
  modify(text, [...path], value, {
    ...(first && { getInsertionIndex: (keys: string[]) => (keys[0] === '$schema' ? 1 : 0) }),
  }).map((edit) => (edit.length === 0 ? { ...edit, content: onItsLine(text, edit.content) } : edit));

/** A key that is new, on a line of its own as those beside it. */
function onItsLine(text: string, added: string): string {
  const line = /\r?\n[\t ]+(?=")/.exec(text)?.[0] ?? '';
  return added.startsWith(',') ? `,${line}${added.slice(1)}` : `${added}${line}`;
}

/** The text with some of its values replaced. The edits are of the same text, and none touches another. */
export const edited = (text: string, edits: readonly Edit[]): string => applyEdits(text, [...edits]);
