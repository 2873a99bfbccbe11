/** What an editor does to an article between two visits of a reader. Each edit takes the blocks and gives new ones. */
import type { Random } from '../random.ts';
import { type Block, type Tracked, typed } from './tracked-text.ts';

export type Edit = (blocks: Block[], random: Random) => Block[];

const inOne =
  (change: (block: Block, random: Random) => Block[]): Edit =>
  (blocks, random) => {
    const place = random.whole(blocks.length);
    return blocks.flatMap((block, at) => (at === place ? change(block, random) : [block]));
  };

const everySign =
  (change: (sign: Tracked, at: number, block: Block, random: Random) => Block): Edit =>
  (blocks, random) =>
    blocks.map((block) => block.flatMap((sign, at) => change(sign, at, block, random)));

const isLetter = ({ sign }: Tracked) => /\p{L}/u.test(sign);

const mistypes = (share: number) =>
  inOne((block, random) => [
    block.flatMap((sign) => {
      if (!isLetter(sign) || random.fraction() > share) return [sign];
      const way = random.whole(3);
      return way === 0 ? [] : way === 1 ? typed(sign.sign === 'e' ? 'a' : 'e') : [sign, ...typed(sign.sign)];
    }),
  ]);

const sentencesOf = (block: Block): Block[] => {
  const ends = block.flatMap(({ sign }, at) => (/[.?!۔؟\n]/.test(sign) && at < block.length - 1 ? [at + 1] : []));
  return [0, ...ends].map((start, at) => block.slice(start, ends[at] ?? block.length));
};

const changedSigns = (signs: Record<string, string>) =>
  everySign((sign) => (sign.sign in signs ? typed(signs[sign.sign]!) : [sign]));

export const edits: Record<string, Edit> = {
  'a typo': mistypes(0.01),
  'some typos': mistypes(0.03),
  'many typos': mistypes(0.1),
  'typos everywhere': everySign((sign, _at, _block, random) =>
    isLetter(sign) && random.fraction() < 0.004 ? typed('x') : [sign],
  ),
  'a word replaced': inOne((block, random) => {
    const starts = block.flatMap(({ sign }, at) => (sign === ' ' ? [at + 1] : []));
    const start = starts[random.whole(starts.length)] ?? 0;
    const end = block.findIndex(({ sign }, at) => at > start && sign === ' ');
    return [[...block.slice(0, start), ...typed('something'), ...(end === -1 ? [] : block.slice(end))]];
  }),
  'a sentence deleted': inOne((block, random) => {
    const sentences = sentencesOf(block);
    sentences.splice(random.whole(sentences.length), 1);
    return [sentences.flat()];
  }),
  'a sentence added': inOne((block, random) => {
    const sentences = sentencesOf(block);
    sentences.splice(random.whole(sentences.length + 1), 0, typed(' This was not known when we went to press.'));
    return [sentences.flat()];
  }),
  'two sentences exchanged': inOne((block, random) => {
    const sentences = sentencesOf(block);
    const [taken = []] = sentences.splice(random.whole(sentences.length), 1);
    sentences.splice(random.whole(sentences.length + 1), 0, taken);
    return [sentences.flat()];
  }),
  'a paragraph deleted': inOne(() => []),
  'three paragraphs deleted': (blocks, random) => {
    const place = random.whole(blocks.length - 3);
    return blocks.filter((_, at) => at < place || at >= place + 3);
  },
  'a paragraph moved': (blocks, random) => {
    const rest = [...blocks];
    const [taken = []] = rest.splice(random.whole(rest.length), 1);
    rest.splice(random.whole(rest.length + 1), 0, taken);
    return rest;
  },
  'a paragraph doubled': inOne((block) => [block, block]),
  'a paragraph repeated elsewhere': (blocks, random) => {
    const copy = random.one(blocks);
    return blocks.toSpliced(random.whole(blocks.length + 1), 0, copy);
  },
  'a paragraph above': (blocks) => [
    typed('Editor’s note: this account was corrected after it was printed.'),
    ...blocks,
  ],
  'paragraphs added': (blocks, random) =>
    blocks.flatMap((block) =>
      random.fraction() < 0.2 ? [block, typed('More on this will follow in our next number.')] : [block],
    ),
  'a changed heading': (blocks, random) => {
    const place = blocks.findIndex((block) => block.length < 90);
    return blocks.map((block, at) => (at === place ? [...typed('What '), ...block.slice(random.whole(9))] : block));
  },
  'paragraphs split': inOne((block, random) => {
    const sentences = sentencesOf(block);
    const place = random.whole(sentences.length);
    return [sentences.slice(0, place).flat(), sentences.slice(place).flat()].filter((part) => part.length > 0);
  }),
  'paragraphs joined': (blocks, random) => {
    const place = random.whole(blocks.length - 1);
    return blocks.flatMap((block, at) =>
      at === place ? [[...block, ...typed(' '), ...blocks[at + 1]!]] : at === place + 1 ? [] : [block],
    );
  },
  'straight quotes and short dashes': changedSigns({ '“': '"', '”': '"', '’': "'", '—': '-' }),
  'other quotes and dashes': changedSigns({ '“': '«', '”': '»', '’': '‘', '—': '–', ',': ',' }),
  'dashes without spaces': everySign((sign, at, block) =>
    sign.sign === ' ' && (block[at - 1]?.sign === '—' || block[at + 1]?.sign === '—') ? [] : [sign],
  ),
  'wide spaces': everySign((sign, _at, _block, random) =>
    sign.sign === ' ' && random.fraction() < 0.3 ? typed(random.fraction() < 0.5 ? '  ' : '\u00a0') : [sign],
  ),
  'letters taken apart': everySign(({ sign, number }) =>
    sign
      .normalize('NFD')
      .split('')
      .map((part) => ({ sign: part, number })),
  ),
  'Arabic letters for Urdu ones': everySign(({ sign, number }) => [
    { sign: sign === 'ی' ? 'ي' : sign === 'ک' ? 'ك' : sign, number },
  ]),
  'signs nobody sees': everySign((sign, _at, _block, random) =>
    sign.sign === ' ' && random.fraction() < 0.2 ? [sign, ...typed('\u200f')] : [sign],
  ),
};
