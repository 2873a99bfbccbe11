/** The registry of sections: a section that a file names is matched by slug or name, else added. */
import { slugOf, spelled } from '../../press/content/slugs.ts';

export type Section = { slug: string; name: string };

/** The section of articles without one, where the editor names none either. */
const unnamed: Section = { slug: 'imported', name: 'Imported' };

const longestName = 60;

export class Sections {
  readonly #bySlug = new Map<string, Section>();
  readonly #byName = new Map<string, Section>();
  readonly #before: ReadonlySet<string>;
  readonly #fallback: string | undefined;

  /** `fallback` is the slug that the editor gave. */
  constructor(sections: readonly Section[], fallback?: string) {
    for (const section of sections) this.#add(section);
    this.#before = new Set(this.#bySlug.keys());
    this.#fallback = fallback;
  }

  /** The slug of the section with that name; without a name, the slug of the fallback. */
  slugFor(name: string | undefined): string {
    const named = name?.trim();
    if (named) return (this.#found(named) ?? this.#made(named)).slug;
    if (this.#fallback === undefined) return (this.#bySlug.get(unnamed.slug) ?? this.#add({ ...unnamed })).slug;
    return (this.#found(this.#fallback) ?? this.#add({ slug: this.#fallback, name: titled(this.#fallback) })).slug;
  }

  /** The sections that were added in this run. */
  added(): Section[] {
    return [...this.#bySlug.values()].filter(({ slug }) => !this.#before.has(slug));
  }

  #found(name: string): Section | undefined {
    return this.#byName.get(folded(name)) ?? this.#bySlug.get(name) ?? this.#bySlug.get(spelled(name));
  }

  #made(name: string): Section {
    return this.#add({ slug: slugOf(name, 'section'), name: shortened(name) });
  }

  #add(section: Section): Section {
    this.#bySlug.set(section.slug, section);
    this.#byName.set(folded(section.name), section);
    return section;
  }
}

/** The key of a name: "Opinion" and "opinion " have the same. */
export const folded = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** A name for a slug: "far-east" becomes "Far east". */
export const titled = (slug: string): string => {
  const words = slug.replace(/-+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const shortened = (name: string): string => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name);
