/**
 * Brings the files of a part that is loaded lazily, before it is imported. Some engines never ask again for a module
 * that failed once, nor for one that it imports (HTML, "fetch a single module script": the module map keeps failures);
 * and a sheet that failed would be left out in silence. So nothing is imported before every file of it is in the
 * browser's cache, and a failure is of one try alone. The build puts `bring` around every dynamic import
 * (`press/lazy-imports.ts`).
 */
import { persistentFetch, Refused } from './persistent-fetch.ts';
import { renewIfOutdated } from './renewal.ts';

const coming = new Map<string, Promise<void>>();

/** The scripts that the document itself names are here, or nothing would run. They stand in its head. */
const isOfDocument = (url: string): boolean =>
  document.head.querySelector(`script[src="${url}"], link[rel=modulepreload][href="${url}"]`) !== null;

/** `files` are all that the part needs, below the base: itself, what it imports, its sheets. Rejects when one cannot be had. */
export async function bring<Part>(importPart: () => Promise<Part>, files: readonly string[] = []): Promise<Part> {
  const urls = files.map((file) => import.meta.env.BASE_URL + file).filter((url) => !isOfDocument(url));
  await Promise.all([wholeSheet(), ...urls.map(bringFile)]);
  return importPart();
}

/**
 * The sheet in the document may be the lean one of an article (`press/lean-sheet.ts`). Whatever else is to be shown
 * waits for the whole. The order of the two says nothing, since all rules are in layers.
 */
export async function wholeSheet(): Promise<void> {
  const url = document.querySelector<HTMLElement>('style[data-whole]')?.dataset['whole'];
  if (url) await bringFile(url);
}

/** Asks for a file once; for one that failed, at every call. A file that is gone may be that of a site before. */
function bringFile(url: string): Promise<void> {
  const known =
    coming.get(url) ??
    load(url).catch(async (failure: unknown) => {
      await renewIfOutdated();
      throw failure;
    });
  coming.set(url, known);
  known.catch(() => coming.delete(url));
  return known;
}

async function load(url: string): Promise<void> {
  const isSheet = url.endsWith('.css');
  const response = await persistentFetch(url);
  // Hosts with a fallback answer 200 and HTML for a file that is missing.
  const isIt = (isSheet ? /css/ : /javascript/).test(response.headers.get('content-type') ?? '');
  if (!response.ok || !isIt) throw new Refused(`${url} was answered with ${response.status}`);
  await response.arrayBuffer();
  if (isSheet) await apply(url);
}

function apply(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error(`${href} could not be loaded`));
    });
    document.head.append(link);
  });
}
