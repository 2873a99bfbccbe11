/** Marks as Markdown (CommonMark): by article, each quote with its note and a link to its passage. */
import type { Mark } from '../store/records.ts';
import { articleOf, inReadingOrder, passageAddress } from './mark-address.ts';

/** `title` stands over all, `toPassage` is the text of the links. */
export type MarkdownWords = { title: string; toPassage: string };

export function marksMarkdown(marks: readonly Mark[], publication: string, words: MarkdownWords): string {
  const parts = [`# ${inLine(words.title)}`];
  let article: string | undefined;
  for (const mark of inReadingOrder(marks)) {
    if (mark.article !== article) {
      article = mark.article;
      const { headline, byline, section } = mark.about;
      parts.push(`## [${inLine(headline)}](<${articleOf(mark, publication)}>)`);
      const facts = [byline, section].filter(Boolean).map((fact) => inLine(fact ?? ''));
      if (facts.length > 0) parts.push(facts.join(' · '));
    }
    parts.push(quoted(inBlocks(mark.passage.exact)));
    if (mark.note.trim() !== '') parts.push(inBlocks(mark.note));
    parts.push(`[${inLine(words.toPassage)}](<${passageAddress(mark, publication)}>)`);
  }
  return `${parts.join('\n\n')}\n`;
}

/** In one line, where all that could mean something to Markdown or HTML is only itself. */
const inLine = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>~&|]/g, '\\$&')
    // What begins a heading, a list or the line under a heading.
    .replace(/^(\d*)([#+\-=.):])/, '$1\\$2');

/** A blank line makes a paragraph, any other the next line. */
const inBlocks = (text: string) =>
  text
    .split(/\n[^\S\n]*\n\s*/)
    .map((block) => block.split('\n').map(inLine).filter(Boolean).join('\\\n'))
    .filter(Boolean)
    .join('\n\n');

const quoted = (markdown: string) =>
  markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
