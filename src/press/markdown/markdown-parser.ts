/**
 * markdown-it as the press uses it: CommonMark with tables, strikethrough, autolinks and footnotes, no HTML. Every block
 * of a text is parsed by itself, so that an open quote or fence in one cannot swallow the next; link definitions and
 * footnotes are shared by all of them.
 */
import createMarkdownIt, { type StateCore, type Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { compilingIn, deepest } from './compiling.ts';
import { capitalsSpan, smallCapitals } from './capitals.ts';
import { figures } from './figures.ts';
import { arrangeNotes, noteMark, noteRules } from './footnotes.ts';
import { foreignWords, langAndDir } from './mixed-scripts.ts';
import { proofread } from './proofread.ts';
import { flattenTooDeep, proofreadBlock } from './proofread-blocks.ts';
import { headings, rendererRules, tables } from './prose-markup.ts';
import { rawHtml } from './raw-html.ts';
import type { Origin } from './text-places.ts';
import { termLinks } from './term-links.ts';
import type { PlacedToken } from './text-tokens.ts';
import { countWords } from './word-count.ts';

/** One for all texts; what belongs to one text travels in `env.compiling`. */
export const parser = createMarkdownIt({ html: false, linkify: true, maxNesting: deepest + 1 });

// Every address is parsed as it is written and judged by `proofread`, which can say what is wrong with it.
parser.validateLink = () => true;
parser.normalizeLink = (address) => address;
parser.normalizeLinkText = (address) => address;

parser.linkify
  .add('ftp:', null)
  .add('//', null)
  .add('www.', {
    validate: (text, position, self) => {
      const host = self.re.get_relative_proto_validator();
      host.lastIndex = position;
      return host.exec(text)?.[0].length ?? 0;
    },
    normalize: (match) => {
      match.url = `https://${match.url}`;
    },
  });

parser.inline.State = class extends parser.inline.State {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token: PlacedToken = super.push(type, tag, nesting);
    token.offset = this.pos;
    return token;
  }
};

parser.use(footnote);
parser.disable(['footnote_inline', 'footnote_tail']);

const footnoteDefinition = parser.block.ruler.getRules('').find(({ name }) => name === 'footnote_def');
parser.block.ruler.at(
  'footnote_def',
  (state, startLine, endLine, silent) => {
    const first = state.tokens.length;
    const found = footnoteDefinition?.(state, startLine, endLine, silent) ?? false;
    const opening = state.tokens[first];
    if (found && opening) opening.map = [startLine, state.line];
    return found;
  },
  { alt: ['paragraph', 'reference'] },
);

parser.inline.ruler.at('html_inline', rawHtml);
parser.inline.ruler.at('footnote_ref', noteMark);

parser.core.ruler.at('normalize', () => {});
parser.core.ruler.at('block', parseBlocks);
parser.core.ruler.before('text_join', 'proofread', proofread);
parser.core.ruler.push('notes', arrangeNotes);
parser.core.ruler.push('headings', headings);
parser.core.ruler.push('tables', tables);
parser.core.ruler.push('figures', figures);
parser.core.ruler.push('words', countWords);
parser.core.ruler.push('lang_and_dir', langAndDir);
parser.core.ruler.push('term_links', termLinks);
parser.core.ruler.push('small_capitals', smallCapitals);

Object.assign(parser.renderer.rules, rendererRules, noteRules, { foreign_words: foreignWords, capitals: capitalsSpan });

function parseBlocks(state: StateCore): void {
  const compiling = compilingIn(state.env);
  for (const [block, source] of compiling.blocks.entries()) {
    const first = state.tokens.length;
    if (state.inlineMode) {
      const before = source.slice(0, source.length - source.trimStart().length);
      const line = before.split('\n').length - 1;
      const inline = new state.Token('inline', '', 0);
      state.tokens.push(Object.assign(inline, { content: source.trim(), map: [line, line + 1], children: [] }));
    } else {
      state.md.block.parse(source, state.md, state.env, state.tokens);
    }
    flattenTooDeep(state, first, block);
    giveOrigins(state.tokens, first, block);
    if (!state.inlineMode) proofreadBlock(state, first, block);
  }
}

/** Inline tokens in table cells have no line of their own: it is their row's. */
function giveOrigins(tokens: Token[], first: number, block: number): void {
  let row = 0;
  let cell = 0;
  let inHead = false;
  for (let index = first; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    if (token.type === 'tr_open') {
      row = token.map?.[0] ?? 0;
      cell = 0;
      inHead = tokens[index - 1]?.type === 'thead_open';
    } else if (token.type === 'inline') {
      const origin: Origin = token.map ? { block, line: token.map[0] } : { block, line: row, cell: cell++, inHead };
      token.meta = origin;
    }
  }
}
