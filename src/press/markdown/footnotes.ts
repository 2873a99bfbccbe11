/**
 * Footnotes: numbered in the order they are first read, set out after the text, linked there and back with the roles of
 * DPUB-ARIA. A note that only another note mentions comes after those of the text.
 */
import type { Env, RendererRule, StateCore, StateInline, Token } from 'markdown-it';
import { type Compiling, compilingIn, type TextWords, warn } from './compiling.ts';
import { quoted } from '../content/problems.ts';
import { textToken } from './text-tokens.ts';

/** The words of the press when the options bring none. */
const english: TextWords = { note: (number) => `note ${number}`, back: 'Back to the text', notes: 'Notes' };

const wordsOf = (compiling: Compiling): TextWords => compiling.options.words ?? english;

const mark = /\[\^([^\]\s[]{1,100})\]/y;

/** Rule for markdown-it's inline parser: every `[^label]`, defined or not; proofreading tells the two apart. */
export function noteMark(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[') return false;
  mark.lastIndex = state.pos;
  const found = mark.exec(state.src);
  if (!found || mark.lastIndex > state.posMax) return false;
  if (!silent) state.push('footnote_ref', '', 0).meta = { label: found[1] };
  state.pos += found[0].length;
  return true;
}

type Note = { number: number; marks: number; tokens: Token[] };

/** Takes the definitions out of the text and puts the notes that are used at its end. */
export function arrangeNotes(state: StateCore): void {
  const compiling = compilingIn(state.env);
  if (compiling.notes.size === 0) return;
  const { text, definitions } = separated(state.tokens);
  const notes = new Map<string, Note>();
  const tokens = text;
  numberMarks(text, definitions, notes);
  for (const { tokens } of notes.values()) numberMarks(tokens, definitions, notes);
  if (notes.size > 0) {
    const title = textToken(wordsOf(compiling).notes);
    tokens.push(new state.Token('notes_open', 'section', 1), title, new state.Token('notes_list', '', 0));
    for (const note of notes.values()) pushNote(state, tokens, note);
    tokens.push(new state.Token('notes_close', 'section', -1));
  }
  state.tokens = tokens;
  for (const [label, place] of compiling.notes) {
    if (!notes.has(label))
      warn(compiling, place, 'W507', `The footnote ${quoted(label)} is used nowhere, so it is not shown.`);
  }
}

/** Definitions may stand inside each other; each keeps its own tokens. The first of two with one label counts. */
function separated(tokens: readonly Token[]): { text: Token[]; definitions: Map<string, Token[]> } {
  const text: Token[] = [];
  const definitions = new Map<string, Token[]>();
  const within: Token[][] = [text];
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      const label = String(token.meta?.label);
      const note: Token[] = [];
      if (!definitions.has(label)) definitions.set(label, note);
      within.push(note);
    } else if (token.type === 'footnote_reference_close') within.pop();
    else within.at(-1)?.push(token);
  }
  return { text, definitions };
}

function numberMarks(tokens: readonly Token[], definitions: Map<string, Token[]>, notes: Map<string, Note>): void {
  for (const { children } of tokens) {
    for (const { type, meta } of children ?? []) {
      if (type !== 'footnote_ref' || !meta) continue;
      const label = String(meta.label);
      const note = notes.get(label) ?? { number: notes.size + 1, marks: 0, tokens: definitions.get(label) ?? [] };
      notes.set(label, note);
      note.marks += 1;
      meta.number = note.number;
      meta.mark = note.marks;
    }
  }
}

/** The links back stand at the end of the note's last paragraph. */
function pushNote(state: StateCore, tokens: Token[], note: Note): void {
  const opening = new state.Token('note_open', 'li', 1);
  const back = new state.Token('note_back', 'a', 0);
  opening.meta = back.meta = { number: note.number, marks: note.marks };
  const last = note.tokens.at(-1);
  const body = last?.type === 'paragraph_close' ? note.tokens.slice(0, -1) : note.tokens;
  tokens.push(opening);
  for (const token of body) tokens.push(token);
  tokens.push(back);
  if (last && body !== note.tokens) tokens.push(last);
  tokens.push(new state.Token('note_close', 'li', -1));
}

/** "fn-<owner>-3"; the second mark of a note is "fnref-<owner>-3-2". */
function noteId(compiling: Compiling, kind: 'fn' | 'fnref', number: unknown, mark = 1): string {
  const owner = compiling.options.owner.replace(/[^a-z0-9-]+/gi, '-');
  const id = `${kind}-${owner}-${String(number)}${mark > 1 ? `-${mark}` : ''}`;
  compiling.ids.add(id);
  return id;
}

type Write = (meta: NoteMeta, compiling: Compiling, attributes: (...attrs: [string, string][]) => string) => string;

type NoteMeta = { number: number; marks: number; mark: number };

const rule =
  (write: Write): RendererRule =>
  (tokens, index, _options, env, renderer) => {
    const { meta, attrs } = tokens[index]!;
    return write(meta as NoteMeta, compilingIn(env as Env), (...more) =>
      renderer.renderAttrs({ attrs: [...more, ...(attrs ?? [])] }),
    );
  };

export const noteRules: Record<string, RendererRule> = {
  footnote_ref: rule(({ number, mark }, compiling, attributes) => {
    const link = attributes(
      ['href', `#${noteId(compiling, 'fn', number)}`],
      ['id', noteId(compiling, 'fnref', number, mark)],
      ['role', 'doc-noteref'],
      ['aria-label', wordsOf(compiling).note(number)],
    );
    return `<sup><a${link}>${number}</a></sup>`;
  }),
  notes_open: rule((_meta, compiling, attributes) => {
    const id = noteId(compiling, 'fn', 'notes');
    const section = attributes(['class', 'notes'], ['role', 'doc-endnotes'], ['aria-labelledby', id]);
    return `<section${section}>\n<h2${attributes(['id', id])}>`;
  }),
  notes_list: () => '</h2>\n<ol>\n',
  note_open: rule(({ number }, compiling, attributes) => `<li${attributes(['id', noteId(compiling, 'fn', number)])}>`),
  note_back: rule(({ number, marks }, compiling, attributes) => {
    const { back } = wordsOf(compiling);
    let links = '';
    for (let mark = 1; mark <= marks; mark += 1) {
      const link = attributes(
        ['href', `#${noteId(compiling, 'fnref', number, mark)}`],
        ['role', 'doc-backlink'],
        ['aria-label', marks > 1 ? `${back} (${mark})` : back],
      );
      links += ` <a${link}>↩\uFE0E${mark > 1 ? `<sup>${mark}</sup>` : ''}</a>`;
    }
    return links;
  }),
  note_close: () => '</li>\n',
  notes_close: () => '</ol>\n</section>\n',
};
