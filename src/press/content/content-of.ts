/** The content that pages are made of: from all files that were read, those that are right and are to be published. */
import type { z } from 'zod';
import type { ArticleFacts, CompiledText, Content } from '../../publication/content.ts';
import {
  type AuthorFile,
  authorSchema,
  type MustReadFile,
  mustReadSchema,
  type PageFile,
  publicationSchema,
  type ThemeFile,
  themeSchema,
} from '../../publication/schema.ts';
import { type Clock, standingOf } from './date-checks.ts';
import type { Drawings } from './drawings.ts';
import type { Surroundings } from './file-checks.ts';
import { termsOf } from './glossary-checks.ts';
import { type TextStore, storedTextOf } from '../cache/text-store.ts';
import { compileInline } from '../markdown/markdown.ts';
import type { Path } from './problems.ts';
import type { ReadFile } from './read-file.ts';
import { pathOf } from './schema-problems.ts';
import type { FileKind } from './shapes.ts';
import { valueAt } from './values.ts';

type Parts = {
  files: readonly ReadFile[];
  faulty: (read: ReadFile) => boolean;
  clock: Clock;
  around: Surroundings;
  drawings: Drawings;
  texts: TextStore;
  /** Drafts and articles dated in the future too. */
  keepAll: boolean;
};

const noText: CompiledText = { html: '', outline: [], words: 0 };

/** Undefined where publication.json has too little to make pages with. References to files that are left out are removed. */
export function contentOf({ files, faulty, clock, around, drawings, texts, keepAll }: Parts): Content | undefined {
  const ofKind = (kind: FileKind) => files.filter(({ file }) => file.kind === kind);
  const [publicationFile] = ofKind('publication');
  const publication = publicationFile && salvaged(publicationSchema, publicationFile.value);
  if (!publication) return undefined;

  const unpublished: Content['unpublished'] = new Map();
  const articles = new Map<string, ArticleFacts>();
  for (const read of ofKind('articles')) {
    const { right } = read;
    if (faulty(read) || !right || !('headline' in right)) continue;
    const standing = standingOf(read.value, clock);
    if (standing !== 'published') unpublished.set(read.file.slug, standing);
    if (standing === 'published' || keepAll) articles.set(read.file.slug, right);
  }
  for (const [slug, article] of articles) {
    const { translationOf, ...rest } = article;
    if (translationOf !== undefined && !articles.has(translationOf)) articles.set(slug, rest);
  }
  if (publication.lead !== undefined && !articles.has(publication.lead)) delete publication.lead;

  // A file that is left out has no text and no picture in the site.
  const shown = files.filter(
    (read) => !faulty(read) && (read.file.kind !== 'articles' || articles.has(read.file.slug)),
  );
  return {
    publication,
    mustRead: mustReadOf(ofKind('must-read')[0], articles),
    front: frontOf(ofKind('front').find((read) => !faulty(read))),
    authors: new Map(ofKind('authors').map((read) => [read.file.slug, authorOf(read, faulty(read))])),
    articles,
    glossary: glossaryTermsOf(
      ofKind('glossary').filter((read) => !faulty(read)),
      files,
      articles,
    ),
    look: { theme: themeFileOf(ofKind('theme').filter((read) => !faulty(read))), ...drawings },
    pages: pagesOf(ofKind('pages').filter((read) => !faulty(read))),
    pictures: picturesOf(shown),
    ...textsOf(shown, around, texts),
    letters: lettersOf(
      ofKind('responses').filter((read) => !faulty(read)),
      articles,
      keepAll,
    ),
    unpublished,
  };
}

/** What is printed, and what is gone and was answered; with `keepAll` also what waits. */
function lettersOf(
  files: readonly ReadFile[],
  articles: ReadonlyMap<string, ArticleFacts>,
  keepAll: boolean,
): Content['letters'] {
  const all: Content['letters'] = new Map();
  for (const { file, right } of files) {
    if (!right || !('letters' in right) || !articles.has(file.slug)) continue;
    const shown = right.letters.filter(({ status }) => status === 'printed' || (keepAll && status === 'waiting'));
    const answered = new Set(shown.map((letter) => ('replyTo' in letter ? letter.replyTo : undefined)));
    const letters = right.letters.filter(
      (letter) => shown.includes(letter) || (letter.status === 'removed' && answered.has(letter.id)),
    );
    if (shown.length > 0) all.set(file.slug, letters);
  }
  return all;
}

function pagesOf(files: readonly ReadFile[]): Map<string, PageFile> {
  const pages = new Map<string, PageFile>();
  for (const { file, right } of files) if (right && 'title' in right) pages.set(file.slug, right);
  return pages;
}

const themeFileOf = ([read]: readonly ReadFile[]): ThemeFile => themeSchema.safeParse(read?.value).data ?? {};

/** Each term with the articles that lead from it. */
function glossaryTermsOf(
  glossaries: readonly ReadFile[],
  files: readonly ReadFile[],
  articles: ReadonlyMap<string, ArticleFacts>,
): Content['glossary'] {
  const users = new Map<string, string[]>();
  for (const { file, terms } of files) {
    if (file.kind !== 'articles' || !articles.has(file.slug)) continue;
    for (const id of terms) users.set(id, [...(users.get(id) ?? []), file.slug]);
  }
  return glossaries
    .flatMap(({ value }) => termsOf(value))
    .map((term) => ({ ...term, users: users.get(term.id) ?? [] }));
}

function picturesOf(files: readonly ReadFile[]): Content['pictures'] {
  const all: Content['pictures'] = new Map();
  for (const { pictures } of files) {
    for (const [source, outcome] of pictures) if ('picture' in outcome) all.set(source, outcome.picture);
  }
  return all;
}

/** Texts as they were compiled when they were checked. A line that no file has is compiled when it is asked for. */
function textsOf(files: readonly ReadFile[], around: Surroundings, store: TextStore): Pick<Content, 'text' | 'inline'> {
  const texts = new Map(
    files.map(({ file, text }) => [`${file.kind}/${file.slug}`, text ? storedTextOf(text, store) : noText]),
  );
  for (const { file, parts } of files) for (const [part, text] of parts) texts.set(`${file.kind}/${part}`, text);
  const lines = new Map(files.flatMap((read) => [...read.lines]));
  const picture = (source: string) => {
    const outcome = around.outcome(source);
    return 'picture' in outcome ? outcome.picture : undefined;
  };
  return {
    text: (owner) => texts.get(owner) ?? noText,
    inline: (markdown) => {
      const known = lines.get(markdown);
      if (known !== undefined) return known;
      const { html } = compileInline(markdown, { ...around, owner: 'inline', picture });
      lines.set(markdown, html);
      return html;
    },
  };
}

/** An author whose file has errors keeps the name, since articles that are right are by them. */
function authorOf({ file, value }: ReadFile, faulty: boolean): AuthorFile {
  const author = salvaged(authorSchema, value);
  return author && !faulty ? author : { name: author?.name ?? file.slug };
}

function mustReadOf(read: ReadFile | undefined, articles: ReadonlyMap<string, ArticleFacts>): MustReadFile {
  const { entries = [], ...rest } = salvaged(mustReadSchema, read?.value) ?? {};
  return { ...rest, entries: entries.filter((entry) => !('article' in entry) || articles.has(entry.article)) };
}

const frontOf = (read: ReadFile | undefined): Content['front'] =>
  read?.right && 'blocks' in read.right ? read.right.blocks : undefined;

/** The value without what its schema refuses, where what remains is enough. */
function salvaged<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> | undefined {
  const whole = schema.safeParse(value);
  if (whole.success) return whole.data;
  const rest = structuredClone(value);
  for (const issue of whole.error.issues.toReversed()) {
    const path = pathOf(issue);
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) remove(rest, [...path, key]);
    else remove(rest, path);
  }
  return schema.safeParse(rest).data;
}

function remove(value: unknown, path: Path): void {
  const holder = valueAt(value, path.slice(0, -1));
  const key = path.at(-1);
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (typeof holder === 'object' && holder !== null && key !== undefined) Reflect.deleteProperty(holder, key);
}
