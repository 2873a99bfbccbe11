/** Faces beyond the publication's own. They are made known to the document only when the reader has chosen them, and browsers fetch what is used. */

/** A face as `new FontFace(family, source, descriptors)` takes it; it is kept in this form, for the first paint. */
export type Face = [family: string, source: string, descriptors: FontFaceDescriptors & { sizeAdjust?: string }];

/** Makes faces known, each once. */
export function addFaces(faces: readonly Face[]): void {
  // Where a document has no faces of its own (old engines, tests) the fallbacks of the sheet stand in.
  if (!('fonts' in document) || typeof FontFace === 'undefined') return;
  const known = new Set(Array.from(document.fonts, ({ family }) => family.replaceAll('"', '')));
  for (const [family, source, descriptors] of faces) {
    if (!known.has(family)) document.fonts.add(new FontFace(family, source, descriptors));
  }
}
