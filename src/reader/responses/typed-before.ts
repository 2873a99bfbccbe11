/** What a reader has typed, or the browser has filled in, in the form of the page before that of the app takes its place. */
import { formName } from '../../publication/letter-message.ts';
import type { Draft } from '../store/records.ts';

export type Typed = {
  text: string;
  name: string;
  /** Where the focus was. */
  at?: 'text' | 'name' | 'button';
  caret?: [start: number, end: number, direction: 'forward' | 'backward' | 'none'];
};

export function typedBefore(): Typed | undefined {
  const form = document.forms.namedItem(formName);
  const text = form?.elements.namedItem('text');
  const name = form?.elements.namedItem('name');
  if (!(text instanceof HTMLTextAreaElement) || !(name instanceof HTMLInputElement)) return undefined;
  const typed: Typed = { text: text.value, name: name.value };
  const { activeElement } = document;
  const field = [text, name].find((one) => one === activeElement);
  if (field) {
    typed.at = field === text ? 'text' : 'name';
    typed.caret = [field.selectionStart ?? 0, field.selectionEnd ?? 0, field.selectionDirection ?? 'none'];
  } else if (form?.contains(activeElement)) typed.at = 'button';
  return typed;
}

/** A draft of before is lost no more than what was typed now: it comes first. */
export function withTyped(draft: Draft, typed: Typed | undefined): { draft: Draft; typed: Typed | undefined } {
  if (!typed) return { draft, typed };
  const before = typed.text.includes(draft.text) ? '' : draft.text + (typed.text && '\n\n');
  const both = { name: typed.name || draft.name, text: before + typed.text };
  if (typed.at !== 'text' || !typed.caret) return { draft: both, typed };
  const [start, end, direction] = typed.caret;
  return { draft: both, typed: { ...typed, caret: [start + before.length, end + before.length, direction] } };
}
