/**
 * The app as Vite bundles it: for the browser, for its worker and for rendering here. All are kept under a key of what
 * they are made from, and a build with the same key bundles nothing. What is kept is whole: it is made beside and renamed.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { ResolvedConfig } from 'vite';

/** Where the bundles are made, before they have their key. */
export const bundlingFolder = (cacheDir: string): string => join(cacheDir, `bundling-${process.pid}`);

/** The folder of the bundles with this key, `client/`, `worker/` and `renderer/` in it; `make` makes them in `bundlingFolder`. */
export async function bundlesOf(cacheDir: string, key: string, make: () => Promise<void>): Promise<string> {
  const folder = join(cacheDir, `bundles-${key}`);
  if (existsSync(folder)) {
    // Not to be deleted as unused.
    utimesSync(folder, new Date(), new Date());
    return folder;
  }
  const making = bundlingFolder(cacheDir);
  try {
    await make();
    renameSync(making, folder);
  } catch (error) {
    // Another build may just have made the same.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}

type Config = Pick<ResolvedConfig, 'root' | 'base' | 'mode' | 'env' | 'define' | 'build' | 'configFileDependencies'>;

/** `others`: what the bundles hold that is neither a file of the code nor a setting of Vite. */
export function keyOfBundles(config: Config, others: readonly unknown[]): string {
  const { root, base, mode, env, define, build, configFileDependencies } = config;
  const { outDir: _, emptyOutDir: __, ...settings } = build;
  const hash = createHash('sha256').update(process.version);
  // Functions and patterns among the settings are not said here; they are written in the files of the configuration.
  hash.update(JSON.stringify([root, base, mode, env, define, settings, process.env['NODE_ENV'], others]));
  const alone = ['index.html', 'package.json', 'package-lock.json', 'tsconfig.json'].map((file) => join(root, file));
  for (const file of [...alone, ...configFileDependencies, ...codeOf(root)]) {
    if (existsSync(file)) hash.update(`\n${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 24);
}

/** All files of `public/` and of `src/` but the content. */
function codeOf(root: string): string[] {
  const content = join(root, 'src/data');
  return ['public', 'src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !`${entry.parentPath}/`.startsWith(`${content}/`))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  );
}
