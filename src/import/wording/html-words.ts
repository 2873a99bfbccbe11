/** The plain words of a line that may hold a little HTML, such as the title of an entry of a feed. */
import { decodeHTMLStrict } from 'entities/decode';

/** Only these are taken for tags: a headline may speak of the <video> element. */
const ofText =
  /<\/?(?:a|abbr|b|bdi|bdo|big|br|center|cite|code|div|del|em|font|h[1-6]|i|img|ins|kbd|li|mark|nobr|ol|p|q|s|small|span|strike|strong|sub|sup|tt|u|ul|wbr)(?:\s[^<>]*)?\/?>/gi;
const ofBlocks = /^<\/?(?:br|div|h\d|li|p)\b/i;

/** As one line. Non-breaking spaces and other typography stay. */
export function htmlWords(html: string): string {
  const words = html.replace(/<!--[^]*?-->/g, '').replace(ofText, (tag) => (ofBlocks.test(tag) ? ' ' : ''));
  return decodeHTMLStrict(words)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

/** Enough to tell what a text says and whether it is long. */
const most = 100_000;

/** What the first 100,000 characters of a piece of HTML say, without its tags. */
export function allWords(html: string): string {
  const words = html
    .slice(0, most)
    .replace(/<!--[^]*?-->|<(script|style)\b[^]*?<\/\1\s*>/gi, '')
    .replace(/<\/?[a-z][^<>]*>/gi, (tag) =>
      /^<\/?(?:a|abbr|b|cite|code|em|font|i|small|span|strong|sub|sup|u)\b/i.test(tag) ? '' : ' ',
    );
  return decodeHTMLStrict(words)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}
