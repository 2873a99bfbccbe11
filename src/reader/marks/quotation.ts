/** Marked words as they are carried elsewhere: with their writer, headline, publication and address. */

export type QuotationSource = { byline: string; headline: string; publication: string; address: string };

/** “Words” — writer, headline, publication, address. */
export function quotationText(quote: string, source: QuotationSource): string {
  const { byline, headline, publication, address } = source;
  return `“${readable(quote)}” — ${[byline, headline, publication, address].filter(Boolean).join(', ')}`;
}

/** The same for programs that keep markup. The words are escaped: none of them is markup. */
export function quotationHtml(quote: string, source: QuotationSource, lang?: string): string {
  const { byline, headline, publication, address } = source;
  const paragraphs = readable(quote)
    .split('\n')
    .filter(Boolean)
    .map((line) => `<p>${escaped(line)}</p>`);
  const link = `<a href="${escaped(address)}"><cite>${escaped(headline)}</cite></a>`;
  const from = [byline && escaped(byline), link, publication && escaped(publication)].filter(Boolean).join(', ');
  const attribute = lang ? ` lang="${escaped(lang)}"` : '';
  return `<blockquote cite="${escaped(address)}"${attribute}>${paragraphs.join('')}</blockquote><p>— ${from}</p>`;
}

/** A line for each block. */
const readable = (quote: string) => quote.replace(/\s*\n\s*/gu, '\n').trim();

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
