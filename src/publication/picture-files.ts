/**
 * The files of a picture that is there in several sizes. `url` is the one for all who take a single file: feeds, search
 * engines, what is kept on the device. The sizes of `/images/harbour.jpg` lie in `/assets/pictures/harbour.jpg/`, named
 * by their content and width, so that each may be kept for ever, and the one file can be found from any of them.
 */
import type { Picture } from './content.ts';

/** The URL of a picture in one of its widths; of one that has no other size, its own. */
const sizedUrl = ({ url, sizes }: Picture, width: number): string =>
  sizes ? `${sizes.at}${width}.${sizes.type}` : url;

/** What `srcset` says of a picture: https://html.spec.whatwg.org/multipage/images.html#srcset-attributes. */
export const srcsetOf = (picture: Picture): string =>
  picture.sizes?.widths.map((width) => `${sizedUrl(picture, width)} ${width}w`).join(', ') ?? '';

/** The URL of the largest file of a picture. */
export const largestUrl = (picture: Picture): string => sizedUrl(picture, picture.sizes?.widths.at(-1) ?? 0);

/** The width and height of the largest file, in pixels. */
export function largestSize({ width, height, sizes }: Picture): { width: number; height: number } {
  const largest = sizes?.widths.at(-1) ?? width;
  return { width: largest, height: Math.round((height * largest) / width) };
}

/** Of a path below the base ("/assets/pictures/…"), that of the one file; undefined for any other. */
export const oneFileOf = (path: string): string | undefined =>
  path.startsWith(sized) ? `/images/${path.slice(sized.length, path.lastIndexOf('/'))}` : undefined;

const sized = '/assets/pictures/';

/** `part`: of the width of the text, where several are beside one another; on a telephone they may not be. */
const inText = (part: number): string => {
  const tenths = (length: number) => Math.round(length * part * 10) / 10;
  return `(max-width: 28rem) calc(100vw - 2.25rem), (max-width: 39rem) ${tenths(92)}vw, ${tenths(36)}rem`;
};

/**
 * How wide pictures are shown, for `sizes`. These are the numbers of the grid (`styles/page.css`, `--edge` and
 * `--measure` in `styles/tokens.css`) at the reader's first settings; a browser that knows `auto` asks the layout itself.
 */
const shownWidths = {
  text: /* @__PURE__ */ inText(1),
  lead: '(max-width: 28rem) calc(100vw - 2.25rem), (max-width: 50rem) 92vw, (62rem <= width < 75rem) calc(87vw - 19rem), 46rem',
  latest:
    '(max-width: 28rem) calc(100vw - 2.25rem), (max-width: 44rem) 92vw, (62rem <= width < 69rem) calc(87vw - 19rem), 22rem',
  list: '(max-width: 28rem) calc(100vw - 2.25rem), (max-width: 36rem) 92vw, 11rem',
  portrait: '2.75rem',
  profile: '7rem',
} as const;

export type Place = keyof typeof shownWidths;

/** What `sizes` says of a picture. Only those that wait until they are near may ask the layout. */
export const sizesAt = (place: Place, isLazy: boolean): string => `${isLazy ? 'auto, ' : ''}${shownWidths[place]}`;

/** The same of one in a row of several, which has this part of the width of the text. */
export const sizesInRow = (part: number): string => `auto, ${inText(part)}`;
