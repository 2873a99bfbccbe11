/** Comments that only editors and programs see, as each way of writing has them. They are taken out and counted. */
import { counted } from '../codes.ts';
import type { Note } from '../item.ts';

/** Obsidian; MDX; kramdown; Liquid; Nunjucks, Jinja and Twig; Hugo; Handlebars; EJS. */
const comments =
  /(?<!%|\d(?=%%(?:[\s.,;:!?)]|$)))%%(?!%)[^]*?%%|^%%(?!%)[^]*|\{[ \t]*\/\*[^]{0,20000}?\*\/\s*\}|\{::comment\}[^]{0,20000}?\{:\/(?:comment)?\}|\{::comment[^{}]*\/\}|\{%-?\s*comment\b[^%]*%\}[^]{0,20000}?\{%-?\s*endcomment\s*-?%\}|\{%-?\s*#[^]{0,20000}?%\}|\{#-?\s[^]{0,20000}?#\}|\{\{-?\s*\/\*[^]{0,20000}?\*\/\s*-?\}\}|\{\{!--[^]{0,20000}?--\}\}|\{\{![^{}]*\}\}|<%#[^]{0,20000}?%>/gm;

/** In a text whose code is masked. */
export function withoutHiddenComments(markdown: string, notes: Note[]): string {
  let found = 0;
  const text = markdown.replace(comments, () => {
    found += 1;
    return '';
  });
  if (found > 0) notes.push({ code: 'I502', message: `${counted(found, 'comment')} that only editors see: left out.` });
  return text;
}
