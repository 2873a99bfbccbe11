/** JSON from elsewhere: read as what it is, never as an object with a past. Only own names are looked up. */
import { Refusal } from '../format.ts';

/** Throws a `Refusal` with line and column where the text is not JSON. */
export function jsonOf(text: string): unknown {
  const start = text.replace(/^\ufeff/, '');
  try {
    return JSON.parse(start);
  } catch (error) {
    const { message } = error as Error;
    const position = /at position (\d+)/.exec(message)?.[1];
    const ends = /end of JSON|Unterminated/.test(message) || Number(position) >= start.trimEnd().length;
    const before = start.slice(0, position !== undefined && !ends ? Number(position) : start.length);
    const lines = before.split('\n');
    const column = lines.at(-1)!.length + 1;
    if (ends)
      throw new Refusal(
        'I106',
        `The JSON ends in the middle, on line ${lines.length}. Export it again.`,
        lines.length,
        column,
      );
    const offending = start
      .slice(Math.max(0, before.length - 20), before.length + 10)
      .replace(/\s+/g, ' ')
      .trim();
    const shown = message.replace(/\s*(?:in JSON )?at position.*$/s, '').replace(/, ".*$/s, '');
    throw new Refusal(
      'I101',
      `Not JSON at ${lines.length}:${column}: ${shown}, at "${offending}".`,
      lines.length,
      column,
    );
  }
}

/** The value under an own name; undefined where there is none. */
export const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** The members of a list; none of anything else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Text with something in it; a number is its digits. */
export function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The first of several names that holds words. */
export function wordsUnder(value: unknown, ...names: string[]): string | undefined {
  for (const name of names) {
    const words = wordsOf(own(value, name));
    if (words !== undefined) return words;
  }
  return undefined;
}
