/**
 * The JSON Schemas in `public/schemas/`, by which an editor's program completes and checks content files. Made from the
 * definitions that the validator uses; `node src/press/run.mjs src/press/schemas.ts` writes them again.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { exitCodes } from './content/problems.ts';
import { type FileKind, schemas } from './content/shapes.ts';

const published: readonly { kind: FileKind; name: string; title: string }[] = [
  { kind: 'publication', name: 'publication', title: 'The publication' },
  { kind: 'front', name: 'front', title: 'The front page, block by block' },
  { kind: 'must-read', name: 'must-read', title: 'The Must Read entries, in order' },
  { kind: 'glossary', name: 'glossary', title: 'The terms that articles use, each explained' },
  { kind: 'theme', name: 'theme', title: 'The colours of the papers, and the width of the text' },
  { kind: 'authors', name: 'author', title: 'An author' },
  { kind: 'articles', name: 'article', title: 'An article' },
  { kind: 'pages', name: 'page', title: "One of the publication's own pages" },
  { kind: 'responses', name: 'responses', title: 'Letters to the editors under an article' },
];

/** Text of every schema file, by its name. Draft 7 is what editors know best. */
export function schemaFiles(): Map<string, string> {
  return new Map(
    published.map(({ kind, name, title }) => {
      const { $schema, ...rules } = z.toJSONSchema(schemas[kind], { target: 'draft-7', io: 'input' });
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rules }, undefined, 2)}\n`];
    }),
  );
}

/** Writes them. */
export function main(): number {
  const folder = join(process.cwd(), 'public/schemas');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of schemaFiles()) writeFileSync(join(folder, name), text);
  return exitCodes.fine;
}
