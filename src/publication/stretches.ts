/**
 * A very long text in stretches, so that a browser lays out what is near the reader and can leave out the rest
 * (`content-visibility`). The blocks themselves stay as they are; whoever reads them passes the stretches over.
 */

/** Texts of more words than this are set in stretches. */
export const longText = 20_000;

/** A stretch is about so many characters of markup: a few screens. */
const stretchLength = 8_000;

const tags = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g;
const voids = new Set(['img', 'br', 'hr', 'wbr', 'col', 'input', 'source']);

/** `html` is a compiled text: every element is closed, and no attribute holds ">". */
export function inStretches(html: string): string {
  const stretches: string[] = [];
  let begun = 0;
  let depth = 0;
  let block = '';
  for (const { 0: tag, 1: closes, 2: name = '', index } of html.matchAll(tags)) {
    if (depth === 0) block = name;
    if (!voids.has(name)) depth += closes ? -1 : 1;
    const end = index + tag.length;
    // A heading stays with what it is the heading of.
    const isEnough = end - begun >= stretchLength && !/^h\d$/.test(block);
    if (depth > 0 || !isEnough) continue;
    stretches.push(html.slice(begun, end));
    begun = end;
  }
  if (html.slice(begun).trim()) stretches.push(html.slice(begun));
  return stretches.map((stretch) => `<div class="stretch">${stretch}</div>`).join('\n');
}
