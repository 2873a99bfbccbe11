/** Ghost: its own export (JSON), and the JSON that tools write for its importer. */
import { type ImportedArticle, type ImportedAuthor, type Item, type Note, leftOut } from '../item.ts';
import { type Format, Refusal } from '../format.ts';
import { allWords, htmlWords } from '../wording/html-words.ts';
import { jsonOf, listOf, own, wordsInJson, wordsUnder } from '../read/json-file.ts';
import { dateIn } from '../wording/written-date.ts';
import { linksTo, webAddress } from '../html/web-links.ts';
import { ghostBody } from './ghost-body.ts';

const limit = 256 * 1024 * 1024;

export const ghost: Format = {
  name: 'ghost',

  recognises({ text }) {
    const start = text.replace(/^\ufeff/, '');
    if (!/^\s*\{/.test(start)) return false;
    if (/^\s*\{\s*"db"\s*:\s*\[/.test(start)) return true;
    const hasPosts = /"posts"\s*:\s*\[/.test(start);
    return (
      hasPosts &&
      /"(?:mobiledoc|lexical|posts_authors|posts_tags|custom_excerpt|feature_image|published_at)"\s*:/.test(start)
    );
  },

  async *read(source) {
    const file = jsonOf(await source.whole(limit));
    const databases = listOf(own(file, 'db'));
    for (const database of databases.length > 0 ? databases : [file])
      yield* databaseFound(own(database, 'data') ?? database);
  },
};

type People = Map<string, ImportedAuthor>;

function* databaseFound(tables: unknown): Iterable<Item> {
  const posts = own(tables, 'posts');
  if (!Array.isArray(posts)) throw new Refusal('I101', 'Not an export of Ghost: it has no list "posts".');
  const people: People = new Map();
  for (const row of listOf(own(tables, 'users'))) {
    const user = valuesOf(row);
    const author = personOf(user);
    if (!author) continue;
    for (const key of [wordsUnder(user, 'id'), author.slug]) if (key !== undefined) people.set(key, author);
    const notes: Note[] =
      wordsUnder(user, 'email') === undefined ? [] : [{ code: 'I609', message: 'The e-mail address was left out.' }];
    yield { is: 'author', name: author.name, author, notes };
  }
  const tags = new Map(
    listOf(own(tables, 'tags')).map((tag) => [wordsUnder(tag, 'id') ?? '', htmlWords(wordsUnder(tag, 'name') ?? '')]),
  );
  const about = {
    people,
    authors: joined(tables, 'posts_authors', 'author_id'),
    tags: new Map(
      [...joined(tables, 'posts_tags', 'tag_id')].map(([post, ids]) => [post, ids.map((id) => tags.get(id) ?? '')]),
    ),
    meta: new Map(listOf(own(tables, 'posts_meta')).map((row) => [wordsUnder(row, 'post_id') ?? '', row])),
  };
  for (const row of posts as unknown[]) yield postFound(valuesOf(row), about, wordsUnder(row, 'url'));
}

/** Tools that write for Ghost put the values of a row into `data`. */
const valuesOf = (row: unknown): unknown => own(row, 'data') ?? row;

/** The rows of a join table by post, in their order. */
function joined(tables: unknown, table: string, column: string): Map<string, string[]> {
  const rows = listOf(own(tables, table)).toSorted(
    (one, other) => Number(own(one, 'sort_order') ?? 0) - Number(own(other, 'sort_order') ?? 0),
  );
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const post = wordsUnder(row, 'post_id') ?? '';
    const id = wordsUnder(row, column);
    if (id !== undefined) found.set(post, [...(found.get(post) ?? []), id]);
  }
  return found;
}

function personOf(user: unknown): ImportedAuthor | undefined {
  const name = htmlWords(wordsUnder(user, 'name') ?? '');
  if (name === '' || /^\S+@\S+$/.test(name)) return undefined;
  const biography = wordsUnder(user, 'bio');
  return { name, slug: wordsUnder(user, 'slug'), biography, links: linksTo('Website', wordsUnder(user, 'website')) };
}

type About = {
  people: People;
  authors: Map<string, string[]>;
  tags: Map<string, string[]>;
  meta: Map<string, unknown>;
};

function postFound(post: unknown, about: About, url: string | undefined): Item {
  const title = htmlWords(wordsUnder(post, 'title') ?? '');
  const name = title || wordsUnder(post, 'slug') || '(without a title)';
  const isPage = wordsUnder(post, 'type') === 'page' || own(post, 'page') === 1 || own(post, 'page') === true;
  const status = wordsUnder(post, 'status') ?? 'published';
  const visibility = wordsUnder(post, 'visibility') ?? 'public';
  if (isPage) return leftOut('page', name, 'I607', 'A page, not an article. Write it into pages/ if it is wanted.');
  if (status === 'scheduled')
    return leftOut('scheduled post', name, 'I603', 'Scheduled for later: it was not published yet.');
  if (status === 'sent') return leftOut('newsletter', name, 'I603', 'Sent to its subscribers only.');
  if (status !== 'published') return leftOut('draft', name, 'I603', 'A draft: it was never published.');
  if (visibility !== 'public')
    return leftOut('post for members', name, 'I603', `It is for "${visibility.slice(0, 40)}", not for everyone.`);
  const { blocks, notes } = ghostBody(post);
  const id = wordsUnder(post, 'id') ?? '';
  const meta = about.meta.get(id);
  const slug = wordsUnder(post, 'slug');
  const alt = wordsUnder(post, 'feature_image_alt') ?? wordsUnder(meta, 'feature_image_alt');
  const caption = wordsUnder(post, 'feature_image_caption') ?? wordsUnder(meta, 'feature_image_caption');
  const picture = wordsUnder(post, 'feature_image', 'image')?.replace(/^__GHOST_URL__/, '');
  const published = dated(post, 'published_at', notes);
  const updated = dated(post, 'updated_at', notes);
  const isLater = published === undefined || (updated !== undefined && Date.parse(updated) > Date.parse(published));
  const article: ImportedArticle = {
    headline: title,
    standfirst: allWords(wordsUnder(post, 'custom_excerpt') ?? ''),
    authors: writersOf(post, id, about),
    tags: tagsOf(post, about.tags.get(id) ?? []),
    published,
    updated: isLater ? updated : undefined,
    language: wordsUnder(post, 'locale'),
    image: picture === undefined ? undefined : { src: picture, alt, caption: allWords(caption ?? '') },
    body: blocks,
    address: webAddress(wordsUnder(post, 'canonical_url')) ?? webAddress(url),
    aliases: slug === undefined ? [] : [`/${slug}/`],
    slug,
  };
  return { is: 'article', name, article, notes };
}

/** Older exports count milliseconds. */
function dated(post: unknown, name: string, notes: Note[]): string | undefined {
  const value = own(post, name);
  const written = typeof value === 'number' ? new Date(value).toISOString() : wordsInJson(value);
  if (written === undefined) return undefined;
  // "2020-01-31 10:00:00" is in UTC in Ghost's own tables.
  return dateIn(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(written) ? `${written}Z` : written, notes);
}

function writersOf(post: unknown, id: string, { authors, people }: About): ImportedAuthor[] {
  const within = [...listOf(own(post, 'authors')), own(post, 'author')]
    .map(valuesOf)
    .map(personOf)
    .filter((person) => person !== undefined);
  if (within.length > 0) return within;
  const ids = authors.get(id) ?? [wordsUnder(post, 'author_id', 'author') ?? ''];
  return ids.map((one) => people.get(one)).filter((person) => person !== undefined);
}

/** Tags that begin with "#" are for the editor's own use. */
function tagsOf(post: unknown, joinedTags: readonly string[]): string[] {
  const within = listOf(own(post, 'tags')).map(
    (tag) => wordsInJson(tag) ?? htmlWords(wordsUnder(valuesOf(tag), 'name') ?? ''),
  );
  return [...new Set([...joinedTags, ...within])].filter((tag) => tag !== '' && !tag.startsWith('#'));
}
