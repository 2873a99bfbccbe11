/** Builds the shipped content once for all browser tests, in a folder of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    shippedSite: string;
  }
}

export default function buildShippedSite({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  build(join(folder, 'site'));
  provide('shippedSite', join(folder, 'site'));
  return () => rmSync(folder, { recursive: true, force: true });
}

/** `npm run build` into a folder, with the content of another if one is named. */
export function build(
  outDir: string,
  options: { data?: string; arguments?: string[]; env?: Record<string, string> } = {},
): string {
  const { BROADSHEET_DATA: _, NODE_ENV: __, VITEST: ___, ...env } = process.env;
  return execFileSync(
    process.execPath,
    ['src/press/run.mjs', 'src/desk/build.ts', '--outDir', outDir, '--emptyOutDir', ...(options.arguments ?? [])],
    {
      env: { ...env, ...options.env, ...(options.data && { BROADSHEET_DATA: options.data }) },
      encoding: 'utf8',
      stdio: 'pipe',
    },
  );
}
