/**
 * The picture that is shown where an article's address is shared: 1200 by 630, the name of the publication over a
 * rule, the overline, the headline as large as it fits, the byline at the foot. An article in a right-to-left language
 * is set from the right.
 */
import { directionOf } from '../../publication/language.ts';
import { drawable } from './coverage.ts';
import type { Cut, ShapedFace } from './faces.ts';
import type { Paper } from '../theme/theme.ts';
import { setter } from './shaping.ts';
import { edgeOf, fittedLines, type Block, type Room, type Side } from './text-layout.ts';

/** `language` is that of the article. */
export type ShareWords = {
  headline: string;
  overline: string;
  byline: string;
  publication: string;
  language: string;
};

export const frame = { width: 1200, height: 630 };

/** Text begins and ends at the margin; no ink comes nearer to the edge than the border. */
const margin = 72;
const border = 30;

const measure = frame.width - 2 * margin;

/** `whole` is false where the headline has letters that no face has: then the name of the publication takes its place. */
export type Drawing = { svg: string; blocks: { block: Block; baseline: number }[]; whole: boolean };

/** Of the light paper. */
export type ShareColours = Pick<Paper, 'paper' | 'ink' | 'ink-soft' | 'accent'>;

export function shareDrawing(faces: readonly ShapedFace[], words: ShareWords, colours: ShareColours): Drawing {
  const direction = directionOf(words.language);
  const side = direction === 'rtl' ? 'right' : 'left';
  const set = (text: string | undefined, cut: Cut, room: Partial<Room>, base: 'ltr' | 'rtl' | 'auto' = 'auto') => {
    const style = { cut, language: words.language, direction: base };
    return text ? fittedLines(text, { ...oneLine, ...room }, side, setter(faces, style)) : undefined;
  };
  const parts: string[] = [];
  const blocks: Drawing['blocks'] = [];
  /** Draws the block with its top there and answers where it ends. */
  const place = (block: Block | undefined, top: number, colour: string): number => {
    if (!block) return top;
    const baseline = Math.round(top - block.top);
    blocks.push({ block, baseline });
    parts.push(outlines(block, baseline, side, colour));
    return baseline + block.bottom;
  };

  const headline = drawable(faces, words.headline);
  const publication = drawable(faces, words.publication);
  const name = set(headline && publication, 'strong', { largest: 38, smallest: 26 });
  const overline = set(drawable(faces, words.overline), 'strong', { largest: 30, smallest: 24 });
  const byline = set(drawable(faces, words.byline), 'text', { lines: 2, largest: 30, smallest: 24 });

  const rule = Math.round(Math.max(place(name, 50, colours.ink) + 14, name ? 108 : 72));
  parts.push(bar(margin, rule, measure, 4, colours.ink));
  const top = place(overline, rule + gap[direction], colours.accent) + gap[direction] - 8;
  const foot = frame.height - 48 - (byline ? byline.bottom - byline.top : 0);
  place(byline, foot, colours['ink-soft']);
  const room = { ...headlineRoom[direction], height: foot - 30 - top };
  place(set(headline ?? publication, 'display', room, headline ? direction : 'auto'), top, colours.ink);

  const paper = bar(0, 0, frame.width, frame.height, colours.paper);
  const size = `width="${frame.width}" height="${frame.height}"`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${paper}${parts.join('')}</svg>`,
    blocks,
    whole: headline !== undefined,
  };
}

/** Over the overline; the letters of Nastaliq bring space of their own. */
const gap = { ltr: 32, rtl: 22 };

const oneLine: Room = { width: measure, height: Infinity, lines: 1, largest: 30, smallest: 24, leading: () => 1.25 };

/** Small type needs more leading; Nastaliq much more, and its ink decides where even that is not enough. */
const headlineRoom = {
  ltr: { lines: 5, largest: 124, smallest: 30, leading: (size: number) => 1.3 - size / 560 },
  rtl: { lines: 5, largest: 124, smallest: 26, leading: () => 1.75 },
};

const bar = (x: number, y: number, width: number, height: number, colour: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`;

function outlines({ size, lines, leading }: Block, baseline: number, side: Side, colour: string): string {
  const em = size / 1000;
  return lines
    .map((line, index) => {
      const start = (side === 'left' ? margin : frame.width - margin) - edgeOf(line, side) * em;
      const x = Math.min(start, frame.width - border - line.right * em);
      const y = baseline + index * leading;
      return `<path transform="matrix(${em} 0 0 ${em} ${x.toFixed(2)} ${y.toFixed(2)})" fill="${colour}" d="${line.path}"/>`;
    })
    .join('');
}
