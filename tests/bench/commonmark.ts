/** The examples of the CommonMark specification, compiled: none may crash; how many come out as it says only informs. */
import { compile } from '../../src/press/markdown/markdown.ts';
import { type Example } from './payloads.ts';
import type { Row } from './table.ts';

const group = 'Examples of the CommonMark specification';
const rawHtml = new Set(['A402', 'A403']);

export function commonmarkRows(examples: readonly Example[]): Row[] {
  let crashes = 0;
  let refused = 0;
  let alike = 0;
  for (const { markdown, html } of examples) {
    try {
      const compiled = compile([markdown], {
        owner: 'example',
        base: '/',
        language: 'en',
        picture: (url) => ({ url, width: 1, height: 1 }),
      });
      if (compiled.problems.some(({ code }) => rawHtml.has(code))) refused += 1;
      else if (withoutAdditions(compiled.html) === withoutAdditions(html)) alike += 1;
    } catch {
      crashes += 1;
    }
  }
  const rest = examples.length - refused - crashes;
  return [
    { group, what: 'examples', value: examples.length, unit: '' },
    { group, what: 'crashes', value: crashes, unit: '', atMost: 0 },
    { group, what: 'with raw HTML that is refused by name', value: refused, unit: '' },
    { group, what: 'others that come out as specified', value: alike, unit: '', from: `of ${rest}` },
  ];
}

/** HTML without what the press adds on purpose: ids, classes for tables, figures and what they lead to, sizes, and h2 in the place of h1. */
export function withoutAdditions(html: string): string {
  return html
    .replace(/ (?:id|rel|loading|decoding|width|height|tabindex|role|dir|lang|aria-[a-z]+)="[^"]*"/g, '')
    .replace(/<(\/?)h1>/g, '<$1h2>')
    .replace(/<(\/?)figure>/g, '<$1p>')
    .replace(/<a class="look"[^>]*>(<img[^>]*>)<\/a>/g, '$1')
    .replace(/<img([^>]*)><figcaption>([^<]*)<\/figcaption>/g, '<img$1 title="$2">')
    .replace(/ \/>/g, '>')
    .replace(/\s+/g, ' ')
    .replace(/> /g, '>')
    .replace(/ </g, '<')
    .trim();
}
