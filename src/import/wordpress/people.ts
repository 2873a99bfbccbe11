/** The authors of a WordPress export. E-mail addresses, numbers and log-ins that are addresses are not taken. */
import type { ImportedAuthor } from '../item.ts';
import { htmlWords } from '../wording/html-words.ts';
import { type XmlElement, elementsOf, xmlText } from '../read/xml-element.ts';
import { childText } from './wxr-items.ts';

export type People = Map<string, ImportedAuthor>;

const isAddress = (text: string): boolean => /^\S+@\S+$/.test(text);

/** By log-in, in small letters; undefined where an author has no name but an e-mail address. */
export function wordpressPersonOf(element: XmlElement): { login: string; author: ImportedAuthor | undefined } {
  const login = childText(element, 'author_login');
  const names = [
    childText(element, 'author_display_name'),
    `${childText(element, 'author_first_name')} ${childText(element, 'author_last_name')}`,
    login,
  ];
  const name = names.map((text) => htmlWords(text)).find((text) => text !== '' && !isAddress(text));
  const biography = childText(element, 'author_description');
  const author = name === undefined ? undefined : { name, slug: slugIn(login), biography };
  return { login: login.toLowerCase(), author };
}

/** Co-Authors Plus names several in terms of their own; without them there is one creator, by log-in. */
export function wordpressWritersOf(item: XmlElement, people: People): ImportedAuthor[] {
  const terms = elementsOf(item).filter(
    ({ name, attributes }) => name === 'category' && attributes.get('domain') === 'author',
  );
  const coAuthors = terms.map((term) => {
    const slug = (term.attributes.get('nicename') ?? '').replace(/^cap-/, '');
    return people.get(slug.toLowerCase()) ?? named(htmlWords(xmlText(term)), slug);
  });
  const creator = childText(item, 'creator') || childText(item, 'author');
  const writers = coAuthors.length > 0 ? coAuthors : [people.get(creator.toLowerCase()) ?? named(creator, creator)];
  const known = writers.filter((writer) => writer !== undefined);
  return known.filter(({ name }, index) => known.findIndex((other) => other.name === name) === index);
}

const named = (name: string, slug: string): ImportedAuthor | undefined =>
  name === '' || isAddress(name) ? undefined : { name, slug: slugIn(slug) };

const slugIn = (login: string): string | undefined => (login === '' || isAddress(login) ? undefined : login);
