/** An article as lists show it, and the small pieces that article pages and lists share. */
import { articleAddress, authorAddress, sectionAddress } from './addresses.ts';
import { initials, nameList } from './byline.ts';
import type { Article, Author, Edition } from './edition.ts';
import type { Picture } from './content.ts';
import { cropSource, focusAt, focusClasses, type Shape } from './picture-crop.ts';
import { letterCount } from './letters.ts';
import { languageAttributes } from './language.ts';
import type { Byline, LinkTo, Portrait, Teaser, LanguageOf } from './page.ts';

export const minutesOf = ({ words, minutes }: Edition, { slug }: Article): string => words.minutes(minutes(slug));

export function authorLink(edition: Edition, slug: string): LinkTo {
  const author = edition.authors.get(slug);
  return { href: authorAddress(slug), text: author?.name ?? slug, ...languageFor(edition, author?.language) };
}

export function bylineOf(edition: Edition, slugs: readonly string[]): Byline {
  const writers =
    slugs.length > 0 ? slugs.map((slug) => authorLink(edition, slug)) : [edition.content.publication.name];
  return edition.words.by(nameList(writers, edition.language));
}

export function portraitOf(edition: Edition, author: Pick<Author, 'name' | 'portrait'>): Portrait {
  const found = author.portrait && croppedPicture(edition, author.portrait, 'portrait');
  const letters = initials(author.name);
  return found && author.portrait
    ? { picture: { ...found, alt: author.portrait.alt }, initials: letters }
    : { initials: letters };
}

export function sectionLink(edition: Edition, slug: string): LinkTo {
  const section = edition.content.publication.sections.find((candidate) => candidate.slug === slug);
  return { href: sectionAddress(slug), text: section?.name ?? slug };
}

export function pictureOf(edition: Edition, article: Article): (Picture & { alt: string }) | undefined {
  const found = article.image && edition.content.pictures.get(article.image.src);
  return found && { ...found, alt: article.image?.alt ?? '' };
}

/** The part of a picture that stands in a box of a shape of its own. */
const croppedPicture = (
  { content }: Edition,
  { src, focus }: { src: string; focus?: string | undefined },
  shape: Shape,
): Picture | undefined => content.pictures.get(cropSource(src, shape, focus)) ?? content.pictures.get(src);

/** The lead of the front page is larger than what lists show: its picture is whole, and set around its focus. */
export function leadOf(edition: Edition, article: Article): Teaser {
  const whole = article.image && edition.content.pictures.get(article.image.src);
  const focus = focusClasses(focusAt(article.image?.focus));
  return { ...teaserOf(edition, article), image: whole && { ...whole, ...(focus && { focus }) } };
}

export function languageFor(edition: Edition, language: string | undefined): LanguageOf {
  return languageAttributes(language, edition.language);
}

export function articleLink(edition: Edition, article: Article): LinkTo {
  return { href: articleAddress(article.slug), text: article.headline, ...languageFor(edition, article.language) };
}

/** What dev says of an article that a build leaves out. */
export function labelOf(edition: Edition, article: Article): string | undefined {
  const why = edition.content.unpublished.get(article.slug);
  if (why === 'draft') return edition.words.draft;
  return why && edition.words.notBefore(edition.dates.stamp(article.published ?? '').text);
}

/** The article's own kicker, in its language, else its section's name; it leads to the section either way. */
export function kickerOf(edition: Edition, article: Article): LinkTo {
  const section = sectionLink(edition, article.section);
  return article.kicker ? { ...section, text: article.kicker, ...languageFor(edition, article.language) } : section;
}

/** What words of the interface must say of themselves inside a text in `language`. */
export function interfaceWithin(edition: Edition, language: string | undefined): LanguageOf {
  const own = languageFor(edition, language);
  return { ...(own.lang && { lang: edition.language }), ...(own.dir && { dir: edition.direction }) };
}

/** Articles belong to one edition, and stand in several lists of it. */
const teasers = new WeakMap<Article, Teaser>();

export function teaserOf(edition: Edition, article: Article): Teaser {
  const known = teasers.get(article) ?? makeTeaser(edition, article);
  teasers.set(article, known);
  return known;
}

function makeTeaser(edition: Edition, article: Article): Teaser {
  return {
    href: articleAddress(article.slug),
    headline: article.headline,
    standfirst: article.standfirst,
    kicker: kickerOf(edition, article),
    byline: bylineOf(edition, article.authors),
    published: article.published === undefined ? undefined : edition.dates.stamp(article.published),
    minutes: minutesOf(edition, article),
    letters: letterCount(edition, article.slug),
    image: article.image && croppedPicture(edition, article.image, 'teaser'),
    label: labelOf(edition, article),
    ...languageFor(edition, article.language),
  };
}
