/** The structured data of a page, and what is in it again and again. */
import type { Edition } from '../../../src/publication/edition.ts';
import { pageAt } from '../../../src/publication/site.ts';
import { structuredData } from '../../../src/press/head/structured-data.ts';

/** A thing of schema.org, as JSON-LD has it. */
export type Thing = Record<string, any>;

/** As it is written: what is undefined is not there. */
export const dataOf = (edition: Edition, address: string): Thing | undefined => {
  const data = structuredData(edition, address, pageAt(edition, address)!);
  return data && (JSON.parse(JSON.stringify(data)) as Thing);
};

export const graphOf = (edition: Edition, address: string): Thing[] =>
  (dataOf(edition, address)?.['@graph'] ?? []) as Thing[];

export const subject = (edition: Edition, address: string): Thing => graphOf(edition, address)[0]!;

export const site = {
  '@type': 'WebSite',
  '@id': 'https://post.example/#site',
  name: 'The Harbour Post',
  url: 'https://post.example/',
};

export const publisher = {
  '@type': 'Organization',
  '@id': 'https://post.example/#publisher',
  name: 'The Harbour Post',
  url: 'https://post.example/',
  logo: 'https://post.example/icon-512.png',
};

export const person = (slug: string, name: string) => ({
  '@type': 'Person',
  name,
  url: `https://post.example/authors/${slug}/`,
});

export const reference = (type: string, slug: string, language: string) => ({
  '@type': type,
  '@id': `https://post.example/articles/${slug}/#article`,
  url: `https://post.example/articles/${slug}/`,
  inLanguage: language,
});
