/** How many words there are to be read, in any script. */
import type { StateCore, Token } from 'markdown-it';
import { compilingIn } from './compiling.ts';
import { plainTextOf } from './text-tokens.ts';

/** Written without spaces between words: Han, Kana, Thai, Lao, Khmer, Myanmar. Only there is a dictionary needed. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** "don't", "well-known", "3.14" and "1,000" are one word each. */
const word =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c\u200d]*(?:(?:['’‐.-](?=[\p{L}\p{N}])|,(?=\p{N}))[\p{L}\p{N}\p{M}\u200c\u200d]+)*/gu;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Words of a text in the given language. Intl.Segmenter is a hundred times slower and its time grows with the square of
 * the length, so it sees only what needs it, in short pieces.
 */
export function wordCount(text: string, language: string): number {
  if (!unspaced.test(text)) return text.match(word)?.length ?? 0;
  const segmenter = segmenterFor(language);
  let words = 0;
  for (const [piece] of text.matchAll(pieces)) {
    if (!unspaced.test(piece)) words += piece.match(word)?.length ?? 0;
    else for (const { isWordLike } of segmenter.segment(piece)) if (isWordLike) words += 1;
  }
  return words;
}

/** What stands between spaces and full stops, cut where even that is long. */
const pieces = /[^\s。、！？]{1,1000}/gu;

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(isLanguage(language) ? language : 'und', { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/**
 * Core rule: the words of the text, its captions, notes and code, not those of alternative texts; and the words of each
 * section, without the notes at the end.
 */
export function countWords(state: StateCore): void {
  const compiling = compilingIn(state.env);
  const sections = compiling.outline.values();
  let next = sections.next().value;
  let section: typeof next;
  for (const token of state.tokens) {
    if (token.type === 'heading_open' && token.attrGet('id') === next?.id) {
      section = next;
      next = sections.next().value;
    }
    if (token.type === 'notes_open') section = undefined;
    const words = wordCount(readIn(token), compiling.options.language);
    compiling.words += words;
    if (section) section.words += words;
  }
}

function readIn({ type, content, children }: Token): string {
  if (type === 'fence' || type === 'code_block') return content;
  return type === 'inline' ? plainTextOf(children?.filter((child) => child.type !== 'image') ?? []) : '';
}
