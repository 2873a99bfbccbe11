/** Takes words out of the page: to the clipboard with their source, or as a link that leads to them. */
import { quotationHtml, quotationText, type QuotationSource } from './quotation.ts';
import { sharesLinks } from './shares-links.ts';

/** What could not be put on the clipboard, for a field to copy it from by hand. */
export type Refused = { text: string };

export async function copyQuotation(
  quote: string,
  source: QuotationSource,
  lang?: string,
): Promise<Refused | undefined> {
  const text = quotationText(quote, source);
  const parts = { 'text/plain': text, 'text/html': quotationHtml(quote, source, lang) };
  const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })]);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return undefined;
  } catch {
    return copyText(text);
  }
}

/** Answers whether it went to the clipboard, to somewhere that the reader chose, or nowhere. */
export async function carryLink(title: string, url: string): Promise<'copied' | 'shared' | Refused> {
  if (sharesLinks()) {
    // To change one's mind in the sheet is no failure.
    await navigator.share({ title, url }).catch(() => undefined);
    return 'shared';
  }
  return (await copyText(url)) ?? 'copied';
}

async function copyText(text: string): Promise<Refused | undefined> {
  try {
    await navigator.clipboard.writeText(text);
    return undefined;
  } catch {
    return { text };
  }
}
