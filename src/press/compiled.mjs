/**
 * TypeScript for Node 20, which runs none: a module with all of ours that it imports is bundled into one file, which is
 * kept until any of them changes. Packages are left to Node. The folder it is kept in may be deleted at any time.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const kept = resolve('node_modules/.cache/broadsheet');

const hashOf = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** The path of the bundle of the module at `entry`, a path in the working folder. */
export async function compiled(entry) {
  const name = `compiled-${hashOf(entry).slice(0, 12)}`;
  const [file, list] = [join(kept, `${name}.mjs`), join(kept, `${name}.json`)];
  if (!isOfToday(list) || !existsSync(file)) await compile(entry, name);
  // Not to be deleted as unused.
  for (const path of [file, list]) utimesSync(path, new Date(), new Date());
  return file;
}

/** The modules that were bundled, each with a hash of what it was. */
function isOfToday(list) {
  try {
    const { made, modules } = JSON.parse(readFileSync(list, 'utf8'));
    return made === maker() && modules.every(([path, hash]) => hashOf(readFileSync(path)) === hash);
  } catch {
    return false;
  }
}

/** Of what bundles: Node, and the packages that are installed. */
const maker = () =>
  hashOf(process.version, readFileSync('package-lock.json'), readFileSync(fileURLToPath(import.meta.url)));

async function compile(entry, name) {
  const { build } = await import('vite');
  const making = join(kept, `${name}.${process.pid}`);
  const { NODE_ENV: environment } = process.env;
  try {
    const { output } = await build({
      configFile: false,
      logLevel: 'error',
      plugins: [{ name: 'urls-as-written', transform: withOwnUrl }],
      build: {
        ssr: entry,
        outDir: making,
        minify: false,
        copyPublicDir: false,
        rolldownOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
      },
    });
    const modules = output[0].moduleIds.filter((path) => existsSync(path));
    const list = { made: maker(), modules: modules.map((path) => [relative('.', path), hashOf(readFileSync(path))]) };
    writeFileSync(join(making, `${name}.json`), JSON.stringify(list));
    mkdirSync(kept, { recursive: true });
    // The list is the last: it says that the bundle is whole.
    for (const file of [`${name}.mjs`, `${name}.json`]) renameSync(join(making, file), join(kept, file));
  } finally {
    // A build makes it that of production, for all that runs here after it.
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
    rmSync(making, { recursive: true, force: true });
  }
}

/** A module finds what lies beside it where it was written. */
const withOwnUrl = (code, id) =>
  code.includes('import.meta.url')
    ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
    : undefined;
