/**
 * WordPress shortcodes that are left in a text. The two that only wrap (caption, embed) become what they mean; all others stay as code
 * that everybody can see, and are listed.
 */
import type { Changes } from './changes.ts';
import { isText, type PageElement, type PageNode } from './dom.ts';

const known =
  'gallery|playlist|audio|video|caption|wp_caption|embed|youtube|vimeo|soundcloud|spotify|twitter|tweet|instagram|gist|googlemaps|contact-form|contact-form-7|gravityform|ninja_form|mc4wp_form|ads?|adsense|polldaddy|poll|slideshow|portfolio|recent-posts|sitemap|button|vc_row|vc_column|vc_column_text|et_pb_\\w+|fusion_\\w+|su_\\w+|tabs?|accordion|toggle|row|column|one_half|one_third|dropcap|pullquote|footnotes?|ref';
const code = new RegExp(
  String.raw`\[/?(?:(?:${known})(?=[\s\]/])[^\[\]\n]*|[a-z][\w-]*(?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|“[^”]*”|″[^″]*″|»[^»]*«|[^\s"'\]]+))+\s*/?)\]`,
  'gi',
);

/** Whether a text holds anything that may be a shortcode. */
const holdsShortcode = (text: string): boolean => text.includes('[') && text.search(code) >= 0;

/** In HTML that is not parsed yet: captions become figures, embeds become addresses. */
export const withoutWrappers = (html: string): string =>
  html
    .replace(
      /\[(?:wp_)?caption\b([^\]]{0,2000})\]([^]{0,5000}?)\[\/(?:wp_)?caption\]/gi,
      (_whole, attributes: string, inside: string) => {
        const [, picture = '', words = ''] = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([^]*)$/i.exec(
          inside,
        ) ?? ['', inside, ''];
        const caption = words.trim() || (/\bcaption="([^"]*)"/i.exec(attributes)?.[1] ?? '');
        return `<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
      },
    )
    .replace(/\[embed\b[^\]]*\]\s*(https?:\/\/[^\s<>[\]"]+)\s*\[\/embed\]/gi, '<a href="$1">$1</a>');

export function showShortcodes(root: PageElement, changes: Changes): void {
  for (const text of textsIn(root)) {
    const written = text.textContent ?? '';
    if (!holdsShortcode(written)) continue;
    const parts: (PageNode | string)[] = [];
    let end = 0;
    for (const { index, 0: found } of written.matchAll(code)) {
      const shown = root.ownerDocument.createElement('code');
      shown.textContent = found;
      parts.push(written.slice(end, index), shown);
      end = index + found.length;
      if (!found.startsWith('[/')) changes.count('shortcode', /^\[([\w-]+)/.exec(found)?.[1]);
    }
    for (const part of parts) text.before(part);
    text.replaceWith(written.slice(end));
  }
}

function textsIn(root: PageElement): PageNode[] {
  const texts: PageNode[] = [];
  const open: PageNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (isText(node)) texts.push(node);
    else if ('firstChild' in node && !/^(?:code|pre|script|style)$/.test((node as PageElement).localName)) {
      for (const child of Array.from((node as PageElement).childNodes)) open.push(child);
    }
  }
  return texts;
}
