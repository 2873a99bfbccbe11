/** Entries of Must Read, as they stand beside a page. */
import type { Edition } from '../../src/publication/edition.ts';
import { mustReadBeside } from '../../src/publication/must-read.ts';
import type { MustReadEntry } from '../../src/publication/page.ts';

export const brief = {
  headline: 'Ferry late',
  dateline: 'Karachi',
  excerpt: 'By an hour, they say.',
  url: 'https://a.example',
};

export const shown = (entries: readonly MustReadEntry[]): string[] =>
  entries.map((entry) => (entry.kind === 'article' ? entry.href.split('/')[2]! : entry.headline));

export const beside = (edition: Edition, slug?: string) =>
  mustReadBeside(edition, slug === undefined ? undefined : edition.bySlug.get(slug)!);
