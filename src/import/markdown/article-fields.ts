/**
 * Reads front matter as an article: which names mean what, first name first. What content has no field for is noted;
 * what only concerns the look of another site is ignored.
 */
import type { ImportedArticle, Note } from '../item.ts';
import { writtenDate } from '../wording/written-date.ts';
import { datedPath } from './dated-path.ts';
import { fieldNames, isKnown } from './field-names.ts';
import { pictureIn, pictureSources, withoutSite } from './field-picture.ts';
import { allNamed, type Fields, isOff, isOn, fieldNamed, shortenedField, fieldText, textsOf } from './fields.ts';
import { plainWords } from './plain-words.ts';
import { stated } from '../stated.ts';

/** Everything of an article but its body and its authors, which are `byline`: texts or objects, in order. */
export type ArticleFields = Omit<ImportedArticle, 'body' | 'authors'> & { byline: unknown[] };

const note = (code: string, message: string): Note => ({ code, message });

/** `path` gives the date and the slug where the fields name none. */
export function articleFields(fields: Fields, path: string): { article: ArticleFields; notes: Note[] } {
  const notes: Note[] = [];
  const all = withTables(fields);
  const of = (wanted: keyof typeof fieldNames): unknown => fieldNamed(all, ...fieldNames[wanted]);
  const headline = fieldText(of('headline'));
  const fromPath = datedPath(path);
  const article: ArticleFields = {
    byline: allNamed(all, ...fieldNames.authors).flatMap(([, value]) => bylineOf(value)),
    tags: [],
    aliases: [],
    ...stated({
      headline: headline && plainWords(headline),
      kicker: fieldText(of('kicker')),
      standfirst: allNamed(all, ...fieldNames.standfirst)
        .map(([, value]) => plainWords(fieldText(value) ?? ''))
        .find(Boolean),
      published: publishedOf(all, fromPath.date, notes),
      updated: dateOf(all, 'updated', notes),
      series: textsIn(of('series'))[0],
      dateline: fieldText(of('dateline')),
      language: textsOf(of('language'))[0],
      slug: fieldText(of('slug')) ?? slugOfLink(all) ?? fromPath.slug,
      image: pictureIn(all),
    }),
  };
  placeInSections(all, article, path);
  giveAddresses(all, article, notes);
  if (isUnpublished(all)) article.draft = true;
  tellOthers(all, article, notes);
  const unknown = [...all.keys()].filter((name) => !isKnown(name)).map((name) => `"${shortenedField(name)}"`);
  if (unknown.length > 0) {
    notes.push(note('I304', `Fields without a place here were left out: ${unknown.slice(0, 20).join(', ')}.`));
  }
  return { article, notes };
}

/** Fields of one's own stand in a table of their own in Hugo and Zola. */
function withTables(fields: Fields): Fields {
  const tables = ['params', 'extra', 'taxonomies']
    .map((name) => fields.get(name))
    .filter((value) => value instanceof Map);
  const others = [...fields].filter(([, value]) => !tables.includes(value as Fields));
  return new Map([...tables.flatMap((table) => [...(table as Fields)]), ...others]);
}

/** Bear calls the last part of an address its link. */
const slugOfLink = (fields: Fields): string | undefined =>
  textsOf(fieldNamed(fields, 'link')).find((text) => /^[\w-]+$/.test(text));

const single =
  'headline kicker standfirst published updated series dateline language slug image alt caption credit'.split(' ');

/** Of fields that mean the same one counts; what the others say besides is told. */
function tellOthers(fields: Fields, { image, ...article }: ArticleFields, notes: Note[]): void {
  const published = dateOf(fields, 'published', []);
  const taken: Record<string, unknown> = { ...article, ...image, published, image: image?.src };
  const plain = (text: string): string => writtenDate(text)?.date.slice(0, 10) ?? plainWords(withoutSite(text));
  const others = single.flatMap((wanted) =>
    allNamed(fields, ...fieldNames[wanted as keyof typeof fieldNames])
      .flatMap(([name, value]) => textsIn(value).map((text) => ({ name, text })))
      // Where none is a date, each was told as it was read.
      .filter(() => taken[wanted] !== undefined || !['published', 'updated'].includes(wanted))
      .filter(({ text }) => !isOn(text) && !isOff(text) && plain(text) !== plain(String(taken[wanted]))),
  );
  const listed = others.slice(0, 20).map(({ name, text }) => `"${name}" ("${shortenedField(text)}")`);
  if (listed.length > 0)
    notes.push(note('I304', `Of fields that mean the same, these were left out: ${listed.join(', ')}.`));
}

/** The texts of a value, of a list or of records. */
const textsIn = (value: unknown): string[] =>
  [value]
    .flat()
    .flatMap((each) =>
      textsOf(each instanceof Map ? (fieldNamed(each as Fields, ...recordNames) ?? [...each.values()][0]) : each),
    );
const recordNames = [...pictureSources, ...'name title label text value tag slug'.split(' ')];

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

/** One text may name several people: "A, B and C". Anything else is one entry each. */
function bylineOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flat(2);
  const text = fieldText(value);
  if (text === undefined) return value instanceof Map ? [value] : [];
  const parts = text.replace(/^by\s+/i, '').split(/\s*[,;،、]\s*(?:and\s+)?|\s+(?:and|&|und|et|y|و|اور)\s+/u);
  const areNames = parts.every((part) => part !== '' && !/^(?:jr|sr|phd|md|esq|inc|ltd|llc|[ivx]+)\.?$/i.test(part));
  return areNames ? parts : [text];
}

/** The first category is the section; the others are tags, for an article stands in one section. */
function placeInSections(fields: Fields, article: ArticleFields, path: string): void {
  const isJekyll = /(?:^|\/)(?:_posts|_drafts)\//.test(path.replaceAll('\\', '/'));
  const named = (...names: string[]): unknown[] => allNamed(fields, ...names).map(([, value]) => value);
  const [section, ...others] = [
    ...named('section', 'category', 'channel').flatMap((value) => listed(value, false)),
    ...named('categories').flatMap((value) => listed(value, isJekyll)),
  ];
  article.section = section;
  const tags = named(...fieldNames.tags).flatMap((value) => listed(value, isJekyll));
  article.tags = [...new Set([...tags, ...others])].filter((tag) => tag !== section || tags.includes(tag));
}

/** Jekyll cuts a single text at its spaces; elsewhere commas do. */
function listed(value: unknown, atSpaces: boolean): string[] {
  if (typeof value === 'object') return textsIn(value);
  const text = fieldText(value);
  if (text === undefined) return [];
  const separator = /[,;،、]/.test(text) ? /\s*[,;،、]\s*/ : atSpaces ? /\s+/ : undefined;
  return separator ? text.split(separator).filter((part) => part !== '') : [text];
}

/** Whole addresses say where the article stood, paths where it was reached. */
function giveAddresses(fields: Fields, article: ArticleFields, notes: Note[]): void {
  for (const text of allNamed(fields, ...fieldNames.elsewhere).flatMap(([, value]) => textsOf(value))) {
    if (article.source === undefined && /^https?:\/\/\S+$/i.test(text)) article.source = text;
    else notes.push(note('I304', `The source "${shortenedField(text)}" has no place here. It was left out.`));
  }
  for (const name of [...fieldNames.address, ...fieldNames.aliases]) {
    for (const text of allNamed(fields, name).flatMap(([, value]) => textsOf(value))) {
      if (text === slugOfLink(fields)) continue;
      if (/^https?:\/\/\S+$/i.test(text)) {
        if (article.address === undefined) article.address = text;
        else if (article.address !== text) article.aliases.push(text);
      } else if (!fieldNames.aliases.includes(name)) {
        notes.push(note('I304', `The ${name} "${shortenedField(text)}" is not a whole address. It was left out.`));
      } else if (/^[^/:{}<>*]*\s[^/:{}<>*]*$/.test(text)) {
        notes.push(note('I304', `The ${name} "${shortenedField(text)}" is a name, and no address. It was left out.`));
      } else if (/[:{}<>*]|\s/.test(text)) {
        notes.push(note('I304', `The ${name} "${shortenedField(text)}" is a pattern. It was left out.`));
      } else if (!isOff(text) && !isOn(text) && text !== '/') article.aliases.push(text);
    }
  }
  article.aliases = [...new Set(article.aliases)];
}

const neverPublic =
  /^(?:draft|private|pending|unpublished|not[ _-]?published|unlisted|trash|wip|idea|to[ _-]?do|scheduled|future|embargoed|hidden|internal|members|paid|(?:in|under)[ _-]?(?:progress|review))$/i;

const isUnpublished = (fields: Fields): boolean =>
  isOn(fieldNamed(fields, 'draft', 'isDraft', 'private', 'hidden', 'unlisted')) ||
  fieldNamed(fields, 'password') !== undefined ||
  isOff(fieldNamed(fields, 'permalink')) ||
  ['published', 'publish', 'dgPublish', 'isPublished'].some((name) => isOff(fieldNamed(fields, name))) ||
  neverPublic.test(fieldText(fieldNamed(fields, 'status', 'visibility')) ?? '');
