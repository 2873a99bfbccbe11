/**
 * Template tags and shortcodes (Liquid, Nunjucks, Hugo, EJS) are programs of another system: they are never run. A tag
 * that Markdown can express, such as a fence of code or the address of the site, is written so; every other one stays
 * in the text as visible words, and is listed.
 */
import { counted } from '../codes.ts';
import type { Note } from '../item.ts';

const tag = /\{\{[<%]?-?[^]{0,2000}?-?[>%]?\}\}|\{%[^]{0,2000}?%\}|<%[^]{0,2000}?%>|^[ \t]*:::?[{\w][^\n]*/gm;
const siteAddress = /\{\{-?\s*(?:site\.(?:baseurl|url|BaseURL)|\.Site\.BaseURL|base_?url)\s*-?\}\}/gi;
const pathFilter =
  /\{\{-?\s*(["'])([^"'{}\n]*)\1\s*\|\s*(?:relative_url|absolute_url|url|relURL|absURL|prepend:\s*site\.baseurl)\s*-?\}\}/gi;
const highlight =
  /^([ \t]*)\{(?:%-?|\{[<%])\s*highlight\s+([\w+#-]*)[^%}>]*(?:-?%|[>%]\})\}[ \t]*\n([^]*?)\n[ \t]*\{(?:%-?|\{[<%])\s*(?:end|\/)\s*highlight\s*(?:-?%|[>%]\})\}[ \t]*$/gm;
/** On lines of their own: Liquid takes them away in code too. */
const rawLines = /^[ \t]*\{%-?\s*raw\s*-?%\}[ \t]*\n([^]*?)^[ \t]*\{%-?\s*endraw\s*-?%\}[ \t]*(?:\n|$)/gm;
const rawMarks = /\{%-?\s*(?:raw|endraw)\s*-?%\}/g;

/** The first of all, while code is not masked yet. */
export const withoutRawLines = (markdown: string): string => markdown.replace(rawLines, '$1');

/** A listing between tags as a fence of code. `plain` gives back the code in it that is masked. */
export const withListings = (markdown: string, plain: (text: string) => string, notes: Note[]): string => {
  let written = 0;
  const text = markdown.replace(highlight, (_whole, indent: string, language: string, masked: string) => {
    written += 1;
    const code = plain(masked);
    const ticks = '`'.repeat(Math.max(3, ...Array.from(code.matchAll(/`{3,}/g), ([run]) => run.length + 1)));
    return `${indent}${ticks}${language}\n${code}\n${indent}${ticks}`;
  });
  if (written > 0) notes.push(asMarkdown(written));
  return text;
};

/** Before the text is read as Markdown: in its blocks these signs would be cut apart. Its code is masked. */
export function withoutTemplateTags(markdown: string, notes: Note[]): string {
  if (!/\{[{%]|<%|^[ \t]*::/m.test(markdown)) return markdown;
  let written = 0;
  const count = (text: string): string => {
    written += 1;
    return text;
  };
  const text = markdown
    .replace(rawMarks, () => count(''))
    .replace(pathFilter, (_whole, _quote, path: string) => count(path))
    .replace(siteAddress, () => count(''));
  if (written > 0) notes.push(asMarkdown(written));
  const left = text.match(tag) ?? [];
  if (left.length > 0) {
    const shown = [...new Set(left.map((each) => each.replace(/\s+/g, ' ').slice(0, 60)))];
    const listed = `${shown.slice(0, 10).join(' ')}${shown.length > 10 ? ' …' : ''}`;
    notes.push({
      code: 'I505',
      message: `${left.length} shortcodes or template tags were kept as visible text: ${listed}`,
    });
  }
  return text;
}

const asMarkdown = (number: number): Note => ({
  code: 'I306',
  message: `${counted(number, 'template tag')} written as Markdown or as plain addresses.`,
});

/** Where a tag stands in a line, so that what is inside it is not taken for HTML. */
export const templateTagAt = (text: string, index: number): number => {
  const found = /^(?:\{\{[^]{0,2000}?\}\}|\{%[^]{0,2000}?%\}|<%[^]{0,2000}?%>)/.exec(text.slice(index, index + 2100));
  return found ? found[0].length : 0;
};
