/**
 * What the content folder holds before an import: what is needed to find out which articles exist, without their texts.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { aliasAddress } from '../../press/content/addresses-of-content.ts';
import { withoutMark } from '../../press/content/json-text.ts';
import { reasonOf } from '../../press/content/problems.ts';
import { type ContentFile, listed } from '../../press/content/read-folder.ts';
import { listAt, valueAt } from '../../press/content/values.ts';
import { wordsOfMarkdown } from '../repair/markdown-words.ts';
import { articleAddress } from '../../publication/addresses.ts';
import { isLanguage } from '../../publication/rules.ts';
import { authorSchema, type AuthorFile, type ResponsesFile, responsesSchema } from '../../publication/schema.ts';

export type KnownArticle = {
  slug: string;
  /** Below the content folder, with forward slashes. */
  path: string;
  headline: string;
  published: string | undefined;
  /** Where it is and was. */
  addresses: string[];
  /** Of the words of its body. */
  words: string;
};

export type Existing = {
  /** As it was parsed; undefined where there is no publication yet. */
  publication: Record<string, unknown> | undefined;
  language: string | undefined;
  sections: { slug: string; name: string }[];
  mustRead: Record<string, unknown> | undefined;
  authors: Map<string, AuthorFile>;
  articles: Map<string, KnownArticle>;
  /** By the slug of their article; undefined where a file cannot be used. */
  responses: Map<string, ResponsesFile | undefined>;
  /** Slugs of files that could not be read count as taken. */
  taken: { authors: Set<string>; articles: Set<string> };
};

/** A fingerprint of a body: the same for the same blocks. */
export const fingerprintOf = (body: unknown): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('base64').slice(0, 16);

/** A fingerprint of the words of a body: the same wherever its links lead. */
export const fingerprintOfWords = (body: readonly string[]): string => fingerprintOf(body.map(wordsOfMarkdown));

/** Throws where publication.json or must-read.json exists and cannot be used. */
export function existingContent(folder: string): Existing {
  const found: Existing = {
    publication: undefined,
    language: undefined,
    sections: [],
    mustRead: undefined,
    authors: new Map(),
    articles: new Map(),
    responses: new Map(),
    taken: { authors: new Set(), articles: new Set() },
  };
  for (const file of listed(folder).files) take(folder, file, found);
  return found;
}

/** An import adds to these; what else there is, it leaves alone. */
const added: ReadonlySet<string> = new Set(['publication', 'must-read', 'authors', 'articles', 'responses']);

function take(folder: string, file: ContentFile, found: Existing): void {
  const { kind, slug, path, shown } = file;
  if (!added.has(kind)) return;
  if (kind === 'authors' || kind === 'articles') found.taken[kind].add(slug);
  if (kind === 'responses') found.responses.set(slug, undefined);
  let value: unknown;
  try {
    value = JSON.parse(withoutMark(readFileSync(path, 'utf8')));
  } catch (error) {
    if (kind === 'publication' || kind === 'must-read')
      throw new Error(`${shown}: ${reasonOf(error)}`, { cause: error });
    return;
  }
  if (kind === 'authors') {
    const author = authorSchema.safeParse(value).data;
    if (author) found.authors.set(slug, author);
  } else if (kind === 'articles') {
    found.articles.set(slug, knownArticle(slug, relative(folder, path).split(sep).join('/'), value));
  } else if (kind === 'responses') found.responses.set(slug, responsesSchema.safeParse(value).data);
  else {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Error(`${shown} holds no object`);
    const holder = value as Record<string, unknown>;
    if (kind === 'must-read') found.mustRead = holder;
    else takePublication(holder, found);
  }
}

function takePublication(publication: Record<string, unknown>, found: Existing): void {
  found.publication = publication;
  const language = publication['language'];
  if (typeof language === 'string' && isLanguage(language)) found.language = language;
  for (const section of listAt(publication, 'sections')) {
    const [slug, name] = [valueAt(section, ['slug']), valueAt(section, ['name'])];
    if (typeof slug === 'string' && typeof name === 'string') found.sections.push({ slug, name });
  }
}

function knownArticle(slug: string, path: string, value: unknown): KnownArticle {
  const text = (key: string) => {
    const written = valueAt(value, [key]);
    return typeof written === 'string' ? written : undefined;
  };
  const aliases = listAt(value, 'aliases').filter((alias) => typeof alias === 'string');
  return {
    slug,
    path,
    headline: text('headline') ?? '',
    published: text('published'),
    addresses: [articleAddress(slug), ...aliases.map(aliasAddress)],
    words: fingerprintOfWords(listAt(value, 'body').map(String)),
  };
}
