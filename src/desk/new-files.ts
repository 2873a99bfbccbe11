/** A new article, author or page: one file, which is valid, and never written over one that is there. */
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { articleAddress, authorAddress, ownPageAddress } from '../publication/addresses.ts';
import { dayOf } from '../publication/dates.ts';
import { nearest } from '../publication/nearest.ts';
import { isTimeZone } from '../publication/rules.ts';
import { dataFolder } from '../press/data-folder.ts';
import { Refusal } from '../press/command-line.ts';
import { jsonText } from '../press/content/json-text.ts';
import { didYouMean, knownNames, quoted } from '../press/content/problems.ts';
import { type ContentFile, listed, shownPath } from '../press/content/read-folder.ts';
import { slugOf } from '../press/content/slugs.ts';
import type { Staging } from '../press/content/staging.ts';
import { listAt, valueAt } from '../press/content/values.ts';
import { changed, inDevServer, jsonIn, refuseErrors } from './change.ts';
import { wordsFor } from './first-words.ts';

export type NewText = { language?: string; slug?: string; data?: string };
export type NewArticle = NewText & { author?: string[]; section?: string };

/** A draft of today, so that it can be published by taking one word away. */
export const newArticle = ({ author = [], section, ...options }: NewArticle, headline: string): Promise<number> =>
  begun('articles', headline, options, (files, publication, language) => {
    const sections = listAt(publication, 'sections').map((one) => String(valueAt(one, ['slug'])));
    const authors = files.flatMap(({ kind, slug }) => (kind === 'authors' ? [slug] : []));
    for (const slug of author) known('author', slug, authors);
    if (section !== undefined) known('section', section, sections);
    const zone = valueAt(publication, ['timeZone']);
    return {
      headline,
      authors: author,
      section: section ?? sections[0] ?? 'news',
      published: dayOf(new Date().toISOString(), typeof zone === 'string' && isTimeZone(zone) ? zone : 'UTC'),
      ...language,
      draft: true,
      body: [wordsFor(options.language ?? languageOf(publication)).begin],
    };
  });

export const newAuthor = (options: NewText, name: string): Promise<number> =>
  begun('authors', name, options, (_files, _publication, language) => ({ name, ...language }));

export const newPage = (options: NewText, title: string): Promise<number> =>
  begun('pages', title, options, (_files, publication, language) => ({
    title,
    ...language,
    body: [wordsFor(options.language ?? languageOf(publication)).begin],
  }));

type Kind = 'articles' | 'authors' | 'pages';

type Contents = (files: readonly ContentFile[], publication: unknown, language: { language?: string }) => object;

const one: Record<Kind, { named: string; address: (slug: string) => string }> = {
  articles: { named: 'article', address: articleAddress },
  authors: { named: 'author', address: authorAddress },
  pages: { named: 'page', address: ownPageAddress },
};

function begun(
  kind: Kind,
  words: string,
  { language, slug: wanted, data }: NewText,
  contents: Contents,
): Promise<number> {
  const folder = data ?? dataFolder(process.cwd());
  return changed(folder, (staging) => {
    const publication = publicationIn(staging);
    const { files } = listed(folder);
    const { named, address } = one[kind];
    const slug = wanted ?? slugOf(words, named);
    const there = files.find((file) => file.kind === kind && file.slug === slug);
    if (there) throw new Refusal(`${there.shown} is there already. For another one, write --slug ${slug}-2.`);
    const path = `${kind}/${slug}.json`;
    const $schema = schemaFrom(join(folder, kind), named);
    const own = language !== undefined && language !== languageOf(publication) ? { language } : {};
    staging.put(path, jsonText({ $schema, ...contents(files, publication, own) }));
    refuseErrors(staging);
    return [shownPath(join(folder, path)), inDevServer(address(slug))];
  });
}

/** What publication.json holds; a folder without it is no publication. */
function publicationIn(staging: Staging): unknown {
  if (staging.has('publication.json')) return jsonIn(staging, 'publication.json').value;
  const shown = shownPath(staging.data);
  throw new Refusal(`${shown} has no publication.json. Begin one with: npm run new -- publication ${shown}`);
}

const languageOf = (publication: unknown): string => String(valueAt(publication, ['language']));

function known(what: string, slug: string, names: readonly string[]): void {
  if (names.includes(slug)) return;
  throw new Refusal(
    `There is no ${what} ${quoted(slug)}. ${didYouMean(nearest(slug, names, 2)).trim() || knownNames(names)}`,
  );
}

/** Where a file of the folder finds the schema of its kind, by which editors' programs complete and check it. */
export function schemaFrom(folder: string, name: string): string {
  const file = join(process.cwd(), 'public/schemas', `${name}.schema.json`);
  const way = relative(folder, file).replaceAll('\\', '/');
  return way.startsWith('.') ? way : pathToFileURL(file).href;
}
