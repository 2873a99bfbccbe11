/**
 * Makes every `import()` of the browser's script one that can fail and be asked for again: around it stands our own
 * `bring` (`lazy-files.ts`) in the place of Vite's preloading, which asks for nothing a second time. It is told all
 * files of the part, the part itself among them. A version of Vite that does it otherwise stops the build.
 */
import type { Plugin } from 'vite';

const helper = '\0vite/preload-helper.js';

export function lazyImports(): Plugin {
  let isReplaced = false;
  return {
    name: 'broadsheet:lazy-imports',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      build: {
        modulePreload: {
          polyfill: false,
          resolveDependencies: (file, needed, { hostType }) =>
            hostType === 'js' ? [...new Set([file, ...needed])] : needed,
        },
      },
    }),
    load(id) {
      if (id !== helper) return undefined;
      isReplaced = true;
      return `export { bring as __vitePreload } from '/src/lazy-files.ts';`;
    },
    generateBundle() {
      if (this.environment.name === 'client' && !isReplaced)
        this.error('Vite no longer loads lazy parts by its helper.');
    },
  };
}
