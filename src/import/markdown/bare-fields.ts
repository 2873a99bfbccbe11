/**
 * Fields at the head of a text without lines around them: "Title: A walk" of Pelican and MultiMarkdown up to a blank
 * line, of Hexo and Bear up to a rule; ".. title: A walk" of Nikola, in a comment or not; "% A walk" of Pandoc.
 */
import { allNamed, type Fields } from './fields.ts';

const nikola = /(?:^\.\.[ \t]+[\w-]+:[^\n]*(?:\n|$))+/m;
const pandoc =
  /^%[ \t]+([^\n]+(?:\n[ \t]+\S[^\n]*)*)(?:\n%([^\n]*(?:\n[ \t]+\S[^\n]*)*))?(?:\n%([^\n]*))?(?:\n(?!%)|$)/;
const pairs =
  /^(?:[A-Za-z][\w -]{0,40}:(?:[ \t][^\n]*)?(?:\n(?:[ \t]+|- )\S[^\n]*)*(?:\n|$))+(?=\s*$|[ \t]*\n|[-_*.]{3,}[ \t]*(?:\n|$))/;
const rule = /^\s*(?:-{3,}|_{3,}|\*{3,}|\.{3})[ \t]*(?:\n|$)/;
const telling = ['title', 'headline', 'date', 'author', 'authors', 'category', 'tags', 'slug', 'created', 'status'];

/** The fields, and where they end; what shows something begins at `begins`. */
export function bareFields(text: string, begins: number): { fields: Fields; end: number } | undefined {
  const rest = text.slice(begins);
  const dots = nikola.exec(text);
  if (dots && dots.index <= begins) {
    const end = Math.max(begins, dots.index + dots[0].length);
    return { fields: paired(dots[0].replace(/^\.\.[ \t]+/gm, '')), end };
  }
  if (begins > 0 && text[begins - 1] !== '\n') return undefined;
  const [block, title = '', authors = '', date = ''] = pandoc.exec(rest) ?? [];
  if (block !== undefined) {
    const lists = { title, authors: `[${authors.replace(/\s*[;\n]\s*/g, ',')}]`, date };
    const fields = Object.entries(lists).map(([name, value]) => `${name}: ${value.trim()}`);
    return { fields: paired(fields.join('\n')), end: begins + block.length };
  }
  const matter = pairs.exec(rest)?.[0] ?? '';
  const fields = paired(matter);
  const told = telling.filter((name) => allNamed(fields, name).length > 0);
  if (told.length < 2 && told[0] !== 'title') return undefined;
  return { fields, end: begins + matter.length + (rule.exec(rest.slice(matter.length))?.[0].length ?? 0) };
}

/** A value is the rest of its line, and the lines below it that are set deeper; "[a, b]" and "- a" are lists. */
function paired(matter: string): Fields {
  const fields: Fields = new Map();
  const lines = /^([A-Za-z][\w -]*):[ \t]*([^\n]*(?:\n(?:[ \t]+|- )[^\n]*)*)/gm;
  for (const [, name = '', value = ''] of matter.matchAll(lines)) {
    const text = value.trim().replace(/^(["'])([^]*)\1$/, '$2');
    const list =
      /^\[([^]*)\]$/.exec(text)?.[1]?.split(',') ?? (text.startsWith('- ') ? text.split(/^\s*- /m) : undefined);
    const entries = list?.map((entry) => entry.trim().replace(/^(["'])(.*)\1$/, '$2')).filter(Boolean);
    fields.set(name, entries ?? text.replace(/\s*\n\s*/g, ' '));
  }
  return fields;
}
