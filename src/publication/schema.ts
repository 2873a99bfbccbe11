/**
 * The shape of every content file, said once. The validator, the TypeScript types and the JSON Schemas in
 * `public/schemas/` all come from here. Types may be imported anywhere (`import type`); the values only at build.
 * The message of each rule is a code (A204); `src/press/content/schema-problems.ts` turns it into words.
 */
import { z } from 'zod';
import { focusOf } from './picture-crop.ts';
import { contentFormat, dateFault, isLanguage, isTimeZone, isVisible, isWebAddress } from './rules.ts';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'A207')
  .max(96, 'A205')
  .describe('Lower-case letters a-z, digits and single hyphens.');

const visible = { pattern: '\\S' };

const line = (limit: number) => z.string().max(limit, 'A205').refine(isVisible, 'A204').meta(visible);

const language = z
  .string()
  .refine(isLanguage, 'A212')
  .describe('A BCP 47 language tag, such as "en", "ur" or "pt-BR".');

const date = z
  .string()
  .check((context) => {
    const fault = dateFault(context.value);
    if (fault) context.issues.push({ code: 'custom', message: fault, input: context.value });
  })
  .meta({
    description: 'A date (2025-12-31) or a date-time with its offset (2025-12-31T09:00:00Z).',
    pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2}))?$',
  });

const markdown = z
  .string()
  .refine(isVisible, 'A204')
  .meta({ ...visible, description: 'Markdown; raw HTML is refused.' });

const focus = z
  .string()
  .refine((written) => focusOf(written) !== undefined, 'A220')
  .optional()
  .describe('What of it lists and portraits show: "left top", "right", "30% 60%" (from the left, from the top).');

const picture = z.strictObject({
  src: z.string().describe('A file of the images folder, such as "/images/harbour.jpg".'),
  alt: line(500).optional().describe('What the picture shows, for those who do not see it.'),
  decorative: z.literal(true).optional().describe('Instead of "alt": the picture says nothing.'),
  caption: line(600).optional().describe('Markdown, one paragraph.'),
  credit: line(200).optional(),
  focus,
});

const portrait = z.strictObject({
  src: z.string().describe('A file of the images folder, such as "/images/jane-doe.jpg".'),
  alt: line(500).describe('Who or what the portrait shows, for those who do not see it.'),
  focus,
});

const schemaKey = { $schema: z.string().optional().describe('The JSON Schema of this file, for editors.') };

const lettersByMail = z
  .strictObject({ letters: z.email('A227') })
  .describe('Letters go by the mail program of who writes, to this address.');

const lettersByPost = z
  .strictObject({ post: z.string().regex(/^\/(?![/\\])[^\s?#\\]*$/, 'A227') })
  .describe('Letters are posted to this address of the site, where the host takes them: "/letters/".');

export const publicationSchema = z.strictObject({
  ...schemaKey,
  format: z
    .int()
    .min(1, 'A502')
    .max(contentFormat, 'A502')
    .optional()
    .describe('The format of the whole folder, so that a later version knows what it reads. Today it is 1.'),
  name: line(100),
  tagline: line(200).optional(),
  address: z.string().refine(isWebAddress, 'A218').meta({
    description: 'Where the publication lives, an absolute http(s) URL; it may hold a path.',
    pattern: '^https?://',
  }),
  language: language.describe('Language of the interface and, unless an article says otherwise, of the text.'),
  timeZone: z.string().refine(isTimeZone, 'A217').describe('An IANA time zone, such as "Asia/Karachi".'),
  sections: z.array(z.strictObject({ slug, name: line(60) })).min(1, 'A204'),
  lead: slug.optional().describe('The article that opens the front page; without it, the newest.'),
  responses: z
    .union([z.enum(['device', 'off']), lettersByMail, lettersByPost], 'A227')
    .optional()
    .describe('"device" (default): kept in the browser of who writes; or where letters to the editors go.'),
  rights: line(300).optional(),
});

const reason = line(60).optional().describe('Why the entry is here, in a few words, shown beside it.');

/** A Must Read entry that leads to an article here. */
export const pickSchema = z.strictObject({ article: slug, reason });

/** A Must Read entry that is told in a headline and an excerpt, with no article here. */
export const briefSchema = z.strictObject({
  headline: line(300),
  dateline: line(60).optional(),
  excerpt: line(600).optional(),
  url: z.string().optional().describe('Where the whole text is, if it is anywhere.'),
  reason,
});

export const mustReadSchema = z.strictObject({
  ...schemaKey,
  entries: z.array(z.union([pickSchema, briefSchema])),
});

/** The most articles of one list of the front page. */
const mostOfABlock = 20;

const count = z
  .number()
  .refine((number) => Number.isInteger(number) && number >= 1 && number <= mostOfABlock, 'A225')
  .meta({ type: 'integer', minimum: 1, maximum: mostOfABlock });

const howMany = count.optional().describe('How many articles at most; without it 4.');

const title = line(100).optional();

/** The blocks that a front page may have, each by the key that tells which it is. */
export const blockSchemas = {
  lead: z.strictObject({
    lead: z
      .union([slug, z.literal(true)], 'A226')
      .describe('An article, large; true: that of publication.json, else the newest.'),
  }),
  section: z.strictObject({
    section: slug.describe('The newest articles of a section.'),
    count: howMany,
    title: title.describe('Instead of the name of the section.'),
  }),
  series: z.strictObject({
    series: slug.describe('The last parts of a series, in the order of reading.'),
    count: howMany,
    title: title.describe('Instead of the name of the series.'),
  }),
  latest: z.strictObject({
    latest: count.describe('How many of the newest articles that stand in no block before.'),
    title: title.describe('Instead of "Latest".'),
  }),
  mustRead: z.strictObject({
    mustRead: z.literal(true).describe('The entries of must-read.json, in the page instead of beside it.'),
  }),
  text: z.strictObject({
    text: z.array(markdown).min(1, 'A204').describe('Markdown without headings, one block a string.'),
    title,
    language: language.optional().describe('Of the text and its title.'),
  }),
} as const;

export const frontSchema = z.strictObject({
  ...schemaKey,
  blocks: z
    .array(
      z.union([
        blockSchemas.lead,
        blockSchemas.section,
        blockSchemas.series,
        blockSchemas.latest,
        blockSchemas.mustRead,
        blockSchemas.text,
      ]),
    )
    .min(1, 'A204')
    .describe('What the front page shows, in this order; no article stands in two of them.'),
});

export const authorSchema = z.strictObject({
  ...schemaKey,
  name: line(100),
  role: line(200).optional(),
  biography: markdown.optional(),
  portrait: portrait.optional(),
  email: z
    .union([z.email('A219'), z.literal('withheld', 'A219')], 'A219')
    .optional()
    .describe('An e-mail address, or "withheld" where the writer has one that is not given.'),
  links: z
    .array(
      z.strictObject({
        label: line(60),
        url: z.string().describe('A whole address (https, http, mailto), or a page here such as "/about/".'),
      }),
    )
    .optional(),
  language: language.optional(),
});

export const articleSchema = z.strictObject({
  ...schemaKey,
  headline: line(300),
  standfirst: line(600).optional(),
  kicker: line(60).optional(),
  kind: z.enum(['news', 'opinion', 'article']).optional(),
  authors: z.array(slug).describe('Slugs of authors, in order; empty: by the publication.'),
  section: slug,
  tags: z.array(slug).optional(),
  series: slug.optional(),
  dateline: line(60).optional(),
  published: date.optional().describe('Without it the article is undated and listed last.'),
  updated: date.optional(),
  language: language.optional(),
  translationOf: slug.optional(),
  image: picture.optional(),
  body: z.array(markdown).min(1, 'A204').describe('Markdown, one block a string.'),
  source: z
    .strictObject({
      headline: line(300),
      authors: z.array(slug),
      name: line(200).optional(),
      url: z.string().optional(),
    })
    .optional()
    .describe('The work this article gives an account of.'),
  corrections: z.array(z.strictObject({ date, note: line(600) })).optional(),
  aliases: z.array(line(300)).optional().describe('Old slugs or old paths that lead here.'),
  draft: z.boolean().optional(),
});

export const pageSchema = z.strictObject({
  ...schemaKey,
  title: line(200),
  body: z.array(markdown).min(1, 'A204'),
  language: language.optional(),
});

const letterId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'A228')
  .describe('Letters a-z and A-Z, digits, "-" and "_"; no two letters of the publication have the same.');

/** The most characters of a letter; a form takes as many. */
export const longestLetter = 20_000;

/** What somebody wrote under an article, or a writer in reply. */
export const letterSchema = z.strictObject({
  id: letterId,
  name: line(100),
  text: z.array(line(longestLetter)).min(1, 'A204').describe('Plain text, one paragraph a string.'),
  language: language.optional(),
  date: date.describe('When it was written.'),
  status: z.enum(['waiting', 'printed', 'refused']),
  printed: date.optional().describe('When it was printed.'),
  replyTo: letterId.optional().describe('The letter that it answers.'),
  author: slug.optional().describe('Where a writer of the publication replies.'),
});

/** What stands where a letter was that had replies. */
export const removedLetterSchema = z.strictObject({ id: letterId, date, status: z.literal('removed') });

export const responsesSchema = z.strictObject({
  ...schemaKey,
  letters: z.array(z.union([letterSchema, removedLetterSchema])),
});

export const glossarySchema = z.strictObject({
  ...schemaKey,
  terms: z.array(
    z.strictObject({
      term: line(100).describe(
        'As it is written in a text; a small first letter may be a capital where a sentence begins.',
      ),
      also: z.array(line(100)).optional().describe('Other written forms of it, such as the plural.'),
      explanation: line(1000).describe('Markdown, one paragraph.'),
      language: language.optional().describe('Of the term and its explanation; only articles in it lead there.'),
    }),
  ),
});

const colour = z
  .string()
  .regex(/^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/, 'A221')
  .describe('A colour as #rgb or #rrggbb.');

const paperOf = (which: string) =>
  z
    .strictObject({
      paper: colour.optional().describe('The ground of the page. A colour as #rgb or #rrggbb.'),
      ink: colour.optional().describe('The text.'),
      accent: colour.optional().describe('What stands out, such as links and what is chosen.'),
      rule: colour.optional().describe('Lines between parts of a page; without it, between paper and ink.'),
    })
    .optional()
    .describe(`Colours of ${which}; what is not given follows from what is.`);

export const fronts = ['newspaper', 'quiet'] as const;

export const themeSchema = z.strictObject({
  ...schemaKey,
  light: paperOf('the light paper'),
  sepia: paperOf('the sepia paper'),
  dark: paperOf('the dark paper'),
  black: paperOf('the black paper'),
  face: z
    .enum(['literata', 'sans', 'legible'])
    .optional()
    .describe(
      'The face of the text: Literata (default), Inter, or Atkinson Hyperlegible Next. Readers may choose another.',
    ),
  measure: z.number().min(28, 'A224').max(44, 'A224').optional().describe('The width of the text, in ems.'),
  front: z.enum(fronts).optional().describe('The front page; "quiet" is one column at the width of the text.'),
});

export type PublicationFile = z.infer<typeof publicationSchema>;
export type MustReadFile = z.infer<typeof mustReadSchema>;
export type FrontFile = z.infer<typeof frontSchema>;
export type AuthorFile = z.infer<typeof authorSchema>;
export type ArticleFile = z.infer<typeof articleSchema>;
export type PageFile = z.infer<typeof pageSchema>;
export type GlossaryFile = z.infer<typeof glossarySchema>;
export type ThemeFile = z.infer<typeof themeSchema>;
export type ResponsesFile = z.infer<typeof responsesSchema>;
export type LetterFile = ResponsesFile['letters'][number];
export type PictureFile = z.infer<typeof picture>;
