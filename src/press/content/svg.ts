/**
 * Whether an SVG only draws. A picture in a page runs nothing, but the same file opened at its own address would,
 * with the rights of the site; so whatever could act or fetch is refused, and a doubtful file is refused too.
 */
import { isUtf8 } from 'node:buffer';

const rules: readonly [RegExp, string][] = [
  [/<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)|<!DOCTYPE[^<>]*\[/i, 'defines entities'],
  [/<\s*(?:[^\s<>/:]+:)?script\b/i, 'holds a script'],
  [/<\s*(?:[^\s<>/:]+:)?foreignObject\b/i, 'holds a foreignObject'],
  [
    /<\s*(?:[^\s<>/:]+:)?(?:iframe|embed|object|audio|video|handler|listener|html|body|form|input|meta|link|base)\b/i,
    'holds an element that is no drawing',
  ],
  [/[\s"'/]on[a-z]+\s*=/i, 'holds an event handler (on…=)'],
  [/<\?xml-stylesheet/i, 'fetches a style sheet'],
  [/@import/i, 'fetches a style sheet'],
  [/\bxml:base\s*=/i, 'changes the base of its links'],
  [/attributeName\s*=\s*["'][^"']*(?:href|on[a-z]+)\s*["']/i, 'changes a link while it is shown'],
  [/javascript\s*:|vbscript\s*:/i, 'holds a script address'],
];

const ownPart = /^\s*(?:#|data:image\/(?:png|jpe?g|gif|webp|avif)[;,])/i;

/** What in the SVG is refused, as the end of a sentence that begins with its name. */
export function svgFault(bytes: Buffer): string | undefined {
  if (!isUtf8(bytes) || bytes.includes(0)) return 'is not UTF-8';
  const text = withoutEntities(bytes.toString('utf8'));
  const encoding = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']/i.exec(text)?.[1];
  if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding)) return 'is not UTF-8';
  const both = [text, withoutEscapes(text)];
  const broken = rules.find(([pattern]) => both.some((reading) => pattern.test(reading)));
  if (broken) return broken[1];
  for (const [, , target] of text.matchAll(/\b(?:href|src)\s*=\s*(["'])([^]*?)\1/gi)) {
    if (!ownPart.test(target!)) return `refers to ${target!.slice(0, 60)}, outside itself`;
  }
  for (const [, target] of both.join('\n').matchAll(/url\(\s*["']?([^"')]*)/gi)) {
    if (!ownPart.test(target!)) return `refers to ${target!.slice(0, 60)}, outside itself`;
  }
  return undefined;
}

/** Character references resolved, so that "&#106;avascript:" is seen for what it is. */
const withoutEntities = (text: string): string =>
  text
    .replace(/&#x([\da-f]{1,6});?/gi, (_whole, digits: string) => character(Number.parseInt(digits, 16)))
    .replace(/&#(\d{1,7});?/g, (_whole, digits: string) => character(Number(digits)));

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** CSS escapes resolved: "u\72l(…)" is url(…). */
const withoutEscapes = (text: string): string =>
  text.replace(/\\([\da-f]{1,6})\s?/gi, (_whole, digits: string) => character(Number.parseInt(digits, 16)));
