/** Whether Exif data says where a picture was taken, in both byte orders and with what is broken. */
import { expect, test } from 'vitest';
import { holdsPlace } from '../../../src/press/pictures/exif.ts';

/** Exif data with a first directory of these tags. */
function exif(tags: number[], { isLittle = true, cut = 0, prefix = true } = {}): Uint8Array {
  const tiff = new DataView(new ArrayBuffer(10 + tags.length * 12));
  tiff.setUint16(0, isLittle ? 0x4949 : 0x4d4d);
  tiff.setUint16(2, 42, isLittle);
  tiff.setUint32(4, 8, isLittle);
  tiff.setUint16(8, tags.length, isLittle);
  for (const [index, tag] of tags.entries()) tiff.setUint16(10 + index * 12, tag, isLittle);
  const bytes = new Uint8Array(tiff.buffer);
  const whole = prefix ? Uint8Array.from([...Buffer.from('Exif\0\0'), ...bytes]) : bytes;
  return whole.subarray(0, whole.length - cut);
}

test.each([
  ['among others', exif([0x010f, 0x8825]), true],
  ['in the other order of bytes', exif([0x8825], { isLittle: false }), true],
  ['without the mark before it', exif([0x8825], { prefix: false }), true],
  ['not there', exif([0x010f, 0x0110]), false],
  ['cut off before it', exif([0x010f, 0x8825], { cut: 13 }), false],
  ['nothing at all', new Uint8Array(), false],
])('the place %s', (_, data, isThere) => {
  expect(holdsPlace(data)).toBe(isThere);
});
