/** JSON from elsewhere: read as what it is, never as an object with a past. Only own names are looked up. */
import { JsonPlaces, parsed } from '../../press/content/json-source.ts';
import { Refusal } from '../format.ts';

/** Throws a `Refusal` with line, column and cure where the text is not JSON. */
export function jsonOf(text: string): unknown {
  const json = text.replace(/^\ufeff/, '');
  const read = parsed(json);
  if ('value' in read) return read.value;
  const { offset, message } = read.fault;
  const places = new JsonPlaces(json);
  if (endsAt(json, offset)) {
    const { line, column } = places.at(json.trimEnd().length);
    throw new Refusal('I106', `The JSON ends in the middle, on line ${line}. Export it again.`, line, column);
  }
  const { line, column } = places.at(offset);
  throw new Refusal('I101', `Not JSON at ${line}:${column}: ${message}`, line, column);
}

/** Whether the text stops there: at its very end, or in a string that nothing closes. */
const endsAt = (json: string, offset: number): boolean =>
  offset >= json.trimEnd().length || /^"[^"\n]*$/.test(json.slice(offset));

/** The value under an own name; undefined where there is none. */
export const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** The members of a list; none of anything else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Text with something in it; a number is its digits. */
export function wordsInJson(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The first of several names that holds words. */
export function wordsUnder(value: unknown, ...names: string[]): string | undefined {
  for (const name of names) {
    const words = wordsInJson(own(value, name));
    if (words !== undefined) return words;
  }
  return undefined;
}

/** The names in a list: words, or objects that hold them. */
export const namesInList = (value: unknown): string[] =>
  listOf(value)
    .map((one) => wordsInJson(one) ?? wordsUnder(one, 'label', 'name', 'title') ?? '')
    .filter((name) => name !== '');
