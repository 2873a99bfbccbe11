/** The text of a Ghost post: its HTML where the export holds it, else the data of its editor. */
import type { Note } from '../item.ts';
import { markdownOf } from '../html/markdown-of.ts';
import { wordsUnder } from '../read/json-file.ts';
import { headingOf } from '../wording/markdown-text.ts';
import { markdownBlocks } from '../markdown/markdown-blocks.ts';
import { counted } from '../codes.ts';
import { lexicalPieces } from './lexical.ts';
import { mobiledocPieces } from './mobiledoc.ts';
import { openPieces, type Piece } from './pieces.ts';

export function ghostBody(post: unknown): { blocks: string[]; notes: Note[] } {
  const notes: Note[] = [];
  const blocks: string[] = [];
  const pieces = piecesOf(post, notes);
  const open = pieces.filter(({ is }) => is !== 'withheld');
  if (open.length < pieces.length) {
    const cards = counted(pieces.length - open.length, 'card');
    notes.push({ code: 'I502', message: `${cards} for mail or for members only: the open site never showed them.` });
  }
  for (const { is, text } of together(open)) {
    // Ghost writes "__GHOST_URL__" for the address of its site.
    const own = text.replaceAll('__GHOST_URL__', '');
    const read = is === 'html' ? markdownOf(own, { base: place }) : inMarkdown(own);
    blocks.push(...read.blocks.map((block) => block.replaceAll(place, '/')));
    notes.push(...read.notes);
  }
  return { blocks, notes };
}

/** Stands for the address of the site, which the export does not give (RFC 2606). */
const place = 'https://relative.invalid/';

/** A heading at the head of a card is one of the text, not its headline. */
function inMarkdown(text: string): { blocks: string[]; notes: Note[] } {
  const { blocks, headline, notes } = markdownBlocks(text, undefined, (html) => markdownOf(html, { base: place }));
  return { blocks: headline === undefined ? blocks : [headingOf(headline), ...blocks], notes };
}

function piecesOf(post: unknown, notes: Note[]): Piece[] {
  const html = wordsUnder(post, 'html');
  if (html !== undefined) return openPieces(html);
  for (const [name, pieces] of [
    ['lexical', lexicalPieces],
    ['mobiledoc', mobiledocPieces],
  ] as const) {
    const written = wordsUnder(post, name);
    if (written === undefined) continue;
    try {
      return pieces(JSON.parse(written));
    } catch {
      notes.push({ code: 'I608', message: `The text in the field "${name}" cannot be read.` });
    }
  }
  const markdown = wordsUnder(post, 'markdown', 'plaintext');
  return markdown === undefined ? [] : [{ is: 'markdown', text: markdown }];
}

/** Neighbouring pieces of HTML are joined, so that footnotes and headings are read together. */
function together(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const { is, text } of pieces) {
    const last = joined.at(-1);
    if (last?.is === 'html' && is === 'html') last.text += `\n${text}`;
    else joined.push({ is, text });
  }
  return joined;
}
