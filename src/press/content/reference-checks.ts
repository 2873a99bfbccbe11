/** Checks names that refer to something else: authors, sections, articles. */
import { contentFormat } from '../../publication/rules.ts';
import type { Standing } from './addresses-of-content.ts';
import { didYouMean, type Finding, knownNames, type Path, quoted } from './problems.ts';
import type { ReadFile } from './read-file.ts';
import { reservedFinding } from './slug-checks.ts';
import { listAt, valueAt } from './values.ts';

/** What is known of all files together. */
export type Whole = {
  articles: ReadonlyMap<string, ReadFile>;
  pages: ReadonlyMap<string, ReadFile>;
  authors: ReadonlyMap<string, ReadFile>;
  /** The authors as a sentence of a message. */
  knownAuthors: string;
  /** Undefined where publication.json does not tell. */
  sections: ReadonlySet<string> | undefined;
  /** How many entries must-read.json has. */
  mustRead: number;
  standing: (article: ReadFile | undefined) => Standing;
  near: (wanted: string, names: Iterable<string>) => string[];
};

/** Authors, section, tags and translation of an article. */
export function articleFindings(read: ReadFile, whole: Whole): Finding[] {
  const { value } = read;
  if (value === undefined) return [];
  const findings = [
    ...authorFindings(['authors'], value, whole),
    ...authorFindings(['source', 'authors'], value, whole),
    ...twice(['authors'], listAt(value, 'authors')),
    ...twice(['tags'], listAt(value, 'tags')),
    ...listAt(value, 'tags').flatMap((tag, index) => reservedFinding(['tags', index], tag)),
    ...reservedFinding(['series'], valueAt(value, ['series'])),
    ...referenceFindings(read, ['translationOf'], 'A319', whole),
  ];
  return [...findings, ...sectionFindings(value, ['section'], whole)];
}

/** A317 for a section that publication.json does not have. */
export function sectionFindings(value: unknown, path: Path, { sections, near }: Whole): Finding[] {
  const section = valueAt(value, path);
  if (!sections || typeof section !== 'string' || sections.has(section)) return [];
  const known = `${knownNames(sections)}${didYouMean(near(section, sections))}`;
  return [error(path, 'A317', `there is no section ${quoted(section)}. ${known}`)];
}

function authorFindings(path: Path, value: unknown, whole: Whole): Finding[] {
  const named = valueAt(value, path);
  return Array.isArray(named) ? named.flatMap((slug, index) => authorFinding([...path, index], slug, whole)) : [];
}

/** A304 for an author who is not here. */
export function authorFinding(path: Path, slug: unknown, { authors, knownAuthors, near }: Whole): Finding[] {
  if (typeof slug !== 'string' || authors.has(slug)) return [];
  const known = `${knownAuthors}${didYouMean(near(slug, authors.keys()))}`;
  return [error(path, 'A304', `there is no author ${quoted(slug)}. ${known}`)];
}

/** A306 for what a list names a second time. */
function twice(path: Path, list: readonly unknown[]): Finding[] {
  const seen = new Set();
  return list.flatMap((name, index) => {
    if (seen.size < seen.add(name).size) return [];
    return [error([...path, index], 'A306', `${quoted(name)} is named twice. Keep one of them.`)];
  });
}

/** A key that names another article: unknown is an error, a draft or a date in the future leaves it without effect. */
export function referenceFindings(read: ReadFile, path: Path, code: string, whole: Whole): Finding[] {
  const slug = valueAt(read.value, path);
  if (typeof slug !== 'string') return [];
  const key = quoted(path.at(-1));
  if (read.file.kind === 'articles' && slug === read.file.slug)
    return [error(path, code, `${key} names the article itself. Remove it.`)];
  const target = whole.articles.get(slug);
  if (!target) {
    const meant = didYouMean(whole.near(slug, whole.articles.keys()));
    return [error(path, code, `${key} names an article that is not here: ${quoted(slug)}.${meant}`)];
  }
  const standing = whole.standing(target);
  if (standing === 'published' || (read.file.kind === 'articles' && whole.standing(read) !== 'published')) return [];
  const why = standing === 'draft' ? 'a draft' : 'an article dated in the future';
  const message = `${key} names ${why}, ${quoted(slug)}; it has no effect until that is published.`;
  return [{ path, code: 'W512', severity: 'warning', message }];
}

/** The format, the lead and the sections of the publication. */
export function publicationFindings(read: ReadFile, whole: Whole): Finding[] {
  if (read.value === undefined) return [];
  const slugs = listAt(read.value, 'sections').map((section) => valueAt(section, ['slug']));
  return [
    ...(valueAt(read.value, ['format']) === undefined ? [noFormat] : []),
    ...referenceFindings(read, ['lead'], 'A318', whole),
    ...postFindings(read.value, whole),
    ...twice(['sections'], slugs),
    ...slugs.flatMap((slug, index) => reservedFinding(['sections', index, 'slug'], slug)),
  ];
}

/** W523: where letters are posted to, a browser without script shows what is there. */
function postFindings(value: unknown, { pages }: Whole): Finding[] {
  const path = ['responses', 'post'];
  const post = valueAt(value, path);
  const slug = typeof post === 'string' ? /^\/([^/]+)\/?$/.exec(post)?.[1] : undefined;
  if (slug === undefined || pages.has(slug)) return [];
  const message = `there is no page at ${quoted(post)}, where a browser without script is led when a letter is sent. Write pages/${slug}.json, with thanks.`;
  return [{ path, code: 'W523', severity: 'warning', message }];
}

const noFormat: Finding = {
  path: [],
  code: 'W520',
  severity: 'warning',
  message: `"format" is missing. Write "format": ${contentFormat}, so that a later version knows what it reads.`,
  fix: { add: 'format', value: contentFormat },
};

/** W501 for authors whom no article names, neither as a writer nor as the writer of its source. */
export function unusedAuthors({ authors, articles }: Whole): [ReadFile, Finding][] {
  const used = new Set<unknown>();
  for (const { value } of articles.values()) {
    for (const slug of [...listAt(value, 'authors'), ...listAt(valueAt(value, ['source']), 'authors')]) used.add(slug);
  }
  const allRead = [...articles.values()].every(({ value }) => value !== undefined);
  if (articles.size === 0 || !allRead) return [];
  const message = 'no article is by this author.';
  return [...authors]
    .filter(([slug]) => !used.has(slug))
    .map(([, read]) => [read, { path: [], code: 'W501', severity: 'warning', message }]);
}

const error = (path: Path, code: string, message: string): Finding => ({
  path,
  code,
  severity: 'error',
  message,
});
