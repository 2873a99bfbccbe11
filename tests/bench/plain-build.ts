/**
 * The measured process of the plain site: the same content as one HTML file an article, with lists of sections and
 * writers, as a script of fifty lines makes them. No checks, no feeds, no data, no search: the least that a build costs.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import createMarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { articleAddress, authorAddress, frontAddress, sectionAddress } from '../../src/publication/addresses.ts';
import type { ArticleFile, AuthorFile, MustReadFile, PublicationFile } from '../../src/publication/schema.ts';
import { plainDocument, plainLink, plainPage, plainSheet } from './peers.ts';

const markdown = createMarkdownIt().use(footnote);
const wordsAMinute = 230;
const mostInAList = 200;

/** `<data folder> <site folder>` */
export async function main([data = '', site = '']: string[]): Promise<number> {
  const publication = contentOf(join(data, 'publication.json')) as PublicationFile;
  const names = namesIn(join(data, 'authors'), (file) => (file as AuthorFile).name);
  const headlines = namesIn(join(data, 'articles'), (file) => (file as ArticleFile).headline);
  const mustRead = (contentOf(join(data, 'must-read.json')) as MustReadFile).entries.map((entry) => ({
    title:
      'article' in entry
        ? { href: articleAddress(entry.article), text: headlines.get(entry.article) ?? '' }
        : entry.headline,
    reason: entry.reason ?? '',
  }));
  const days = new Intl.DateTimeFormat(publication.language, { dateStyle: 'long', timeZone: publication.timeZone });
  const lists = new Map<string, { published: string; item: string }[]>();
  for (const [slug, headline] of headlines) {
    const article = contentOf(join(data, 'articles', `${slug}.json`)) as ArticleFile;
    const { standfirst = '', published = '', authors, section, body } = article;
    const page = plainPage(
      {
        publication: publication.name,
        headline,
        standfirst,
        byline: authors
          .map((author) => plainLink({ href: authorAddress(author), text: names.get(author) ?? '' }))
          .join(', '),
        published,
        day: published && days.format(new Date(published)),
        minutes: `${Math.ceil(body.join(' ').split(' ').length / wordsAMinute)} min`,
        body: markdown.render(body.join('\n\n')),
        mustRead,
      },
      'beside',
    );
    write(site, articleAddress(slug), page);
    const item = `<li>${plainLink({ href: articleAddress(slug), text: headline })}</li>`;
    for (const list of [frontAddress(), sectionAddress(section), ...authors.map((author) => authorAddress(author))]) {
      const entries = lists.get(list) ?? [];
      entries.push({ published, item });
      lists.set(list, entries);
    }
  }
  for (const [address, entries] of lists) {
    const newest = entries.sort((one, other) => (one.published < other.published ? 1 : -1)).slice(0, mostInAList);
    const list = `<main><ul>${newest.map(({ item }) => item).join('')}</ul></main>`;
    write(site, address, plainDocument(publication.name, publication.name, list, 'beside'));
  }
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(site, 'assets/site.css'), plainSheet);
  return 0;
}

const contentOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function namesIn(folder: string, name: (value: unknown) => string): Map<string, string> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(files.map((file) => [file.slice(0, -'.json'.length), name(contentOf(join(folder, file)))]));
}

function write(site: string, address: string, html: string): void {
  const file = join(site, address, 'index.html');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html);
}
