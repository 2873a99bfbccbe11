/**
 * What a page is about, in the words of schema.org (JSON-LD), for search engines: one graph a page. It stands in the
 * document only and never in the data of the page, since no reader sees it.
 */
import { authorAddress, searchAddress } from '../../publication/addresses.ts';
import type { Article, Author, Edition } from '../../publication/edition.ts';
import { absolute, onHost, ownTitle } from '../../publication/head.ts';
import type { AuthorPageData, Page } from '../../publication/page.ts';
import { itemsAPage } from '../../publication/paging.ts';
import { plainText } from '../../publication/plain-text.ts';
import { articleNode, referenceTo } from './structured-article.ts';
import { node, publisherNode, siteNode, type Node } from './structured-node.ts';
import { portraitOf } from '../../publication/teaser.ts';
import { trailOf } from './trail.ts';

/** Undefined where nothing is to be told. */
export function structuredData(edition: Edition, address: string, page: Page): Node | undefined {
  if (!page.head.canonical) return undefined;
  const trail = trailNode(edition, address, page);
  return { '@context': 'https://schema.org', '@graph': [subjectOf(edition, address, page), ...(trail ? [trail] : [])] };
}

function subjectOf(edition: Edition, address: string, page: Page): Node {
  const slug = address.split('/')[2] ?? '';
  if (page.kind === 'front') return frontNode(edition);
  if (page.kind === 'own') return pageNode(edition, 'WebPage', page, page.lang);
  if (page.kind === 'article') {
    const article = edition.bySlug.get(slug);
    if (article) return articleNode(edition, article, page.head.description);
  }
  if (page.kind === 'author') {
    const author = edition.authors.get(slug);
    if (author && page.paging.number === 1) return profileNode(edition, author, page);
    if (author) {
      return {
        ...collectionNode(edition, page),
        about: node('Person', { name: author.name, url: urlOf(edition, slug) }),
      };
    }
  }
  return collectionNode(edition, page);
}

const urlOf = (edition: Edition, author: string): string => absolute(edition, authorAddress(author));

const frontNode = (edition: Edition): Node => ({
  ...siteNode(edition),
  description: edition.content.publication.tagline,
  inLanguage: edition.language,
  publisher: publisherNode(edition),
  potentialAction: node('SearchAction', {
    target: node('EntryPoint', { urlTemplate: `${absolute(edition, searchAddress())}?q={search_term_string}` }),
    'query-input': 'required name=search_term_string',
  }),
});

function pageNode(edition: Edition, type: string, page: Page, language = edition.language): Node {
  return node(type, {
    '@id': page.head.canonical,
    url: page.head.canonical,
    name: ownTitle(edition, page.head),
    inLanguage: language,
    isPartOf: siteNode(edition),
  });
}

function profileNode(edition: Edition, author: Author, page: AuthorPageData): Node {
  const articles = edition.byAuthor.get(author.slug) ?? [];
  return {
    ...pageNode(edition, 'ProfilePage', page),
    mainEntity: personNode(edition, author, articles),
    hasPart: articles.slice(0, itemsAPage).map((article) => ({
      ...referenceTo(edition, article),
      headline: article.headline,
    })),
  };
}

/** Who has no article here is written about and works elsewhere. */
function personNode(
  edition: Edition,
  { slug, name, role, biography, portrait, links }: Author,
  articles: Article[],
): Node {
  const { picture } = portraitOf(edition, { name, portrait });
  return node('Person', {
    name,
    url: urlOf(edition, slug),
    identifier: slug,
    image: picture && onHost(edition, picture.url),
    jobTitle: role,
    description: biography && plainText(edition.content.text(`authors/${slug}`).html),
    sameAs: links?.map(({ url }) => url).filter((url) => /^https?:/i.test(url)),
    worksFor: articles.length > 0 ? publisherNode(edition) : undefined,
  });
}

function collectionNode(edition: Edition, page: Page): Node {
  const list = entriesOf(page);
  const before = 'paging' in page ? (page.paging.number - 1) * itemsAPage : 0;
  const itemListElement = list.map(({ name, href }, index) =>
    node('ListItem', {
      position: before + index + 1,
      name,
      url: href && (href.startsWith('/') ? absolute(edition, href) : href),
    }),
  );
  return {
    ...pageNode(edition, 'CollectionPage', page),
    ...(list.length > 0 && { mainEntity: node('ItemList', { itemListElement }) }),
  };
}

/** What the page lists, in its order; a brief of Must Read may lead nowhere. */
function entriesOf(page: Page): { name: string; href?: string }[] {
  switch (page.kind) {
    case 'list':
      return page.articles.map(({ headline, href }) => ({ name: headline, href }));
    case 'author':
      return page.years.flatMap(({ articles }) => articles.map(({ headline, href }) => ({ name: headline, href })));
    case 'authors':
      return page.authors;
    case 'must-read':
      return page.entries.map((entry) => ({
        name: entry.headline,
        href: entry.kind === 'article' ? entry.href : entry.url,
      }));
    default:
      return [];
  }
}

function trailNode(edition: Edition, address: string, page: Page): Node | undefined {
  const trail = trailOf(edition, address, page);
  if (trail.length === 0) return undefined;
  const steps = trail.map((step, index) =>
    node('ListItem', { position: index + 1, name: step.name, item: absolute(edition, step.address) }),
  );
  return node('BreadcrumbList', { itemListElement: steps });
}
