/**
 * Where the lines of a text stand in the window, and which words of it are where. Everything is found anew from the
 * document, so it holds at any size of type; the elements are only read.
 */
import { blockAround, endsBelow } from './blocks.ts';
import { passageAt, find } from './anchor.ts';
import { pointOf } from './code-points.ts';
import { type BodyText, rangeOf, type Span, textOf } from './text-of-body.ts';
import type { Passage } from './passage.ts';
import { firstThat } from '../publication/first-that.ts';

/** The line that is read first stands so far below the top of the window, in pixels, or is the next after that. */
export const readingLine = 24;

/** Where the eye is while a text is scrolled, as a share of the window's height. */
export const eyeLevel = 0.3;

/** So many characters of a line name it. */
const nameOfALine = 160;

export type Lines = {
  text: string;
  /** Characters of the text before the notes at its end. */
  length: number;
  /** What stands in the window between two heights; an empty span where nothing does. */
  between(top: number, bottom: number): Span;
  /** The words of the document in a part of the text, or nothing where there are none. */
  rangeOf(part: Span): Range | undefined;
  /** The passage at a character: the words from there to the end of the block, or as many as name them. */
  passageAt(start: number): Passage;
  /** Where a passage begins now: at its words, or at the nearest block before them. */
  startOf(passage: Passage): number;
  /** The height of the line of a character in the window, and the child of the body that holds it. */
  positionOf(start: number): { top: number; block: Element } | undefined;
  /** Whether the document still has the text nodes that were read: a translator puts others in their place. */
  isCurrent(): boolean;
};

export function linesOf(body: Element): Lines {
  const read = textOf(body);
  const { text, pieces } = read;
  const blocks = wordsOfBlocks(body, read);
  const notes = blocks.find(({ element }) => element.matches('[role=doc-endnotes]'));
  const length = notes?.start ?? text.length;

  /** The first character from `start` on that has a box has it here. */
  function boxAt(start: number, end: number): DOMRect | undefined {
    for (let at = start; at < end; at += 1) {
      const box = rangeOf(read, at, at + 1)?.getClientRects()[0];
      if (box && box.height > 0) return box;
    }
    return undefined;
  }

  const blockAt = (start: number) => blocks.findLast((block) => block.start <= start);

  /** The first character whose line stands with its middle at a height or below it. */
  function firstBelow(height: number): number {
    const index = firstThat(0, blocks.length, (at) => endsBelow(blocks[at]!.element, height));
    const block = blocks[index];
    if (!block) return text.length;
    const first = firstThat(block.start, block.end, (at) => {
      const box = boxAt(at, block.end);
      return box === undefined || box.top + box.height / 2 >= height;
    });
    // Only the leading under its last line may be below: the first line there is that of the next block.
    return first < block.end ? first : (blocks[index + 1]?.start ?? text.length);
  }

  return {
    text,
    length,
    between(top, bottom) {
      const from = Math.min(firstBelow(top), length);
      return { start: from, end: Math.max(from, Math.min(firstBelow(bottom), length)) };
    },
    rangeOf: ({ start, end }) => rangeOf(read, start, end),
    passageAt(start) {
      return passageAt(text, start, Math.min(start + nameOfALine, blockAt(start)?.end ?? text.length));
    },
    startOf(passage) {
      const words = find(passage, text);
      if (words) return words.start;
      const before = find(wordsBefore(passage), text);
      if (before) return blockAt(before.start)?.start ?? 0;
      // The block may be gone itself: one too many is read twice, none is missed.
      return blocks[Math.min(Math.max(0, passage.block - 1), blocks.length - 1)]?.start ?? 0;
    },
    positionOf(start) {
      const block = blockAt(start);
      const box = block && (boxAt(start, block.end) ?? block.element.getBoundingClientRect());
      return block && box && { top: box.top, block: block.element };
    },
    isCurrent: () => pieces.length > 0 && pieces[0]!.node.isConnected && pieces.at(-1)!.node.isConnected,
  };
}

/** What stood before a passage, as a passage: where the words themselves are gone, it is the nearest before them. */
const wordsBefore = ({ prefix, start, block }: Passage): Passage => {
  const exact = prefix.trim();
  return {
    exact,
    prefix: '',
    suffix: '',
    start: Math.max(0, start - pointOf(prefix, prefix.length)),
    end: start,
    block,
  };
};

type Block = Span & { element: Element };

/** The blocks of the body that hold words, each with its part of the text. */
function wordsOfBlocks(body: Element, { pieces, text }: BodyText): Block[] {
  const blocks: Block[] = [];
  for (const { node, start } of pieces) {
    const element = blockAround(body, node);
    if (!element || element === blocks.at(-1)?.element) continue;
    blocks.push({ element, start, end: text.length });
  }
  for (const [index, block] of blocks.entries()) block.end = (blocks[index + 1]?.start ?? text.length + 2) - 2;
  return blocks;
}
