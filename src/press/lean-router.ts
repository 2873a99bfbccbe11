/**
 * Lets the bundler leave out the parts of React Router that the app does not use. The package leads everybody to its
 * development files, and names its components in a way that bundlers must take for an effect, so half of it would
 * stay. Where a new version is written otherwise nothing is found, nothing breaks, and `tests/browser/bytes.test.ts`
 * tells.
 */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const madeOnce = /= (React\d*\.(?:forwardRef|memo|createContext)\()/g;
const displayName = /^\s*[\w$]+\.displayName = ".*";$/gm;

export function leanRouter(): Plugin {
  return {
    name: 'broadsheet:lean-router',
    apply: 'build',
    config: ({ root = '.' }) => ({
      resolve: {
        alias: [
          { find: /^react-router$/, replacement: resolve(root, 'node_modules/react-router/dist/production/index.mjs') },
        ],
      },
    }),
    transform: {
      filter: { id: /react-router[\\/]dist[\\/]production[\\/]/ },
      handler: (code) => code.replace(displayName, '').replace(madeOnce, '= /*#__PURE__*/ $1'),
    },
  };
}
