/**
 * What lists show in Urdu where the publication is in another language, such as one Urdu headline in Must Read, and
 * the glyphs of Nastaliq that it takes: a fifteenth of the whole for two headlines, a third for 3,000.
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

/**
 * What of the texts is set in the face without a gap, each once: words with the stops at their ends. It is what is in
 * the face's `unicode-range`; a space is not, so browsers shape each of these by itself.
 */
export const wordsOfTexts = (texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap((text) => text.match(inRange) ?? []))].toSorted();

const inRange = /[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\u200c-\u200e\ufb50-\ufdff\ufe70-\ufefc]+/g;

/** Every glyph that these words take on the way to what is seen: a form may be made of another that is then replaced. */
export function glyphsOfWords(font: Uint8Array, words: readonly string[], weight: number): number[] {
  const shaper = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(Uint8Array.from(font))));
  shaper.setVariations([new harfbuzz.Variation('wght', weight)]);
  const glyphs = new Set<number>();
  const take = (buffer: harfbuzz.Buffer) => {
    for (const { codepoint } of buffer.getGlyphInfos()) glyphs.add(codepoint);
  };
  for (const word of words) {
    const buffer = new harfbuzz.Buffer();
    buffer.addText(word);
    buffer.guessSegmentProperties();
    buffer.setLanguage('ur');
    // A lookup may call others, which each say what they are about to do.
    buffer.setMessageFunc((shaped) => {
      take(shaped);
      return true;
    });
    harfbuzz.shape(shaper, buffer);
    take(buffer);
  }
  return [...glyphs].toSorted((one, other) => one - other);
}
