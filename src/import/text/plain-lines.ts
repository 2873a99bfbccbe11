/** The lines of a plain text, without the wrapping and the markers that text browsers add (w3m, lynx, links). */
import { Refusal } from '../format.ts';
import { oneLine } from '../wording/one-line.ts';

export type PlainLine = {
  text: string;
  /** Counted from 1 in the file. */
  number: number;
  /** Whether an empty line, or the beginning, is before it. */
  apart: boolean;
  /** Depth of a list's bullet, counted from 1. */
  bullet?: number;
  /** Whether the place of a picture is directly before it, with no empty line between. */
  underPicture?: true;
};

/** A line longer than this is not the text of a page (I302). */
const longestLine = 1_000_000;

/** Reads lines that end with LF, CRLF, CR or Unicode's separators. */
export function plainLinesOf(text: string): PlainLine[] {
  const written = text.replace(/^\ufeff/, '').split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  const long = written.findIndex((line) => line.length > longestLine);
  if (long >= 0) {
    const message = `Line ${long + 1} is longer than 1 MB. That is no paragraph: put line ends into the text.`;
    throw new Refusal('I302', message, long + 1);
  }
  const isDump = written.some((line) => /\[ {5,}\]|^\s*\[[\w.-]+\](?:\[[\w.-]+\])*\s*$/.test(line));
  return unwrapped(isDump ? withoutFurniture(written) : written.map((line, index) => ({ line, number: index + 1 })));
}

type Raw = { line: string; number: number; underPicture?: true };

/** Boxes of forms, and names of pictures in square brackets. */
function withoutFurniture(written: readonly string[]): Raw[] {
  const raw: Raw[] = [];
  let underPicture = false;
  for (const [index, line] of written.entries()) {
    const plain = line
      .replace(/\[[ \u00a0]{2,}\]/g, ' ')
      .replace(/^(\s*)(?:\[(?! )[^\s\]]{1,80}\])+(?=\S|\s*$)/, '$1')
      .replace(/\[[A-Z]+::[A-Z]*\]/g, '')
      .replace(/^\s*[━─═_=-]{10,}\s*$/, '');
    const isPicture = plain.trim() === '' && /^\s*\[/.test(line) && !/^\s*\[ /.test(line);
    if (isPicture) underPicture = true;
    else {
      const isBlank = plain.trim() === '';
      raw.push({ line: plain, number: index + 1, ...(underPicture && !isBlank ? { underPicture: true } : {}) });
      underPicture = false;
    }
  }
  return raw;
}

const bullets = /^(\s*)([•·◦□■▪▫☆★○●◆◇✓➤►▶*+-]|[oO](?=\s{2}))\s+(?=\S)/;

/** How wide a text is on a screen of fixed cells: Han, Kana and Hangul take two. */
const widthOf = (text: string): number => Array.from(text).reduce((width, sign) => width + cells(sign), 0);

const cells = (sign: string): number =>
  /\p{M}|[\u200b-\u200f\u2060]/u.test(sign)
    ? 0
    : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(sign)
      ? 2
      : 1;

/** The widest that lines are cut at by programs. */
const widest = 140;

/**
 * Puts together what was one paragraph. A program breaks a line where the next word would not have fitted, so a line
 * goes on in the next exactly when that word would have made it wider than the widest line.
 */
function unwrapped(raw: readonly Raw[]): PlainLine[] {
  const width = wrapWidth(raw);
  const lines: PlainLine[] = [];
  let apart = true;
  let last: { text: string; indent: number } | undefined;
  for (const { line, number, underPicture } of raw) {
    const text = line.replace(/[\s\u00a0]+$/, '');
    if (text.trim() === '') {
      apart = true;
      last = undefined;
      continue;
    }
    const bullet = bullets.exec(text);
    const indent = /^\s*/.exec(text)![0].length;
    const goesOn =
      width !== undefined &&
      last &&
      !bullet &&
      !underPicture &&
      indent >= last.indent &&
      breaksAt(last.text, text, width);
    if (goesOn) {
      const before = lines.at(-1)!;
      // A line may be broken behind a hyphen that was there, and then no space was.
      before.text += `${/\p{L}-$/u.test(before.text) ? '' : ' '}${oneLine(text)}`;
    } else {
      const words = oneLine(bullet ? text.slice(bullet[0].length) : text);
      lines.push({
        text: words,
        number,
        apart,
        ...(bullet ? { bullet: bullet[1]!.length + 1 } : {}),
        ...(underPicture ? { underPicture: true } : {}),
      });
    }
    apart = false;
    last = { text, indent: bullet && !goesOn ? bullet[0].length : indent };
  }
  return lines;
}

function breaksAt(line: string, next: string, width: number): boolean {
  const word = /^\s*(\S+?-(?=\p{L})|\S+)/u.exec(next)?.[1] ?? '';
  const glue = line.endsWith('-') ? 0 : 1;
  return widthOf(line) + glue + widthOf(word) > width;
}

/** Where the text was wrapped: the widest line that others nearly reach; nothing where it was not wrapped. */
function wrapWidth(raw: readonly Raw[]): number | undefined {
  const widths: number[] = [];
  let follows = 0;
  for (const [index, { line }] of raw.entries()) {
    const width = widthOf(line.trimEnd());
    if (line.trim() === '' || (!line.trim().includes(' ') && width > 60)) continue;
    widths.push(width);
    if (raw[index + 1]?.line.trim() && width > 50) follows += 1;
  }
  widths.sort((a, b) => b - a);
  if (follows < 3 || (widths[2] ?? 0) > widest) return undefined;
  const at = widths.findIndex((width, index) => width <= widest && (widths[index + 2] ?? 0) > width - 12);
  const width = widths[at];
  return width !== undefined && width >= 40 && isBrokenAt(raw, width) ? width : undefined;
}

/** Whether long lines that another follows do end where the next word would not have fitted. */
function isBrokenAt(raw: readonly Raw[], width: number): boolean {
  let [broken, pairs] = [0, 0];
  for (const [index, { line }] of raw.entries()) {
    const next = raw[index + 1]?.line ?? '';
    if (next.trim() === '' || widthOf(line.trimEnd()) < width * 0.75) continue;
    pairs += 1;
    if (breaksAt(line.trimEnd(), next, width)) broken += 1;
  }
  return broken >= pairs * 0.7;
}
