/**
 * Reads the pictures of a WordPress export before anything else: an article names its picture by a number, and the item
 * with that number may come after it. Only these few values are searched for, so that a large file is read fast.
 */
import { decodeHTMLStrict } from 'entities/decode';
import type { ImportedImage } from '../item.ts';
import type { Source } from '../format.ts';
import { htmlWords } from '../wording/html-words.ts';

const longestItem = 4 * 1024 * 1024;
const most = 500_000;

/** By the number of the attachment. */
export async function attachmentsIn(source: Source): Promise<Map<string, ImportedImage>> {
  const found = new Map<string, ImportedImage>();
  let rest = '';
  for await (const piece of source.pieces()) {
    rest += piece;
    for (let end = rest.indexOf('</item>'); end >= 0; end = rest.indexOf('</item>')) {
      const item = rest.slice(0, end);
      rest = rest.slice(end + 7);
      if (found.size < most && item.includes('attachment_url>')) take(item.slice(item.lastIndexOf('<item')), found);
    }
    // An item without an end is some other text; its last part may hold the beginning of the next.
    if (rest.length > longestItem) rest = rest.slice(-100);
  }
  return found;
}

function take(item: string, found: Map<string, ImportedImage>): void {
  const id = valueOf(item, 'wp:post_id');
  const src = valueOf(item, 'wp:attachment_url');
  if (id === '' || !/^https?:\/\//i.test(src)) return;
  const alt =
    /<wp:meta_key>\s*(?:<!\[CDATA\[)?_wp_attachment_image_alt(?:\]\]>)?\s*<\/wp:meta_key>\s*<wp:meta_value>([^]*?)<\/wp:meta_value>/.exec(
      item,
    )?.[1];
  const caption = htmlWords(valueOf(item, 'excerpt:encoded'));
  const described = htmlWords(plain(alt ?? ''));
  found.set(id, { src, alt: described, caption });
}

function valueOf(item: string, name: string): string {
  const start = item.indexOf(`<${name}>`);
  const end = start < 0 ? -1 : item.indexOf(`</${name}>`, start);
  return end < 0 ? '' : plain(item.slice(start + name.length + 2, end));
}

const plain = (text: string): string =>
  text.includes('<![CDATA[') ? text.replace(/<!\[CDATA\[([^]*?)\]\]>/g, '$1').trim() : decodeHTMLStrict(text).trim();
