/** What the fields of front matter are called, by what they mean here: first name first. */
import { plainName } from './fields.ts';

const named = {
  headline: 'headline title linkTitle',
  kicker: 'kicker overline eyebrow',
  standfirst: 'standfirst dek deck subtitle subhead lede lead description excerpt summary abstract metaDescription',
  authors: 'authors author byline writers writer creator by',
  published:
    'date pubDate publishDate published publishedAt publishedTime datePublished publishedDate created createdAt dateCreated postDate',
  updated:
    'updated lastmod lastModified lastModifiedAt modified updatedDate updatedAt dateModified modifiedTime modDatetime lastUpdated',
  section: 'section category categories channel',
  tags: 'tags tag keywords topics topic labels',
  series: 'series collection',
  dateline: 'dateline place',
  language: 'language lang locale languageCode',
  image:
    'image cover coverImage featuredImage featureImage hero heroImage mainImage leadImage banner bannerImage thumbnail thumb images ogImage socialImage picture photo teaser',
  alt: 'imageAlt coverAlt heroImageAlt featuredImageAlt coverImageAlt altText alt',
  caption: 'imageCaption imageFigcaption coverCaption featuredImageCaption caption',
  credit: 'imageCredit coverCredit photoCredit imageSource credit',
  slug: 'slug',
  address: 'canonicalUrl canonical originalUrl originalLink externalUrl link',
  elsewhere: 'source sourceUrl',
  aliases: 'aliases alias redirectFrom redirects permalink url',
  draft: 'draft isDraft',
};

export const fieldNames = Object.fromEntries(
  Object.entries(named).map(([meaning, names]) => [meaning, names.split(' ')]),
) as Record<keyof typeof named, string[]>;

/** They say how a page looks or is built elsewhere; nothing a reader reads. */
const ofTheLook =
  /^(?:layout|template|theme|type|class|classes|bodyclass|pageclass|weight|order|navorder|sidebar\w*|toc|tableofcontents|comments?|disqus\w*|math|mathjax|katex|mermaid|eleventy\w*|layoutclass|outputs?|build|cascade|sitemap|seo|robots|noindex|feed|rss|share|showtoc|tocopen|excerptseparator|featured|pin|pinned|sticky|permalinkpattern|publishedfalse|search|searchable|hidemeta|menus?|nav|navigation|parent|haschildren|css|js|scripts?|styles?|schema)$/;

const known = new Set(
  [
    ...Object.values(fieldNames).flat(),
    ...'status visibility private unlisted hidden publish dgPublish password'.split(' '),
  ].map(plainName),
);
/** Whether a field is used, or passed over because it only concerns the look. */
export const isKnown = (name: string): boolean => known.has(plainName(name)) || ofTheLook.test(plainName(name));
