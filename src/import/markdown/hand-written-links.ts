/**
 * Links and pictures that Markdown does not read as such, though everybody sees what they are: "[[Note]]" and
 * "![[picture.png|300]]" of a wiki, and addresses with blanks in them. All in a text whose code is masked.
 */
import { counted } from '../codes.ts';
import { inRoundBrackets, isSpacedAddress } from '../../press/markdown/web-address.ts';
import type { Note } from '../item.ts';
import { linkTo } from '../repair/markdown-words.ts';

/** The address, from where the text stands, of the file that a wiki calls so. */
export type FileNamed = (name: string) => string | undefined;

const wikiLink = /(?<!\\)(!?)\[\[(?=[^\s\]])([^\][\n|]*?)(?:\\?\|([^\][\n]*))?\]\](?![([:])/g;
const pictureName = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)$/i;

export function withWikiLinks(markdown: string, fileNamed: FileNamed, notes: Note[]): string {
  let [found, lost] = [0, 0];
  const text = markdown.replace(wikiLink, (whole, embeds: string, target: string, said = '') => {
    const [name = '', ...parts] = target.split('#').map((part) => part.trim());
    const isPicture = pictureName.test(name);
    const path = name && (fileNamed(name) ?? fileNamed(`${name}.md`) ?? (isPicture ? name : ''));
    const words = isPicture ? String(said).replace(/(?:^|\|)\s*\d+(?:x\d+)?\s*$/, '') : String(said);
    const headings = parts.filter((part) => part !== '' && !part.startsWith('^'));
    const called = words.trim() || [name.replace(/^.*\/(?=.)/, ''), ...headings].filter(Boolean).join(' > ');
    if (path === '' && !/^\p{L}/u.test(called)) return whole;
    if (path !== '') found += 1;
    else if (name !== '') lost += 1;
    if (path === '') return called;
    const address = encodeURI(path).replace(/[?#]/g, encodeURIComponent);
    return isPicture && embeds ? `!${linkTo(address, words.trim())}` : linkTo(address, called);
  });
  if (found > 0) notes.push({ code: 'I310', message: `${counted(found, 'link')} between double brackets: read.` });
  if (lost > 0)
    notes.push({ code: 'I213', message: `${counted(lost, 'link')} to notes that are not here: shown as text.` });
  return text;
}

/** `![A cup](my cup (2).png)`: with "<" and ">" around it, it is what was meant. */
export const withSpacedAddresses = (markdown: string): string =>
  markdown.replace(inRoundBrackets, (whole, address: string, title = '') =>
    isSpacedAddress(address) && !/\{[{%]/.test(address) ? `(<${address}>${title})` : whole,
  );

const reference =
  /^ {0,3}\[(?!\^)([^\][\n]+)\]:[ \t]*(?:<([^<>\n]+)>|([^\s<"'][^\n"']*?))(?:[ \t]+("[^"\n]*"|'[^'\n]*'))?[ \t]*$/gm;
const referring = /(\[((?:[^\][]|\[[^\][]*\])*)\])(?:\[([^\][\n]*)\])?(?![([:])/g;

/** `[the plan][p]` with `[p]: plans/a b.md` below: what lies beside the text is named where it is meant. */
export function withOwnReferences(markdown: string): string {
  const places = new Map<string, string>();
  const folded = (label: string): string => label.trim().toLowerCase().replace(/\s+/g, ' ');
  const text = markdown.replace(reference, (whole, label: string, pointed?: string, plain = '', title = '') => {
    const address = pointed ?? plain;
    if (/^(?:[a-z][\w+.-]*:|#|\/\/)/i.test(address) || !/[./]/.test(address)) return whole;
    if (/\s/.test(plain) && !isSpacedAddress(plain)) return whole;
    places.set(folded(label), `(<${address}>${title && ` ${title}`})`);
    return '';
  });
  if (places.size === 0) return markdown;
  return text.replace(referring, (whole, words: string, label: string, name?: string) => {
    const place = places.get(folded(name || label));
    return place === undefined ? whole : words + place;
  });
}
