/**
 * Words into Markdown that says exactly these words: signs that Markdown would read as its own are escaped, and only
 * those, since a person will go on editing the text. CommonMark 0.31 with tables, strikethrough, footnotes, bare links.
 */

/** A paragraph of plain text; line ends inside it become hard breaks. Empty where the text shows nothing. */
export function paragraphOf(text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(/[\t ]+/g, ' ').trim());
  return asParagraph(
    lines
      .filter(Boolean)
      .map((line) => escapedText(line))
      .join('\\\n'),
  );
}

/** A heading of plain text. */
export const headingOf = (text: string, level = 2): string =>
  `${'#'.repeat(level)} ${escapedText(text.replace(/\s+/g, ' ').trim())}`.replace(/(#+)$/, '\\$1');

/** The character before a stretch of text and the one after it; empty at the ends of the paragraph. */
export type Neighbours = { before?: string; after?: string; inLink?: boolean };

const address = /(?:(?:https?|ftp):\/\/|www\.)[^\s<>"“”‘’]*[^\s<>"“”‘’.,;:!?)\]}'،۔؛؟*_~]/gi;

/** A stretch inside a paragraph. Whole web addresses are put in angle brackets where a sign in them would be escaped. */
export function escapedText(text: string, around: Neighbours = {}): string {
  if (!/[\\`*_[\]<&~!]|:\/\/|www\./i.test(text)) return text;
  const parts: string[] = [];
  let end = 0;
  const pairs = around.inLink ? new Set<number>() : plainBrackets(text, around.after ?? '');
  const part = (from: number, to: number): string => escapedSigns(text, from, to, around, pairs);
  for (const match of text.matchAll(address)) {
    const { index } = match;
    const found = closed(match[0], text.slice(index + match[0].length));
    parts.push(part(end, index));
    end = index + found.length;
    const isAlone = /^[.,;:!?)]*(?:\s|$)/.test(text.slice(end) + (around.after ?? ''));
    parts.push(addressText(found, part(index, end), isAlone, around.inLink ?? false));
  }
  parts.push(part(end, text.length));
  return parts.join('');
}

/**
 * A web address that a reader sees. markdown-it finds bare ones before it looks for anything else, escapes and all: so
 * only a plain one that stands alone is left bare, others are put in angle brackets, and what is no address is broken.
 */
function addressText(found: string, escaped: string, isAlone: boolean, inLink: boolean): string {
  const whole = found.startsWith('www') ? `https://${found}` : found;
  const leads = URL.canParse(whole) && !/^[a-z]+:\/\/[^/?#]*@/i.test(whole);
  if (
    leads &&
    isAlone &&
    !inLink &&
    escaped.replace('\\://', '://') === found &&
    /^[\w!#$%&+,./:;=?()~-]+$/.test(found)
  )
    return found;
  if (leads && !inLink && whole === found && !/[<>\\]/.test(found)) return `<${found}>`;
  return whole === found ? escaped : escaped.replace('.', '\\.');
}

/** "https://x.example/a_(b)": a closing bracket belongs to the address if it was opened in it. */
const closed = (found: string, after: string): string =>
  after.startsWith(')') && found.split('(').length > found.split(')').length ? `${found})` : found;

const letterOrDigit = /[\p{L}\p{N}\p{M}]/u;
const space = /^\s?$/;

function escapedSigns(text: string, from: number, to: number, around: Neighbours, pairs: ReadonlySet<number>): string {
  return text.slice(from, to).replace(/[\\`*_[\]<&~!]|:(?=\/\/|$)/g, (sign, offset: number) => {
    const index = from + offset;
    const before = text[index - 1] ?? around.before ?? '';
    const after = text[index + 1] ?? around.after ?? '';
    return isRead(sign, text, index, before, after, pairs) ? `\\${sign}` : sign;
  });
}

/** Whether Markdown would read the sign as its own. */
function isRead(
  sign: string,
  text: string,
  index: number,
  before: string,
  after: string,
  pairs: ReadonlySet<number>,
): boolean {
  if (sign === '\\' || sign === '`') return true;
  if (sign === '*') return !(space.test(before) && space.test(after));
  if (sign === '_') {
    return !((letterOrDigit.test(before) && letterOrDigit.test(after)) || (space.test(before) && space.test(after)));
  }
  if (sign === '[' || sign === ']') return !pairs.has(index);
  if (sign === '<') return /[a-z/!?]/i.test(after);
  if (sign === '&') return /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.test(text.slice(index, index + 40));
  if (sign === '~') return before === '~' || after === '~' || index === 0 || index === text.length - 1;
  if (sign === ':') return /[a-z]/i.test(before) && after === '/';
  if (sign === '!') return after === '[' && index === text.length - 1;
  return false;
}

/** Places of brackets that are only brackets: "[sic]", and nothing behind it that would make a link or a note of it. */
function plainBrackets(text: string, after: string): Set<number> {
  const places = new Set<number>();
  for (const { index, 0: found } of text.matchAll(/\[(?!\^)[^[\]\\`<]{1,200}\]/g)) {
    const end = index + found.length;
    if (/[([:]/.test(text[end] ?? after)) continue;
    places.add(index).add(end - 1);
  }
  return places;
}

/** Escapes what Markdown would read at the beginning of a line: headings, lists, quotes, rules, table lines. */
export const asParagraph = (markdown: string): string => markdown.split('\n').map(lineSafe).join('\n');

function lineSafe(line: string): string {
  if (/^(?:#{1,6}|[-+*])(?:\s|$)/.test(line)) return `\\${line}`;
  if (line.startsWith('>')) return `\\${line}`;
  if (/^(?:=+|-+)\s*$/.test(line) || /^([-_*])(?:[ \t]*\1){2,}[ \t]*$/.test(line)) return `\\${line}`;
  if (/^\|?[ \t]*:?-+:?[ \t]*(?:\||$)/.test(line)) return `\\${line}`;
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** Text of a picture's title, between straight quotation marks. */
export const titleText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\"]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&');
