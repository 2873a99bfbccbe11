/**
 * Named values as a file gives them, whatever it is written in: maps all the way down, so that no name in a file can
 * reach a prototype. Names are met in any case and with "-" or "_" between words.
 */
import { decodeHTMLStrict } from 'entities/decode';
import { Refusal } from '../format.ts';

export type Fields = Map<string, unknown>;

const deepest = 32;

/** Objects become maps, dates their text. A `Refusal` where they are nested deeper than 32, or there is no object. */
export function fieldsOf(value: unknown): Fields {
  const fields = mapped(value, 0);
  if (!(fields instanceof Map)) {
    throw new Refusal('I301', 'The front matter is not a list of fields such as "title: A walk".', 1);
  }
  return fields;
}

function mapped(value: unknown, depth: number): unknown {
  if (depth > deepest) throw new Refusal('I301', `The front matter is nested more than ${deepest} deep.`, 1);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((member) => mapped(member, depth + 1));
  if (value instanceof Map) {
    return new Map([...value].map(([name, member]) => [String(name), mapped(member, depth + 1)]));
  }
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([name, member]) => [name, mapped(member, depth + 1)]));
}

/** "Pub-Date", "pub_date" and "pubDate" are one name. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');

/** The text of a value: YAML's and JSON's nothing is nothing, a number is its digits. */
export function fieldText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = decodeHTMLStrict(value.trim());
  return text === '' || text === '~' || /^(?:null|nil|none|undefined)$/i.test(text) ? undefined : text;
}

/** The texts of a list, or of a single value. */
export function textsOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.map(fieldText).filter((text) => text !== undefined);
}

/** Every value that is named so, first name first, in any spelling of it; values that say nothing are none. */
export const allNamed = (fields: Fields, ...names: string[]): [name: string, value: unknown][] =>
  names.flatMap((name) =>
    [...fields].filter(
      ([key, value]) => plainName(key) === plainName(name) && value !== null && value !== undefined && value !== '',
    ),
  );

export const fieldNamed = (fields: Fields, ...names: string[]): unknown => allNamed(fields, ...names)[0]?.[1];

/** "false", "no" and "off" as YAML has them in one or the other version. */
export const isOff = (value: unknown): boolean => /^(?:false|no|off|0)$/i.test(fieldText(value) ?? '');
export const isOn = (value: unknown): boolean => /^(?:true|yes|on|1)$/i.test(fieldText(value) ?? '');

/** The beginning of a value, for a message. */
export const shortenedField = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text);
