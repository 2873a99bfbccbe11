/**
 * Reads front matter as an article: which names mean what, first name first. What content has no field for is noted;
 * what only concerns the look of another site is ignored.
 */
import type { ImportedArticle, Note } from '../item.ts';
import { writtenDate } from '../wording/written-date.ts';
import { datedPath } from './dated-path.ts';
import { fieldNames, isKnown } from './field-names.ts';
import { pictureIn } from './field-picture.ts';
import { type Fields, isOff, isOn, fieldNamed, shortenedField, fieldText, textsOf } from './fields.ts';
import { plainWords } from './plain-words.ts';
import { stated } from './stated.ts';

/** Everything of an article but its body and its authors, which are `byline`: texts or objects, in order. */
export type ArticleFields = Omit<ImportedArticle, 'body' | 'authors'> & { byline: unknown[] };

const note = (code: string, message: string): Note => ({ code, message });

/** `path` gives the date and the slug where the fields name none. */
export function articleFields(fields: Fields, path: string): { article: ArticleFields; notes: Note[] } {
  const notes: Note[] = [];
  const all = withParams(fields);
  const of = (wanted: keyof typeof fieldNames): unknown => fieldNamed(all, ...fieldNames[wanted]);
  const headline = fieldText(of('headline'));
  const fromPath = datedPath(path);
  const article: ArticleFields = {
    byline: bylineOf(of('authors')),
    tags: [],
    aliases: [],
    ...stated({
      headline: headline && plainWords(headline),
      kicker: fieldText(of('kicker')),
      standfirst: standfirstOf(all, notes),
      published: publishedOf(all, fromPath.date, notes),
      updated: dateOf(all, 'updated', notes),
      series: seriesOf(of('series')),
      dateline: fieldText(of('dateline')),
      language: textsOf(of('language'))[0],
      slug: fieldText(of('slug')) ?? fromPath.slug,
      image: pictureIn(all, notes),
    }),
  };
  placeInSections(all, of, article, path);
  giveAddresses(all, article, notes);
  if (isUnpublished(all)) article.draft = true;
  const unknown = [...all.keys()].filter((name) => !isKnown(name)).map((name) => `"${shortenedField(name)}"`);
  if (unknown.length > 0) {
    notes.push(note('I304', `Fields without a place here were left out: ${unknown.slice(0, 20).join(', ')}.`));
  }
  return { article, notes };
}

/** Hugo's own fields may stand in a table of their own. */
function withParams(fields: Fields): Fields {
  const params = fields.get('params');
  if (!(params instanceof Map)) return fields;
  return new Map([...params, ...[...fields].filter(([name]) => name !== 'params')]);
}

/** Of several descriptions the first counts; one that says something else is told. */
function standfirstOf(fields: Fields, notes: Note[]): string | undefined {
  const texts = fieldNames.standfirst
    .map((name) => fieldText(fieldNamed(fields, name)))
    .filter((text) => text !== undefined);
  const [first, ...others] = texts.map(plainWords).filter((text) => text !== '');
  const different = others.find((text) => text !== first);
  if (different) notes.push(note('I304', `A second description was left out: "${shortenedField(different)}"`));
  return first;
}

/** A date in words, such as "March 4, 2021", yields to the one in the name of the file, where the two differ. */
function publishedOf(fields: Fields, inPath: string | undefined, notes: Note[]): string | undefined {
  const date = dateOf(fields, 'published', notes);
  const inWords = textsOf(fieldNames.published.map((name) => fieldNamed(fields, name))).some((text) =>
    /^[a-z]/i.test(text),
  );
  if (date === undefined || inPath === undefined || !inWords || date.startsWith(inPath)) return date ?? inPath;
  notes.push(note('I305', `The date says ${date}, the name of the file ${inPath}, which was followed.`));
  return inPath;
}

function dateOf(fields: Fields, wanted: 'published' | 'updated', notes: Note[]): string | undefined {
  for (const name of fieldNames[wanted]) {
    const text = fieldText(fieldNamed(fields, name));
    if (text === undefined || isOff(text) || isOn(text)) continue;
    const found = writtenDate(text);
    if (found?.told) notes.push(note('I305', `The ${name}: ${found.told}.`));
    if (found) return found.date;
    notes.push(note('I115', `The ${name} "${shortenedField(text)}" is not a date. Write it as 2025-12-31.`));
  }
  return undefined;
}

function seriesOf(value: unknown): string | undefined {
  if (value instanceof Map) return fieldText(fieldNamed(value, 'name', 'title'));
  return textsOf(value)[0];
}

/** One text may name several people: "A, B and C". Anything else is one entry each. */
function bylineOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => (typeof entry === 'string' ? [entry] : [entry]));
  const text = fieldText(value);
  if (text === undefined) return value instanceof Map ? [value] : [];
  const parts = text.replace(/^by\s+/i, '').split(/\s*[,;،、]\s*(?:and\s+)?|\s+(?:and|&|und|et|y|و|اور)\s+/u);
  const areNames = parts.every((part) => part !== '' && !/^(?:jr|sr|phd|md|esq|inc|ltd|llc|[ivx]+)\.?$/i.test(part));
  return areNames ? parts : [text];
}

/** The first category is the section; the others are tags, for an article stands in one section. */
function placeInSections(
  fields: Fields,
  of: (wanted: keyof typeof fieldNames) => unknown,
  article: ArticleFields,
  path: string,
): void {
  const isJekyll = /(?:^|\/)(?:_posts|_drafts)\//.test(path.replaceAll('\\', '/'));
  const taxonomies = fields.get('taxonomies');
  const within = (name: string): unknown => (taxonomies instanceof Map ? fieldNamed(taxonomies, name) : undefined);
  const sections = [
    ...listed(fieldNamed(fields, 'section'), false),
    ...listed(fieldNamed(fields, 'category', 'channel'), false),
    ...listed(fieldNamed(fields, 'categories') ?? within('categories'), isJekyll),
  ];
  const [section, ...others] = [...new Set(sections)];
  if (section !== undefined) article.section = section;
  article.tags = [...new Set([...listed(of('tags') ?? within('tags'), isJekyll), ...others])];
}

/** Jekyll cuts a single text at its spaces; elsewhere commas do. */
function listed(value: unknown, atSpaces: boolean): string[] {
  if (value instanceof Map) return textsOf([fieldNamed(value, 'name', 'title', 'slug')]);
  if (Array.isArray(value))
    return value.flatMap((entry: unknown) => (entry instanceof Map ? listed(entry, false) : textsOf(entry)));
  const text = fieldText(value);
  if (text === undefined) return [];
  const separator = /[,;،、]/.test(text) ? /\s*[,;،、]\s*/ : atSpaces ? /\s+/ : undefined;
  return separator ? text.split(separator).filter((part) => part !== '') : [text];
}

/** Whole addresses say where the article stood, paths where it was reached. */
function giveAddresses(fields: Fields, article: ArticleFields, notes: Note[]): void {
  for (const name of [...fieldNames.address, ...fieldNames.aliases]) {
    for (const text of textsOf(fieldNamed(fields, name))) {
      if (/^https?:\/\/\S+$/i.test(text)) {
        if (article.address === undefined) article.address = text;
        else if (article.address !== text) article.aliases.push(text);
      } else if (!(fieldNames.aliases as readonly string[]).includes(name)) {
        notes.push(note('I304', `The ${name} "${shortenedField(text)}" is not a whole address. It was left out.`));
      } else if (/[:{}<>*]|\s/.test(text)) {
        notes.push(note('I304', `The ${name} "${shortenedField(text)}" is a pattern. It was left out.`));
      } else if (!isOff(text) && !isOn(text) && text !== '/') article.aliases.push(text);
    }
  }
  article.aliases = [...new Set(article.aliases)];
}

const isUnpublished = (fields: Fields): boolean =>
  isOn(fieldNamed(fields, 'draft', 'isDraft', 'private', 'hidden', 'unlisted')) ||
  (fieldNamed(fields, 'published') !== undefined && isOff(fieldNamed(fields, 'published'))) ||
  /^(?:draft|private|pending|unpublished|unlisted)$/i.test(fieldText(fieldNamed(fields, 'status', 'visibility')) ?? '');
