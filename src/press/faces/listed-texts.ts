/**
 * What lists show in Urdu where the publication is in another language, such as one Urdu headline in Must Read, and
 * the glyphs of Nastaliq that it takes. A face of these alone is a twentieth of the whole.
 */
import * as harfbuzz from 'harfbuzzjs';
import type { Edition } from '../../publication/edition.ts';

const isUrdu = (language: string | undefined): boolean => /^ur(?:-|$)/.test(language ?? '');

/** The words that lists set in this weight: `.entries` and the foot, as `lists.css` and `must-read.css` have them. */
export function listedTexts(edition: Edition, weight: 400 | 600): string[] {
  if (isUrdu(edition.language)) return [];
  const { authors, pages } = edition.content;
  const articles = edition.articles.filter(({ language }) => isUrdu(language));
  const names = [...authors.values()].filter(({ language }) => isUrdu(language)).map(({ name }) => name);
  const titles = [...pages.values()].filter(({ language }) => isUrdu(language)).map(({ title }) => title);
  const texts = articles.flatMap(({ headline, kicker, standfirst }) =>
    weight === 600 ? [headline, kicker] : [standfirst],
  );
  return [...texts, ...names, ...titles].filter((text) => text !== undefined);
}

/** Every glyph that these texts take on the way to what is seen: a form may be made of another that is then replaced. */
export function glyphsOfTexts(
  whole: Uint8Array,
  texts: readonly string[],
  weight: number,
): { glyphs: number[]; all: number } {
  const face = new harfbuzz.Face(new harfbuzz.Blob(Uint8Array.from(whole)));
  const font = new harfbuzz.Font(face);
  font.setVariations([new harfbuzz.Variation('wght', weight)]);
  const glyphs = new Set<number>();
  const take = (buffer: harfbuzz.Buffer) => {
    for (const { codepoint } of buffer.getGlyphInfos()) glyphs.add(codepoint);
    return true;
  };
  // Browsers shape a line or a word at a time.
  for (const text of new Set(texts.flatMap((whole) => [whole, ...whole.split(/[^\p{Script=Arabic}\p{M}]+/u)]))) {
    const buffer = urduBuffer(text);
    buffer.setMessageFunc(take);
    harfbuzz.shape(font, buffer);
    take(buffer);
  }
  return { glyphs: [...glyphs].toSorted((one, other) => one - other), all: glyphCount(face) };
}

/** As the table `maxp` has it. */
function glyphCount(face: harfbuzz.Face): number {
  const table = face.referenceTable('maxp');
  return table ? Buffer.from(table).readUInt16BE(4) : 0;
}

function urduBuffer(text: string): harfbuzz.Buffer {
  const buffer = new harfbuzz.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(harfbuzz.Direction.RTL);
  buffer.setLanguage('ur');
  return buffer;
}
