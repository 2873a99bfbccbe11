/** An article in the words of schema.org. */
import { articleAddress, authorAddress, seriesAddress, shareImageAddress } from '../../publication/addresses.ts';
import { lastChangeOf, nameOfSlug, titleOfSlug, type Article, type Edition } from '../../publication/edition.ts';
import { withOffset } from '../../publication/dates.ts';
import { absolute, onHost } from '../../publication/head.ts';
import { hasText, lettersOf, type Letter } from '../../publication/letters.ts';
import { plainText } from '../../publication/plain-text.ts';
import { node, publisherNode, siteNode, type Node } from './structured-node.ts';
import { pictureOf, sectionLink } from '../../publication/teaser.ts';

const types = { news: 'NewsArticle', opinion: 'OpinionNewsArticle', article: 'Article' };

export function articleNode(edition: Edition, article: Article, description: string | undefined): Node {
  const { timeZone } = edition.content.publication;
  const { headline, authors, published, kind = 'article', dateline, tags = [], corrections = [] } = article;
  const changed = lastChangeOf(article, timeZone) ?? published;
  return {
    ...referenceTo(edition, article),
    ...node(types[kind], {
      mainEntityOfPage: absolute(edition, articleAddress(article.slug)),
      headline,
      description,
      image: imagesOf(edition, article),
      author: authors.length > 0 ? authors.map((slug) => writerNode(edition, slug)) : publisherNode(edition),
      publisher: publisherNode(edition),
      datePublished: published && withOffset(published, timeZone),
      dateModified: changed && withOffset(changed, timeZone),
      // Only news has a place it is written from, as schema.org has it.
      dateline: kind === 'article' ? undefined : dateline,
      articleSection: sectionLink(edition, article.section).text,
      keywords: tags.map(nameOfSlug),
      wordCount: edition.content.text(`articles/${article.slug}`).words,
      isPartOf: [siteNode(edition), ...seriesOf(edition, article)],
      position: placeInSeries(edition, article),
      ...translationsOf(edition, article),
      correction: corrections.map(({ date, note }) =>
        node('CorrectionComment', {
          text: plainText(edition.content.inline(note)),
          datePublished: withOffset(date, timeZone),
        }),
      ),
      isBasedOn: sourceOf(edition, article),
      ...commentsOf(edition, article),
    }),
  };
}

/** Enough to know an article by, where another page speaks of it. */
export function referenceTo(edition: Edition, { slug, kind = 'article', language }: Article): Node {
  const url = absolute(edition, articleAddress(slug));
  return node(types[kind], { '@id': `${url}#article`, url, inLanguage: language ?? edition.language });
}

const writerNode = (edition: Edition, slug: string): Node =>
  node('Person', {
    name: edition.authors.get(slug)?.name ?? slug,
    url: absolute(edition, authorAddress(slug)),
  });

/** Its own picture, and the one that is made to be shared. */
function imagesOf(edition: Edition, article: Article): string[] {
  const picture = pictureOf(edition, article);
  return [
    ...(picture ? [onHost(edition, picture.url)] : []),
    ...(edition.shareImages ? [absolute(edition, shareImageAddress(article.slug))] : []),
  ];
}

function seriesOf(edition: Edition, { series }: Article): Node[] {
  if (!series) return [];
  return [node('CreativeWorkSeries', { name: titleOfSlug(series), url: absolute(edition, seriesAddress(series)) })];
}

function placeInSeries(edition: Edition, article: Article): number | undefined {
  const parts = (article.series && edition.bySeries.get(article.series)) || [];
  return article.series ? parts.indexOf(article) + 1 : undefined;
}

function translationsOf(edition: Edition, { slug, translationOf }: Article): Node {
  const original = translationOf === undefined ? undefined : edition.bySlug.get(translationOf);
  const translations = (edition.translationsOf.get(slug) ?? []).filter((other) => other.translationOf === slug);
  return {
    translationOfWork: original && referenceTo(edition, original),
    workTranslation: translations.map((translation) => referenceTo(edition, translation)),
  };
}

/** How many letters there are, and those that stand in the article. */
function commentsOf(edition: Edition, { slug }: Article): Node {
  const letters = lettersOf(edition, slug);
  if (!letters) return {};
  const threads = letters.shown.flatMap(({ letter, replies }) => [letter, ...replies]);
  return {
    commentCount: letters.count,
    comment: threads.filter(hasText).map((letter) => commentNode(edition, slug, letter)),
  };
}

const commentNode = (
  edition: Edition,
  slug: string,
  { id, name, text, date, language, author, replyTo }: Letter,
): Node =>
  node('Comment', {
    '@id': letterId(edition, slug, id),
    author: author === undefined ? node('Person', { name }) : writerNode(edition, author),
    dateCreated: withOffset(date, edition.content.publication.timeZone),
    inLanguage: language,
    text: text.join('\n\n'),
    parentItem: replyTo === undefined ? undefined : { '@id': letterId(edition, slug, replyTo) },
  });

const letterId = (edition: Edition, slug: string, id: string): string =>
  `${absolute(edition, articleAddress(slug))}#letter-${id}`;

/** The work this article gives an account of: its writers are never taken for the writers of the account. */
function sourceOf(edition: Edition, { source }: Article): Node | undefined {
  if (!source) return undefined;
  const { headline, authors, name, url } = source;
  return node('CreativeWork', {
    name: headline,
    author: authors.map((slug) => writerNode(edition, slug)),
    publisher: name ? node('Organization', { name }) : undefined,
    url,
  });
}
