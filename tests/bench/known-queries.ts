/** Queries of readers who know the article they look for, each as it may go wrong. The same for the same archive. */
import type { Article, Edition } from '../../src/publication/edition.ts';
import { plainText } from '../../src/publication/plain-text.ts';
import { isInPairs } from '../../src/publication/search/words-of.ts';
import { type Draw, drawFrom } from './prose.ts';

export type Way = 'phrase' | 'typo' | 'order' | 'keyboard';

export type KnownQuery = { way: Way; text: string; slug: string };

const phraseLength = 6;

export function knownQueries(edition: Edition): KnownQuery[] {
  const texts = new Map(
    edition.articles.map(({ slug }) => [slug, plainText(edition.content.text(`articles/${slug}`).html)]),
  );
  const isRare = rareWords(texts.values());
  return edition.articles.flatMap((article, number) => {
    const draw = drawFrom(0x10ad + number);
    const queries: [Way, string | undefined][] = [
      ['phrase', rarePhrase(draw, article.slug, texts, isRare)],
      ['typo', mistyped(draw, article)],
      ['order', reordered(draw, article)],
      ['keyboard', onAnotherKeyboard(article)],
    ];
    return queries.flatMap(([way, text]) => (text === undefined ? [] : [{ way, text, slug: article.slug }]));
  });
}

/** Words as they follow each other in this article and in no other, two of them seldom met: what a reader remembers. */
function rarePhrase(draw: Draw, slug: string, texts: ReadonlyMap<string, string>, isRare: (word: string) => boolean) {
  const text = texts.get(slug) ?? '';
  const spaced = !isInPairs(text.slice(0, 40));
  const words = spaced ? text.split(' ') : Array.from(text);
  const length = spaced ? phraseLength : phraseLength * 2;
  if (words.length < length * 2) return undefined;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const start = draw.below(words.length - length);
    const chosen = words.slice(start, start + length);
    if (spaced && chosen.filter(isRare).length < 2) continue;
    const phrase = chosen.join(spaced ? ' ' : '');
    const elsewhere = [...texts].some(([other, whole]) => other !== slug && whole.includes(phrase));
    if (!elsewhere) return phrase.replace(/["“”„«»]/g, '');
  }
  return undefined;
}

/** In fewer than a tenth of the texts. */
function rareWords(texts: Iterable<string>): (word: string) => boolean {
  const counts = new Map<string, number>();
  let all = 0;
  for (const text of texts) {
    all += 1;
    for (const word of new Set(text.split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (word) => /^\p{L}{3,}/u.test(word) && (counts.get(word) ?? 0) < all / 10;
}

/** One letter of the headline left out, doubled, changed, or exchanged with the next, in a word of five and more. */
function mistyped(draw: Draw, { headline }: Article): string | undefined {
  const words = headline.split(' ');
  const long = words.flatMap((word, place) => (/^\p{L}{5,}$/u.test(word) && !isInPairs(word) ? [place] : []));
  if (long.length === 0) return undefined;
  const place = draw.one(long);
  const letters = Array.from(words[place]!);
  const at = 1 + draw.below(letters.length - 2);
  const before = letters.join('');
  const slips = [
    () => letters.splice(at, 1),
    () => letters.splice(at, 0, letters[at]!),
    () => letters.splice(at, 1, letters[0]!),
    () => letters.splice(at, 2, letters[at + 1]!, letters[at]!),
  ];
  draw.one(slips)();
  if (letters.join('') === before) letters.splice(at, 1);
  words[place] = letters.join('');
  return words.join(' ');
}

function reordered(draw: Draw, { headline }: Article): string | undefined {
  const words = headline.split(' ');
  return words.length < 3 ? undefined : draw.some(words, words.length).join(' ');
}

/** A keyboard of Urdu has other codes for these letters than one of Arabic, and each has its own digits. */
const ofUrdu = 'یکہ۰۱۲۳۴۵۶۷۸۹';
const ofArabic = 'يكه٠١٢٣٤٥٦٧٨٩';

function onAnotherKeyboard({ headline, language }: Article): string | undefined {
  if (language !== 'ur' && language !== 'ar') return undefined;
  const [from, to] = language === 'ur' ? [ofUrdu, ofArabic] : [ofArabic, ofUrdu];
  const typed = headline.replace(new RegExp(`[${from}]`, 'g'), (letter) => to.charAt(from.indexOf(letter)));
  return typed === headline ? undefined : typed;
}
