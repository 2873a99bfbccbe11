/**
 * The first use of a term of the glossary in a text leads to its explanation. Only links are added: the characters stay
 * as they are. Headings, notes, links, captions, code and words in another language than the text's are left alone.
 */
import type { StateCore, Token } from 'markdown-it';
import { glossaryAddress } from '../../publication/addresses.ts';
import { type Compiling, compilingIn } from './compiling.ts';
import { termsIn } from './glossary.ts';
import { inParts, plainTextOf, textToken } from './text-tokens.ts';

/** Core rule: after that of words in another script, whose spans it keeps whole, and before that of capitals. */
export function termLinks(state: StateCore): void {
  const compiling = compilingIn(state.env);
  if (!compiling.options.terms || state.inlineMode) return;
  let apart = 0;
  for (const token of state.tokens) {
    if (token.type === 'notes_open') return;
    if (token.nesting !== 0 && (apart > 0 || isApart(token, compiling))) apart += token.nesting;
    if (token.type === 'inline' && apart === 0) token.children = withLinks(state, token.children ?? []);
  }
}

const isApart = ({ type, attrs }: Token, { options }: Compiling): boolean =>
  type === 'heading_open' ||
  type === 'th_open' ||
  type === 'caption_open' ||
  Boolean(attrs?.some(([name, value]) => name === 'lang' && value !== options.language));

function withLinks(state: StateCore, children: readonly Token[]): Token[] {
  let apart = 0;
  let before = '';
  return children.flatMap((token) => {
    if (/^(?:link|caption)_/.test(token.type)) apart += token.nesting;
    const parts = token.type === 'text' && apart === 0 ? linksOf(state, token, before) : [token];
    before += plainTextOf([token]);
    return parts;
  });
}

function linksOf(state: StateCore, token: Token, before: string): Token[] {
  const { options, terms } = compilingIn(state.env);
  return inParts(token, termsIn(token.content, before, options.terms!), ({ id, 0: words }) => {
    if (terms.has(id)) return [];
    terms.add(id);
    const link = new state.Token('link_open', 'a', 1);
    link.attrs = [
      ['class', 'term'],
      ['href', `${options.base}${glossaryAddress().slice(1)}#${id}`],
    ];
    return [link, textToken(words), new state.Token('link_close', 'a', -1)];
  });
}
