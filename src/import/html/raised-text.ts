/** Text set above or below the line, in the characters that Unicode has for it: m², H₂O, 10⁻⁶. */

const above: Record<string, string> = Object.fromEntries(
  Array.from('0123456789+-−=()ni', (plain, index) => [plain, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ')[index]!]),
);
const below: Record<string, string> = Object.fromEntries(
  Array.from('0123456789+-−=()', (plain, index) => [plain, Array.from('₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎')[index]!]),
);

/** Words such as "th" and "er" stay as they are; a figure that has no such character keeps its meaning with "^" or "_". */
export function raised(text: string, where: 'sup' | 'sub'): string {
  const signs = where === 'sup' ? above : below;
  const characters = Array.from(text.trim());
  if (characters.length > 0 && characters.every((character) => character in signs)) {
    return text.replace(text.trim(), characters.map((character) => signs[character]).join(''));
  }
  if (!/\d/.test(text) || /\s|[.,;[\]*]/.test(text.trim()) || characters.length > 12) return text;
  return `${where === 'sup' ? '^' : '_'}${characters.length > 1 ? `(${text.trim()})` : text.trim()}`;
}
