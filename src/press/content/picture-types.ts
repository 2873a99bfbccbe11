/** Tells the type of a picture from its bytes, whatever its file is called. */

export type PictureType = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'svg';

/** The extensions of each type, the usual one first. */
export const typesOf: Record<PictureType, readonly [string, ...string[]]> = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  webp: ['webp'],
  avif: ['avif'],
  gif: ['gif'],
  svg: ['svg'],
};

/** The type by the first bytes; undefined for any other. */
export function typeOf(bytes: Buffer): PictureType | undefined {
  const ascii = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (ascii(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp';
  if (ascii(4, 8) === 'ftyp' && /avi[fs]/.test(ascii(8, 32))) return 'avif';
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return 'gif';
  return svgStart.test(bytes.toString('utf8', 0, 65_536)) ? 'svg' : undefined;
}

/** An XML declaration, comments and a document type may come before the root. */
const svgStart =
  /^\ufeff?\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[^])*-->\s*|<!DOCTYPE\s+svg[^>[]*(?:\[[^\]]*\])?\s*>\s*)*<(?:\w+:)?svg[\s>]/i;
