/**
 * The terms of the glossary: the id of each, and where a text has one of them. A term is found as a whole word, as it is
 * written; one with a small first letter also where a capital begins a sentence, and nowhere else, since "Broadsheet"
 * within a sentence is a name. What else a word can look like is not guessed: the glossary says it under "also".
 */
import type { GlossaryTerm } from '../../publication/content.ts';
import type { GlossaryFile } from '../../publication/schema.ts';
import { elementId } from './element-id.ts';

/** A part of a text that is a form of the term with this id, as a match has it: where it begins, and its words. */
export type FoundTerm = { id: string; index: number; 0: string };

/** The forms of one language, longest first, by their first word. */
export type TermFinder = ReadonlyMap<string, readonly { id: string; form: string }[]>;

/** Every term with its id, which is made from its letters, and all its forms in NFC. */
export function glossaryTerms({ terms }: GlossaryFile): Omit<GlossaryTerm, 'users'>[] {
  const [seen, taken] = [new Map<string, number>(), new Set<string>()];
  return terms.map((entry) => ({
    ...entry,
    id: elementId('g', entry.term, seen, taken),
    forms: [entry.term, ...(entry.also ?? [])].map((form) => form.normalize('NFC').trim().replace(/\s+/g, ' ')),
  }));
}

/** Undefined where there are no terms. Of two equal forms the first is taken. */
export function termFinder(terms: readonly Pick<GlossaryTerm, 'id' | 'forms'>[]): TermFinder | undefined {
  const finder = new Map<string, { id: string; form: string }[]>();
  for (const { id, forms } of terms) {
    for (const form of forms) {
      const [first] = form.match(words) ?? [];
      if (first === undefined) continue;
      finder.set(first, [...(finder.get(first) ?? []), { id, form }]);
    }
  }
  for (const known of finder.values()) known.sort((one, other) => other.form.length - one.form.length);
  return finder.size > 0 ? finder : undefined;
}

/** The half space of Persian belongs to its word. */
const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*/gu;
/** What makes the word before or after it part of an address, a compound or a name of code. */
const joinedBefore = /[\p{L}\p{M}\p{N}_@#/\\.‐-]$/u;
const joinedAfter = /^(?:[\p{L}\p{M}\p{N}_@/\\‐\-\u200c\u200d]|\.[\p{L}\p{N}])/u;
const sentenceBegins = /(?:^|[.!?…。؟۔:]["'”’»)\]]*\s)\s*["'“‘«(¿¡[]*$/u;

/** Every term in a text; `before` is what stands before it in the same paragraph. */
export function* termsIn(text: string, before: string, finder: TermFinder): Generator<FoundTerm> {
  let end = 0;
  for (const { 0: word, index: start } of text.matchAll(words)) {
    if (start < end || joinedBefore.test(text.slice(Math.max(0, start - 2), start))) continue;
    const found = formAt(text, start, word, finder) ?? formAtBeginning(text, start, word, before, finder);
    if (found === undefined) continue;
    end = start + found.form.length;
    yield { id: found.id, index: start, 0: text.slice(start, end) };
  }
}

const formAt = (text: string, start: number, word: string, finder: TermFinder) =>
  finder.get(word)?.find(({ form }) => {
    const end = start + form.length;
    return text.startsWith(form, start) && !joinedAfter.test(text.slice(end, end + 3));
  });

function formAtBeginning(text: string, start: number, word: string, before: string, finder: TermFinder) {
  const [first = ''] = word;
  const small = first.toLowerCase();
  if (small === first || small.length !== first.length || !finder.has(small + word.slice(first.length)))
    return undefined;
  if (!sentenceBegins.test(before + text.slice(0, start))) return undefined;
  const lowered = text.slice(0, start) + small + text.slice(start + first.length);
  return formAt(lowered, start, small + word.slice(first.length), finder);
}
