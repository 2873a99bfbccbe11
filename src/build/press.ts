/** Prints the site: every page as HTML with its data beside it, the pictures, the lists of names. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataAddress, notFoundAddress } from '../publication/addresses.ts';
import type { Edition } from '../publication/catalogue.ts';
import type { ScreenWords } from '../publication/messages.ts';
import { nameLists } from '../publication/name-lists.ts';
import type { Page, Rendered } from '../publication/page.ts';
import { printedHead } from '../publication/printed-head.ts';
import { addressesOf, pageAt } from '../publication/site.ts';
import { pageHtml, type Document } from './page-html.ts';

export type Render = (address: string, page: Page, words: ScreenWords) => Rendered;

type Job = {
  edition: Edition;
  words: ScreenWords;
  document: Document;
  render: Render;
  /** Where the site is written. */
  outDir: string;
  /** The folder whose `images/` the content speaks of. */
  dataDir: string;
};

/** Writes all pages and answers how many there are. */
export function printSite({ edition, words, document, render, outDir, dataDir }: Job): number {
  const write = (file: string, text: string) => {
    const path = join(outDir, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  let printed = 0;
  for (const address of addressesOf(edition)) {
    const page = pageAt(edition, address);
    if (!page) throw new Error(`The site lists ${address} but has no page there.`);
    const file = address === notFoundAddress() ? address : `${address}index.html`;
    write(file, pageHtml(document, printedHead(edition, address, page), render(address, page, words)));
    write(dataAddress(address), JSON.stringify(page));
    printed += 1;
  }
  for (const [file, names] of nameLists(edition)) write(file, JSON.stringify(names));
  for (const source of edition.content.pictures.keys()) {
    const target = join(outDir, source);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(dataDir, source), target);
  }
  return printed;
}
