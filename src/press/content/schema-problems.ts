/** What the schema finds wrong with a file, in words an editor can act on. */
import type { z } from 'zod';
import { nearest } from '../../publication/nearest.ts';
import { contentFormat, likelyLanguage } from '../../publication/rules.ts';
import { didYouMean, type Finding, type Fix, knownNames, type Path, quoted } from './problems.ts';
import { shapeAt, slugFrom } from './shapes.ts';
import { valueAt } from './values.ts';

type Issue = z.core.$ZodIssue;

/** The findings of one issue of zod: a list of unknown keys is one finding a key. */
export function findingsOf(issue: Issue, value: unknown, schema: z.ZodType): Finding[] {
  const path = pathOf(issue);
  if (issue.code === 'unrecognized_keys') {
    const known = shapeAt(schema, path);
    return issue.keys.map((key) => unknownKey([...path, key], key, known, valueAt(value, path)));
  }
  const found = valueAt(value, path);
  const said: Said = found === undefined ? missing(path) : wrong(issue, nameOf(path), found);
  return [{ path, severity: 'error', ...said }];
}

type Said = Pick<Finding, 'code' | 'message' | 'fix'>;

/** JSON has no symbols, which zod allows for. */
export const pathOf = ({ path }: Issue): Path => path.map((key) => (typeof key === 'symbol' ? String(key) : key));

/** Keys that other systems have, and what they are called here. */
const otherNames: Record<string, string> = {
  title: 'headline',
  heading: 'headline',
  subtitle: 'standfirst',
  summary: 'standfirst',
  description: 'standfirst',
  excerpt: 'standfirst',
  author: 'authors',
  byline: 'authors',
  category: 'section',
  keywords: 'tags',
  date: 'published',
  publishedat: 'published',
  updatedat: 'updated',
  modified: 'updated',
  lang: 'language',
  locale: 'language',
  content: 'body',
  text: 'body',
  bio: 'biography',
  photo: 'portrait',
  picture: 'image',
  url: 'address',
  timezone: 'timeZone',
  redirects: 'aliases',
  background: 'paper',
  foreground: 'ink',
  link: 'accent',
  border: 'rule',
  width: 'measure',
};

/** Keys that people write by hand for what is worked out from the rest. */
const workedOut: Record<string, string> = {
  dir: 'The direction follows from "language".',
  direction: 'The direction follows from "language".',
  words: 'It is counted from the text.',
  wordcount: 'It is counted from the text.',
  readingtime: 'It is counted from the text.',
  minutes: 'It is counted from the text.',
  slug: 'It is the name of the file.',
  id: 'It is the name of the file.',
};

function unknownKey(path: Path, key: string, known: readonly string[], holder: unknown): Finding {
  const at = { path, onKey: true, severity: 'error' } as const;
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
    return { ...at, code: 'A107', message: `key ${quoted(key)} is not allowed. Remove it.` };
  }
  const fix = keyFix(key, known, holder);
  return { ...at, code: 'A201', message: `unknown key ${quoted(key)}. ${keyHint(key, known)}`, ...(fix && { fix }) };
}

/** What is worked out is not written; what has another name here, and the form it has here, is called by that. */
function keyFix(key: string, known: readonly string[], holder: unknown): Fix | undefined {
  const name = otherNames[key.toLowerCase()];
  if (name === undefined || !known.includes(name)) return workedOut[key.toLowerCase()] ? 'remove' : undefined;
  const isList = Array.isArray(valueAt(holder, [key]));
  return valueAt(holder, [name]) === undefined && isList === lists.has(name) ? { key: name } : undefined;
}

const lists = new Set(['authors', 'tags', 'body', 'aliases']);

function keyHint(key: string, known: readonly string[]): string {
  const other = otherNames[key.toLowerCase()];
  if (other && known.includes(other)) return didYouMean([other]).trim();
  const computed = workedOut[key.toLowerCase()];
  if (computed) return `${computed} Remove it.`;
  return didYouMean(nearest(key, known, 1)).trim() || knownNames(known);
}

function missing(path: Path): { code: string; message: string } {
  const key = quoted(String(path.at(-1)));
  const picture = path.at(-1) === 'alt';
  return { code: picture ? 'A213' : 'A202', message: `${key} is missing.${picture ? altHint : ''}` };
}

const altHint = ' Say what the picture shows, for those who do not see it.';

/** A value that is there and is not what it must be; the rules of our own carry their code as message. */
function wrong(issue: Issue, name: string, value: unknown): Said {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'A203', message: `${name} must be ${typeName(issue.expected)}: got ${kindOf(value)}.` };
    case 'invalid_value':
      if (typeof value !== typeof issue.values[0]) break;
      return { code: 'A210', message: `${name} is ${quoted(value)}. ${choices(issue.values, value)}` };
    case 'too_big':
      if (typeof value === 'number') break;
      return { code: 'A205', message: `${name} is longer than ${issue.maximum} characters: ${lengthOf(value)}.` };
    default:
      if (typeof value === 'string') return byCode(issue.message, name, value);
  }
  if (/^A\d{3}$/.test(issue.message)) return byCode(issue.message, name, value);
  return { code: 'A203', message: `${name} cannot be ${kindOf(value)}.` };
}

function choices(values: readonly unknown[], value: unknown): string {
  const near = nearest(String(value), values.map(String), 1);
  return `It may be ${values.map(quoted).join(', ')}.${didYouMean(near)}`;
}

const formatHint = (value: unknown): string =>
  Number(value) > contentFormat
    ? `the content is of format ${quoted(value)}, and this version reads up to ${contentFormat}. Take a later one: git pull && npm ci.`
    : `"format" is ${quoted(value)}. Write ${contentFormat}.`;

function byCode(code: string, name: string, value: unknown): Said {
  const got = `got ${quoted(value)}`;
  const text = String(value);
  const messages: Record<string, () => string> = {
    A204: () =>
      Array.isArray(value)
        ? `${name} must have at least one entry.`
        : `${name} must have at least one visible character.`,
    A207: () => `${name} may hold only a-z, 0-9 and single hyphens: ${got}.${slugHint(text)}`,
    A209: () => `${name} is not a date: ${got}. Write ${likelyDate(text) ?? '2025-12-31 or 2025-12-31T09:00:00Z'}.`,
    A211: () => `${name} has a time without an offset: ${got}. Add Z or an offset, such as ${text}+05:00.`,
    A212: () => `${name} is not a language tag: ${got}. ${languageHint(text)}`,
    A217: () => `${name} is not a time zone: ${got}.${zoneHint(text)}`,
    A218: () => `${name} is not an absolute address: ${got}. Write it as https://example.org/ (no query, no fragment).`,
    A219: () => `${name} is not an e-mail address: ${got}. Write name@example.org, or "withheld".`,
    A225: () => `${name} is ${quoted(value)}. Write a whole number from 1 to 20.`,
    A226: () => `${name} names no article: ${got}. Write the slug of one, or true for the newest.`,
    A220: () =>
      `${name} is no place in a picture: ${got}. Write "left top", "bottom" or "30% 60%" (from the left, from the top).`,
    A221: () => `${name} is not a colour that can be checked: ${got}. Write it as #rgb or #rrggbb, such as #8c1c13.`,
    A502: () => formatHint(value),
    A227: () =>
      `${name} is ${quoted(value)}. Write "device", "off", { "letters": "desk@example.org" } or { "post": "/letters/" }.`,
    A228: () =>
      `${name} is no id of a letter: ${got}. It has a-z, A-Z, digits, "-" and "_", and at most 64 characters.`,
    A224: () => `${name} is ${text}. It may be from 28 to 44, the width of the text in ems; 36 is usual.`,
  };
  const likely = typeof value === 'string' ? likelyValues[code]?.(value) : undefined;
  return {
    code,
    message: messages[code]?.() ?? `${name} is not valid: ${got}.`,
    ...(likely && { fix: { value: likely } }),
  };
}

/** By the code of a problem: the value that was meant, where that is plain. */
const likelyValues: Record<string, (text: string) => string | undefined> = {
  A207: slugFrom,
  A209: likelyDate,
  A212: likelyLanguage,
};

/** `"alt" of "image"`, `"tags" 2`: enough to find it without counting. */
function nameOf(path: Path): string {
  if (path.length === 0) return 'the file';
  const key = path.findLast((part) => typeof part === 'string');
  const number = path.at(-1);
  return typeof number === 'number' ? `${quoted(key)} ${number + 1}` : quoted(key);
}

const typeNames: Record<string, string> = {
  string: 'a text',
  array: 'a list, [ … ]',
  object: 'an object, { … }',
  boolean: 'true or false',
  int: 'a whole number',
};

const typeName = (expected: string): string => typeNames[expected] ?? `a ${expected}`;

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  return typeof value === 'object' ? 'an object' : quoted(value);
};

const lengthOf = (value: unknown): string => `it has ${String(value).length.toLocaleString('en')}`;

const slugHint = (text: string): string => {
  const likely = slugFrom(text);
  return likely === '' ? '' : ` Write ${quoted(likely)}.`;
};

function languageHint(text: string): string {
  const likely = likelyLanguage(text);
  return likely ? `Use ${quoted(likely)}.` : 'Use a BCP 47 tag, such as "en", "ur" or "pt-BR".';
}

const zoneHint = (text: string): string =>
  didYouMean(nearest(text, Intl.supportedValuesOf('timeZone'), 2)) || ' Use an IANA name, such as "Asia/Karachi".';

/** Day, month and year in another order; which is which is only guessed where the numbers allow one reading. */
function likelyDate(text: string): string | undefined {
  const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (!parts) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  if (first <= 12 === second <= 12 && first !== second) return undefined;
  const [day, month] = first > 12 ? [first, second] : [second, first];
  return `${parts[3]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
