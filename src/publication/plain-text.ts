/** Compiled text without its markup, for the places that show letters only. */

/** Notes and their marks are left out. Compiled HTML has no `<` or `>` but those of its tags, and four entities. */
export function plainText(html: string): string {
  return withoutTags(html.replace(/<section class="notes"[^]*?<\/section>|<sup[ >][^]*?<\/sup>/g, ''));
}

/** All that can be read of a text, with its notes; their marks and the arrows back are left out. */
export function wholeText(html: string): string {
  return withoutTags(html.replace(/<sup><a [^]*?<\/sup>|<a [^>]*role="doc-backlink"[^>]*>[^]*?<\/a>/g, ''));
}

function withoutTags(html: string): string {
  return html
    .replace(/<\/?(?:a|code|em|s|span|strong)(?: [^>]*)?>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: keyof typeof signs) => signs[name])
    .replace(/\s+/g, ' ')
    .trim();
}

const signs = { lt: '<', gt: '>', quot: '"', amp: '&' };

const longest = 200;

/** How a text begins: its first paragraph, cut between words where it is long. Undefined where it has none. */
export function openingOf(html: string): string | undefined {
  const [, first = ''] = /<p(?: [^>]*)?>([^]*?)<\/p>/.exec(html) ?? [];
  const text = plainText(first);
  if (text.length <= longest) return text || undefined;
  // Where no space is near, as in Chinese, the cut may go through a letter of two halves.
  const cut = text.slice(0, longest).replace(/\s\S*$|[\ud800-\udbff]$/, '');
  return `${cut.replace(/[\s,;:،؛–—-]+$/, '')}…`;
}
