/** The glossary that articles are compiled with, and what is wrong with it. */
import { createHash } from 'node:crypto';
import type { GlossaryTerm } from '../../publication/content.ts';
import { primaryLanguage } from '../../publication/language.ts';
import { glossarySchema } from '../../publication/schema.ts';
import { languageOf } from './compiled-texts.ts';
import { glossaryTerms, type TermFinder, termFinder } from '../markdown/glossary.ts';
import { type Finding, quoted } from './problems.ts';
import type { ReadFile } from './read-file.ts';
import { listAt, valueAt } from './values.ts';

export type Glossary = {
  /** Differs where the forms of the terms do: all that the text of an article depends on. */
  forms: string;
  /** The terms of a language. */
  finderIn: (language: string) => TermFinder | undefined;
};

export const noGlossary: Glossary = { forms: '', finderIn: () => undefined };

/** The terms of a glossary that its schema accepts. */
export const termsOf = (value: unknown): Omit<GlossaryTerm, 'users'>[] => {
  const file = glossarySchema.safeParse(value).data;
  return file ? glossaryTerms(file) : [];
};

/** `language` is that of terms that say none. */
export function glossaryOf(value: unknown, language: string): Glossary {
  const terms = termsOf(value).map((term) => ({ ...term, language: primaryLanguage(term.language ?? language) }));
  if (terms.length === 0) return noGlossary;
  const finders = new Map<string, TermFinder | undefined>();
  for (const { language: own } of terms) {
    if (!finders.has(own)) finders.set(own, termFinder(terms.filter((term) => term.language === own)));
  }
  const forms = JSON.stringify(terms.map(({ id, forms, language: own }) => [id, forms, own]));
  return {
    forms: createHash('sha256').update(forms).digest('base64'),
    finderIn: (tag) => finders.get(primaryLanguage(tag)),
  };
}

/** A321 for a form that the same language has already. */
export function doubledForms(value: unknown, language: string): Finding[] {
  const before = new Map<string, number>();
  return listAt(value, 'terms').flatMap((entry, index) => {
    const own = primaryLanguage(languageOf(entry, language));
    const also = listAt(entry, 'also').map((form, place) => ({ form, path: ['terms', index, 'also', place] }));
    return [{ form: valueAt(entry, ['term']), path: ['terms', index, 'term'] }, ...also].flatMap(({ form, path }) => {
      if (typeof form !== 'string') return [];
      const key = `${own} ${form.normalize('NFC').trim()}`;
      const earlier = before.get(key);
      before.set(key, earlier ?? index);
      if (earlier === undefined) return [];
      const where = earlier === index ? 'in this term' : `as term ${earlier + 1}`;
      const message = `${quoted(form)} is here twice: it stands ${where} already. Keep one of them.`;
      return [{ path, code: 'A321', severity: 'error', message }];
    });
  });
}

/** W514 for a term that no article leads from. */
export function unusedTerms({ value }: ReadFile, articles: ReadonlyMap<string, ReadFile>): Finding[] {
  const used = new Set([...articles.values()].flatMap(({ terms }) => terms));
  const allRead = [...articles.values()].every((article) => article.value !== undefined);
  if (articles.size === 0 || !allRead) return [];
  return termsOf(value).flatMap(({ id, term }, index) => {
    if (used.has(id)) return [];
    const message = `no article uses ${quoted(term)}. Write other forms of the word under "also", or remove it.`;
    return [{ path: ['terms', index, 'term'], code: 'W514', severity: 'warning', message }];
  });
}
