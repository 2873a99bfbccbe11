/** Prints the pages of a site: each as HTML, with its data beside it. */
import { dataAddress, notFoundAddress } from '../publication/addresses.ts';
import type { ScreenWords } from '../words/words.ts';
import { type Page, pageShape, type Rendered } from '../publication/page.ts';
import { printedHead } from './head/printed-head.ts';
import { addressesOf, pageAt } from '../publication/site.ts';
import type { Outputs } from './cache/outputs.ts';
import { listedPage } from './offline/section-lists.ts';
import { pageHtml, type Document } from './page-html.ts';
import { progress } from './progress.ts';

export type Render = (address: string, page: Page, words: ScreenWords) => Rendered;

type Job = {
  outputs: Outputs;
  words: ScreenWords;
  /** Which document a page of this HTML stands in. */
  documentFor: (html: string) => Document;
  render: Render;
};

/** Writes all pages, and answers how many there are and how many were taken from the build before. */
export function printPages({ outputs, words, documentFor, render }: Job): { pages: number; unchanged: number } {
  const { edition } = outputs;
  let unchanged = 0;
  const addresses = [...addressesOf(edition)];
  const { step, end } = progress('Printing', addresses.length, 'pages');
  for (const address of addresses) {
    step();
    const file = address === notFoundAddress() ? address : `${address}index.html`;
    const isTaken = outputs.write(address, [file, dataAddress(address)], () => {
      const page = pageAt(edition, address);
      if (!page) throw new Error(`The site lists ${address} but has no page there.`);
      const head = printedHead(edition, address, page);
      const data = JSON.stringify({ shape: pageShape, ...page });
      const contents = () => {
        const rendered = render(address, page, words);
        return [pageHtml(documentFor(rendered.html), head, rendered), data];
      };
      return { from: [head, data], contents, ...(page.kind === 'article' && { note: listedPage(page, data) }) };
    });
    if (isTaken) unchanged += 1;
  }
  end();
  return { pages: addresses.length, unchanged };
}
