import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { broadsheet } from './src/build/plugin.ts';

export default defineConfig(({ command }) => ({
  plugins: [react(), process.env['VITEST'] ? undefined : broadsheet()],
  build: { target: 'baseline-widely-available' },
  // The package offers its production files under no name of their own; the default ones carry warnings for developers.
  ...(command === 'build' && {
    resolve: {
      alias: [{ find: /^react-router$/, replacement: resolve('node_modules/react-router/dist/production/index.mjs') }],
    },
  }),
  test: {
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          testTimeout: 30_000,
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
    ],
  },
}));
