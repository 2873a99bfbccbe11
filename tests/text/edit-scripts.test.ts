/** Marks through the edits of an article: on the right words, or openly lost. What is right is known by the characters. */
import { describe, expect, test } from 'vitest';
import { certainPassageAt, find } from '../../src/text/anchor.ts';
import { type Random, randomFrom } from '../random.ts';
import { edits } from './edits.ts';
import { sampleArticle } from './sample-articles.ts';
import { type Block, fateOf, flat, isRight, textOfTracked, tracked } from './tracked-text.ts';

type Count = { wrong: string[]; there: number; found: number };

/** A reader's marks: words, sentences, paragraphs, and what crosses them; never half of a word. */
function spansToMark(text: string, random: Random): { start: number; end: number }[] {
  const borders = [0, ...Array.from(text.matchAll(/\s+/gu), ({ index }) => index + 1), text.length + 1];
  return [1, 2, 3, 5, 8, 15, 40, 100].flatMap((words) => {
    const at = random.whole(borders.length - words);
    const raw = text.slice(borders[at], borders[at + words]! - 1);
    const start = borders[at]! + (raw.length - raw.trimStart().length);
    const end = start + raw.trim().length;
    return /\p{L}/u.test(text.slice(start, end)) ? [{ start, end }] : [];
  });
}

function judge(seed: number, names: string[], count: Count) {
  const random = randomFrom(seed);
  const blocks = tracked(sampleArticle(seed % 3 === 0 ? 'ur' : 'en', random));
  const before = flat(blocks);
  const text = textOfTracked(before);
  let changed: Block[] = blocks;
  for (const name of names) changed = edits[name]!(changed, random);
  const after = flat(changed);
  const edited = textOfTracked(after);
  const spans = spansToMark(text, random);
  const passages = spans.map(({ start, end }) => certainPassageAt(text, start, end));
  expect(passages.map((passage) => find(passage, text))).toEqual(spans);
  for (const [place, passage] of passages.entries()) {
    const { start, end } = spans[place]!;
    const marked = before.slice(start, end);
    const span = find(passage, edited);
    const said = `${seed} ${names.join(', ')}: ${JSON.stringify(passage.exact)}`;
    if (span && !isRight(marked, after.slice(span.start, span.end)))
      count.wrong.push(`${said} on ${JSON.stringify(edited.slice(span.start, span.end))}`);
    if (fateOf(marked, after) !== 'there') continue;
    count.there += 1;
    if (span) count.found += 1;
  }
}

function scripts(seeds: readonly number[], names: (seed: number, random: Random) => string[]): Count {
  const count: Count = { wrong: [], there: 0, found: 0 };
  for (const seed of seeds) judge(seed, names(seed, randomFrom(seed)), count);
  return count;
}

const seedsFrom = (first: number, count: number) => Array.from({ length: count }, (_, place) => first + place);

const names = Object.keys(edits);

describe('marks in an article that was edited', () => {
  test.each(names)('by %s are on the right words or lost', (name) => {
    const { wrong, there, found } = scripts(seedsFrom(1, 6), () => [name]);
    expect(wrong).toEqual([]);
    expect(there).toBeGreaterThan(20);
    expect(found / there).toBeGreaterThanOrEqual(0.8);
  });

  // 240 scripts of up to five edits.
  test.each([1, 41, 81, 121, 161, 201])(
    'in 40 ways from %i on: none on wrong words, 95 of 100 found again',
    { timeout: 120_000 },
    (first) => {
      const { wrong, there, found } = scripts(seedsFrom(first, 40), (seed, random) =>
        Array.from({ length: 1 + (seed % 5) }, () => random.one(names)),
      );
      expect(wrong).toEqual([]);
      expect(there).toBeGreaterThan(150);
      expect(found / there).toBeGreaterThanOrEqual(0.95);
    },
  );
});
