/** What a letter says of itself, as its file has it: the id, the date and the language, with a note for all that differs. */
import { createHash } from 'node:crypto';
import { quoted } from '../../press/content/problems.ts';
import { latinLanguage } from '../../press/markdown/script-language.ts';
import { dateFault, isLanguage, likelyLanguage } from '../../publication/rules.ts';
import { letterSchema } from '../../publication/schema.ts';
import type { ImportedLetter, Note } from '../item.ts';
import { isInScriptOf, languageOfLetters } from '../wording/language-of-letters.ts';
import { writtenDate } from '../wording/written-date.ts';

/** All but the words. */
export type LetterFields = Omit<ImportedLetter, 'name' | 'text'>;
export type LetterWords = { name: string; text: string[] };

/** The id that it came with, or else one that is the same for the same words under the same article. */
export function idOf({ id }: LetterFields, slug: string, words: LetterWords, notes: Note[]): string {
  if (id !== undefined && letterSchema.shape.id.safeParse(id).success) return id;
  if (id !== undefined) notes.push({ code: 'I709', message: 'its id cannot be used: it was made from the words' });
  const { name, text } = words;
  return createHash('sha256')
    .update(JSON.stringify([slug, name, text]))
    .digest('hex')
    .slice(0, 16);
}

/** When it was written; where that is not said, or cannot be, when it came. */
export function dateOf({ date, came }: LetterFields, now: Date, notes: Note[]): string {
  const isPast = (moment: string) => Date.parse(moment) <= now.getTime();
  const read = (written = '') => (dateFault(written) ? writtenDate(written)?.date : written);
  const [written, arrived] = [read(date), read(came)];
  if (written !== undefined && isPast(written)) return written;
  const instead = arrived !== undefined && isPast(arrived) ? arrived : now.toISOString().replace(/\.\d+Z$/, 'Z');
  const because = `it is ${instead === arrived ? 'when it was sent' : 'the moment of the import'}`;
  if (written !== undefined) notes.push({ code: 'I707', message: `${quoted(written)} is in the future: ${because}` });
  else if (date !== undefined) notes.push({ code: 'I115', message: `its date is none of the calendar: ${because}` });
  else if (instead !== arrived) notes.push({ code: 'I114', message: `there is no date: ${because}` });
  return instead;
}

/** The language that it names, if its letters agree, else the one that they tell; none where it is the publication's. */
export function languageOf(
  { language }: LetterFields,
  text: readonly string[],
  publication: string,
  notes: Note[],
): string | undefined {
  const words = text.join(' ');
  const named = language === undefined ? undefined : knownLanguage(language);
  if (named !== undefined && isInScriptOf(named, words)) return named === publication ? undefined : named;
  const told = languageOfLetters(words) ?? (isInScriptOf(publication, words) ? undefined : latinLanguage(words));
  if (told !== undefined && told !== publication)
    notes.push({ code: 'I120', message: `its language is ${told}, by its letters` });
  else if (!isInScriptOf(publication, words))
    notes.push({ code: 'I120', message: 'its language is not known: it counts as that of the publication' });
  return told === publication ? undefined : told;
}

const knownLanguage = (written: string): string | undefined =>
  isLanguage(written) ? Intl.getCanonicalLocales(written)[0] : likelyLanguage(written);
