/** Checks file names and aliases: valid in an address, not reserved, and used once. */
import { reservedPageSlugs, reservedSlugs } from '../../publication/addresses.ts';
import { type Addresses, aliasAddress } from './addresses-of-content.ts';
import { type Finding, type Path, quoted } from './problems.ts';
import type { ReadFile } from './read-file.ts';
import { type FileKind, slugFrom } from './shapes.ts';
import { listAt } from './values.ts';

type Report = (file: ReadFile, finding: Finding) => void;

const error = (code: string, message: string, path: Path = []): Finding => ({
  path,
  code,
  severity: 'error',
  message,
});

/** A205, A207 and A208 of file names; A301 where two files of a kind would have one address. */
export function checkSlugs(files: readonly ReadFile[], report: Report): void {
  const taken = new Map<string, ReadFile>();
  for (const read of files) {
    const { kind, slug } = read.file;
    if (kind !== 'authors' && kind !== 'articles' && kind !== 'pages') continue;
    const fault = slugFault(kind, slug);
    if (fault) report(read, fault);
    const key = `${kind}/${slug.normalize('NFC').toLowerCase()}`;
    const other = taken.get(key);
    if (other)
      report(
        read,
        error('A301', `the slug ${quoted(slug)} is also used in ${other.file.shown}. Rename one of the files.`),
      );
    else taken.set(key, read);
  }
}

function slugFault(kind: FileKind, slug: string): Finding | undefined {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
    const likely = slugFrom(slug);
    const hint = likely === '' ? '' : ` Name it ${quoted(`${likely}.json`)}.`;
    return error('A207', `the file name ${quoted(slug)} may hold only a-z, 0-9 and single hyphens.${hint}`);
  }
  if (slug.length > 96) return error('A205', `the file name is longer than 96 characters: it has ${slug.length}.`);
  return reserved(kind, slug) ? error('A208', reservedMessage(slug)) : undefined;
}

const reserved = (kind: FileKind, slug: string): boolean =>
  reservedSlugs.includes(slug) || (kind === 'pages' && reservedPageSlugs.includes(slug));

const reservedMessage = (slug: string): string => `${quoted(slug)} is a reserved name. Choose another.`;

/** A208 for a section, tag or series that is named in a file. */
export function reservedFinding(path: Path, slug: unknown): Finding[] {
  return typeof slug === 'string' && reservedSlugs.includes(slug) ? [error('A208', reservedMessage(slug), path)] : [];
}

/**
 * A302 where an alias is the address of something else, A303 where aliases lead in a circle, A320 for what is no alias.
 * Returns the addresses of the aliases.
 */
export function checkAliases(
  articles: readonly ReadFile[],
  addresses: Addresses,
  report: Report,
): Map<string, ReadFile> {
  const bySlug = new Map(articles.map((read) => [read.file.slug, read]));
  const owners = new Map<string, ReadFile>();
  for (const read of articles) {
    for (const [index, alias] of listAt(read.value, 'aliases').entries()) {
      if (typeof alias !== 'string') continue;
      const address = aliasAddress(alias);
      const fault = aliasFault(read, alias, bySlug, owners.get(address), addresses.has(address));
      if (fault) report(read, { path: ['aliases', index], severity: 'error', ...fault });
      if (!owners.has(address)) owners.set(address, read);
    }
  }
  return owners;
}

function aliasFault(
  read: ReadFile,
  alias: string,
  bySlug: ReadonlyMap<string, ReadFile>,
  owner: ReadFile | undefined,
  isPage: boolean,
): { code: string; message: string } | undefined {
  const named = quoted(alias);
  if (!isAlias(alias)) {
    const cure = 'Write old-slug or /old/path/ (no query, no fragment).';
    return { code: 'A320', message: `${named} is neither a slug nor a path. ${cure}` };
  }
  const circle = circleFrom(read.file.slug, alias, bySlug);
  if (circle) return { code: 'A303', message: `the alias leads in a circle: ${circle.join(' → ')}. Remove it.` };
  if (owner) {
    const where = owner === read ? 'twice in this file' : `also one of ${owner.file.shown}`;
    return { code: 'A302', message: `the alias ${named} is ${where}. Keep one of them.` };
  }
  const holder = bySlug.get(slugOf(alias))?.file.shown ?? 'another page';
  return isPage ? { code: 'A302', message: `the alias ${named} is the address of ${holder}. Remove it.` } : undefined;
}

const isAlias = (alias: string): boolean =>
  // oxlint-disable-next-line no-control-regex
  !/[\s?#\\\u0000-\u001f]|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/.test(alias) && (alias.startsWith('/') || !alias.includes('/'));

/** The article that an alias would stand in the place of. */
const slugOf = (alias: string): string => /^\/articles\/([^/]+)\/?$/.exec(alias)?.[1] ?? alias;

/** The slugs passed on the way from article to alias to article, where that comes back to the beginning. */
function circleFrom(slug: string, alias: string, bySlug: ReadonlyMap<string, ReadFile>): string[] | undefined {
  const chain = [slug];
  let next: string | undefined = slugOf(alias);
  while (next !== undefined && bySlug.has(next) && !chain.includes(next)) {
    chain.push(next);
    const onward: string[] = listAt(bySlug.get(next)?.value, 'aliases').map((name) => slugOf(String(name)));
    next = onward.find((name) => name === slug) ?? onward.find((name) => bySlug.has(name));
  }
  return next === slug ? [...chain, slug] : undefined;
}
