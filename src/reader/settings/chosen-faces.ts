/**
 * The files of the Latin faces that a reader may choose, upright and slanted; browsers fetch those whose letters are on
 * the page. Those of Urdu are in the sheet.
 */
import atkinsonExtended from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?url';
import atkinsonItalic from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2?url';
import atkinson from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import interExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import interItalic from '@fontsource-variable/inter/files/inter-latin-wght-italic.woff2?url';
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import literataExtended from '@fontsource-variable/literata/files/literata-latin-ext-wght-normal.woff2?url';
import literataItalic from '@fontsource-variable/literata/files/literata-latin-wght-italic.woff2?url';
import literata from '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2?url';
import type { Face } from './faces.ts';
import type { Settings } from './settings.ts';

const latin =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, ' +
  'U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD';
const latinExtended =
  'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, ' +
  'U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF';

type Family = { weight: string; xHeight: number; upright: string; slanted: string; extended: string };

/** Of Literata, in sizes of the type. */
const xHeightOfText = 0.507;

/**
 * The names by which `tokens.css` asks for them. Each is drawn at the size at which its small letters are as high as those
 * of the publication's own face, so that a size that was chosen with one face is right with another.
 */
function latinFace(family: string, { weight, xHeight, ...files }: Family): Face[] {
  const all = { weight, sizeAdjust: `${((xHeightOfText / xHeight) * 100).toFixed(1)}%` };
  return [
    face(family, files.upright, { ...all, unicodeRange: latin }),
    face(family, files.slanted, { ...all, unicodeRange: latin, style: 'italic' }),
    face(family, files.extended, { ...all, unicodeRange: latinExtended }),
  ];
}

function face(family: string, file: string, descriptors: Face[2]): Face {
  return [family, `url(${file})`, { ...descriptors, display: 'swap' }];
}

/** The publication's own is in the sheet. */
const faces = {
  literata: [],
  ...(PUBLICATION_FACE !== 'sans' && {
    sans: latinFace('Inter', {
      weight: '100 900',
      xHeight: 0.546,
      upright: inter,
      slanted: interItalic,
      extended: interExtended,
    }),
  }),
  ...(PUBLICATION_FACE !== 'legible' && {
    legible: latinFace('Atkinson Hyperlegible Next', {
      weight: '200 800',
      xHeight: 0.496,
      upright: atkinson,
      slanted: atkinsonItalic,
      extended: atkinsonExtended,
    }),
  }),
  ...(PUBLICATION_FACE !== 'literata' && {
    serif: latinFace('Literata', {
      weight: '200 900',
      xHeight: xHeightOfText,
      upright: literata,
      slanted: literataItalic,
      extended: literataExtended,
    }),
  }),
} as Record<Settings['face'], Face[]>;

export const chosenFaces = ({ face }: Settings): Face[] => faces[face];
