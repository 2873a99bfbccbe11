/**
 * What the margins of printed pages say: the running title, and the page with their number. Sheets cannot read either from the
 * document, so both stand on the root as values of `content`, which `print.css` puts into the boxes of the margins.
 */
import type { PrintWords } from '../../words/words.ts';

/** Until the answer is called. All elements inherit it, and have their styles computed anew: it costs more than it seems. */
export function sayOnPrintedPages(title: string, words: PrintWords): () => void {
  const { style } = document.documentElement;
  style.setProperty('--printed-title', quoted(title));
  style.setProperty('--printed-number', pageNumber(words));
  return () => {
    style.removeProperty('--printed-title');
    style.removeProperty('--printed-number');
  };
}

/** "Page 2 of 7", in which the counters of the printer stand for the numbers. */
export const pageNumber = ({ pageOf }: PrintWords): string =>
  quoted(pageOf('{page}', '{pages}')).replace('{page}', '" counter(page) "').replace('{pages}', '" counter(pages) "');

/** A string of CSS. */
export const quoted = (text: string): string =>
  `"${text.replaceAll(/\s+/g, ' ').replaceAll(/["\\]/g, String.raw`\$&`)}"`;
