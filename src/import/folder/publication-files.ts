/** Prepares publication.json and must-read.json: what they held, with the imported sections and briefs. */
import { basename } from 'node:path';
import { jsonText } from '../../press/content/json-text.ts';
import { contentFormat } from '../../publication/rules.ts';
import { entriesOf, type Importer } from '../importer.ts';
import type { Section } from './sections.ts';
import { titled } from './sections.ts';
import { spelled } from '../../press/content/slugs.ts';

/** Puts both into the staging folder where they change; `used` are the slugs of sections with articles. */
export function putPublicationFiles(importer: Importer, used: ReadonlySet<string>): void {
  const { staging, existing, briefs, report } = importer;
  const sections = importer.sections.added().filter(({ slug }) => used.has(slug));
  if (!existing.publication) staging.put('publication.json', jsonText(newPublication(importer, sections)));
  else if (sections.length > 0) {
    const before = existing.publication['sections'];
    const all = [...(Array.isArray(before) ? (before as unknown[]) : []), ...sections];
    staging.put('publication.json', jsonText({ ...existing.publication, sections: all }));
  } else staging.revert('publication.json');
  report.notes.push(
    ...sections.map(({ slug, name }) => ({
      code: 'I118',
      message: `the section "${name}" (${slug}) was added to publication.json`,
    })),
  );
  if (briefs.length === 0) return;
  const { entries, ...rest } = existing.mustRead ?? {};
  const before = Array.isArray(entries) ? (entries as unknown[]) : [];
  staging.put('must-read.json', jsonText({ ...rest, entries: [...before, ...briefs.map(({ brief }) => brief)] }));
}

/** A new publication.json, with what can be known from the imported articles. */
function newPublication(importer: Importer, sections: readonly Section[]): object {
  const folder = basename(importer.staging.data);
  const name = titled(spelled(folder) || 'publication');
  const language = majority(Array.from(importer.pending.values(), (article) => article.language)) ?? 'en';
  importer.report.notes.push({
    code: 'I118',
    message: `publication.json was made: name "${name}", address http://localhost/, language ${language}, time zone UTC. Put them right`,
  });
  const all =
    sections.length > 0
      ? sections
      : [importer.sections.slugFor(undefined)].map((slug) => ({ slug, name: titled(slug) }));
  return { format: contentFormat, name, address: 'http://localhost/', language, timeZone: 'UTC', sections: all };
}

function majority(languages: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const language of languages) if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** How many briefs must-read.json had before. */
export const briefsBefore = (importer: Importer): number => entriesOf(importer.existing).length;
