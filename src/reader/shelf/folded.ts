/**
 * Text as it is compared in a search: the same letter is the same however a keyboard or a typesetter wrote it. Accents,
 * vowel signs, joiners and case fall away; Arabic letters are those of Urdu (ي and ى are ی, ك is ک, ه and ة are ہ),
 * digits are Latin, apostrophes straight (UAX #15, NFKD).
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[هةۃھ]/g, 'ہ')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[’‘ʼ]/g, "'");

/** Whether a folded text has every word of a query. */
export const hasWords = (text: string, query: string): boolean =>
  folded(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
