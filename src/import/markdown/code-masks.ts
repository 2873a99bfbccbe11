/**
 * Code is the writer's text: while marks around it are read, it is masked, so that nothing in it is taken for one. Each
 * line is masked for itself behind its indentation, so lines may be moved, quoted and set deeper meanwhile.
 */
import createMarkdownIt, { type Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';

export const parser = createMarkdownIt({ html: true, maxNesting: 100 }).use(footnote);

export type Masked = { text: string; restored: (text: string) => string };

const spans =
  /(?<![\\`])(`+)(?!`)(?:(?!\n[ \t]*\n)[^\0])*?(?<!`)\1(?!`)|<(code|pre|kbd|samp|tt)\b[^<>]*>[^]{0,20000}?<\/\2\s*>/gi;
/** Liquid takes these marks away in code too, with which it shows a tag. */
const rawPair = /\{%-?\s*raw\s*-?%\}\n?([^]*?)\n?\{%-?\s*endraw\s*-?%\}/g;

/** In MDX nothing is code for being indented. */
export function masked(markdown: string, isMdx: boolean): Masked {
  const kept: string[] = [];
  const mask = (code: string): string =>
    code.replace(rawPair, '$1').replace(/\S[^\n]*/g, (part) => `\0${kept.push(part) - 1}\0`);
  const lines = markdown.split('\n');
  const tokens: Token[] = [];
  parser.block.parse(markdown, parser, {}, tokens);
  for (const { type, map } of tokens.toReversed()) {
    if (!map || (type !== 'fence' && (type !== 'code_block' || isMdx))) continue;
    const [from, to] = map;
    lines.splice(from, to - from, ...mask(lines.slice(from, to).join('\n')).split('\n'));
  }
  const restored = (text: string): string =>
    text.replace(/\0(\d+)\0/g, (_, index: string) => restored(kept[Number(index)]!));
  return { text: lines.join('\n').replace(spans, mask), restored };
}
