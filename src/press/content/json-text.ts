/** Content files as text: written anew, or edited so that all else stays as it was written. */
import { applyEdits, type Edit, type FormattingOptions, modify } from 'jsonc-parser';
import type { Path } from './problems.ts';

/** A content file as the commands write it. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** The edits that put a value at `path`, or take away what is there where it is undefined. What is new comes `first` or last. */
export const editsFor = (text: string, path: Path, value: unknown, first = false): Edit[] =>
  modify(text, [...path], value, {
    formattingOptions: formOf(text),
    ...(first && { getInsertionIndex: (keys: string[]) => (keys[0] === '$schema' ? 1 : 0) }),
  });

/** The text with some of its values replaced. The edits are of the same text, and none touches another. */
export const edited = (text: string, edits: readonly Edit[]): string => applyEdits(text, [...edits]);

/** How the file is written. */
function formOf(text: string): FormattingOptions {
  const indent = /^[\t ]+(?=\S)/m.exec(text)?.[0] ?? '  ';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { insertSpaces: !indent.includes('\t'), tabSize: indent.length, eol };
}
