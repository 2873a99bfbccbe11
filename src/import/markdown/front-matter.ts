/**
 * The fields at the head of a Markdown file: YAML between "---" lines, TOML between "+++" lines, JSON as an object or
 * between ";;;" lines; fields without such lines as five presses have them are read beside (`bare-fields.ts`). Front matter that is code is refused and never run; what is not closed, cannot be read or stands
 * between other lines is refused with its line, so that none of it is ever shown as text.
 */
import { parse as parseToml, TomlError } from 'smol-toml';
import { Refusal } from '../format.ts';
import { bareFields } from './bare-fields.ts';
import { isKnown } from './field-names.ts';
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

/** What shows nothing and may stand before front matter: blanks, and comments such as those of editors. */
const shown = (text: string): number => /^(?:\s|<!--[^]*?-->)*/.exec(text)![0].length;

/** Whether a file begins with what is, or was meant as, front matter. Lines end in "\n". */
export const opensFrontMatter = (text: string): boolean => {
  const rest = text.slice(shown(text));
  return opensJson(rest) || openingOf(rest, rest !== text)?.isMatter === true;
};

/** Throws a `Refusal` that says what is wrong, and on which line. */
export function partedAtFrontMatter(text: string): Parted {
  // Notion and others put the fields below the headline.
  const headline = /^\s*# [^\n]*\n\s*\n/.exec(text)?.[0] ?? '';
  const below = headline === '' ? undefined : partedAtHead(`\n${text.slice(headline.length)}`);
  if (below?.fields && below.fields.size > 1) return { ...below, body: headline + below.body, line: 1 };
  const first = partedAtHead(text);
  const isTwice = first.fields && /^\s*(?:---|\+\+\+)[ \t]*\n/.test(first.body);
  const second = isTwice ? partedAtHead(`\n${first.body}`) : undefined;
  return second?.fields ? { ...second, fields: new Map([...second.fields, ...first.fields!]) } : first;
}

function partedAtHead(text: string): Parted {
  const begins = shown(text);
  const rest = text.slice(begins);
  const line = text.slice(0, begins).split('\n').length;
  const parted = opensJson(rest) ? partedAfterObject(rest, line) : partedAtFence(rest, line, begins > 0);
  return parted ?? barePart(text, begins) ?? { fields: undefined, body: text, line: 1 };
}

/** `from` is the line on which the text begins, counted from 1; `isLate` where something stands before it. */
function partedAtFence(text: string, from: number, isLate: boolean): Parted | undefined {
  const opening = openingOf(text, isLate);
  if (!opening) return undefined;
  const { mark, language, lines, closing } = opening;
  const kind = language === undefined ? usual[mark] : languages[language.toLowerCase()];
  if (language !== undefined && kind === undefined) {
    throw new Refusal(
      'I303',
      `The front matter is ${named(language)}. Code is never run here; write it as YAML.`,
      from,
    );
  }
  if (!opening.isMatter) return undefined;
  if (mark === '~~~') {
    throw new Refusal('I301', 'The front matter stands between "~~~" lines. Put it between "---" lines.', from);
  }
  if (closing < 0) {
    const message = `The front matter opens on line ${from} and no line "${mark}" closes it. Add one.`;
    throw new Refusal('I301', message, from);
  }
  const matter = lines.slice(1, closing).join('\n');
  if (matter.length > longestFrontMatter) throw new Refusal('I301', 'The front matter is longer than 256 kB.', from);
  const read = kind === 'yaml' ? yamlFields : kind === 'toml' ? tomlFields : jsonFields;
  return { fields: read(matter, from + 1), body: lines.slice(closing + 1).join('\n'), line: from + closing + 1 };
}

function barePart(text: string, begins: number): Parted | undefined {
  const found = bareFields(text, begins);
  return found && { ...found, body: text.slice(found.end), line: text.slice(0, found.end).split('\n').length };
}

/** How a language is called in a message: "js" is JavaScript to most people. */
const named = (language: string): string =>
  /^(?:js|javascript|node|mjs|ts)$/i.test(language) ? `JavaScript ("${language}")` : `"${language}"`;

type Mark = keyof typeof usual;
type FrontOpening = { mark: Mark; language: string | undefined; lines: string[]; closing: number; isMatter: boolean };

function openingOf(text: string, isLate: boolean): FrontOpening | undefined {
  const [first = ''] = text.split('\n', 1);
  const found = fence.exec(first);
  if (!found) return undefined;
  const mark = found[1] as Mark;
  const language = found[2];
  const lines = text.split('\n');
  const closes = (line: string, index: number): boolean =>
    index > 0 && (line.trimEnd() === mark || (mark === '---' && line.trimEnd() === '...'));
  const closing = lines.findIndex(isLate ? (line, index) => closes(line.trim(), index) : closes);
  if (isLate && (language !== undefined || !isKnown(/^\s*["']?([\w-]+)/.exec(lines[1] ?? '')?.[1] ?? '')))
    return undefined;
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
function partedAfterObject(text: string, from: number): Parted {
  const end = endOfObject(text);
  if (end === undefined) {
    throw new Refusal('I301', 'The JSON at the head of the file is not closed. Add the missing "}".', from);
  }
  const matter = text.slice(0, end);
  const line = from + matter.split('\n').length - 1;
  const rest = text.slice(end);
  const body = rest.replace(/^[ \t]*\n/, '');
  return { fields: jsonFields(matter, from), body, line: line + (body === rest ? 0 : 1) };
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

function tomlFields(matter: string, line: number): Fields {
  try {
    return fieldsOf(parseToml(matter));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const said = firstLine(error).replace(/^Invalid TOML document: /, '');
    throw new Refusal('I301', `The front matter is not TOML: ${said}.`, error.line + line - 1, error.column);
  }
}

const firstLine = (error: unknown): string => (error as Error).message.split('\n')[0]!.replace(/\.$/, '');
