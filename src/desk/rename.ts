/**
 * `npm run rename`: gives an article another address. Its file is called by the new slug, the old one becomes an alias
 * that leads there, and all that names the article or links to it names it by the new one: one change or none.
 */
import { posix, relative } from 'node:path';
import type { Edit } from 'jsonc-parser';
import { articleAddress } from '../publication/addresses.ts';
import { nearest } from '../publication/nearest.ts';
import { dataOption, npmCommand, Refusal, slugTyped } from '../press/command-line.ts';
import { dataFolder } from '../press/data-folder.ts';
import { edited, editsFor } from '../press/content/json-text.ts';
import { didYouMean, type Path, quoted } from '../press/content/problems.ts';
import { type ContentFile, listed } from '../press/content/read-folder.ts';
import type { FileKind } from '../press/content/shapes.ts';
import type { Staging } from '../press/content/staging.ts';
import { listAt, valueAt } from '../press/content/values.ts';
import { changed, inDevServer, jsonIn, refuseErrors } from './change.ts';

export const renameCommand = () =>
  npmCommand('rename', 'Gives an article another address; the old one leads there, and what names it follows.')
    .argument('<old-slug>', 'the name of its file, without .json')
    .argument('<new-slug>', 'the name it will have', slugTyped)
    .addOption(dataOption())
    .acts(rename);

/** Runs the command and answers its exit code. */
export const main = (argv: string[]): Promise<number> => renameCommand().answer(argv);

function rename({ data }: { data?: string }, from: string, to: string): Promise<number> {
  const folder = data ?? dataFolder(process.cwd());
  return changed(folder, (staging) => {
    const { files } = listed(folder);
    const pathOf = ({ path }: ContentFile) => relative(folder, path).replaceAll('\\', '/');
    const article = articleIn(files, from, to);
    // What readers wrote stays as they wrote it.
    const ours = files.filter(({ kind }) => kind !== 'responses');
    const mended = ours.filter((file) => putMended(staging, file, pathOf(file), from, to));
    const old = pathOf(article);
    const path = posix.join(posix.dirname(old), `${to}.json`);
    const { text, value } = jsonIn(staging, old);
    const aliases = new Set([...listAt(value, 'aliases').filter((alias) => alias !== to), from]);
    staging.put(path, edited(text, editsFor(text, ['aliases'], [...aliases])));
    staging.remove(old);
    const letters = `responses/${from}.json`;
    if (staging.has(letters)) {
      staging.put(`responses/${to}.json`, staging.read(letters));
      staging.remove(letters);
    }
    refuseErrors(staging);
    return [
      `${old} is ${path} now.`,
      `${inDevServer(articleAddress(to))}, and ${articleAddress(from)} leads there.`,
      ...mended.filter((file) => file !== article).map((file) => `Mended: ${pathOf(file)}`),
    ];
  });
}

function articleIn(files: readonly ContentFile[], from: string, to: string): ContentFile {
  const articles = files.filter(({ kind }) => kind === 'articles');
  const [article, other] = articles.filter(({ slug }) => slug === from);
  if (!article) {
    const near = nearest(
      from,
      articles.map(({ slug }) => slug),
      2,
    );
    throw new Refusal(`There is no article ${quoted(from)}.${didYouMean(near)}`);
  }
  if (other) throw new Refusal(`${article.shown} and ${other.shown} have the same name. Give one another by hand.`);
  const there = articles.find(({ slug }) => slug === to);
  if (there) throw new Refusal(from === to ? 'Both slugs are the same.' : `${there.shown} is there already.`);
  return article;
}

/** Puts the file with all that names the article mended; answers whether anything did. */
function putMended(staging: Staging, { kind }: ContentFile, path: string, from: string, to: string): boolean {
  if (!staging.read(path).includes(from)) return false;
  const { text, value } = jsonIn(staging, path, ', and may name the article');
  const edits: Edit[] = [];
  for (const place of namesOf(kind, value)) {
    if (valueAt(value, place) === from) edits.push(...editsFor(text, place, to));
  }
  for (const [place, string] of stringsIn(value)) {
    const linked = withLink(string, articleAddress(from), articleAddress(to));
    if (linked !== string) edits.push(...editsFor(text, place, linked));
  }
  if (edits.length > 0) staging.put(path, edited(text, edits));
  return edits.length > 0;
}

/** Where a file of the kind names an article by its slug. */
function namesOf(kind: FileKind, value: unknown): Path[] {
  if (kind === 'publication') return [['lead']];
  if (kind === 'articles') return [['translationOf']];
  if (kind === 'front') return listAt(value, 'blocks').map((_, index) => ['blocks', index, 'lead']);
  return kind === 'must-read' ? listAt(value, 'entries').map((_, index) => ['entries', index, 'article']) : [];
}

function* stringsIn(value: unknown, path: Path = []): Generator<[Path, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield* stringsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  }
}

/** A text with its links to an address leading to another; an address may also be the whole of it. */
function withLink(text: string, from: string, to: string): string {
  if (text.startsWith(from)) return to + text.slice(from.length);
  return text.replaceAll(
    new RegExp(`(\\]\\(<?|\\]:\\s*<?)${from}(?=[#?)>\\s]|$)`, 'g'),
    (_, before: string) => before + to,
  );
}
