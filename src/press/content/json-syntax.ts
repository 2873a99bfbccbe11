/** Where a text stops being JSON, and how to mend it. */
import { printParseErrorCode, visit } from 'jsonc-parser';
import type { FileFault } from './json-source.ts';
import { quoted } from './problems.ts';

type Stop = { name: string; offset: number; length: number; open: { bracket: string; line: number } | undefined };

/** The first place where `text` is not JSON; `reason` is what `JSON.parse` said of it, where no place can be found. */
export function syntaxFault(text: string, reason: string): FileFault {
  const stop = firstStop(text);
  if (!stop) return { ...notJson, offset: 0, message: reason };
  if (stop.name === 'InvalidCharacter') {
    const control = controlFault(text, stop);
    if (control) return control;
  }
  return { ...notJson, offset: stop.offset, message: cure(text, stop) };
}

/** The message says what is wrong; that the file is not JSON is said by who reports it. */
const notJson = { code: 'A102', severity: 'error' } as const;

/** Undefined where brackets are nested more deeply than the visitor can go. */
function firstStop(text: string): Stop | undefined {
  try {
    return firstStopIn(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function firstStopIn(text: string): Stop | undefined {
  let first: Stop | undefined;
  const opened: { bracket: string; line: number }[] = [];
  let closed: Stop['open'];
  const close = () => {
    closed = opened.pop();
  };
  visit(
    text,
    {
      onObjectBegin: (_offset, _length, line) => void opened.push({ bracket: '{', line: line + 1 }),
      onArrayBegin: (_offset, _length, line) => void opened.push({ bracket: '[', line: line + 1 }),
      onObjectEnd: close,
      onArrayEnd: close,
      onError: (error, offset, length) => {
        const name = printParseErrorCode(error);
        // The visitor ends a list or an object before it says that it was not closed.
        first ??= { name, offset, length, open: name.startsWith('Close') ? closed : opened.at(-1) };
      },
    },
    { disallowComments: true },
  );
  return first;
}

/** A tab, NUL or other control character that stands in a text as it is. */
function controlFault(text: string, { offset, length }: Stop): FileFault | undefined {
  // oxlint-disable-next-line no-control-regex
  const within = text.slice(offset, offset + length).search(/[\u0000-\u001f]/);
  if (within < 0) return undefined;
  const code = text.charCodeAt(offset + within);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const mend = code === 9 ? 'Write a tab as \\t.' : 'Remove it.';
  return { offset: offset + within, code: 'A104', severity: 'error', message: `control character ${name}. ${mend}` };
}

const typographic = /^[“”„«»‘’]/;

/** What is unexpected there, and what to do. */
function cure(text: string, { name, offset, length, open }: Stop): string {
  const found = text.slice(offset, offset + length);
  const afterComma = /,\s*$/.test(text.slice(0, offset));
  if (offset >= text.trimEnd().length && open) {
    const closing = open.bracket === '{' ? '}' : ']';
    return `the file ends too early. The "${open.bracket}" of line ${open.line} is not closed: add "${closing}".`;
  }
  if (/^<{7}|^={7}|^>{7}/.test(found)) return 'a merge conflict was left here. Choose one of the two versions.';
  if (name === 'InvalidCommentToken') return 'comments are not allowed. Remove it.';
  if (afterComma && /^[}\]]/.test(found)) return `unexpected "${found[0]}". Remove the comma before it.`;
  if (found.startsWith("'")) return 'single quotes. Put names and text in double quotes (").';
  if (typographic.test(found)) return 'curly quotes. Put names and text in straight double quotes (").';
  if (found === ',') return 'unexpected ",". Remove it.';
  if (/^(true|false|null)$/i.test(found)) return `unexpected ${quoted(found)}. Write ${found.toLowerCase()}.`;
  return byName(name, found, open?.bracket);
}

function byName(name: string, found: string, open: string | undefined): string {
  const shown = quoted(found.replace(/^"|"$/g, ''));
  switch (name) {
    case 'CommaExpected':
      if (/^[}\]]$/.test(found))
        return `unexpected ${shown}: "${open}" was not closed with "${open === '{' ? '}' : ']'}".`;
      return `a comma is missing before ${shown}.`;
    case 'ColonExpected':
      return `a colon (:) is missing before ${shown}.`;
    case 'UnexpectedEndOfString':
      return 'the text that begins here does not end on its line. Close it with ", or write a line break as \\n.';
    case 'InvalidEscapeCharacter':
      return 'a backslash before a character that needs none. Write a backslash itself as \\\\.';
    case 'InvalidUnicode':
      return '\\u must be followed by four digits 0-9 or letters a-f.';
    case 'EndOfFileExpected':
      return `unexpected ${shown} after the end. A file holds one { … } only.`;
    default:
      return `unexpected ${shown}. Names and text stand in double quotes (").`;
  }
}
