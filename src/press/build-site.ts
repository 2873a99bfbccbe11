/** The steps of a build around Vite's own: the content is read before, the site is printed and delivered after. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Logger } from 'vite';
import { editionOf, type Edition } from '../publication/edition.ts';
import { frameOf } from '../publication/frame.ts';
import type { Page } from '../publication/page.ts';
import { hashesOf } from './hosting/policy.ts';
import { type Document, documentOf, withInlinedSheet, withoutSpaces, withPolicy } from './page-html.ts';
import { deleteUnused } from './cache/delete-unused.ts';
import { hashOf, writeManifest, readManifest, Outputs } from './cache/outputs.ts';
import { leanSheet } from './lean-sheet.ts';
import { printPages, type Render } from './press.ts';
import { inForm } from './content/problems.ts';
import { progress, type Progress } from './progress.ts';
import { printSiteFiles } from './site-files.ts';
import { specimenFailures, specimenPages } from './specimen.ts';
import { openParseCache, type ParseCacheFile } from './cache/parse-cache-file.ts';
import { makeSearchIndex } from './search/search-index.ts';
import { problemsForBuild, readContent } from './content/validate.ts';
import { interfaceWords } from '../words/interface-words.ts';

export type BuildPaths = {
  root: string;
  /** The content. */
  folder: string;
  base: string;
  /** Where the site goes, and beside it where it is made. */
  outDir: string;
  staging: string;
  /** Where the code is that renders pages. */
  renderer: string;
  /** Of the code that reads and prints; the cache of other code is not used. */
  fingerprint: string;
};

/** The cache, which one build leaves for the next; it may be deleted at any time. */
export const cacheFolder = (root: string): string => resolve(root, 'node_modules/.cache/broadsheet');

/** A file of the cache, one for each content and place. */
const cacheOf = (root: string, name: string, ...of: string[]): string =>
  join(
    cacheFolder(root),
    `${name}-${hashOf(...of)
      .replaceAll(/\W/g, '')
      .slice(0, 12)}`,
  );

/** An edition whose texts are in a file until it is closed. */
export type Opened = { edition: Edition; close: () => void };

/** All content that is to be published, or an error that names what is wrong with it. */
export async function readEdition(paths: BuildPaths, logger: Logger): Promise<Opened> {
  const { root, folder, base, fingerprint } = paths;
  const parsed = openParseCache(cacheOf(root, 'parsed', folder, base), fingerprint);
  try {
    return { edition: await readWith(parsed, paths, logger), close: parsed.close };
  } catch (error) {
    parsed.close();
    throw error;
  }
}

async function readWith(
  { cache, save }: ParseCacheFile,
  { folder, base }: BuildPaths,
  logger: Logger,
): Promise<Edition> {
  let line: Progress | undefined;
  const watch = (files: number) => {
    line = progress('Reading', files, 'files');
    return line.step;
  };
  const reading = await readContent(folder, { base, now: new Date(), includeUnpublished: false, cache, watch });
  line?.end();
  save();
  const problems = problemsForBuild(reading.problems);
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const problem of problems) if (problem.severity === 'warning') logger.warn(inForm(problem));
  if (errors.length > 0 || !reading.content) {
    throw new Error(
      `The content has ${errors.length} errors; nothing was built.\n\n${errors.map(inForm).join('\n')}\n`,
    );
  }
  const { press } = interfaceWords(reading.content.publication.language).words;
  const shareImages = process.env['BROADSHEET_SHARE_IMAGES'] !== 'off';
  return { ...editionOf(reading.content, press, base), shareImages };
}

/** Prints the site beside the one before, then puts it in its place. */
export async function printSite(
  content: Edition,
  paths: BuildPaths,
  emptyOutDir: boolean,
  logger: Logger,
): Promise<void> {
  const { root, folder, base, outDir, staging, renderer, fingerprint } = paths;
  const started = performance.now();
  const { render } = (await import(pathToFileURL(join(renderer, 'renderer.mjs')).href)) as { render: Render };
  const edition = { ...content, searchIndex: () => directory };
  const words = interfaceWords(edition.language).words.screen;
  const { whole, lean, isEnoughFor } = documentsOf(paths, edition, (page) => render('/', page, words).html);
  const hashes = hashesOf(whole + lean);
  const manifest = cacheOf(root, 'manifest', folder, base, outDir);
  const outputs = new Outputs({
    edition,
    outDir: staging,
    // Files that are copied onto those of the site before cannot be the same files.
    before: emptyOutDir ? { outDir, manifest: readManifest(manifest) } : undefined,
    fingerprint: hashOf(fingerprint, whole, lean, readFileSync(join(renderer, 'renderer.mjs'), 'utf8')),
  });
  outputs.takeIn();
  const indexing = performance.now();
  const directory = makeSearchIndex(content, (file, text) => outputs.put(file, text));
  logger.info(`search index made in ${((performance.now() - indexing) / 1000).toFixed(1)} s`);
  const [wholeDocument, leanDocument] = [whole, lean].map((html) =>
    documentOf(withPolicy(html, hashesOf(html)), edition),
  ) as [Document, Document];
  const { pages, unchanged } = printPages({
    outputs,
    words,
    documentFor: (html) => (isEnoughFor(html) ? leanDocument : wholeDocument),
    render,
  });
  const beside = await printSiteFiles({
    edition,
    outputs,
    hashes,
    outDir: staging,
    dataDir: folder,
    cacheDir: cacheFolder(root),
    icon: resolve(root, 'public/icon.svg'),
    say: (line) => logger.info(line),
  });
  deliver(staging, outDir, emptyOutDir);
  writeManifest(manifest, outputs.manifest);
  deleteUnused(cacheFolder(root));
  for (const { file, text } of beside) {
    const path = join(dirname(outDir), 'hosting', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const where = relative(root, outDir) || outDir;
  const again = unchanged > 0 ? `, ${unchanged} of them unchanged` : '';
  logger.info(`${pages} pages${again} of ${edition.articles.length} articles printed to ${where} in ${seconds} s`);
  const left = edition.content.unpublished.size;
  if (left > 0) logger.info(`${left} drafts or articles dated in the future left out`);
  const { all, new: made } = outputs.files;
  logger.info(`${made.toLocaleString('en')} of ${all.toLocaleString('en')} files are new`);
}

/** The document of the app with the sheet in it, whole and lean; where it is lean, the whole one is a file beside it. */
function documentsOf({ staging, base }: BuildPaths, edition: Edition, renderPage: (page: Page) => string) {
  const document = join(staging, 'index.html');
  const html = withoutSpaces(readFileSync(document, 'utf8'));
  // The front page takes its place.
  rmSync(document);
  const inlined = withInlinedSheet(html, base, (file) => readFileSync(join(staging, file), 'utf8'));
  const specimen = specimenPages(frameOf(edition)).map(renderPage);
  const root = `<html lang="${edition.language}" dir="${edition.direction}"><body>`;
  const { lean, whole, isEnoughFor } = leanSheet(inlined.sheet, [root, ...specimen, specimenFailures].join(''));
  writeFileSync(join(staging, inlined.file), whole);
  return {
    whole: inlined.html,
    lean: inlined.html.replace(
      /<style>[^]*?<\/style>/,
      () => `<style data-whole="${base}${inlined.file}">${lean}</style>`,
    ),
    isEnoughFor,
  };
}

/** The new site takes the place of the old one at once; in a folder that is not to be emptied, files are added to it. */
function deliver(made: string, target: string, emptyOutDir: boolean): void {
  if (!emptyOutDir) {
    cpSync(made, target, { recursive: true });
    return;
  }
  const old = `${target}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(made, target);
  rmSync(old, { recursive: true, force: true });
}
