/** Everything the page of an article shows. */
import { articleAddress, seriesAddress, tagAddress } from './addresses.ts';
import { nameList } from './byline.ts';
import type { CompiledText } from './content.ts';
import { nameOfSlug, titleOfSlug, type Article, type Edition } from './edition.ts';
import { feedAddress } from './feed-addresses.ts';
import { frameOf } from './frame.ts';
import { letterFormHtml, postAddress } from './letter-form.ts';
import { headOf, languagesOf } from './head.ts';
import { allLetters, lettersOf, threadsHtml } from './letters.ts';
import type { ArticlePageData, Figure, LinkTo, WriterBox } from './page.ts';
import { openingOf } from './plain-text.ts';
import { minutesFor, wordsPerMinute } from './reading-time.ts';
import { inStretches, longText } from './stretches.ts';
import {
  articleLink,
  authorLink,
  bylineOf,
  labelOf,
  minutesOf,
  pictureOf,
  kickerOf,
  interfaceWithin,
  portraitOf,
  sectionLink,
  languageFor,
} from './teaser.ts';

/** Where responses to an article go; `texts` has the form for a host that takes them. */
export function responsesTo(
  { content, words, base }: Edition,
  slug: string,
): Pick<ArticlePageData, 'responses' | 'texts'> {
  const { responses = 'device' } = content.publication;
  if (typeof responses === 'string') return { responses, texts: {} };
  const { byMail, byPost, form } = words.letters;
  if ('letters' in responses) return { responses: { account: byMail, mail: responses.letters }, texts: {} };
  const post = base + postAddress(content)!.slice(1);
  return { responses: { account: byPost, post }, texts: { form: letterFormHtml(post, slug, form) } };
}

/** An outline helps where a piece is long enough to be looked about in. */
const outlineFrom = { words: 900, headings: 3 };

const moreByAWriter = 3;

export function articlePage(edition: Edition, slug: string): ArticlePageData | undefined {
  const article = edition.bySlug.get(slug);
  if (!article) return undefined;
  const { content, words, dates } = edition;
  const text = content.text(`articles/${slug}`);
  const newer = edition.articles[article.place - 1];
  const older = edition.articles[article.place + 1];
  const section = sectionLink(edition, article.section);
  const letters = lettersOf(edition, slug);
  const { responses, texts } = responsesTo(edition, slug);
  const long = text.words >= outlineFrom.words && text.outline.length >= outlineFrom.headings;
  return {
    kind: 'article',
    head: {
      ...headOf(edition, articleAddress(slug), article.headline, article.standfirst ?? openingOf(text.html)),
      languages: languagesOf(edition, article),
    },
    frame: frameOf(edition, article),
    texts: {
      body: text.words > longText ? inStretches(text.html) : text.html,
      ...biographies(edition, article),
      ...(letters && { letters: threadsHtml(edition, letters.shown) }),
      ...texts,
    },
    slug,
    headline: article.headline,
    standfirst: article.standfirst,
    kicker: kickerOf(edition, article),
    around: interfaceWithin(edition, article.language),
    section,
    byline: bylineOf(edition, article.authors),
    portraits: article.authors.flatMap((author) => {
      const known = edition.authors.get(author);
      return known ? [portraitOf(edition, known)] : [];
    }),
    dateline: article.dateline,
    published: article.published === undefined ? undefined : dates.stamp(article.published),
    updated: article.updated === undefined ? undefined : dates.stamp(article.updated),
    minutes: minutesOf(edition, article),
    words: text.words,
    formerly: formerSlugs(article),
    label: labelOf(edition, article),
    image: figureOf(edition, article),
    outline: long ? sectionsOf(edition, text) : [],
    tags: (article.tags ?? []).map((tag) => ({ href: tagAddress(tag), text: nameOfSlug(tag) })),
    series: seriesOf(edition, article),
    translations: translationsOf(edition, article),
    writers: article.authors.flatMap((author) => writerBox(edition, author, article)),
    source: article.source && {
      sentence: words.account(
        article.source.url ? { href: article.source.url, text: article.source.headline } : article.source.headline,
        nameList(
          article.source.authors.map((author) => authorLink(edition, author)),
          edition.language,
        ),
        article.source.name,
      ),
    },
    corrections: (article.corrections ?? []).map(({ date, note }) => ({
      date: dates.stamp(date),
      note: content.inline(note),
    })),
    newer: newer && articleLink(edition, newer),
    older: older && articleLink(edition, older),
    responses,
    letters: letters && {
      heading: words.letters.count(letters.count),
      all: allLetters(edition, slug, letters),
      feed: { href: feedAddress(articleAddress(slug), 'letters'), text: words.letters.feed },
    },
    ...languageFor(edition, article.language),
  };
}

/**
 * A section takes as long as all that stands in it. Smaller headings say nothing of it, nor does what is read in less
 * than half a minute: many short sections of "1 minute" would be longer than the article.
 */
function sectionsOf({ words }: Edition, { outline }: CompiledText): ArticlePageData['outline'] {
  return outline.map(({ id, text, level, words: own }, index) => {
    if (level === 3) return { id, text, level };
    const below = outline.slice(index + 1);
    const end = below.findIndex((section) => section.level === 2);
    const inside = below.slice(0, end < 0 ? undefined : end);
    const count = inside.reduce((sum, section) => sum + section.words, own);
    return count < wordsPerMinute / 2
      ? { id, text, level }
      : { id, text, level, minutes: words.minutes(minutesFor(count)) };
  });
}

function formerSlugs({ aliases = [] }: Article): string[] | undefined {
  const slugs = aliases.flatMap((alias) => /^(?:\/articles\/)?([^/?#]+)\/?$/.exec(alias)?.[1] ?? []);
  return slugs.length > 0 ? slugs : undefined;
}

const biographyText = (slug: string): string => `biography-${slug}`;

function biographies(edition: Edition, article: Article): Record<string, string> {
  const described = article.authors.filter((slug) => edition.authors.get(slug)?.biography);
  return Object.fromEntries(
    described.map((slug) => [biographyText(slug), edition.content.text(`authors/${slug}`).html]),
  );
}

function figureOf(edition: Edition, article: Article): Figure | undefined {
  const picture = pictureOf(edition, article);
  return (
    picture && {
      ...picture,
      caption: article.image?.caption && edition.content.inline(article.image.caption),
      credit: article.image?.credit,
    }
  );
}

function seriesOf(edition: Edition, article: Article): ArticlePageData['series'] {
  if (!article.series) return undefined;
  const parts = edition.bySeries.get(article.series) ?? [];
  const place = parts.indexOf(article);
  const link = (part: Article | undefined): LinkTo | undefined => part && articleLink(edition, part);
  return {
    href: seriesAddress(article.series),
    text: titleOfSlug(article.series),
    part: edition.words.part(place + 1, parts.length),
    previous: link(parts[place - 1]),
    next: link(parts[place + 1]),
  };
}

function writerBox(edition: Edition, slug: string, current: Article): WriterBox[] {
  const author = edition.authors.get(slug);
  if (!author) return [];
  const more = (edition.byAuthor.get(slug) ?? []).filter((article) => article !== current).slice(0, moreByAWriter);
  return [
    {
      href: authorLink(edition, slug).href,
      name: author.name,
      role: author.role,
      biography: author.biography && biographyText(slug),
      portrait: portraitOf(edition, author),
      email: author.email,
      links: (author.links ?? []).map(({ label, url }) => ({ href: url, text: label })),
      more: more.map((article) => articleLink(edition, article)),
      ...languageFor(edition, author.language),
    },
  ];
}

/** Each by its own name, "اردو" or "English"; the region is told only where the language alone would not tell them apart. */
function translationsOf(edition: Edition, article: Article): LinkTo[] {
  const others = edition.translationsOf.get(article.slug);
  if (!others) return [];
  const locales = [article, ...others].map(({ language }) => new Intl.Locale(language ?? edition.language));
  return others.map((other) => {
    const locale = new Intl.Locale(other.language ?? edition.language);
    const alone = locales.filter(({ language }) => language === locale.language).length === 1;
    const name = alone ? [locale.language, locale.script].filter(Boolean).join('-') : locale.baseName;
    return { ...articleLink(edition, other), text: ownName(name) };
  });
}

function ownName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard' }).of(language) ?? language;
}
