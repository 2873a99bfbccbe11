/** Whether the Exif data of a picture says where it was taken: https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf, 4.6.3. */

/** The tag that leads to the place, in the first directory of the TIFF that Exif is. */
const placeTag = 0x8825;

export function holdsPlace(exif: Uint8Array): boolean {
  // "Exif\0\0" stands before it in a JPEG.
  const start = exif[0] === 0x45 ? 6 : 0;
  const tiff = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start);
  try {
    const isLittle = tiff.getUint16(0) === 0x4949;
    const directory = tiff.getUint32(4, isLittle);
    const entries = tiff.getUint16(directory, isLittle);
    for (let at = directory + 2; at < directory + 2 + entries * 12; at += 12) {
      if (tiff.getUint16(at, isLittle) === placeTag) return true;
    }
  } catch {
    // It is shorter than it says.
  }
  return false;
}
