/** The steps of a build around Vite's own: the content is read before, the site is printed and delivered after. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Logger } from 'vite';
import { responsesTo } from '../publication/article-page.ts';
import { editionOf, type Edition } from '../publication/edition.ts';
import { frameOf } from '../publication/frame.ts';
import type { Page } from '../publication/page.ts';
import type { Directory } from '../publication/search/index-files.ts';
import { hashesOf } from './hosting/policy.ts';
import { nextBuildFile } from './hosting/upload.ts';
import { documentOf, withInlinedSheet, withoutSpaces, withPolicy } from './page-html.ts';
import { deleteUnused } from './cache/delete-unused.ts';
import { cacheFolder, cacheOf } from './cache/cache-folder.ts';
import { hashOf, writeManifest, readManifest, Outputs } from './cache/outputs.ts';
import { leanSheet } from './lean-sheet.ts';
import { printPages, type Render } from './press.ts';
import { inForm } from './content/problems.ts';
import { progress, type Progress } from './progress.ts';
import { printPictures } from './pictures/print-pictures.ts';
import type { Survey } from './pictures/survey.ts';
import { surveyOf } from './pictures/survey-of.ts';
import { iconFile } from './share/icons.ts';
import { printSiteFiles } from './site-files.ts';
import { writeSectionLists } from './offline/section-lists.ts';
import { shellFiles, workerFile } from './offline/shell-files.ts';
import { specimenFailures, specimenPages } from './specimen.ts';
import { openParseCache, type ParseCacheFile } from './cache/parse-cache-file.ts';
import { readTable, writeTable } from './cache/index-cache.ts';
import { makeSearchIndex } from './search/search-index.ts';
import { problemsForBuild, readContent } from './content/validate.ts';
import { themeOf } from './theme/theme.ts';
import { interfaceWords } from '../words/interface-words.ts';

export type BuildPaths = {
  root: string;
  /** The content. */
  folder: string;
  base: string;
  /** Where the site goes, and beside it where its new files are made. */
  outDir: string;
  staging: string;
  /** Whether devices may keep it, to be read without a line. */
  isKept: boolean;
  /** Of the code that reads and prints; the cache of other code is not used. */
  fingerprint: string;
};

/** An edition whose texts are in a file until it is closed, what is known of its pictures, and when the next is due. */
export type Opened = { edition: Edition; nextDue: string | undefined; survey: Survey; close: () => void };

/** What is wrong with the content, so that nothing can be built of it. */
class ContentFault extends Error {
  override readonly name = 'ContentFault';
}

/** All content that is to be published; a `ContentFault` where it has errors. */
export async function readEdition(paths: BuildPaths, logger: Logger): Promise<Opened> {
  const { root, folder, base, fingerprint } = paths;
  const pictures = await surveyOf(root, folder);
  const parsed = openParseCache(cacheOf(root, 'parsed', folder, base), fingerprint);
  try {
    return { ...(await readWith(parsed, pictures, paths, logger)), survey: pictures, close: parsed.close };
  } catch (error) {
    parsed.close();
    throw error;
  }
}

async function readWith(
  { cache, save }: ParseCacheFile,
  pictures: Survey,
  { folder, base }: BuildPaths,
  logger: Logger,
): Promise<Pick<Opened, 'edition' | 'nextDue'>> {
  let line: Progress | undefined;
  const watch = (files: number) => {
    line = progress('Reading', files, 'files');
    return line.step;
  };
  const reading = await readContent(folder, {
    base,
    now: new Date(),
    includeUnpublished: false,
    cache,
    watch,
    survey: pictures,
  });
  line?.end();
  save();
  const problems = problemsForBuild(reading.problems);
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const problem of problems) if (problem.severity === 'warning') logger.warn(inForm(problem));
  if (errors.length > 0 || !reading.content) {
    throw new ContentFault(
      `The content has ${errors.length} errors; nothing was built.\n\n${errors.map(inForm).join('\n')}\n`,
    );
  }
  const { press } = interfaceWords(reading.content.publication.language).words;
  const shareImages = process.env['BROADSHEET_SHARE_IMAGES'] !== 'off';
  const edition = { ...editionOf(reading.content, press, base), shareImages };
  return { edition, nextDue: reading.nextDue };
}

/** Prints what is new of the site beside the one before, then moves it in. `bundles`: where those of the app are. */
export async function printSite(
  { edition: content, nextDue, survey: pictures }: Omit<Opened, 'close'>,
  paths: BuildPaths,
  bundles: string,
  emptyOutDir: boolean,
  logger: Logger,
): Promise<void> {
  const { root, folder, base, outDir, staging, fingerprint } = paths;
  const started = performance.now();
  // Of a build that broke off.
  rmSync(staging, { recursive: true, force: true });
  const renderer = join(bundles, 'renderer/renderer.mjs');
  const { render } = (await import(pathToFileURL(renderer).href)) as { render: Render };
  const edition = { ...content, searchIndex: () => directory };
  const words = interfaceWords(edition.language).words.screen;
  const client = join(bundles, 'client');
  const { whole, lean, sheet, isEnoughFor } = documentsOf(
    client,
    base,
    edition,
    (page) => render('/', page, words).html,
  );
  const hashes = hashesOf(whole + lean);
  const manifest = cacheOf(root, 'manifest', folder, base, outDir);
  const outputs = new Outputs({
    edition,
    outDir,
    staging,
    before: readManifest(manifest),
    fingerprint: hashOf(fingerprint, whole, lean, readFileSync(renderer, 'utf8')),
  });
  // The front page takes the place of the document, what of the sheet is not in it that of the sheet; the icon is made.
  const bundled = outputs.putAll(client, ['index.html', sheet.file, iconFile]);
  outputs.put(sheet.file, sheet.text);
  outputs.put('version.json', JSON.stringify({ code: entryOf(whole) }));
  if (nextDue !== undefined) outputs.put(nextBuildFile, `${nextDue}\n`);
  const indexing = performance.now();
  const directory = searchIndexOf(outputs, cacheOf(root, 'words', folder, base, outDir));
  logger.info(`search index made in ${((performance.now() - indexing) / 1000).toFixed(1)} s`);
  const { face } = themeOf(edition.content.look.theme);
  const documentWith = (html: string) => documentOf(withPolicy(html, hashesOf(html)), edition, face);
  const [wholeDocument, leanDocument] = [documentWith(whole), documentWith(lean)];
  const cacheDir = cacheFolder(root);
  const say = (line: string) => logger.info(line);
  const pictureSizes = await printPictures({
    outputs,
    dataDir: folder,
    cacheDir: join(cacheDir, 'pictures'),
    survey: pictures,
    say,
  });
  const { pages, unchanged } = printPages({
    outputs,
    words,
    documentFor: (html) => (isEnoughFor(html) ? leanDocument : wholeDocument),
    render,
  });
  const worker = readFileSync(join(bundles, 'worker/worker.js'), 'utf8');
  if (paths.isKept) {
    const making = { edition, words, render, document: wholeDocument, bundled: [...bundled, sheet.file], worker };
    for (const { file, text } of shellFiles(making)) outputs.put(file, text);
    writeSectionLists(outputs, pictureSizes);
  } else outputs.put(workerFile, worker);
  const beside = await printSiteFiles({
    edition,
    outputs,
    hashes,
    cacheDir,
    icon: resolve(root, 'public/icon.svg'),
    say,
  });
  outputs.deliver(emptyOutDir ? 'go' : 'stay');
  writeManifest(manifest, outputs.manifest);
  deleteUnused(cacheDir);
  for (const { file, text } of beside) {
    const path = join(dirname(outDir), 'hosting', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode: file.endsWith('.cgi') ? 0o755 : 0o644 });
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const where = relative(root, outDir) || outDir;
  const again = unchanged > 0 ? `, ${unchanged} of them unchanged` : '';
  logger.info(`${pages} pages${again} of ${edition.articles.length} articles printed to ${where} in ${seconds} s`);
  const left = edition.content.unpublished.size;
  if (left > 0) logger.info(`${left} drafts or articles dated in the future left out`);
  if (nextDue !== undefined) logger.info(`next: ${nextDue}`);
  const { all, new: made } = outputs.files;
  logger.info(`${made.toLocaleString('en')} of ${all.toLocaleString('en')} files are new`);
}

/** The document of the app with the sheet in it, whole and lean; where it is lean, the whole one is a file beside it. */
function documentsOf(client: string, base: string, edition: Edition, renderPage: (page: Page) => string) {
  const document = withoutSpaces(readFileSync(join(client, 'index.html'), 'utf8'));
  const { html, file, sheet } = withInlinedSheet(document, base, (name) => readFileSync(join(client, name), 'utf8'));
  const specimen = specimenPages(frameOf(edition), responsesTo(edition, 'a'), edition.content.letters.size > 0).map(
    renderPage,
  );
  const root = `<html lang="${edition.language}" dir="${edition.direction}"><body>`;
  const { lean, whole, isEnoughFor } = leanSheet(sheet, [root, ...specimen, specimenFailures].join(''));
  return {
    whole: html,
    lean: html.replace(/<style>[^]*?<\/style>/, () => `<style data-whole="${base}${file}">${lean}</style>`),
    sheet: { file, text: whole },
    isEnoughFor,
  };
}

/** The name of the script that starts the app: another with every change of the code. */
const entryOf = (html: string): string | undefined => /<script type="module"[^>]* src="[^"]*?([^/"]+)"/.exec(html)?.[1];

/** Puts the index into the site. What it is made of is large, and is let go here. */
function searchIndexOf(outputs: Outputs, words: string): Directory {
  const { facts } = outputs.manifest;
  const table = readTable(words, facts);
  const directory = makeSearchIndex(
    outputs.edition,
    {
      take: (file, text) => outputs.put(file, text),
      passages: (slug, files, make) =>
        outputs.write(`search/${slug}`, files, () => {
          // The passages may be cut already: the text is asked for where it is noted.
          outputs.edition.content.text(`articles/${slug}`);
          return { contents: make };
        }),
    },
    table,
  );
  writeTable(words, facts, table);
  return directory;
}
