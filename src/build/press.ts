/**
 * Prints the pages of a site: each as HTML, with its data beside it. A page that is made of the same as in the build
 * before is taken from the site that stands, if it is still as it was printed.
 */
import { hash } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataAddress, notFoundAddress } from '../publication/addresses.ts';
import type { Edition } from '../publication/catalogue.ts';
import type { ScreenWords } from '../publication/messages.ts';
import type { Page, Rendered } from '../publication/page.ts';
import { printedHead } from '../publication/printed-head.ts';
import { addressesOf, pageAt } from '../publication/site.ts';
import { pageHtml, type Document } from './page-html.ts';
import { progress } from './progress.ts';

export type Render = (address: string, page: Page, words: ScreenWords) => Rendered;

/** By address: a hash of all that the page was made of, and its files as they were left. */
export type Proofs = Map<string, Proof>;

type Proof = { made: string; html: Left; data: Left };

/** Size in bytes and time of the last change in milliseconds: a file that has kept both was not written since. */
type Left = [size: number, changed: number];

type Job = {
  edition: Edition;
  words: ScreenWords;
  document: Document;
  render: Render;
  /** Where the site is written. */
  outDir: string;
  /** The site of the build before, its proofs, and what the document and the code are made of now. */
  before: { outDir: string; proofs: Proofs };
  print: string;
};

/** Writes all pages and answers the proofs of them, and how many were taken from the build before. */
export function printPages(job: Job): { proofs: Proofs; unchanged: number } {
  const { edition, words, document, render, outDir, before, print } = job;
  const proofs: Proofs = new Map();
  let unchanged = 0;
  const addresses = [...addressesOf(edition)];
  const { step, end } = progress('Printing', addresses.length, 'pages');
  for (const address of addresses) {
    step();
    const page = pageAt(edition, address);
    if (!page) throw new Error(`The site lists ${address} but has no page there.`);
    const head = printedHead(edition, address, page);
    const data = JSON.stringify(page);
    const file = address === notFoundAddress() ? address : `${address}index.html`;
    const made = hashOf(print, address, head, data);
    const [htmlFile, dataFile] = [join(outDir, file), join(outDir, dataAddress(address))];
    mkdirSync(dirname(htmlFile), { recursive: true });
    const known = before.proofs.get(address);
    const stands =
      known?.made === made &&
      taken(join(before.outDir, file), known.html, htmlFile) &&
      taken(join(before.outDir, dataAddress(address)), known.data, dataFile);
    if (stands) {
      proofs.set(address, known);
      unchanged += 1;
      continue;
    }
    rmSync(htmlFile, { force: true });
    writeFileSync(htmlFile, pageHtml(document, head, render(address, page, words)));
    writeFileSync(dataFile, data);
    proofs.set(address, { made, html: leftAt(htmlFile), data: leftAt(dataFile) });
  }
  end();
  return { proofs, unchanged };
}

function leftAt(file: string): Left {
  const { size, mtimeMs } = statSync(file);
  return [size, mtimeMs];
}

/** Takes a file over into the new site if it is as it was left; two sites may share it, since files are only ever made anew. */
function taken(from: string, [size, changed]: Left, to: string): boolean {
  try {
    const found = statSync(from);
    if (found.size !== size || found.mtimeMs !== changed) return false;
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Parts are told apart: "ab" and "c" are not "a" and "bc". */
export const hashOf = (...parts: string[]): string =>
  hash('sha256', parts.map((part) => `${part.length} ${part}`).join(''), 'base64');

/** Proofs of the build before; where there are none, or they cannot be read, everything is printed. */
export function keptProofs(file: string): Proofs {
  try {
    return new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, Proof][]);
  } catch {
    return new Map();
  }
}

export function keepProofs(file: string, proofs: Proofs): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify([...proofs]));
}
