/**
 * The part of a picture that lists and portraits show: cut to a shape around a focus, which the editor may name
 * ("left top", "30% 60%"); without one, the middle.
 */

export type Shape = 'teaser' | 'portrait';

/** Width by height; `styles/lists.css` and `styles/base.css` show them so. */
export const shapes: Record<Shape, number> = { teaser: 3 / 2, portrait: 1 };

/** In per cent of the picture, from its left and its top, in any language. */
export type Focus = { x: number; y: number };

const words: Record<string, number> = { left: 0, top: 0, center: 50, right: 100, bottom: 100 };

/** Undefined where it is no focus. */
export function focusOf(written: string): Focus | undefined {
  const [, first = '', second = 'center'] = /^([a-z]+|\d{1,3}%)(?: ([a-z]+|\d{1,3}%))?$/.exec(written) ?? [];
  const isDown = (word: string) => word === 'top' || word === 'bottom';
  // "top left" says the same as "left top"; "top" alone is in the middle across.
  const [across, down] = isDown(first) || second === 'left' || second === 'right' ? [second, first] : [first, second];
  if (isDown(across) || down === 'left' || down === 'right') return undefined;
  const [x, y] = [across, down].map((part) => words[part] ?? (part.endsWith('%') ? Number(part.slice(0, -1)) : NaN));
  return x! <= 100 && y! <= 100 ? { x: x!, y: y! } : undefined;
}

/** The middle where nothing is written, or what is no focus. */
export const focusAt = (written = 'center'): Focus => focusOf(written) ?? { x: 50, y: 50 };

export type Crop = { shape: Shape; focus: Focus };

/** By which the content knows a part of a picture beside the whole. */
export function cropSource(source: string, shape: Shape, written?: string): string {
  const { x, y } = focusAt(written);
  return `${shape} ${x} ${y} ${source}`;
}

/** The picture and the part of it; undefined for the source of a whole one. */
export function cropIn(cropped: string): (Crop & { source: string }) | undefined {
  const [, shape, x, y, source] = /^(teaser|portrait) (\d+) (\d+) (.*)$/s.exec(cropped) ?? [];
  return source === undefined ? undefined : { shape: shape as Shape, focus: { x: Number(x), y: Number(y) }, source };
}

/** The largest part of the shape around the focus, in the pixels of a picture. */
export function partOf(
  { width, height }: { width: number; height: number },
  { shape, focus }: Crop,
): { left: number; top: number; width: number; height: number } {
  const ratio = shapes[shape];
  const part =
    width > height * ratio
      ? { width: Math.round(height * ratio), height }
      : { width, height: Math.max(1, Math.round(width / ratio)) };
  const start = (room: number, size: number, at: number) =>
    Math.round(Math.min(Math.max((room * at) / 100 - size / 2, 0), room - size));
  return { ...part, left: start(width, part.width, focus.x), top: start(height, part.height, focus.y) };
}

/** Classes of the sheet that show a whole picture so in a box of another shape, to a quarter of its width and height. */
export function focusClasses({ x, y }: Focus): string | undefined {
  const near = (at: number) => Math.round(at / 25) * 25;
  const classes = [near(x) !== 50 && `focus-x-${near(x)}`, near(y) !== 50 && `focus-y-${near(y)}`].filter(Boolean);
  return classes.length > 0 ? ['focus', ...classes].join(' ') : undefined;
}
