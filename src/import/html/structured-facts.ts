/** What a page says of its article for search engines: JSON-LD (schema.org), meta elements, microdata. Read, never run. */
import { decodeHTMLStrict } from 'entities/decode';
import { attribute, type PageDocument } from './dom.ts';
import { oneLine } from '../wording/one-line.ts';

export type StructuredFacts = {
  headline?: string;
  alternative?: string;
  authors: { name: string; isPerson: boolean }[];
  published?: string;
  modified?: string;
  section?: string;
  language?: string;
  image?: string;
  publisher?: string;
  isArticle: boolean;
};

const articleType = /Article$|^(?:BlogPosting|NewsItem|Report|Review|SocialMediaPosting|LiveBlogPosting)$/;
const mostText = 500_000;
const mostNodes = 2000;

type Json = Record<string, unknown>;

/** All objects in the page's JSON-LD, those inside each other too; broken JSON is passed over, as search engines do. */
function linkedNodes(document: PageDocument): Json[] {
  const nodes: Json[] = [];
  const open: unknown[] = [];
  for (const script of Array.from(document.querySelectorAll('script[type*="ld+json"]'))) {
    const text = (script.textContent ?? '').replace(
      /^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/g,
      '',
    );
    if (text.length > mostText) continue;
    try {
      open.push(JSON.parse(text));
    } catch {
      try {
        // Line ends inside strings are the common slip.
        open.push(JSON.parse(text.replace(/[\n\r\t]+/g, ' ')));
      } catch {
        continue;
      }
    }
  }
  while (open.length > 0 && nodes.length < mostNodes) {
    const value = open.shift();
    if (Array.isArray(value)) open.push(...value.slice(0, 500));
    else if (typeof value === 'object' && value !== null) {
      nodes.push(value as Json);
      for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) open.push(inner);
    }
  }
  return nodes;
}

const typesOf = (node: Json): string[] =>
  [node['@type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#]/, ''));

const textOf = (value: unknown): string | undefined => {
  const first = Array.isArray(value) ? (value as unknown[])[0] : value;
  if (typeof first === 'string') return decodeHTMLStrict(oneLine(first)) || undefined;
  if (typeof first === 'object' && first !== null && 'name' in first) return textOf(first.name);
  return typeof first === 'object' && first !== null && '@value' in first ? textOf(first['@value']) : undefined;
};

export function structuredFacts(document: PageDocument): StructuredFacts {
  const nodes = linkedNodes(document);
  const byId = new Map(
    nodes.flatMap((node) =>
      typeof node['@id'] === 'string' && Object.keys(node).length > 1 ? [[node['@id'], node] as const] : [],
    ),
  );
  const resolved = (value: unknown): unknown => {
    const id = typeof value === 'object' && value !== null && '@id' in value ? (value as Json)['@id'] : undefined;
    return typeof id === 'string' ? { ...(value as Json), ...byId.get(id) } : value;
  };
  const article = nodes.find((node) => typesOf(node).some((type) => articleType.test(type)));
  const page = article ?? nodes.find((node) => typesOf(node).includes('WebPage')) ?? {};
  const authors = [article?.['author'] ?? article?.['creator'] ?? []]
    .flat()
    .map(resolved)
    .flatMap((author) => {
      const name = textOf(author);
      const node = typeof author === 'object' && author !== null ? (author as Json) : {};
      return name === undefined ? [] : [{ name, isPerson: !typesOf(node).includes('Organization') }];
    });
  const image = resolved([page['image'] ?? page['thumbnailUrl']].flat()[0]);
  return {
    headline: textOf(article?.['headline'] ?? article?.['name']),
    alternative: textOf(article?.['alternativeHeadline']),
    authors,
    published: textOf(page['datePublished'] ?? page['dateCreated']),
    modified: textOf(page['dateModified']),
    section: textOf(article?.['articleSection']),
    language: textOf(page['inLanguage']),
    image:
      typeof image === 'string'
        ? image
        : textOf((image as Json | undefined)?.['url'] ?? (image as Json | undefined)?.['contentUrl']),
    publisher:
      textOf(resolved(article?.['publisher'])) ?? textOf(nodes.find((node) => typesOf(node).includes('WebSite'))),
    isArticle: article !== undefined,
  };
}

/** Contents of meta elements by their names, in small letters; the first of each name, and all of those that repeat. */
export function metasOf(document: PageDocument): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const meta of Array.from(document.querySelectorAll('meta'))) {
    const content = decodeHTMLStrict(oneLine(attribute(meta, 'content')));
    if (content === '') continue;
    for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
      for (const name of attribute(meta, key).toLowerCase().split(/\s+/)) {
        if (name !== '') metas.set(name, [...(metas.get(name) ?? []), content]);
      }
    }
  }
  return metas;
}
