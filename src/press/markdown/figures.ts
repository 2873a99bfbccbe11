/**
 * Pictures that stand by themselves: one alone in its paragraph is a figure, several are a gallery. Titles are their
 * captions; what is written below the pictures of a gallery is the caption of all. A gallery is set in rows, in each of
 * which the pictures are equally high; the sheet (`styles/gallery.css`) knows them by the shape that cameras make.
 */
import type { StateCore, Token } from 'markdown-it';
import { sizesInRow } from '../../publication/picture-files.ts';
import { textToken } from './text-tokens.ts';

/** Width to height, in the order of their width; each is a class of the sheet. */
export const shapes: Readonly<Record<string, number>> = {
  'shape-1-2': 1 / 2,
  'shape-9-16': 9 / 16,
  'shape-2-3': 2 / 3,
  'shape-3-4': 3 / 4,
  'shape-1-1': 1,
  'shape-5-4': 5 / 4,
  'shape-4-3': 4 / 3,
  'shape-3-2': 3 / 2,
  'shape-16-9': 16 / 9,
  'shape-2-1': 2,
  'shape-3-1': 3,
};

/** A row is about so many times as wide as it is high. */
const rowShape = 3.2;

/** What stands around a picture that its writer has linked, the picture, and its end; or the picture alone. */
type Shown = { tokens: Token[]; picture: Token };

/** Core rule. */
export function figures(state: StateCore): void {
  for (let index = state.tokens.length - 3; index >= 0; index -= 1) {
    if (state.tokens[index]!.type !== 'paragraph_open') continue;
    const [open, inline, close] = state.tokens.slice(index, index + 3) as [Token, Token, Token];
    const { shown, below } = picturesIn(inline.children ?? []);
    if (shown.length === 1 && below.length === 0) {
      open.tag = close.tag = 'figure';
      open.hidden = close.hidden = false;
      inline.children = figureOf(shown[0]!);
    } else if (shown.length > 1) {
      state.tokens.splice(index, 3, ...galleryOf(shown, below, [open, inline, close]));
    }
  }
}

/** The pictures that a paragraph begins with, and what is written in the lines below them. */
function picturesIn(children: readonly Token[]): { shown: Shown[]; below: Token[] } {
  const shown: Shown[] = [];
  let isBelow = false;
  for (let at = 0; at < children.length;) {
    const { type, content } = children[at]!;
    const length = type === 'link_open' && children[at + 2]?.type === 'link_close' ? 3 : 1;
    const picture = children[length === 3 ? at + 1 : at]!;
    const isBreak = type === 'softbreak' || type === 'hardbreak';
    if (picture.type === 'image') shown.push({ tokens: children.slice(at, at + length), picture });
    else if (!isBreak && (type !== 'text' || content.trim() !== '')) {
      // Words beside a picture, and not below it, are a sentence with a picture in it.
      return isBelow ? { shown, below: children.slice(at) } : { shown: [], below: [] };
    }
    isBelow = isBreak || (isBelow && picture.type !== 'image');
    at += length;
  }
  return { shown, below: [] };
}

/** Where the writer has not linked the picture it leads to its own file, to be looked at closely. */
function figureOf({ tokens, picture }: Shown): Token[] {
  const caption = picture.attrGet('title');
  picture.attrs = picture.attrs?.filter(([name]) => name !== 'title') ?? [];
  const linked = tokens.length > 1 ? tokens : [lookTag(1, picture), picture, lookTag(-1)];
  return caption === null ? linked : [...linked, ...captionOf([textToken(String(caption))])];
}

function galleryOf(shown: readonly Shown[], below: Token[], [open, inline, close]: [Token, Token, Token]): Token[] {
  /** A block in the place of the paragraph. */
  const block = (name: string, tag: string, className: string, ...inside: Token[]) => {
    const as = (token: Token, type: string) => Object.assign(copyOf(token), { type, tag, hidden: false });
    const attrs = className ? [['class', className]] : null;
    return [Object.assign(as(open, `${name}_open`), { attrs }), ...inside, as(close, `${name}_close`)];
  };
  const run = (children: Token[]) => Object.assign(copyOf(inline), { children });
  const rows = rowsOf(shown).map((row) => {
    const whole = shapeOfAll(row);
    const figures = row.flatMap((one) => {
      const shape = shapeOf(one.picture);
      setSizes(one.picture, shape / whole);
      return block('figure', 'figure', row.length > 1 ? nearestShape(shape) : '', run(figureOf(one)));
    });
    return block('row', 'div', 'gallery-row', ...figures);
  });
  // A block of its own, with its own language: the rows go in the direction of the text, whatever they are called.
  const caption = below.length > 0 ? block('caption', 'figcaption', '', run(below)) : [];
  return block('gallery', caption.length > 0 ? 'figure' : 'div', 'gallery', ...rows.flat(), ...caption);
}

/** As many rows as the shapes of all give, about equally full. */
function rowsOf(shown: readonly Shown[]): Shown[][] {
  const whole = shapeOfAll(shown);
  const count = Math.max(1, Math.round(whole / rowShape));
  const rows: Shown[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const one of shown) {
    const shape = shapeOf(one.picture);
    rows[Math.floor(((before + shape / 2) / whole) * count)]!.push(one);
    before += shape;
  }
  return rows.filter((row) => row.length > 0);
}

const shapeOf = (picture: Token): number => Number(picture.attrGet('width')) / Number(picture.attrGet('height'));

/** Of pictures beside one another. */
const shapeOfAll = (shown: readonly Shown[]): number => shown.reduce((sum, { picture }) => sum + shapeOf(picture), 0);

function nearestShape(shape: number): string {
  const farFrom = (name: string) => Math.abs(Math.log(shapes[name]! / shape));
  return Object.keys(shapes).reduce((nearest, name) => (farFrom(name) < farFrom(nearest) ? name : nearest));
}

/** `part`: of the width of the text. */
function setSizes({ attrs, meta }: Token, part: number): void {
  for (const attribute of [...(attrs ?? []), ...((meta?.source as [string, string][] | undefined) ?? [])]) {
    if (attribute[0] === 'sizes') attribute[1] = sizesInRow(part);
  }
}

/** What stands around a picture that can be looked at closely (`reader/pictures`). */
function lookTag(nesting: 1 | -1, picture?: Token): Token {
  const token = Object.assign(textToken(''), { type: nesting === 1 ? 'link_open' : 'link_close', tag: 'a', nesting });
  if (picture) {
    const { largest } = picture.meta as { largest: string };
    token.attrs = [
      ['class', 'look'],
      ['href', largest],
    ];
  }
  return token;
}

const captionOf = (tokens: Token[]): Token[] => [captionTag(1), ...tokens, captionTag(-1)];

const captionTag = (nesting: 1 | -1): Token =>
  Object.assign(textToken(''), { type: nesting === 1 ? 'caption_open' : 'caption_close', tag: 'figcaption', nesting });

const copyOf = (token: Token): Token => Object.assign(Object.create(Object.getPrototypeOf(token)) as Token, token);
