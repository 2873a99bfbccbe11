/** The kinds of content file: where each lives, its schema, and what its keys are. */
import { z } from 'zod';
import {
  articleSchema,
  authorSchema,
  blockSchemas,
  briefSchema,
  frontSchema,
  glossarySchema,
  letterSchema,
  mustReadSchema,
  pageSchema,
  pickSchema,
  publicationSchema,
  removedLetterSchema,
  responsesSchema,
  themeSchema,
} from '../../publication/schema.ts';
import { nearest } from '../../publication/nearest.ts';
import type { Path } from './problems.ts';
import { valueAt } from './values.ts';

export type FileKind =
  | 'publication'
  | 'front'
  | 'must-read'
  | 'glossary'
  | 'theme'
  | 'authors'
  | 'articles'
  | 'pages'
  | 'responses';

export const schemas = {
  publication: publicationSchema,
  front: frontSchema,
  'must-read': mustReadSchema,
  glossary: glossarySchema,
  theme: themeSchema,
  authors: authorSchema,
  articles: articleSchema,
  pages: pageSchema,
  responses: responsesSchema,
} as const satisfies Record<FileKind, z.ZodType>;

/** A file of any kind that its schema accepts. */
export type RightFile = z.infer<(typeof schemas)[FileKind]>;

/** The keys an object at `path` may have; none where the schema has no object. */
export function shapeAt(schema: z.core.$ZodType, path: Path): string[] {
  let inner = unwrapped(schema);
  for (const key of path) {
    if (inner instanceof z.ZodArray) inner = unwrapped(inner.element);
    else if (inner instanceof z.ZodObject) {
      const member: z.core.$ZodType = inner.shape[key];
      inner = unwrapped(member);
    }
  }
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

const unwrapped = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;

/** The shape a Must Read entry was meant to have, by whether it names an article. */
export const entrySchema = (entry: unknown): z.ZodType =>
  typeof entry === 'object' && entry !== null && !Array.isArray(entry) && 'article' in entry ? pickSchema : briefSchema;

/** The shape a letter was meant to have. */
export const letterShape = (letter: unknown): z.ZodType =>
  valueAt(letter, ['status']) === 'removed' ? removedLetterSchema : letterSchema;

/** The shape a block of the front page was meant to have, by a key that tells it or comes near one that does. */
export function blockSchema(block: unknown): z.ZodType | undefined {
  if (typeof block !== 'object' || block === null || Array.isArray(block)) return blockSchemas.lead;
  const kinds = Object.keys(blockSchemas) as (keyof typeof blockSchemas)[];
  const keys = Object.keys(block);
  const kind = kinds.find((known) => keys.includes(known)) ?? keys.flatMap((key) => nearest(key, kinds, 1))[0];
  return blockSchemas[kind as keyof typeof blockSchemas];
}

/** The slug a name would have: "Café Society!" is "cafe-society". Empty when no letter a-z or digit is in it. */
export const slugFrom = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 96)
    .replace(/-$/, '');
