/**
 * Prints the pages of a site: each as HTML, with its data beside it. A page that is made of the same as in the build
 * before is taken from the site that stands, if it is still as it was printed.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataAddress, notFoundAddress } from '../publication/addresses.ts';
import type { Edition } from '../publication/catalogue.ts';
import type { ScreenWords } from '../publication/messages.ts';
import type { Page, Rendered } from '../publication/page.ts';
import { printedHead } from '../publication/printed-head.ts';
import { addressesOf, pageAt } from '../publication/site.ts';
import { pageHtml, type Document } from './page-html.ts';

export type Render = (address: string, page: Page, words: ScreenWords) => Rendered;

/** By address: a hash of all that the page was made of, and one of its HTML. */
export type Proofs = Map<string, { made: string; html: string }>;

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
export function printPages(job: Job): { proofs: Proofs; taken: number } {
  const { edition, words, document, render, outDir, before, print } = job;
  const proofs: Proofs = new Map();
  let taken = 0;
  for (const address of addressesOf(edition)) {
    const page = pageAt(edition, address);
    if (!page) throw new Error(`The site lists ${address} but has no page there.`);
    const head = printedHead(edition, address, page);
    const data = JSON.stringify(page);
    const file = address === notFoundAddress() ? address : `${address}index.html`;
    const made = hashOf(print, address, head, data);
    const known = before.proofs.get(address);
    const standing = known?.made === made ? asPrinted(join(before.outDir, file), known.html) : undefined;
    const html = standing ?? Buffer.from(pageHtml(document, head, render(address, page, words)));
    mkdirSync(dirname(join(outDir, file)), { recursive: true });
    writeFileSync(join(outDir, file), html);
    writeFileSync(join(outDir, dataAddress(address)), data);
    proofs.set(address, { made, html: standing && known ? known.html : hashOf(html) });
    if (standing) taken += 1;
  }
  return { proofs, taken };
}

/** The file, if it is what the hash says. */
function asPrinted(file: string, hash: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    return hashOf(bytes) === hash ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Parts are told apart: "ab" and "c" are not "a" and "bc". */
export function hashOf(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64');
}

/** Proofs of the build before; where there are none, or they cannot be read, everything is printed. */
export function keptProofs(file: string): Proofs {
  try {
    return new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, { made: string; html: string }][]);
  } catch {
    return new Map();
  }
}

export function keepProofs(file: string, proofs: Proofs): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify([...proofs]));
}
