/**
 * Broadsheet as a Vite plugin: in dev every page is computed and rendered live; in a build the app is bundled thrice
 * (for the browser, for its worker, and for rendering here) unless that is done already, the pages are printed, and
 * nothing of the site is touched until all of it is made.
 */
import { rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Plugin, ResolvedConfig } from 'vite';
import type { Edition } from '../publication/edition.ts';
import { bundlesOf, bundlingFolder, keyOfBundles } from './cache/bundles.ts';
import { cacheFolder } from './cache/cache-folder.ts';
import { printSite, readEdition, type BuildPaths } from './build-site.ts';
import { fingerprintOfCode } from './cache/parse-cache-file.ts';
import { basePath, dataFolder } from './data-folder.ts';
import { serveLiveContent } from './dev-server.ts';
import { facesInSheet } from './faces/faces-in-sheet.ts';
import { pageFaces } from './faces/page-faces.ts';
import { leaveOutUnusedFaces } from './faces/unused-faces.ts';
import { afterFirstFrame } from './first-frame.ts';
import { forgetInlinedSheet } from './inlined-sheet.ts';
import { hostRules } from './hosting/host-rules.ts';
import { staticHost } from './static-host.ts';
import { lookOf, shippedLook } from './theme/look.ts';
import { lookInSheets, type LookOfSheets, withTheme } from './theme/theme-in-sheets.ts';
import { interfaceWords } from '../words/interface-words.ts';

const wordsModule = 'virtual:broadsheet/words';

export function broadsheet(): Plugin[] {
  let config: ResolvedConfig;
  let paths: BuildPaths;
  let language = 'en';
  let look: LookOfSheets = shippedLook;
  let edition: Edition | undefined;
  let faces: Promise<ReadonlyMap<string, string>> | undefined;

  const facesOfSheet = facesInSheet(() => (faces ??= pageFaces(cacheFolder(paths.root), look.theme.face, edition)));
  const site: Plugin = {
    name: 'broadsheet',
    sharedDuringBuild: true,

    config(given, { command, isPreview }) {
      const root = resolve(given.root ?? '.');
      const folder = dataFolder(root);
      const base = given.base ?? (command === 'build' || isPreview ? basePath(folder) : '/');
      const outDir = resolve(root, given.build?.outDir ?? 'dist');
      const staging = `${outDir}.new`;
      const bundling = bundlingFolder(cacheFolder(root));
      const isKept = process.env['BROADSHEET_OFFLINE'] !== 'off';
      paths = { root, folder, base, outDir, staging, isKept, fingerprint: '' };
      const css = { postcss: { plugins: [lookInSheets(() => look)] } };
      const define = { KEEPS_OFFLINE: String(isKept && command === 'build') };
      if (command === 'serve') return { base, define, css, appType: isPreview ? 'mpa' : 'custom' };
      return {
        base,
        define,
        css,
        build: { assetsInlineLimit: 0 },
        // One configuration for all three: the sheets of each ask the same look.
        builder: { sharedConfigBuild: true },
        environments: {
          client: {
            build: {
              outDir: join(bundling, 'client'),
              emptyOutDir: true,
              rolldownOptions: { output: { banner: ({ isEntry }) => (isEntry ? afterFirstFrame : '') } },
            },
          },
          worker: {
            consumer: 'client',
            build: {
              outDir: join(bundling, 'worker'),
              emptyOutDir: true,
              copyPublicDir: false,
              rolldownOptions: {
                input: resolve(root, isKept ? 'src/offline/worker.ts' : 'src/offline/worker-gone.ts'),
                output: { entryFileNames: 'worker.js', format: 'iife' },
              },
            },
          },
          renderer: {
            consumer: 'server',
            build: {
              ssr: true,
              outDir: join(bundling, 'renderer'),
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
      // As Vite resolves it: always with a slash before and after.
      paths.base = resolved.base;
    },

    resolveId(id) {
      return id === wordsModule ? `\0${wordsModule}` : undefined;
    },

    load(id) {
      if (id !== `\0${wordsModule}`) return undefined;
      return `export { screen } from ${JSON.stringify(interfaceWords(language).module)};`;
    },

    async configureServer(server) {
      return serveLiveContent(server, paths.folder, (read) => {
        language = read.language;
        look = lookOf(read.content.look, cacheFolder(paths.root));
        faces = undefined;
        server.moduleGraph.invalidateAll();
      });
    },

    configurePreviewServer(server) {
      // Read for each request: a build that is made meanwhile brings rules of its own.
      server.middlewares.use((request, response) =>
        staticHost(paths.outDir, paths.base, hostRules(paths.outDir))(request, response),
      );
    },

    transform: {
      filter: { code: 'PUBLICATION_FACE' },
      handler: (code) => code.replaceAll('PUBLICATION_FACE', JSON.stringify(look.theme.face)),
    },

    transformIndexHtml: { order: 'pre', handler: (html) => withTheme(html, look.theme) },

    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        if (this.environment.name !== 'client') return;
        forgetInlinedSheet(bundle);
        leaveOutUnusedFaces(bundle);
      },
    },

    buildApp: {
      order: 'pre',
      async handler(builder) {
        const { client, worker, renderer } = builder.environments;
        if (!client || !worker || !renderer) throw new Error('Vite has no environment to build the site in.');
        // Collects garbage sooner: by default the heap grows to several times of what is in use.
        setFlagsFromString('--heap-growing-percent=40');
        paths.fingerprint = fingerprintOfCode(paths.root);
        const opened = await readEdition(paths, config.logger);
        edition = opened.edition;
        language = edition.language;
        look = lookOf(edition.content.look, cacheFolder(paths.root));
        const isOurs = !relative(paths.root, paths.outDir).startsWith('..');
        try {
          faces = pageFaces(cacheFolder(paths.root), look.theme.face, edition);
          const key = keyOfBundles(config, [language, look, ...(await faces)]);
          const bundles = await bundlesOf(cacheFolder(paths.root), key, async () => {
            await builder.build(renderer);
            await builder.build(client);
            await builder.build(worker);
          });
          // Or Vite would bundle both where nobody has.
          for (const environment of [client, worker, renderer]) environment.isBuilt = true;
          await printSite(opened, paths, bundles, config.build.emptyOutDir ?? isOurs, config.logger);
        } finally {
          opened.close();
          rmSync(paths.staging, { recursive: true, force: true });
        }
      },
    },
  };
  return [facesOfSheet, site];
}
