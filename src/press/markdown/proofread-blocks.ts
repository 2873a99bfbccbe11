/** What is wrong with the blocks of a text: fences that never end, uneven tables, doubled footnotes, nesting without end. */
import type { StateCore, Token } from 'markdown-it';
import { type Compiling, compilingIn, deepest, type PlaceInMarkdown, report, tooDeep, warn } from './compiling.ts';
import { proofreadCodeDirection, proofreadDirection } from './direction-overrides.ts';
import { quoted } from '../content/problems.ts';
import { judgeAddress } from './proofread-links.ts';
import { cellsOf, lineOf, markdownLinesOf, originInText, placeOfLine } from './text-places.ts';
import { textToken } from './text-tokens.ts';

/** Beyond its limit the parser drops text in silence, so such a block is shown as its source. */
export function flattenTooDeep(state: StateCore, first: number, block: number): void {
  const { tokens } = state;
  const deep = tokens.slice(first).find(({ type, level }) => level >= deepest && containers.has(type));
  if (!deep) return;
  const compiling = compilingIn(state.env);
  report(compiling, placeOfLine(compiling, block, deep.map?.[0] ?? 0), 'A410', tooDeep);
  const opening = Object.assign(new state.Token('paragraph_open', 'p', 1), { block: true });
  const inline = Object.assign(new state.Token('inline', '', 0), {
    map: [0, 1],
    children: [textToken(compiling.blocks[block] ?? '')],
  });
  const closing = Object.assign(new state.Token('paragraph_close', 'p', -1), { block: true });
  tokens.splice(first, tokens.length, opening, inline, closing);
}

const containers = new Set([
  'blockquote_open',
  'bullet_list_open',
  'ordered_list_open',
  'list_item_open',
  'footnote_reference_open',
]);

/** Looks at the tokens of one block, from `first` on. */
export function proofreadBlock(state: StateCore, first: number, block: number): void {
  const compiling = compilingIn(state.env);
  proofreadDirection(compiling, block);
  for (let index = first; index < state.tokens.length; index += 1) {
    const token = state.tokens[index]!;
    if (token.type === 'fence') proofreadFence(compiling, block, token);
    if (token.type === 'fence' || token.type === 'code_block')
      proofreadCodeDirection(compiling, block, token.map ?? [0, 0]);
    else if (token.type === 'table_open') proofreadTable(compiling, block, state.tokens, index);
    else if (token.type === 'footnote_reference_open') proofreadNote(compiling, block, token);
    else if (token.type === 'reference_definition') proofreadDefinition(state, block, token);
  }
}

/** A fence that was closed has one more line in its map than content, opening and closing line included. */
function proofreadFence(compiling: Compiling, block: number, { content, map, markup }: Token): void {
  const [from, to] = map ?? [0, 0];
  const lines = content === '' ? 0 : content.replace(/\n$/, '').split('\n').length;
  if (to - from === lines + 2) return;
  const message = `The code that starts at line ${from + 1} with ${markup} never ends. Close it with ${markup} on a line of its own.`;
  report(compiling, placeOfLine(compiling, block, from), 'A403', message, { open: 'code' });
}

function proofreadTable(compiling: Compiling, block: number, tokens: Token[], first: number): void {
  const header: Token[] = [];
  for (let index = first + 1; tokens[index] && tokens[index]?.type !== 'table_close'; index += 1) {
    const token = tokens[index]!;
    if (token.type === 'th_open') header.push(tokens[index + 1]!);
    if (token.type === 'thead_close' && header.every(({ content }) => content === '')) {
      const line = originInText(header[0]!).line;
      report(
        compiling,
        placeOfLine(compiling, block, line),
        'A409',
        'The table has no header. Name its columns in the first row.',
      );
    }
    if (token.type === 'tr_open' && tokens[index + 1]?.type === 'td_open') {
      const line = token.map?.[0] ?? 0;
      const cells = cellsOf(lineOf(compiling, block, line), false).length;
      const columns = header.length;
      if (cells === columns) continue;
      const effect = cells > columns ? 'The last of them are not shown.' : 'The rest stays empty.';
      const message = `The row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, the header ${columns}. ${effect}`;
      warn(compiling, placeOfLine(compiling, block, line), 'W508', message, { cells, columns });
    }
  }
}

function proofreadNote(compiling: Compiling, block: number, { map, meta }: Token): void {
  const label = String(meta?.label);
  const line = map?.[0] ?? 0;
  const column = lineOf(compiling, block, line).indexOf(`[^${label}]:`) + 1;
  const place = { block, line: line + 1, column };
  const earlier = compiling.notes.get(label);
  if (earlier === undefined) {
    compiling.notes.set(label, place);
    return;
  }
  const where = `block ${earlier.block + 1}, line ${earlier.line}`;
  report(
    compiling,
    place,
    'A408',
    `The footnote ${quoted(label)} is already defined in ${where}. Give one of them another name.`,
  );
}

/** `[label]: address`. A second one with the same label counts for nothing (CommonMark 4.7). */
function proofreadDefinition(state: StateCore, block: number, { map, meta }: Token): void {
  const compiling = compilingIn(state.env);
  const label = String(meta?.label);
  const definition = state.env.references?.[label];
  if (!definition || compiling.definitions.has(label)) return;
  compiling.definitions.add(label);
  judgeAddress(compiling, addressPlace(compiling, block, map ?? [0, 1]), definition.href);
}

function addressPlace(compiling: Compiling, block: number, [from, to]: [number, number]): PlaceInMarkdown {
  const source = markdownLinesOf(compiling, block).slice(from, to).join('\n');
  const before = /\[(?:\\[^]|[^\]\\])*\]:[\s>]*<?/.exec(source);
  const start = source.slice(0, (before?.index ?? 0) + (before?.[0].length ?? 0));
  return { block, line: from + start.split('\n').length, column: start.length - start.lastIndexOf('\n') };
}
