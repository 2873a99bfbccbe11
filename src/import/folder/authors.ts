/**
 * The registry of authors. Two with the same name, but for case and spaces, are one; two with different names are never
 * one, whatever their slugs: no text may be published under another writer's name.
 */
import { quoted } from '../../press/content/problems.ts';
import { isLanguage, isVisible } from '../../publication/rules.ts';
import { type AuthorFile, authorSchema } from '../../publication/schema.ts';
import type { Cleaner } from '../wording/clean-text.ts';
import type { ImportedAuthor, Note } from '../item.ts';
import { folded, titled } from './sections.ts';
import { cleanedSlug, numbered, slugOf } from '../../press/content/slugs.ts';

export type KnownWriter = { slug: string; file: AuthorFile; before: boolean };

/** Makes the Markdown of a biography valid for the press; undefined where that cannot be done. */
export type RepairBiography = (markdown: string, language: string | undefined, notes: Note[]) => string | undefined;

export class Authors {
  readonly #bySlug = new Map<string, KnownWriter>();
  readonly #byName = new Map<string, KnownWriter>();
  readonly #taken: ReadonlySet<string>;
  readonly #repair: RepairBiography;

  constructor(before: ReadonlyMap<string, AuthorFile>, taken: ReadonlySet<string>, repair: RepairBiography) {
    this.#taken = taken;
    this.#repair = repair;
    for (const [slug, file] of before) this.#enter({ slug, file, before: true });
  }

  /** The author of that name, who is added if new; undefined where the name has no visible character. */
  take(author: ImportedAuthor, cleaner: Cleaner, notes: Note[]): KnownWriter | undefined {
    const name = shortenedName(cleaner.line(author.name), 100);
    if (!isVisible(name)) return undefined;
    const known = this.#byName.get(folded(name)) ?? this.#calledBySlug(author, name);
    if (!known) {
      const writer = { slug: this.#slugFor(author, name, notes), file: { name }, before: false };
      this.#fill(writer.file, author, cleaner, notes);
      this.#enter(writer);
      return writer;
    }
    if (known.file.name !== name) {
      const message = `${quoted(name)} and ${quoted(known.file.name)} are taken for one person, under the second spelling`;
      notes.push({ code: 'I123', message });
    }
    if (!known.before) this.#fill(known.file, author, cleaner, notes);
    return known;
  }

  /** The author whom the editor names for articles without one; added if there is none with that slug. */
  bySlug(slug: string): KnownWriter {
    const known = this.#bySlug.get(slug);
    if (known) return known;
    const writer = { slug, file: { name: titled(slug) }, before: false };
    this.#enter(writer);
    return writer;
  }

  /** The authors who were added in this run. */
  added(): KnownWriter[] {
    return [...this.#bySlug.values()].filter(({ before }) => !before);
  }

  /** A file that calls its author only by slug ("jane-doe") means the author with that slug. */
  #calledBySlug({ slug }: ImportedAuthor, name: string): KnownWriter | undefined {
    for (const written of [slug ?? '', name]) {
      const called = cleanedSlug(written)?.slug;
      const writer = called === undefined ? undefined : this.#bySlug.get(called);
      if (!writer) continue;
      if (name === called) return writer;
      if (folded(writer.file.name) !== called) continue;
      this.#byName.set(folded(name), writer);
      if (!writer.before) writer.file.name = name;
      return writer;
    }
    return undefined;
  }

  #slugFor({ slug }: ImportedAuthor, name: string, notes: Note[]): string {
    const given = slug === undefined ? undefined : cleanedSlug(slug);
    if (given?.cleaned)
      notes.push({ code: 'I201', message: `the slug ${quoted(slug)} of an author became ${quoted(given.slug)}` });
    const wanted = given?.slug ?? slugOf(name, 'author');
    const free = numbered(wanted, (candidate) => this.#bySlug.has(candidate) || this.#taken.has(candidate));
    if (free !== wanted) {
      notes.push({
        code: 'I203',
        message: `the slug ${quoted(wanted)} of ${quoted(name)} is another author's: it is ${quoted(free)}`,
      });
    }
    return free;
  }

  #enter(writer: KnownWriter): void {
    this.#bySlug.set(writer.slug, writer);
    if (!this.#byName.has(folded(writer.file.name))) this.#byName.set(folded(writer.file.name), writer);
  }

  /** Fills the fields that the file of the author does not have yet. */
  #fill(file: AuthorFile, author: ImportedAuthor, cleaner: Cleaner, notes: Note[]): void {
    const wrong = (message: string) => notes.push({ code: 'I119', message });
    const role = cleaner.line(author.role ?? '');
    let biography = author.biography ?? '';
    if (role.length > 200) biography = `${role}\n\n${biography}`;
    else if (isVisible(role)) file.role ??= role;
    const { language } = author;
    if (language !== undefined && isLanguage(language)) file.language ??= language;
    if (file.biography === undefined && isVisible(biography)) {
      const repaired = this.#repair(cleaner.text(biography), language, notes);
      if (repaired !== undefined) file.biography = repaired;
    }
    const { email } = author;
    if (email !== undefined && file.email === undefined) {
      if (authorSchema.shape.email.safeParse(email).success) file.email = email;
      else wrong(`an e-mail address of ${quoted(file.name)} that is none is left out`);
    }
    for (const { label, url } of author.links ?? []) {
      const said = shortenedName(cleaner.line(label), 60);
      if (!isWebLink(url) || !isVisible(said))
        wrong(`the link ${quoted(url)} of ${quoted(file.name)} is left out: it is no whole web address`);
      else if (!file.links?.some((link) => link.url === url)) (file.links ??= []).push({ label: said, url });
    }
  }
}

const isWebLink = (url: string): boolean =>
  /^(?:https?|mailto):/i.test(url) &&
  URL.canParse(url) &&
  // oxlint-disable-next-line no-control-regex
  !/[\s\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]/.test(url);

/** Cut at a space, with "…" at the end. */
export function shortenedName(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const end = cut.lastIndexOf(' ');
  const kept = (end > limit / 2 ? cut.slice(0, end) : cut).replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:.–—-]+$/, '')}…`;
}
