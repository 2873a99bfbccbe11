/**
 * Broadsheet as a Vite plugin: in dev every page is computed and rendered live; in a build the app is bundled twice
 * (for the browser, and for rendering here), the pages are printed beside it, and only a whole site takes the place
 * of the one before.
 */
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, ResolvedConfig } from 'vite';
import { editionOf, type Edition } from '../publication/catalogue.ts';
import { basePath, dataFolder } from './data-folder.ts';
import { serveDesk } from './dev-server.ts';
import { withInlinedSheet } from './page-html.ts';
import { hostRules } from './hosting/host-rules.ts';
import { printSite, type Render } from './press.ts';
import { inForm } from './problems.ts';
import { staticHost } from './static-host.ts';
import { problemsForBuild, readContent } from './validate.ts';
import { interfaceWords } from './words.ts';

const wordsModule = 'virtual:broadsheet/words';

export function broadsheet(): Plugin {
  let config: ResolvedConfig;
  let folder: string;
  let language = 'en';
  /** Where the site goes, where it is made, and where the code is that renders it. */
  let outDir: string;
  let staging: string;
  let renderer: string;

  return {
    name: 'broadsheet',
    sharedDuringBuild: true,

    config(given, { command, isPreview }) {
      const root = resolve(given.root ?? '.');
      folder = dataFolder(root);
      outDir = resolve(root, given.build?.outDir ?? 'dist');
      staging = `${outDir}.new`;
      renderer = resolve(root, 'node_modules/.cache/broadsheet/renderer');
      const base = given.base ?? (command === 'build' || isPreview ? basePath(folder) : '/');
      if (command === 'serve') return { base, appType: isPreview ? 'mpa' : 'custom' };
      return {
        base,
        build: { assetsInlineLimit: 0 },
        builder: {},
        environments: {
          client: { build: { outDir: staging, emptyOutDir: true } },
          renderer: {
            consumer: 'server',
            build: {
              ssr: true,
              outDir: renderer,
              emptyOutDir: true,
              copyPublicDir: false,
              minify: false,
              rolldownOptions: {
                input: resolve(root, 'src/entry-server.tsx'),
                output: { entryFileNames: 'renderer.mjs' },
              },
            },
          },
        },
      };
    },

    configResolved(resolved) {
      config = resolved;
    },

    resolveId(id) {
      return id === wordsModule ? `\0${wordsModule}` : undefined;
    },

    load(id) {
      if (id !== `\0${wordsModule}`) return undefined;
      return `export { screen } from ${JSON.stringify(interfaceWords(language).module)};`;
    },

    async configureServer(server) {
      return serveDesk(server, folder, (spoken) => {
        language = spoken;
        const known = server.moduleGraph.getModuleById(`\0${wordsModule}`);
        if (known) server.moduleGraph.invalidateModule(known);
      });
    },

    configurePreviewServer(server) {
      server.middlewares.use(staticHost(outDir, config.base, hostRules(outDir)));
    },

    buildApp: {
      order: 'pre',
      async handler(builder) {
        const { edition, unpublished } = await readEdition(folder, config.base, (line) => config.logger.warn(line));
        language = edition.language;
        const client = builder.environments['client'];
        const rendering = builder.environments['renderer'];
        if (!client || !rendering) throw new Error('Vite has no environment to build the site in.');
        await builder.build(rendering);
        await builder.build(client);
        const started = performance.now();
        const { render } = (await import(`${pathToFileURL(join(renderer, 'renderer.mjs')).href}?${Date.now()}`)) as {
          render: Render;
        };
        const { messages } = interfaceWords(edition.language);
        const pages = printSite({
          edition,
          words: messages.screen,
          document: {
            language: edition.language,
            direction: edition.direction,
            html: documentOf(staging, config.base),
          },
          render,
          outDir: staging,
          dataDir: folder,
        });
        deliver(staging, outDir, config);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        config.logger.info(
          `${pages} pages of ${edition.articles.length} articles printed to ${relative(config.root, outDir) || outDir} in ${seconds} s`,
        );
        if (unpublished > 0) config.logger.info(`${unpublished} drafts or articles dated in the future left out`);
      },
    },
  };
}

/** All content, or an error that names what is wrong with it. */
async function readEdition(
  folder: string,
  base: string,
  warn: (line: string) => void,
): Promise<{ edition: Edition; unpublished: number }> {
  const reading = await readContent(folder, { base, now: new Date(), includeUnpublished: false });
  const problems = problemsForBuild(reading.problems);
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const problem of problems) if (problem.severity === 'warning') warn(inForm(problem));
  if (errors.length > 0 || !reading.content) {
    throw new Error(
      `The content has ${errors.length} errors; nothing was built.\n\n${errors.map(inForm).join('\n')}\n`,
    );
  }
  const { press } = interfaceWords(reading.content.publication.language).messages;
  return { edition: editionOf(reading.content, press, base), unpublished: reading.content.unpublished.size };
}

/** The document of the app with its style sheet in it. */
function documentOf(folder: string, base: string): string {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  return withInlinedSheet(html, base, (file) => {
    const path = join(folder, file);
    const sheet = readFileSync(path, 'utf8');
    rmSync(path);
    return sheet;
  });
}

/** The new site takes the place of the old one at once; in a folder that Vite would not empty, files are added to it. */
function deliver(made: string, target: string, { root, build }: ResolvedConfig): void {
  const ours = !relative(root, target).startsWith('..');
  if (!(build.emptyOutDir ?? ours)) {
    cpSync(made, target, { recursive: true });
    rmSync(made, { recursive: true });
    return;
  }
  const old = `${target}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(made, target);
  rmSync(old, { recursive: true, force: true });
}
