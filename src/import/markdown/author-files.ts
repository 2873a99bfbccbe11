/**
 * Author files beside the articles: one a person (`_authors/jane.md`, `authors/jane.yml`, `content/authors/jane/_index.md`)
 * or one for all (`_data/authors.yml`, `data/authors.toml`). They give the names for the slugs in front matter.
 */
import { parse as parseToml } from 'smol-toml';
import type { ImportedAuthor, Note } from '../item.ts';
import { Refusal, type Source } from '../format.ts';
import { fieldsOf, type Fields, isOff, fieldNamed, fieldText, textsOf } from './fields.ts';
import { partedAtFrontMatter } from './front-matter.ts';
import { plainWords } from './plain-words.ts';
import { yamlFields } from './yaml-fields.ts';

export type FiledAuthor = { author: ImportedAuthor; notes: Note[]; unpublished: boolean; line?: number };

const oneEach =
  /(?:^|\/)(?:_authors|authors|_people|_staff|_team)\/(?:([^/]+)\/_?index|([^/]+))\.(?:md|markdown|mdx|ya?ml|json|toml)$/i;
const oneForAll = /(?:^|\/)(?:_data\/|data\/|_?config\/|)authors\.(?:ya?ml|json|toml)$/i;

/** Whether a file, by its place, tells of people and not of anything that happened. */
export const isAuthorFile = (path: string): boolean => oneForAll.test(slashed(path)) || oneEach.test(slashed(path));

const slashed = (path: string): string => path.replaceAll('\\', '/');

/** Everybody in an author file. Throws a `Refusal` where it cannot be read. */
export function authorsIn(path: string, text: string): FiledAuthor[] {
  const [, inFolder, alone] = oneEach.exec(slashed(path)) ?? [];
  const slug = inFolder ?? alone;
  if (/\.(?:md|markdown|mdx)$/i.test(path)) {
    const { fields, body } = partedAtFrontMatter(text);
    return fields ? [filed(fields, slug, body)] : [];
  }
  const fields = namedValues(path, text);
  if (oneEach.test(slashed(path)) && fieldNamed(fields, ...nameNames) !== undefined) return [filed(fields, slug, '')];
  const list = fields.get(listName) ?? fieldNamed(fields, 'authors');
  const people: [string | undefined, unknown][] = Array.isArray(list)
    ? list.map((person) => [undefined, person])
    : [...fields];
  return people.flatMap(([key, person]) => {
    if (person instanceof Map) return [filed(person as Fields, key, '')];
    const name = fieldText(person);
    return name === undefined ? [] : [{ author: { name, slug: key || undefined }, notes: [], unpublished: false }];
  });
}

/** A list at the top of a file has no name of its own. */
const listName = '';

function namedValues(path: string, text: string): Fields {
  if (/\.json$/i.test(path)) {
    const value = jsonOf(text);
    return fieldsOf(Array.isArray(value) ? { [listName]: value } : value);
  }
  if (/\.toml$/i.test(path)) {
    try {
      return fieldsOf(parseToml(text));
    } catch (error) {
      throw new Refusal('I301', `The author file is not TOML: ${(error as Error).message.split('\n')[0]}.`);
    }
  }
  const start = text.replace(/^---[ \t]*\n/, '').replace(/\n(?:---|\.\.\.)\s*$/, '\n');
  return /^\s*-\s/.test(start) ? yamlFields(`"${listName}":\n${start}`, 0) : yamlFields(start, 1);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal('I301', `The author file is not JSON: ${(error as Error).message}.`);
  }
}

const nameNames = ['full_name', 'display_name', 'fullName', 'name', 'title'];
const profiles: Record<string, (name: string) => string> = {
  twitter: (name) => `https://twitter.com/${name}`,
  x: (name) => `https://x.com/${name}`,
  github: (name) => `https://github.com/${name}`,
  gitlab: (name) => `https://gitlab.com/${name}`,
  linkedin: (name) => `https://www.linkedin.com/in/${name}/`,
  facebook: (name) => `https://www.facebook.com/${name}`,
  instagram: (name) => `https://www.instagram.com/${name}/`,
};

/** One person by the usual names of fields. `slug` is what the file or its key calls the person. */
export function filed(fields: Fields, slug: string | undefined, body: string): FiledAuthor {
  const text = (...names: string[]): string | undefined => fieldText(fieldNamed(fields, ...names));
  const parts = [text('first_name', 'firstName', 'given_name'), text('last_name', 'lastName', 'family_name')];
  const name =
    text('full_name', 'display_name', 'fullName') ?? (parts.every(Boolean) ? parts.join(' ') : text('name', 'title'));
  const notes: Note[] = [];
  const own = text('slug', 'id', 'username', 'nickname', 'key', 'handle') ?? slug;
  const role = text('role', 'position', 'job_title', 'jobTitle', 'job') ?? text('title') ?? '';
  const author: ImportedAuthor = {
    name: plainWords(name ?? slug ?? ''),
    slug: own?.includes('@') ? undefined : own,
    role: role === name ? '' : plainWords(role),
    biography: text('biography', 'bio', 'about', 'description', 'summary') ?? body.trim(),
    language: text('language', 'lang'),
    links: linksOf(fields),
  };
  if (fieldNamed(fields, 'email', 'mail') !== undefined) {
    notes.push({
      code: 'I609',
      message: 'An e-mail address was left out. Add it to the author file if it is to be public.',
    });
  }
  const published = fieldNamed(fields, 'published');
  return { author, notes, unpublished: published !== undefined && isOff(published) };
}

function linksOf(fields: Fields): { label: string; url: string }[] {
  const links: { label: string; url: string }[] = [];
  const add = (label: string, value: unknown): void => {
    const text = fieldText(value);
    if (text === undefined || text.startsWith('mailto:') || /^[^/]+@[^/]+$/.test(text.replace(/^@/, ''))) return;
    const profile = Object.hasOwn(profiles, label.toLowerCase()) ? profiles[label.toLowerCase()] : undefined;
    const url = /^https?:\/\/\S+$/i.test(text)
      ? text
      : /^@?[\w.-]+$/.test(text) && profile
        ? profile(text.replace(/^@/, ''))
        : undefined;
    if (url !== undefined && !links.some((link) => link.url === url)) links.push({ label, url });
  };
  for (const name of ['website', 'url', 'site', 'homepage', 'web']) add('Website', fieldNamed(fields, name));
  const social = fieldNamed(fields, 'social', 'links', 'socials');
  const entries = social instanceof Map ? [...(social as Fields)] : [...fields];
  for (const [name, value] of entries)
    if (Object.hasOwn(profiles, name.toLowerCase()) || name.toLowerCase() === 'mastodon') add(labelOf(name), value);
  for (const entry of Array.isArray(social) ? social : []) {
    if (entry instanceof Map)
      add(
        textsOf(fieldNamed(entry as Fields, 'label', 'name', 'title', 'icon', 'network'))[0] ?? 'Website',
        fieldNamed(entry as Fields, 'url', 'href', 'link'),
      );
  }
  return links;
}

const labelOf = (name: string): string =>
  ({ github: 'GitHub', gitlab: 'GitLab', linkedin: 'LinkedIn' })[name.toLowerCase()] ??
  `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;

const folders = ['_authors', 'authors', 'data/authors', '_data/authors', 'content/authors'];
const endings = ['md', 'yml', 'yaml', 'json', 'toml'];
const registers = ['_data/authors', 'data/authors', 'authors', 'src/_data/authors'].flatMap((path) =>
  endings.filter((ending) => ending !== 'md').map((ending) => `${path}.${ending}`),
);
const waysUp = ['', '../', '../../', '../../../', '../../../../', '/'];

/** Who is meant by a slug or name in the front matter of `source`, as the files beside it say; undefined if none does. */
export async function filedAuthor(source: Source, called: string): Promise<ImportedAuthor | undefined> {
  if (called.length > 100 || /[/\\:*?"<>|]|\.\./.test(called)) return undefined;
  const slugs = [...new Set([called, called.toLowerCase().replace(/\s+/g, '-')])];
  for (const way of waysUp) {
    for (const slug of slugs) {
      for (const path of pathsOf(slug)) {
        // oxlint-disable-next-line no-await-in-loop -- the first that is there counts
        const found = await read(source, way + path);
        if (found?.length === 1) return { ...found[0]!.author, slug: found[0]!.author.slug ?? called };
      }
    }
    for (const path of registers) {
      const everybody = await read(source, way + path);
      const found = everybody?.find(({ author }) => slugs.includes(author.slug ?? '') || author.name === called);
      if (found) return { ...found.author, slug: found.author.slug ?? called };
    }
  }
  return undefined;
}

const pathsOf = (slug: string): string[] =>
  folders.flatMap((folder) => [
    ...endings.map((ending) => `${folder}/${slug}.${ending}`),
    `${folder}/${slug}/_index.md`,
    `${folder}/${slug}/index.md`,
  ]);

/** Every article asks for the file of all authors; it is read each time, but parsed once. */
let last: { path: string; text: string; authors: FiledAuthor[] } | undefined;

async function read(source: Source, path: string): Promise<FiledAuthor[] | undefined> {
  try {
    const neighbour = await source.neighbour(path);
    if (!neighbour) return undefined;
    const text = (await neighbour.whole()).replaceAll('\r\n', '\n');
    if (last?.path !== neighbour.path || last.text !== text) {
      last = { path: neighbour.path, text, authors: authorsIn(neighbour.path, text) };
    }
    return last.authors;
  } catch (error) {
    // A broken author file is named where it is read by itself.
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
