/** Where a link or picture of Markdown begins and ends, told from a place inside it (CommonMark 6.3 to 6.5). */

export type LinkSpan = {
  start: number;
  end: number;
  kind: 'inline' | 'reference' | 'definition' | 'autolink' | 'bare';
  picture: boolean;
  /** Between its first brackets, as written. */
  label: string;
  /** As written; of a reference, the name of what it refers to. */
  address: string;
  title: string;
};

/** The link or picture whose first sign, or whose address, stands at `offset`. */
export function linkSpanAt(text: string, offset: number): LinkSpan | undefined {
  if (text.startsWith('![', offset)) return bracketed(text, offset);
  if (text[offset] === '[') return definitionAt(text, offset) ?? bracketed(text, offset);
  const open = openingBefore(text, offset);
  if (open !== undefined) return bracketed(text, open);
  const within = definitionAt(text, text.lastIndexOf('\n', offset - 1) + 1);
  if (within && within.end >= offset) return within;
  if (text[offset - 1] === '<') return autolink(text, offset - 1);
  return bare(text, offset);
}

/** In `[label](  <address`, the place of the label's bracket, or of the sign before it. */
function openingBefore(text: string, offset: number): number | undefined {
  const before = /\]\(\s*<?\s*$/.exec(text.slice(Math.max(0, offset - 200), offset));
  if (!before) return undefined;
  const close = offset - before[0].length;
  const open = matchingBefore(text, close);
  if (open === undefined) return undefined;
  return text[open - 1] === '!' && !isEscaped(text, open - 1) ? open - 1 : open;
}

function matchingBefore(text: string, close: number): number | undefined {
  let depth = 1;
  for (let at = close - 1; at >= 0; at -= 1) {
    if ((text[at] !== ']' && text[at] !== '[') || isEscaped(text, at)) continue;
    depth += text[at] === ']' ? 1 : -1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** The bracket that closes the one at `open`. */
export function matchingAfter(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '[') depth += 1;
    else if (character === ']' && (depth -= 1) === 0) return at;
  }
  return undefined;
}

/** Whether the character has an odd number of backslashes before it. */
export function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

const destination =
  /\(\s*(?:<((?:\\.|[^<>\\\n])*)>|((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*\))*))(?:\s+("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)/y;
/** What was meant as an address and is none, as `(java script:x)`. */
const loose = /\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)/y;

function bracketed(text: string, start: number): LinkSpan | undefined {
  const picture = text[start] === '!';
  const open = picture ? start + 1 : start;
  const close = matchingAfter(text, open);
  if (close === undefined) return undefined;
  const label = text.slice(open + 1, close);
  for (const pattern of [destination, loose]) {
    pattern.lastIndex = close + 1;
    const found = pattern.exec(text);
    if (!found) continue;
    const [all, pointed, plain = ''] = found;
    const end = close + 1 + all.length;
    return {
      start,
      end,
      kind: 'inline',
      picture,
      label,
      address: pointed ?? plain,
      title: found[3]?.slice(1, -1) ?? '',
    };
  }
  const named = text[close + 1] === '[' ? matchingAfter(text, close + 1) : undefined;
  const name = named === undefined ? '' : text.slice(close + 2, named);
  const end = (named ?? close) + 1;
  return { start, end, kind: 'reference', picture, label, address: name || label, title: '' };
}

const definition = /[ >]{0,20}\[((?:\\.|[^\][\\])+)\]:\s*(?:<([^<>\n]*)>|(\S+))/y;

/** `[label]: address`, where a line that begins at `start` is one. */
export function definitionAt(text: string, start: number): LinkSpan | undefined {
  definition.lastIndex = start;
  const found = definition.exec(text);
  if (!found) return undefined;
  const [all, label = '', pointed, plain] = found;
  const address = pointed ?? plain ?? '';
  return { start, end: start + all.length, kind: 'definition', picture: false, label, address, title: '' };
}

function autolink(text: string, start: number): LinkSpan | undefined {
  const close = text.indexOf('>', start);
  if (close < 0) return undefined;
  const address = text.slice(start + 1, close);
  return { start, end: close + 1, kind: 'autolink', picture: false, label: address, address, title: '' };
}

function bare(text: string, start: number): LinkSpan | undefined {
  const address = /^[^\s<>]+/.exec(text.slice(start, start + 4096))?.[0] ?? '';
  if (address === '') return undefined;
  return { start, end: start + address.length, kind: 'bare', picture: false, label: address, address, title: '' };
}
