/**
 * The fields at the head of a Markdown file: YAML between "---" lines, TOML between "+++" lines, JSON as an object or
 * between ";;;" lines. Front matter that is code is refused and never run; what is not closed, cannot be read or stands
 * between other lines is refused with its line, so that none of it is ever shown as text.
 */
import { parse as parseToml, TomlError } from 'smol-toml';
import { Refusal } from '../format.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { yamlFields } from './yaml-fields.ts';

/** `line` is where the body begins, counted from 1; `fields` is undefined where a file has no front matter. */
export type Parted = { fields: Fields | undefined; body: string; line: number };

/** UTF-16 units. The longest seen in the wild is a tenth of it. */
const longestFrontMatter = 256 * 1024;

const fence = /^(---|\+\+\+|;;;|~~~)[ \t]*([A-Za-z][\w.+-]*)?[ \t]*$/;
const languages: Record<string, 'yaml' | 'toml' | 'json'> = { yaml: 'yaml', yml: 'yaml', toml: 'toml', json: 'json' };
const usual = { '---': 'yaml', '+++': 'toml', ';;;': 'json', '~~~': undefined } as const;

/** "title: …" or "title = …", perhaps in quotes, or the start of an object. */
const fieldLine = /^\s*(?:["']?[\w$][\w$.-]*["']?\s*(?::(?:\s|$)|=)|\{)/;

/** Whether a file begins with what is, or was meant as, front matter. Lines end in "\n". */
export function opensFrontMatter(text: string): boolean {
  if (text.startsWith('{')) return opensJson(text);
  return openingOf(text)?.isMatter === true;
}

/** Throws a `Refusal` that says what is wrong, and on which line. */
export function partedAtFrontMatter(text: string): Parted {
  if (text.startsWith('{'))
    return opensJson(text) ? partedAfterObject(text) : { fields: undefined, body: text, line: 1 };
  const opening = openingOf(text);
  if (!opening) return { fields: undefined, body: text, line: 1 };
  const { mark, language, lines, closing } = opening;
  const kind = language === undefined ? usual[mark] : languages[language.toLowerCase()];
  if (language !== undefined && kind === undefined) {
    throw new Refusal('I303', `The front matter is ${named(language)}. Code is never run here; write it as YAML.`, 1);
  }
  if (!opening.isMatter) return { fields: undefined, body: text, line: 1 };
  if (mark === '~~~') {
    throw new Refusal('I301', 'The front matter stands between "~~~" lines. Put it between "---" lines.', 1);
  }
  if (closing < 0) {
    throw new Refusal('I301', `The front matter opens on line 1 and no line "${mark}" closes it. Add one.`, 1);
  }
  const matter = lines.slice(1, closing).join('\n');
  if (matter.length > longestFrontMatter) throw new Refusal('I301', 'The front matter is longer than 256 kB.', 1);
  const fields = kind === 'yaml' ? yamlFields(matter, 2) : kind === 'toml' ? tomlFields(matter) : jsonFields(matter, 2);
  return { fields, body: lines.slice(closing + 1).join('\n'), line: closing + 2 };
}

/** How a language is called in a message: "js" is JavaScript to most people. */
const named = (language: string): string =>
  /^(?:js|javascript|node|mjs|ts)$/i.test(language) ? `JavaScript ("${language}")` : `"${language}"`;

type Mark = keyof typeof usual;
type FrontOpening = { mark: Mark; language: string | undefined; lines: string[]; closing: number; isMatter: boolean };

function openingOf(text: string): FrontOpening | undefined {
  const [first = ''] = text.split('\n', 1);
  const found = fence.exec(first);
  if (!found) return undefined;
  const mark = found[1] as Mark;
  const language = found[2];
  const lines = text.split('\n');
  const closes = (line: string, index: number): boolean =>
    index > 0 && (line.trimEnd() === mark || (mark === '---' && line.trimEnd() === '...'));
  const closing = lines.findIndex(closes);
  return { mark, language, lines, closing, isMatter: isMatter(mark, language, lines, closing) };
}

/** A rule at the head of a text is "---" too, "~~~js" a fence of code, and ";;;" nothing at all. */
function isMatter(mark: Mark, language: string | undefined, lines: string[], closing: number): boolean {
  const firstField = lines.slice(1, 100).find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  if (mark === '~~~') return language === undefined && closing > 1 && fieldLine.test(firstField);
  if (language !== undefined || fieldLine.test(firstField)) return true;
  const next = lines[1]?.trim() ?? '';
  return (
    closing === 1 || (closing > 1 && next !== '') || (closing > 1 && lines.slice(1, closing).join('').trim() === '')
  );
}

const opensJson = (text: string): boolean => /^\{\s*(?:"(?:[^"\\\n]|\\.)*"\s*:|\}\s*\n)/.test(text);

/** Hugo's way: a JSON object, then the body. */
function partedAfterObject(text: string): Parted {
  const end = endOfObject(text);
  if (end === undefined) {
    throw new Refusal('I301', 'The JSON at the head of the file is not closed. Add the missing "}".', 1);
  }
  const matter = text.slice(0, end);
  const line = matter.split('\n').length;
  const rest = text.slice(end);
  const body = rest.replace(/^[ \t]*\n/, '');
  return { fields: jsonFields(matter, 1), body, line: line + (body === rest ? 0 : 1) };
}

function endOfObject(text: string): number | undefined {
  let depth = 0;
  const reader = /"(?:[^"\\\n]|\\.)*"|[{}]/g;
  for (const { 0: found, index } of text.slice(0, longestFrontMatter).matchAll(reader)) {
    if (found === '{') depth += 1;
    if (found === '}') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return undefined;
}

function jsonFields(matter: string, line: number): Fields {
  const trimmed = matter.trim();
  // Hexo writes the members alone, without the braces around them.
  const object = trimmed.startsWith('{') ? trimmed : `{${trimmed.replace(/,$/, '')}}`;
  try {
    return fieldsOf(JSON.parse(object));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('I301', `The front matter is not JSON: ${firstLine(error)}.`, line);
  }
}

function tomlFields(matter: string): Fields {
  try {
    return fieldsOf(parseToml(matter));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const said = firstLine(error).replace(/^Invalid TOML document: /, '');
    throw new Refusal('I301', `The front matter is not TOML: ${said}.`, error.line + 1, error.column);
  }
}

const firstLine = (error: unknown): string => (error as Error).message.split('\n')[0]!.replace(/\.$/, '');
