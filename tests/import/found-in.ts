/** What a format finds in a file of a folder that is made for a test, and the refusal that ended it, if one did. */
import { join } from 'node:path';
import type { ImportedArticle, Item } from '../../src/import/item.ts';
import { type Format, Refusal } from '../../src/import/format.ts';
import { formatOf } from '../../src/import/formats.ts';
import { InputFile } from '../../src/import/read/source.ts';
import { folderWith } from './import-folder.ts';

export type Reading = {
  kind: Format['name'] | undefined;
  found: Item[];
  refusal: Refusal | undefined;
  /** Files that were read with this one. */
  taken: string[];
};

/** The file is the first of the folder; its kind is told from its bytes, as the importer does. */
export async function reading(files: Readonly<Record<string, string>>): Promise<Reading> {
  const root = folderWith(files);
  const taken = new Set<string>();
  const source = await InputFile.open({ path: join(root, Object.keys(files)[0]!), root, inFolder: true }, taken);
  const format = formatOf(source);
  const read: Reading = { kind: format?.name, found: [], refusal: undefined, taken: [] };
  try {
    for await (const found of format?.read(source) ?? []) read.found.push(found);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    read.refusal = error;
  }
  read.taken = Array.from(taken, (path) => path.slice(root.length + 1)).sort();
  return read;
}

/** The only article in a file. */
export async function articleIn(
  files: Readonly<Record<string, string>>,
): Promise<ImportedArticle & { codes: string[]; told: string }> {
  const { found, refusal } = await reading(files);
  if (refusal) throw refusal;
  const articles = found.filter((one) => one.is === 'article');
  if (articles.length !== 1) throw new Error(`${articles.length} articles in ${JSON.stringify(found)}`);
  const [{ article, notes }] = articles as [(typeof articles)[0]];
  return { ...article, codes: notes.map(({ code }) => code), told: notes.map(({ message }) => message).join('\n') };
}

/** Each found thing in a line: "article The salt road", "left out draft: Notes". */
export const listed = ({ found }: Reading): string[] =>
  found.map((one) => (one.is === 'left-out' ? `left out ${one.of}: ${one.name}` : `${one.is} ${one.name}`));
