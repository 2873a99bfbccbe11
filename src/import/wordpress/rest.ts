/** Posts as the REST interface of WordPress gives them (/wp-json/wp/v2/posts), one or a list, with `_embed` or without. */
import { type ImportedArticle, type ImportedAuthor, type Item, type Note, leftOut } from '../item.ts';
import { markdownOf } from '../html/markdown-of.ts';
import { allWords, htmlWords } from '../wording/html-words.ts';
import { jsonOf, listOf, own, wordsUnder } from '../read/json-file.ts';
import { webAddress } from '../html/web-links.ts';
import { writtenDate } from '../wording/written-date.ts';
import { otherKind, otherStatus } from './post.ts';

export const isRestJson = (text: string): boolean =>
  /^\ufeff?\s*[[{]/.test(text) &&
  /"(?:rendered|raw)"\s*:/.test(text) &&
  /"guid"\s*:\s*\{|"date_gmt"\s*:|"_links"\s*:/.test(text);

export function* restFound(text: string): Iterable<Item> {
  const value = jsonOf(text);
  for (const post of Array.isArray(value) ? (value as unknown[]) : [value]) yield found(post);
}

const rendered = (value: unknown, name: string): string =>
  wordsUnder(own(value, name), 'rendered', 'raw') ?? wordsUnder(value, name) ?? '';

function found(post: unknown): Item {
  const title = htmlWords(rendered(post, 'title'));
  const link = webAddress(wordsUnder(post, 'link'));
  const name = title || link || '(without a title)';
  const status = wordsUnder(post, 'status') ?? 'publish';
  const type = wordsUnder(post, 'type') ?? 'post';
  if (type !== 'post') return leftOut(type === 'page' ? type : 'other', name, 'I607', otherKind(type));
  if (status !== 'publish') return leftOut('unpublished post', name, 'I603', otherStatus(status));
  if (own(own(post, 'content'), 'protected') === true)
    return leftOut('post with a password', name, 'I603', 'Protected by a password.');
  const read = markdownOf(rendered(post, 'content'), { base: link });
  const notes: Note[] = [...read.notes];
  const categories = terms(post, 'category').filter((term) => !/^uncategori[sz]ed$/i.test(term));
  const excerpt = allWords(rendered(post, 'excerpt')).replace(/\s*\[?(?:…|\.\.\.)\]?$/, '');
  const picture =
    wordsUnder(listOf(own(own(post, '_embedded'), 'wp:featuredmedia'))[0], 'source_url') ??
    wordsUnder(post, 'jetpack_featured_media_url');
  const published = dateOf(post, 'date');
  const updated = dateOf(post, 'modified');
  const article: ImportedArticle = {
    headline: title,
    standfirst: allWords(rendered(post, 'content')).startsWith(excerpt.slice(0, 60)) ? '' : excerpt,
    authors: writers(post, notes),
    section: categories[0],
    tags: [...new Set([...terms(post, 'post_tag'), ...categories.slice(1)])],
    published,
    updated: updated === published ? undefined : updated,
    image: picture === undefined ? undefined : { src: picture },
    body: read.blocks,
    address: link,
    aliases: [],
    slug: wordsUnder(post, 'slug'),
  };
  return { is: 'article', name, article, notes };
}

const dateOf = (post: unknown, name: string): string | undefined => {
  const gmt = wordsUnder(post, `${name}_gmt`);
  return writtenDate(gmt === undefined ? (wordsUnder(post, name) ?? '') : `${gmt}Z`)?.date;
};

/** Names of terms are there only where the answer was asked for with `_embed`. */
const embedded = (post: unknown, taxonomy: string): unknown[] =>
  listOf(own(own(post, '_embedded'), 'wp:term')).flatMap((list) =>
    listOf(list).filter((term) => wordsUnder(term, 'taxonomy') === taxonomy),
  );

const terms = (post: unknown, taxonomy: string): string[] =>
  embedded(post, taxonomy)
    .map((term) => htmlWords(wordsUnder(term, 'name') ?? ''))
    .filter((name) => name !== '');

function writers(post: unknown, notes: Note[]): ImportedAuthor[] {
  const coAuthors = embedded(post, 'author');
  const people = coAuthors.length > 0 ? coAuthors : listOf(own(own(post, '_embedded'), 'author'));
  const named = people.flatMap((person) => {
    const name = htmlWords(wordsUnder(person, 'name') ?? '');
    if (name === '' || /^\S+@\S+$/.test(name)) return [];
    return [{ name, slug: wordsUnder(person, 'slug'), biography: allWords(wordsUnder(person, 'description') ?? '') }];
  });
  const number = wordsUnder(post, 'author');
  if (named.length === 0 && number !== undefined) {
    notes.push({
      code: 'I119',
      message: `The author is only a number here (${number.slice(0, 20)}). Save the answer with "?_embed" to have the name.`,
    });
  }
  return named;
}
