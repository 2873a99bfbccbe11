/** Words with their meanings, as kramdown, PHP Markdown Extra and Pandoc write them, as paragraphs; abbreviations likewise. */
import { counted } from '../codes.ts';
import type { Note } from '../item.ts';

const term = String.raw`(?![ \t]|[-*+][ \t]|[>|#<:]|~{3}|\d{1,9}[.)][ \t]|!?\[[^\]\n]*\]:)[^\n]{1,120}\n`;
const sign = String.raw` {0,3}[:~][ \t]+`;
const further = String.raw`(?:\n(?![ \t]*\n|${sign}\S)[^\n]+)*`;
const meaning = String.raw`${sign}\S[^\n]*${further}(?:\n(?:[ \t]*\n)+(?: {2}|\t)[ \t]*\S[^\n]*${further})*(?:\n[ \t]*)*\n?`;
/** The words are whole paragraphs; below them, perhaps after a blank line, stands what they mean. */
const entry = new RegExp(String.raw`(?<=(?:^|\n)[ \t]*\n|^)((?:${term}){1,5})(?:[ \t]*\n)?((?:${meaning})+)`, 'g');
const abbreviation = /^ {0,3}\*\[([^\]\n]+)\]:[ \t]*([^\n]*)(?:\n|$)/gm;

/** In a text whose code is masked. */
export function withMeanings(markdown: string, notes: Note[]): string {
  if (!/^ {0,3}[:~*][ \t[]/m.test(markdown)) return markdown;
  let found = 0;
  const text = markdown.replace(entry, (_whole, words: string, meanings: string) => {
    found += 1;
    const below = meanings.replace(new RegExp(`^${sign}`, 'gm'), '\n').replace(/^(?: {1,4}|\t)/gm, '');
    return `${words.replace(/^[ \t]*(.+?)[ \t]*\n/gm, '**$1**\n\n').replace(/^\*\*(\*\*.+\*\*)\*\*$/gm, '$1')}${below.trim()}\n\n`;
  });
  if (found > 0)
    notes.push({ code: 'I310', message: `${counted(found, 'word')} with meanings: written as paragraphs.` });
  return withAbbreviations(text, notes);
}

/** `*[VHF]: Very high frequency`: the meaning stands in brackets where the word stands first. */
function withAbbreviations(markdown: string, notes: Note[]): string {
  let text = markdown.replace(abbreviation, '');
  for (const [, short = '', long = ''] of markdown.matchAll(abbreviation)) {
    const word = `(?<![\\p{L}\\p{N}])(${short.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')})(?![\\p{L}\\p{N}])`;
    const places = new RegExp(`^ {0,3}#[^\\n]*|\\]\\([^)\\n]*\\)|<[^>\\n]*>|${word}`, 'gmu');
    const place = Array.from(text.matchAll(places)).find(([, here]) => here !== undefined);
    const end = (place?.index ?? 0) + short.length;
    if (place) text = `${text.slice(0, end)} (${long.trim()})${text.slice(end)}`;
    const told = place ? 'its meaning is in brackets behind it' : `it stands nowhere, "${long.trim()}" was left out`;
    notes.push({ code: 'I310', message: `The abbreviation ${short}: ${told}.` });
  }
  return text;
}
