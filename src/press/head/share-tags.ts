/**
 * What a page looks like where its address is shared: Open Graph (ogp.me), which every service reads, and the one tag
 * of Twitter's that Open Graph has no word for. They are for those who fetch the document, so the press alone writes them.
 */
import { authorAddress, shareImageAddress } from '../../publication/addresses.ts';
import { lastChangeOf, nameOfSlug, type Article, type Edition } from '../../publication/edition.ts';
import { withOffset } from '../../publication/dates.ts';
import { absolute, onHost, ownTitle } from '../../publication/head.ts';
import { metaTag, type HeadTag } from '../../publication/head-tags.ts';
import type { Page } from '../../publication/page.ts';
import { pictureOf, portraitOf, sectionLink } from '../../publication/teaser.ts';

type Shared = {
  type: 'article' | 'profile' | 'website';
  language?: string;
  otherLanguages?: string[];
  image?: { url: string; width: number; height: number; alt: string };
  more?: [property: string, content: string | undefined][];
};

/** The size that services cut to; share images are made in it. */
const shareImageSize = { width: 1200, height: 630 };

export function shareTags(edition: Edition, address: string, page: Page): HeadTag[] {
  const { canonical, description } = page.head;
  if (!canonical) return [];
  const { type, language, otherLanguages = [], image, more = [] } = sharedOf(edition, address, page);
  const properties: [property: string, content: string | undefined][] = [
    ['og:type', type],
    ['og:title', ownTitle(edition, page.head)],
    ['og:description', description],
    ['og:url', canonical],
    ['og:site_name', edition.content.publication.name],
    ['og:locale', localeOf(language ?? edition.language)],
    ...otherLanguages.map((other): [string, string] => ['og:locale:alternate', localeOf(other)]),
    ['og:image', image?.url],
    ['og:image:width', image && String(image.width)],
    ['og:image:height', image && String(image.height)],
    ['og:image:alt', image?.alt || undefined],
    ...more,
  ];
  return [
    ...properties.flatMap(([property, content]): HeadTag[] =>
      content ? [{ name: 'meta', attributes: { property, content } }] : [],
    ),
    // A portrait is shown beside the words: set large, services would cut the head off.
    metaTag('twitter:card', image && type === 'article' ? 'summary_large_image' : 'summary'),
  ];
}

function sharedOf(edition: Edition, address: string, page: Page): Shared {
  const slug = address.split('/')[2] ?? '';
  const article = page.kind === 'article' ? edition.bySlug.get(slug) : undefined;
  const author = page.kind === 'author' ? edition.authors.get(slug) : undefined;
  if (article) return sharedArticle(edition, article);
  if (!author) return { type: 'website' };
  const portrait = portraitOf(edition, author).picture;
  return {
    type: 'profile',
    image: portrait && isRaster(portrait.url) ? { ...portrait, url: onHost(edition, portrait.url) } : undefined,
    more: [['profile:username', slug]],
  };
}

function sharedArticle(edition: Edition, article: Article): Shared {
  const { timeZone } = edition.content.publication;
  const changed = lastChangeOf(article, timeZone);
  return {
    type: 'article',
    language: article.language,
    otherLanguages: edition.translationsOf.get(article.slug)?.map(({ language }) => language ?? edition.language),
    image: shareImageOf(edition, article),
    more: [
      ['article:published_time', article.published && withOffset(article.published, timeZone)],
      ['article:modified_time', changed && withOffset(changed, timeZone)],
      ...article.authors.map((author): [string, string] => [
        'article:author',
        absolute(edition, authorAddress(author)),
      ]),
      ['article:section', sectionLink(edition, article.section).text],
      ...(article.tags ?? []).map((tag): [string, string] => ['article:tag', nameOfSlug(tag)]),
    ],
  };
}

/** The image made for the article, else its own picture: services show no SVG. */
function shareImageOf(edition: Edition, article: Article): Shared['image'] {
  if (edition.shareImages) {
    return { url: absolute(edition, shareImageAddress(article.slug)), ...shareImageSize, alt: article.headline };
  }
  const picture = pictureOf(edition, article);
  return picture && isRaster(picture.url) ? { ...picture, url: onHost(edition, picture.url) } : undefined;
}

const isRaster = (url: string): boolean => !/\.svg$/i.test(url);

/** Open Graph wants a country with the language; where none is said, CLDR knows the likeliest. */
function localeOf(tag: string): string {
  const known = locales.get(tag);
  if (known) return known;
  const { language, region } = new Intl.Locale(tag).maximize();
  const locale = region ? `${language}_${region}` : language;
  locales.set(tag, locale);
  return locale;
}

const locales = new Map<string, string>();
