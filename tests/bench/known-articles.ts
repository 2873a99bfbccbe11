/** The articles of real archives in a folder of corpora, as an edition: only what a search needs of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editionOf, type Edition } from '../../src/publication/edition.ts';
import type { CompiledText, Content } from '../../src/publication/content.ts';
import { press } from '../../src/words/en/interface.ts';
import type { ArticleFile } from '../../src/publication/schema.ts';
import { fold } from '../../src/publication/search/fold.ts';
import { compile } from '../../src/press/markdown/markdown.ts';

type Known = { headline: string; language: string; html: string };

const markdownFolders = ['md-18f/_posts', 'md-rtl-i18n'];
const feedFolders = ['feeds/netnewswire', 'feeds/miniflux'];

/** Of two articles with one headline the first is kept: no query could tell which of them was meant. */
export function knownEdition(corpora: string): Edition {
  const all = [
    ...markdownFolders.flatMap((folder) => filesIn(join(corpora, folder), /\.md$/).flatMap(markdownArticle)),
    ...feedFolders.flatMap((folder) => filesIn(join(corpora, folder), /\.(?:xml|rss|atom|rdf)$/).flatMap(feedArticles)),
  ];
  const byHeadline = new Map<string, Known>();
  for (const known of all) if (!byHeadline.has(fold(known.headline))) byHeadline.set(fold(known.headline), known);
  const known = new Map(Array.from(byHeadline.values(), (article, number) => [`known-${number}`, article]));
  return editionOf(contentOf(known), press);
}

const filesIn = (folder: string, ending: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => ending.test(file))
        .sort()
        .map((file) => join(folder, file))
    : [];

function markdownArticle(file: string): Known[] {
  const source = readFileSync(file, 'utf8').replace(/^\ufeff?<!--[^]*?-->\s*/, '');
  const [, matter = '', body = ''] = /^(?:---\r?\n([^]*?)\n---\r?\n)?([^]*)$/.exec(source) ?? [];
  const title = /^title:[ \t]*(?:"([^"]*)"|'((?:[^']|'')*)'|(.+))$/m.exec(matter);
  const written = title ? (title[1] ?? title[2] ?? title[3]) : /^#[ \t]+(.+)$/m.exec(body)?.[1];
  const headline = written?.replace(/\s+/g, ' ').trim();
  if (!headline) return [];
  const language = /[\\/](ur|ar|zh-hans)[\\/]/.exec(file)?.[1] ?? 'en';
  const { html } = compile(
    body.split(/\n{2,}/).filter((block) => block.trim() !== ''),
    { owner: 'known', base: '/', language, picture: (url) => ({ url, width: 1, height: 1 }) },
  );
  return [{ headline, language, html }];
}

/** The entries of RSS, RDF or Atom, as far as a pattern can tell them. */
function feedArticles(file: string): Known[] {
  const bytes = readFileSync(file);
  const xml = new TextDecoder(
    /encoding="ISO-8859-1"/i.test(bytes.toString('latin1', 0, 200)) ? 'latin1' : 'utf8',
  ).decode(bytes);
  const language = /urdu/.test(file) ? 'ur' : 'en';
  return [...xml.matchAll(/<(item|entry)[\s>][^]*?<\/\1>/g)].flatMap(([entry]) => {
    const headline = textIn(entry, ['title']);
    const text = textIn(entry, ['content:encoded', 'content', 'description', 'summary']);
    return headline.length > 0 && text.length > 200 ? [{ headline, language, html: `<p>${escaped(text)}</p>` }] : [];
  });
}

/** What the first of these elements says, without markup, however often that was escaped. */
function textIn(entry: string, names: string[]): string {
  const found = names
    .map((name) => new RegExp(`<${name}(?:\\s[^>]*)?>([^]*?)</${name}>`).exec(entry)?.[1])
    .find((text) => text !== undefined && text.trim() !== '');
  let text = (found ?? '').replace(/<!\[CDATA\[([^]*?)\]\]>/g, '$1');
  for (let time = 0; time < 2; time += 1) text = unescaped(text).replace(/<[a-z/!][^>]*>/gi, ' ');
  return text.replace(/\s+/g, ' ').trim();
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const unescaped = (text: string): string =>
  text
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, hex ? 16 : 10))),
    )
    .replace(/&([a-z]+);/g, (whole, name: string) => signs[name] ?? whole);

export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function contentOf(known: ReadonlyMap<string, Known>): Content {
  const compiled = (owner: string): CompiledText => ({
    html: known.get(owner.slice('articles/'.length))?.html ?? '',
    outline: [],
    words: 0,
  });
  return {
    publication: {
      name: 'Known articles',
      address: 'https://known.example/',
      language: 'en',
      timeZone: 'UTC',
      sections: [{ slug: 'known', name: 'Known' }],
    },
    glossary: [],
    look: { theme: {} },
    mustRead: { entries: [] },
    authors: new Map(),
    articles: new Map(
      Array.from(known, ([slug, { headline, language }]): [string, ArticleFile] => [
        slug,
        { headline, language, authors: [], section: 'known', body: [''] },
      ]),
    ),
    pages: new Map(),
    pictures: new Map(),
    text: compiled,
    inline: (markdown) => markdown,
    letters: new Map(),
    unpublished: new Map(),
  };
}
