/**
 * Leaves out of the bundles how idb walks through a store by `for await`: nobody here does, and the package keeps it for
 * everybody. Where a new version is written otherwise nothing is found, nothing breaks, and `tests/browser/bytes.test.ts`
 * tells.
 */
import type { Plugin } from 'vite';

const iterators = /^const advanceMethodProps = [^]*(?=^export \{)/m;

export function leanIdb(): Plugin {
  return {
    name: 'broadsheet:lean-idb',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]idb[\\/]build[\\/]index\.js$/ },
      handler: (code) => code.replace(iterators, ''),
    },
  };
}
