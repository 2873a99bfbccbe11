/** Prints the pages of a site: each as HTML, with its data beside it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataAddress, notFoundAddress } from '../publication/addresses.ts';
import type { Edition } from '../publication/catalogue.ts';
import type { ScreenWords } from '../publication/messages.ts';
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
};

/** Writes all pages and answers how many there are. */
export function printPages({ edition, words, document, render, outDir }: Job): number {
  let printed = 0;
  for (const address of addressesOf(edition)) {
    const page = pageAt(edition, address);
    if (!page) throw new Error(`The site lists ${address} but has no page there.`);
    const html = join(outDir, address === notFoundAddress() ? address : `${address}index.html`);
    mkdirSync(dirname(html), { recursive: true });
    writeFileSync(html, pageHtml(document, printedHead(edition, address, page), render(address, page, words)));
    writeFileSync(join(outDir, dataAddress(address)), JSON.stringify(page));
    printed += 1;
  }
  return printed;
}
