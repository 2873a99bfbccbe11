/** Checks every string of a content file for broken, invisible and deceptive characters. */
import { type Finding, type Path, quoted } from './problems.ts';

/** Keys whose text is one line of plain words: marks of HTML or Markdown would be shown as they are. */
const plainKeys = new Set(
  'headline standfirst kicker name role dateline tagline rights reason label credit alt excerpt title term also'.split(
    ' ',
  ),
);

/** Keys whose text is Markdown; direction characters in it are judged where it is compiled. */
const markdownKeys = new Set(['body', 'biography', 'caption', 'note', 'explanation']);

const deepest = 60;

export type Strings = {
  findings: Finding[];
  /** How many keys all objects have together: fewer than the text holds where one is written twice. */
  keys: number;
  tooDeep: boolean;
};

/** Looks at every text of a file once. */
export function stringsOf(value: unknown): Strings {
  const found: Strings = { findings: [], keys: 0, tooDeep: false };
  walk(value, [], '', found);
  return found;
}

function walk(value: unknown, path: (string | number)[], key: string, found: Strings): void {
  if (typeof value === 'string') {
    if (suspect.test(value) || (plainKeys.has(key) && notPlain.test(value)))
      found.findings.push(...textFindings(value, [...path], key));
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= deepest) {
    found.tooDeep = true;
    return;
  }
  const list = Array.isArray(value);
  const names = Object.keys(value);
  if (!list) found.keys += names.length;
  for (const name of names) {
    path.push(list ? Number(name) : name);
    walk(Reflect.get(value, name), path, list ? key : name, found);
    path.pop();
  }
}

// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const turning = /[\u202a-\u202e\u2066-\u2069]/;
const broken = /\p{Surrogate}/u;
// oxlint-disable-next-line no-control-regex
const suspect = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/;
const notPlain = /[\n\r\t<&]/;
const markup = /<\/?[a-z][^<>]*>|<!--|&(?:[a-z]+|#\d+|#x[\da-f]+);/i;

function textFindings(text: string, path: Path, key: string): Finding[] {
  const findings: Finding[] = [];
  const add = (index: number, code: string, message: string, severity: 'error' | 'warning' = 'error') => {
    findings.push({ path, inside: placeIn(text, index), code, severity, message });
  };
  const named = quoted(key);
  const bad = text.search(control);
  if (bad >= 0) add(bad, 'A104', `control character ${unicode(text.charCodeAt(bad))} in ${named}. Remove it.`);
  const half = text.search(broken);
  if (half >= 0) {
    add(
      half,
      'A105',
      `broken character ${unicode(text.charCodeAt(half))} in ${named}: half of a pair. Write the character again.`,
    );
  }
  if (markdownKeys.has(key)) return findings;
  const turn = unbalanced(text);
  if (turn >= 0) {
    add(
      turn,
      'A216',
      `character ${unicode(text.charCodeAt(turn))} in ${named} turns the direction of what follows. Remove it.`,
    );
  }
  if (!plainKeys.has(key)) return findings;
  const line = text.search(/[\n\r\t]/);
  if (line >= 0)
    add(line, 'A206', `${named} is plain text on one line: its line break or tab is shown as a space.`, 'warning');
  const mark = markup.exec(text);
  if (mark) add(mark.index, 'A206', `${named} is plain text: ${quoted(mark[0])} is shown as it is written.`, 'warning');
  return findings;
}

/** The index of an override, or of an embedding or isolate that is not closed; -1 for neither. */
function unbalanced(text: string): number {
  if (!turning.test(text)) return -1;
  const open: { index: number; closedBy: string }[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]!;
    if (/[\u202d\u202e]/.test(character)) return index;
    if (/[\u202a\u202b]/.test(character)) open.push({ index, closedBy: '\u202c' });
    else if (/[\u2066-\u2068]/.test(character)) open.push({ index, closedBy: '\u2069' });
    else if (/[\u202c\u2069]/.test(character) && open.pop()?.closedBy !== character) return index;
  }
  return open.length > 0 ? open[0]!.index : -1;
}

const unicode = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

/** Line and column in a text, both counted from 1. */
export function placeIn(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split(/\r\n|\r|\n/);
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
