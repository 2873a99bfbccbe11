/**
 * English endings, taken off so lightly that nobody is surprised: plurals, and the -ed and -ing of verbs. The steps are
 * 1a, 1b and 5 of Porter (1980), "An algorithm for suffix stripping", without those that join words of different
 * meaning; words that only look as if they had an ending are left alone.
 */

const untouched = new Set(
  (
    'news series species physics politics economics mathematics athletics ethics always perhaps besides towards ' +
    'whereas lens gas bus bias atlas canvas christmas texas paris james charles ' +
    'during evening morning nothing something anything everything building meeting wedding ceiling feeling string ' +
    'spring bring sibling sterling viking hundred sacred wicked naked indeed united paste waste else one once'
  ).split(' '),
);

const vowel = /[aeiou]|(?<=[^aeiou])y/;
/** Consonant, vowel, consonant, as in "hop" and "vot": an e was lost before the ending. */
const short = /^[^aeiou]*[aeiouy][^aeiouwxy]$/;

/** `word` is folded; only words of a-z are changed. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word) || untouched.has(word)) return word;
  const singular = withoutPlural(word);
  if (untouched.has(singular)) return singular;
  return withoutLastE(withoutEnding(singular));
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:[sc]h|ss|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function withoutEnding(word: string): string {
  if (/[^aeiou]ied$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  const [, root = ''] = /^(.{3,}?)(?:ed|ing)$/.exec(word) ?? [];
  if (!vowel.test(root) || /(?:eed|[^e]eing)$/.test(word)) return word;
  if (root.endsWith('ee')) return root;
  if (/(?:at|bl|iz)$/.test(root)) return `${root}e`;
  if (/([bdfgmnprt])\1$/.test(root)) return root.slice(0, -1);
  return short.test(root) ? `${root}e` : root;
}

/** So that "cause" and "causing" meet; "plane" keeps it, else it would be a plan. */
function withoutLastE(word: string): string {
  if (word.length < 5 || !/[^aeiou]e$/.test(word)) return word;
  const root = word.slice(0, -1);
  return short.test(root) || !vowel.test(root) ? word : root;
}
