/**
 * Texts whose every character is known through any edit. Each has a number of its own; a copy keeps the number, what is
 * typed anew has none. So what became of marked words is known without looking for them.
 */
export type Tracked = { sign: string; number: number | undefined };
export type Block = Tracked[];

export const typed = (text: string): Block => text.split('').map((sign) => ({ sign, number: undefined }));

export function tracked(blocks: readonly string[]): Block[] {
  let number = 0;
  return blocks.map((block) => block.split('').map((sign) => ({ sign, number: (number += 1) })));
}

/** The characters of a whole text; the borders between blocks have no number. */
export const flat = (blocks: readonly Block[]): Block =>
  blocks.flatMap((block, place) => (place === 0 ? block : [...typed('\n\n'), ...block]));

export const textOfTracked = (signs: readonly Tracked[]): string => signs.map(({ sign }) => sign).join('');

const isOfWord = ({ sign }: Tracked) => /[\p{L}\p{N}]/u.test(sign) || sign > '\ud7ff';

/** What became of marked words. */
export type Fate = 'there' | 'changed' | 'gone';

export function fateOf(marked: readonly Tracked[], edited: readonly Tracked[]): Fate {
  const words = marked.filter(isOfWord);
  const numbers = new Set(words.map(({ number }) => number));
  const places = edited.flatMap((sign, place) => (isOfWord(sign) && numbers.has(sign.number) ? [place] : []));
  // Some part of the text, not much longer than the marked, holds nearly all of the words and little else.
  const most = marked.length * 1.15 + 4;
  const within = new Map<number | undefined, number>();
  const count = (place: number, step: number) => {
    const { number } = edited[place]!;
    const times = (within.get(number) ?? 0) + step;
    if (times === 0) within.delete(number);
    else within.set(number, times);
  };
  let best = 0;
  let from = 0;
  for (const place of places) {
    count(place, 1);
    for (; place - places[from]! >= most; from += 1) count(places[from]!, -1);
    best = Math.max(best, within.size / numbers.size);
  }
  return best >= 0.9 ? 'there' : best > 0 ? 'changed' : 'gone';
}

/** Whether a part of the edited text is the marked words: it has most of them, and words of no other place. */
export function isRight(marked: readonly Tracked[], found: readonly Tracked[]): boolean {
  const numbers = new Set(marked.filter(isOfWord).map(({ number }) => number));
  const words = found.filter(isOfWord);
  const own = words.filter(({ number }) => numbers.has(number));
  const strange = words.filter(({ number }) => number !== undefined && !numbers.has(number));
  return own.length > 0 && strange.length === 0 && own.length >= words.length / 2;
}
