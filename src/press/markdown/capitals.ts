/**
 * Runs of capitals, such as NATO, UNESCO or XVIII, which the sheet sets in small capitals: at the height of the letters
 * around them they do not shout. Only a span is added: they are copied, searched and read aloud as they are written.
 */
import type { RendererRule, StateCore, Token } from 'markdown-it';
import { inParts, textToken } from './text-tokens.ts';

/** Three and more of A to Z that are a word, or what is left of one before an apostrophe, a hyphen or a figure. */
const capitals = /(?<![\p{L}\p{M}\p{N}_@#/\\.])[A-Z]{3,}(?![\p{L}\p{M}_@/\\])/gu;

/** What has a face or a size of its own. */
const apart = new Set(['heading_open', 'th_open', 'td_open', 'caption_open']);
const marked = new Set(['strong_open', 'em_open', 's_open', 'caption_open']);

/** Core rule, after that of words in another script. */
export function smallCapitals(state: StateCore): void {
  if (state.inlineMode) return;
  for (const [index, token] of state.tokens.entries()) {
    if (token.type !== 'inline' || apart.has(state.tokens[index - 1]?.type ?? '')) continue;
    if (/[A-Z]{3}/.test(token.content)) token.children = withSpans(token.children ?? []);
  }
}

function withSpans(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.flatMap((token) => {
    if (marked.has(token.type)) depth += 1;
    else if (marked.has(token.type.replace(/_close$/, '_open'))) depth -= 1;
    return token.type === 'text' && depth === 0 ? spansOf(token) : [token];
  });
}

const spansOf = (token: Token): Token[] =>
  inParts(token, token.content.matchAll(capitals), ([run]) => [Object.assign(textToken(run), { type: 'capitals' })]);

/** Renderer rule for runs marked here. */
export const capitalsSpan: RendererRule = (tokens, index) => `<span class="caps">${tokens[index]!.content}</span>`;
