/**
 * Language and direction of words in another script than their text's, so that they are shown and spoken rightly.
 *
 * - A paragraph, item, heading, quote, table or cell most of whose letters, but those of code, run the other way gets
 *   `dir`.
 * - Inside it, and inside the text, a run of words that goes the other way gets a `<span>` with `dir`; so do Han, Kana
 *   and Hangul, with `lang`. Only tags are added: the characters stay as they are.
 * - `lang` is given by `script-language.ts` where letters tell; a few Latin words in a right-to-left line may be
 *   anyone's name, so only a whole block of them is taken for English.
 */
import type { RendererRule, StateCore, Token } from 'markdown-it';
import { compilingIn } from './compiling.ts';
import {
  eastAsianLanguage,
  eastAsianLetterForeignTo,
  latinLanguage,
  rightToLeftLanguage,
  scriptOf,
} from './script-language.ts';
import { inParts, plainTextOf, textToken } from './text-tokens.ts';

export type ScriptSide = 'ltr' | 'rtl';

/** Direction and language of a part of the text; `lang` is missing where it cannot be told. */
type LangAndSide = { side: ScriptSide; lang?: string };

const rtlScripts = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'];
const rtl = `[${rtlScripts.map((script) => String.raw`\p{Script=${script}}`).join('')}]`;
const rtlLetter = `(?:(?=\\p{L})${rtl})`;
const ltrLetter = `(?:(?!${rtl})\\p{L})`;

/** Words of one kind of letter; numbers, signs and spaces between two of them belong to the run. */
const runOf = (letter: string, ending = ''): string => {
  const word = String.raw`${letter}(?:${letter}|[\p{M}\u200c\u200d])*`;
  return String.raw`${word}(?:[\p{N}\p{P}\p{S}\p{Z}]+${word})*${ending}`;
};

const rtlLetters = new RegExp(rtlLetter, 'gu');
const ltrLetters = new RegExp(ltrLetter, 'gu');
/** Runs that differ from a line of either side in a text of this script. "4G", "Windows 11" and "C++" are whole. */
const runsIn = (script: string): Record<ScriptSide, RegExp> => ({
  ltr: new RegExp(`${runOf(rtlLetter)}|${runOf(eastAsianLetterForeignTo(script))}`, 'gu'),
  rtl: new RegExp(String.raw`(?<!\p{N})\p{N}*${runOf(ltrLetter, String.raw`(?:[ -]?\p{N}+|[+#]+)?`)}`, 'gu'),
});
const entity = /&#?\w+;/;

/** Direction and language of the whole text, and patterns of what differs from them. */
type TextLanguage = LangAndSide & { lang: string; runs: Record<ScriptSide, RegExp>; foreign: RegExp };

const textLanguages = new Map<string, TextLanguage>();

/** Whether a language is written from the right; unknown ones are from the left. */
export const sideOf = (language: string): ScriptSide => textLanguageOf(language).side;

function textLanguageOf(lang: string): TextLanguage {
  const known = textLanguages.get(lang);
  if (known) return known;
  const script = scriptOf(lang);
  const side = rtlScripts.includes(script) ? 'rtl' : 'ltr';
  const runs = runsIn(script);
  const foreign =
    side === 'rtl' ? new RegExp(ltrLetter, 'u') : new RegExp(`${rtl}|${eastAsianLetterForeignTo(script)}`, 'u');
  const own: TextLanguage = { side, lang, runs, foreign };
  textLanguages.set(lang, own);
  return own;
}

/** Core rule, the last: adds the attributes and spans. A text in one script is left after one look at its source. */
export function langAndDir(state: StateCore): void {
  const { options, blocks } = compilingIn(state.env);
  const own = textLanguageOf(options.language);
  if (!blocks.some((block) => own.foreign.test(block) || entity.test(block))) return;
  const balance = balanceBefore(state.tokens);
  const around: LangAndSide[] = [own];
  for (const [index, token] of state.tokens.entries()) {
    const parent = around.at(-1)!;
    if (token.type === 'inline') token.children = withSpans(token.children ?? [], parent, own);
    if (token.nesting === -1) around.pop();
    if (token.nesting !== 1) continue;
    const end = index + lengthOf(state.tokens, index);
    const side = sideBy(balance[end]! - balance[index]!) ?? parent.side;
    if (side === parent.side || token.hidden || !canTurn(token)) around.push(parent);
    else around.push(turned(state.tokens.slice(index, end), side, own));
  }
}

const withLangAndDir = new Set([
  'p',
  'li',
  'ul',
  'ol',
  'blockquote',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'th',
  'td',
  'figure',
  'figcaption',
]);

/** The pictures of a gallery follow one another as the text does; what is said of them has a language. */
const canTurn = ({ type, tag }: Token): boolean => type !== 'gallery_open' && withLangAndDir.has(tag);

/**
 * Letters from the right less letters from the left before each token, so that any stretch of tokens is one subtraction.
 * Those of code are of no language.
 */
function balanceBefore(tokens: readonly Token[]): number[] {
  const balance = [0];
  for (const { type, children } of tokens) {
    const text = type === 'inline' ? plainTextOf((children ?? []).filter(isNoCode)) : '';
    balance.push(balance.at(-1)! + count(text, rtlLetters) - count(text, ltrLetters));
  }
  return balance;
}

const isNoCode = ({ type }: Token): boolean => type !== 'code_inline';

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

const sideBy = (balance: number): ScriptSide | undefined => (balance === 0 ? undefined : balance > 0 ? 'rtl' : 'ltr');

/** Tokens from an opening one to its closing one. */
function lengthOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  let index = open;
  do depth += tokens[index++]!.nesting;
  while (depth > 0 && index < tokens.length);
  return index - open;
}

/** Marks a block that is read from the other side. */
function turned(tokens: readonly Token[], side: ScriptSide, own: LangAndSide): LangAndSide {
  const text = tokens.map(({ children }) => plainTextOf(children ?? [])).join(' ');
  const told = side === 'rtl' ? rightToLeftLanguage(text) : latinLanguage(text);
  const lang = side === own.side ? own.lang : told;
  if (lang !== undefined) tokens[0]!.attrSet('lang', lang);
  tokens[0]!.attrSet('dir', side);
  return { side, lang };
}

function withSpans(tokens: Token[], parent: LangAndSide, own: TextLanguage): Token[] {
  return tokens.flatMap((token) => {
    if (token.type === 'code_inline' && parent.side === 'rtl') token.attrSet('dir', 'ltr');
    return token.type === 'text' ? spansOf(token, parent, own) : [token];
  });
}

const spansOf = (token: Token, parent: LangAndSide, own: TextLanguage): Token[] =>
  inParts(token, token.content.matchAll(own.runs[parent.side]), ([run]) => {
    const attrs = runAttributes(run, parent, own);
    return attrs.length === 0 ? [] : [Object.assign(textToken(run), { type: 'foreign_words', attrs })];
  });

function runAttributes(run: string, parent: LangAndSide, own: TextLanguage): [string, string][] {
  const side = run.search(rtlLetters) >= 0 ? 'rtl' : 'ltr';
  const east = side === 'ltr' ? eastAsianLanguage(run, own.lang) : undefined;
  const foreign = side === 'rtl' ? rightToLeftLanguage(run) : undefined;
  const lang = east ?? (side === own.side ? own.lang : foreign);
  const attributes: [string, string][] = [];
  if (lang !== undefined && lang !== parent.lang) attributes.push(['lang', lang]);
  if (side !== parent.side) attributes.push(['dir', side]);
  return attributes;
}

/** Renderer rule for words marked here. */
export const foreignWords: RendererRule = (tokens, index, options, env, renderer) =>
  `<span${renderer.renderAttrs(tokens[index]!)}>${renderer.rules.text!(tokens, index, options, env, renderer)}</span>`;
