/** Posts as the REST interface of WordPress gives them (/wp-json/wp/v2/posts), one or a list, with `_embed` or without. */
import { type ImportedArticle, type ImportedAuthor, type Item, type Note, leftOut } from '../item.ts';
import { markdownOf } from '../html/markdown-of.ts';
import { allWords, htmlWords } from '../wording/html-words.ts';
import { jsonOf, listOf, own, wordsUnder } from '../read/json-file.ts';
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
  const link = /^https?:\/\/\S+$/.exec(wordsUnder(post, 'link') ?? '')?.[0];
  const name = title || link || '(without a title)';
  const status = wordsUnder(post, 'status') ?? 'publish';
  const type = wordsUnder(post, 'type') ?? 'post';
  if (type !== 'post') return leftOut(type === 'page' ? type : 'other', name, 'I607', otherKind(type));
  if (status !== 'publish') return leftOut('unpublished post', name, 'I603', otherStatus(status));
  if (own(own(post, 'content'), 'protected') === true)
    return leftOut('post with a password', name, 'I603', 'Protected by a password.');
  const read = markdownOf(rendered(post, 'content'), link === undefined ? {} : { base: link });
  const notes: Note[] = [...read.notes];
  const categories = terms(post, 'category').filter((term) => !/^uncategori[sz]ed$/i.test(term));
  const article: ImportedArticle = {
    authors: writers(post, notes),
    tags: [...new Set([...terms(post, 'post_tag'), ...categories.slice(1)])],
    body: read.blocks,
    aliases: [],
  };
  const excerpt = allWords(rendered(post, 'excerpt')).replace(/\s*\[?(?:…|\.\.\.)\]?$/, '');
  const picture =
    wordsUnder(listOf(own(own(post, '_embedded'), 'wp:featuredmedia'))[0], 'source_url') ??
    wordsUnder(post, 'jetpack_featured_media_url');
  const slug = wordsUnder(post, 'slug');
  const published = dateOf(post, 'date');
  const updated = dateOf(post, 'modified');
  Object.assign(
    article,
    title !== '' && { headline: title },
    link !== undefined && { address: link },
    excerpt !== '' && !allWords(rendered(post, 'content')).startsWith(excerpt.slice(0, 60)) && { standfirst: excerpt },
    categories[0] !== undefined && { section: categories[0] },
    slug !== undefined && { slug },
    published !== undefined && { published },
    updated !== undefined && updated !== published && { updated },
    picture !== undefined && { image: { src: picture } },
  );
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
    const slug = wordsUnder(person, 'slug');
    const biography = allWords(wordsUnder(person, 'description') ?? '');
    return name === '' || /^\S+@\S+$/.test(name)
      ? []
      : [{ name, ...(slug !== undefined && { slug }), ...(biography !== '' && { biography }) }];
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
