/** What mail programs put around the words of a writer: quotes, signatures, and names and addresses over what is forwarded. */
import { isVisible } from '../../publication/rules.ts';

const deepestQuote = 10;

const isQuoted = (line: string): boolean => line.startsWith('>');

/** Who answers a letter quotes it: then the letter is what is quoted, with its fields. */
export function unquoted(text: string): string {
  let lines = text.split('\n');
  for (let depth = 0; depth < deepestQuote; depth += 1) {
    const foot = lines.findIndex((line) => /\[(?:article|id|name):/.test(line));
    if (foot < 0 || !isQuoted(lines[foot]!)) break;
    const begins = lines.findLastIndex((line, index) => index < foot && !isQuoted(line)) + 1;
    const ends = lines.findIndex((line, index) => index > foot && !isQuoted(line));
    lines = lines.slice(begins, ends < 0 ? undefined : ends).map((line) => line.replace(/^> ?/, ''));
    // "On … Jane <jane@example.org> wrote:", on one line or two, is quoted along by some.
    const said = /^\s*(?:[^\n]+\n)?[^\n]*@[^\n]*:[ \t]*\n/.exec(lines.join('\n'))?.[0] ?? '';
    lines = lines.slice(said.split('\n').length - 1);
  }
  return lines.join('\n');
}

/** Lines such as "From: Jane <jane@example.org>", "Gesendet: Montag". */
const label = /^\*?\p{L}[\p{L}\p{M} -]{0,20}\*?[ \u00a0]?:/u;
const rule = /^-{4,}.*|^_{4,}$/;

/** Where the lines begin and end that stand over a forwarded message, the last of them in a text. */
function forwardHead(lines: readonly string[]): { begins: number; ends: number } | undefined {
  let ends = lines.length;
  for (let begins = ends - 1; begins >= 0; begins -= 1) {
    if (!isVisible(lines[begins]!)) ends = begins;
    else if (begins === 0 || !isVisible(lines[begins - 1]!)) {
      const block = lines.slice(rule.test(lines[begins]!) ? begins + 1 : begins, ends);
      const labels = block.filter((line) => label.test(line)).length;
      if (label.test(block[0] ?? '') && labels > 1 && block.some((line) => line.includes('@'))) return { begins, ends };
    }
  }
  return undefined;
}

/** The words below such lines. */
export function withoutForwardHead(text: string): string {
  const lines = text.split('\n');
  return lines.slice(forwardHead(lines)?.ends ?? 0).join('\n');
}

/** A line that a signature begins with, or that a telephone signs with. */
const signs =
  /^(?:-- ?|Sent from my .{2,30}|Get Outlook for .{2,10}|Von meinem .{2,30} gesendet|Envoyé de mon .{2,30}|Enviado desde mi .{2,30})$/i;

/** The words of who sent a message, without the signature, and without older mail that is quoted at the end. */
export function ownWords(text: string): string {
  let lines = text.split('\n');
  const signature = lines.findIndex((line) => signs.test(line));
  if (signature >= 0) lines.length = signature;
  for (let head = forwardHead(lines); head; head = forwardHead(lines)) {
    const above = lines.slice(0, head.begins);
    const isAlone = !above.some((line) => isVisible(line) && !rule.test(line));
    lines = isAlone ? lines.slice(head.ends) : above;
  }
  const last = lines.findLastIndex((line) => isVisible(line) && !isQuoted(line));
  const isOlder = lines.slice(last + 1).some(isQuoted);
  // "On … wrote:"
  return lines.slice(0, isOlder && /:\s*$/.test(lines[last] ?? '') ? last : last + 1).join('\n');
}
