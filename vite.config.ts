import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { lazyImports } from './src/press/lazy-imports.ts';
import { leanIdb } from './src/press/lean-idb.ts';
import { leanRouter } from './src/press/lean-router.ts';
import { broadsheet } from './src/press/plugin.ts';

export default defineConfig({
  plugins: [react(), leanRouter(), leanIdb(), lazyImports(), process.env['VITEST'] ? undefined : broadsheet()],
  // Widely available since November 2026 is all that the sheets are written with: light-dark() is not written out in pieces.
  build: {
    target: 'baseline-widely-available',
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5', 'ios17.5'],
  },
  // What the plugin says of a build.
  define: process.env['VITEST'] ? { KEEPS_OFFLINE: 'false', PUBLICATION_FACE: '"literata"' } : {},
  test: {
    restoreMocks: true,
    reporters: ['default', './tests/run-report.ts'],
    // A browser mostly waits: two of them share two cores well.
    maxWorkers: 2,
    // What is not React leaves nothing behind for the next file, so modules are loaded once, not for each of 140 files.
    isolate: false,
    // A busy machine is slow, not wrong.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/engines/**'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          include: ['tests/**/*.test.tsx'],
          testTimeout: 30_000,
          // What is rendered is cleaned away after each test of the file that loads the library, and of no other.
          isolate: true,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/built-site.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          include: ['tests/engines/**/*.test.ts'],
          globalSetup: ['tests/browser/built-site.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
