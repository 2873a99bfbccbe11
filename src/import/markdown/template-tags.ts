/**
 * Template tags and shortcodes (Liquid, Nunjucks, Hugo, EJS) are programs of another system: they are never run. A tag
 * that Markdown can express, such as a fence of code or the address of the site, is written so; every other one stays
 * in the text as visible words, and is listed.
 */
import type { Note } from '../item.ts';

export type Tidied = { text: string; notes: Note[] };

const tag = /\{\{[<%]?-?[^]{0,2000}?-?[>%]?\}\}|\{%[^]{0,2000}?%\}|<%[^]{0,2000}?%>/g;
const siteAddress = /\{\{-?\s*(?:site\.(?:baseurl|url|BaseURL)|\.Site\.BaseURL|base_?url)\s*-?\}\}/gi;
const pathFilter =
  /\{\{-?\s*(["'])([^"'{}\n]*)\1\s*\|\s*(?:relative_url|absolute_url|url|relURL|absURL|prepend:\s*site\.baseurl)\s*-?\}\}/gi;
const highlight =
  /^([ \t]*)\{(?:%-?|\{[<%])\s*highlight\s+([\w+#-]*)[^%}>]*(?:-?%|[>%]\})\}[ \t]*\n([^]*?)\n[ \t]*\{(?:%-?|\{[<%])\s*(?:end|\/)\s*highlight\s*(?:-?%|[>%]\})\}[ \t]*$/gm;
const rawMarks = /\{%-?\s*(?:raw|endraw)\s*-?%\}/g;
const liquidComment = /\{%-?\s*comment\s*-?%\}[^]{0,20000}?\{%-?\s*endcomment\s*-?%\}/g;

/** Before the text is read as Markdown: in its blocks these signs would be cut apart. */
export function withoutTemplateTags(markdown: string): Tidied {
  if (!/\{[{%]|<%/.test(markdown)) return { text: markdown, notes: [] };
  let written = 0;
  const count = <Text>(text: Text): Text => {
    written += 1;
    return text;
  };
  const text = markdown
    .replace(highlight, (_whole, indent: string, language: string, code: string) => {
      const ticks = '`'.repeat(Math.max(3, ...Array.from(code.matchAll(/`{3,}/g), ([run]) => run.length + 1)));
      return count(`${indent}${ticks}${language}\n${code}\n${indent}${ticks}`);
    })
    .replace(liquidComment, () => count(''))
    .replace(rawMarks, () => count(''))
    .replace(pathFilter, (_whole, _quote, path: string) => count(path))
    .replace(siteAddress, () => count(''));
  const notes: Note[] = [];
  if (written > 0)
    notes.push({ code: 'I306', message: `${written} template tags were written as Markdown or as plain addresses.` });
  const left = text.match(tag) ?? [];
  if (left.length > 0) {
    const shown = [...new Set(left.map((each) => each.replace(/\s+/g, ' ').slice(0, 60)))];
    const listed = `${shown.slice(0, 10).join(' ')}${shown.length > 10 ? ' …' : ''}`;
    notes.push({
      code: 'I505',
      message: `${left.length} shortcodes or template tags were kept as visible text: ${listed}`,
    });
  }
  return { text, notes };
}

/** Where a tag stands in a line, so that what is inside it is not taken for HTML. */
export const templateTagAt = (text: string, index: number): number => {
  const found = /^(?:\{\{[^]{0,2000}?\}\}|\{%[^]{0,2000}?%\}|<%[^]{0,2000}?%>)/.exec(text.slice(index, index + 2100));
  return found ? found[0].length : 0;
};
