/**
 * The picture that is shown where an article's address is shared: 1200 by 630, the name of the publication over a
 * rule, the overline, the headline as large as it fits, the byline at the foot. An article in a right-to-left language
 * is set from the right.
 */
import { Resvg } from '@resvg/resvg-js';
import { directionOf } from '../../publication/language.ts';
import { drawable } from './coverage.ts';
import type { Cut, Face } from './faces.ts';
import { palette } from './palette.ts';
import { shapedLine } from './shaping.ts';
import { fitted, type Block, type Room } from './text-layout.ts';

/** `language` is that of the article. */
export type ShareWords = {
  headline: string;
  overline: string;
  byline: string;
  publication: string;
  language: string;
};

export const frame = { width: 1200, height: 630 };

const margin = 72;
const measure = frame.width - 2 * margin;

const small = { width: measure, lines: 1, leading: 1.25, height: Infinity };

/** The drawing and, with its baseline, every block of text in it. */
export type Drawing = { svg: string; blocks: { block: Block; baseline: number }[]; whole: boolean };

/** `whole` is false where the headline has letters that no face has: then the name of the publication takes its place. */
export function shareDrawing(faces: readonly Face[], words: ShareWords): Drawing {
  const direction = directionOf(words.language);
  const set = (text: string | undefined, cut: Cut, room: Room, base: 'ltr' | 'rtl' | 'auto' = 'auto') =>
    text ? fitted(text, room, (part) => shapedLine(faces, part, { cut, language: words.language, direction: base })) : undefined;

  const headline = drawable(faces, words.headline);
  const publication = drawable(faces, words.publication);
  const parts: string[] = [];
  const blocks: Drawing['blocks'] = [];
  const place = (block: Block | undefined, top: number, colour: string): number => {
    if (!block) return top;
    const baseline = Math.round(top - block.top);
    blocks.push({ block, baseline });
    parts.push(outline(block, baseline, direction, colour));
    return baseline + block.bottom;
  };

  const name = set(headline && publication, 'strong', { ...small, largest: 38, smallest: 26 });
  const nameEnd = place(name, 52, palette.ink);
  const rule = Math.round(Math.max(nameEnd + 12, 112));
  parts.push(bar(rule, 4, palette.ink));

  const overline = set(drawable(faces, words.overline), 'strong', { ...small, largest: 30, smallest: 24 });
  const overlineEnd = place(overline, rule + 30, palette.accent);

  const byline = set(drawable(faces, words.byline), 'text', { ...small, lines: 2, largest: 32, smallest: 24 });
  const bylineTop = frame.height - 52 - (byline ? byline.bottom - byline.top : 0);
  place(byline, bylineTop, palette.inkSoft);

  const top = overlineEnd + 16;
  const room = { width: measure, height: bylineTop - 24 - top, lines: 5, largest: 112, smallest: 32, leading: 1.1 };
  place(set(headline ?? publication, 'display', room, headline ? direction : 'auto'), top, palette.ink);

  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${frame.width}" height="${frame.height}">${bar(0, frame.height, palette.paper, 0)}${parts.join('')}</svg>`;
  return { svg, blocks, whole: headline !== undefined };
}

const bar = (y: number, height: number, colour: string, inset = margin): string =>
  `<rect x="${inset}" y="${y}" width="${frame.width - 2 * inset}" height="${height}" fill="${colour}"/>`;

/** The ink of every line begins at the margin, not the empty space that letters carry beside them. */
function outline({ size, lines, leading }: Block, baseline: number, direction: 'ltr' | 'rtl', colour: string): string {
  const em = size / 1000;
  return lines
    .map(({ path, left, right }, index) => {
      const x = direction === 'ltr' ? margin - left * em : frame.width - margin - right * em;
      const y = baseline + index * leading;
      return `<path transform="matrix(${em} 0 0 ${em} ${x.toFixed(2)} ${y.toFixed(2)})" fill="${colour}" d="${path}"/>`;
    })
    .join('');
}

export const pngOf = (svg: string): Buffer => new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
