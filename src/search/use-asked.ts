/**
 * Keeps the query, the field of the form and the address bar in step. While the reader types, the entry of the history is
 * replaced; what was submitted or chosen keeps an entry of its own, so that Back returns to it. The router is not told: it
 * would put the focus on the heading of the page, and the reader is typing.
 */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { askedOf, searchPartOf } from '../publication/search/asked.ts';
import type { Asked } from '../publication/search/search.ts';

/** The debounce of typing, in milliseconds. */
export const typingDebounce = 120;

export type Ask = (change: Partial<Asked>, how: 'typed' | 'submitted' | 'chosen') => void;

/** `visit` changes when the router has gone to another entry of the history. */
export function useAsked(form: RefObject<HTMLFormElement | null>, visit: string): { asked: Asked; ask: Ask } {
  // What was typed before this was loaded goes before what the address says.
  const [asked, setAsked] = useState<Asked>(() => {
    const ofAddress = askedOf(location.search);
    return { ...ofAddress, text: fieldOf(form)?.value || ofAddress.text };
  });
  const now = useRef(asked);
  /** Whether the entry of the history that is shown is one to return to. */
  const settled = useRef(asked.text !== '');

  const lastTyped = useRef(-Infinity);
  const writing = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(writing.current), []);

  const ask = useCallback<Ask>((change, how) => {
    const next = { ...now.current, page: 1, ...change };
    now.current = next;
    setAsked(next);
    const write = () => {
      const address = location.pathname + searchPartOf(next);
      const isHere = location.pathname + location.search === address;
      if (!isHere && (how === 'chosen' || (how === 'typed' && settled.current))) addEntry(address);
      else if (!isHere) history.replaceState(history.state, '', address);
      settled.current = how !== 'typed';
    };
    const isBurst = how === 'typed' && performance.now() - lastTyped.current < typingDebounce;
    if (how === 'typed') lastTyped.current = performance.now();
    clearTimeout(writing.current);
    // Browsers allow an address only so many changes, so those within a burst of keys are one.
    if (isBurst) writing.current = setTimeout(write, typingDebounce);
    else write();
  }, []);

  const follow = useCallback(() => {
    clearTimeout(writing.current);
    now.current = askedOf(location.search);
    settled.current = true;
    setAsked(now.current);
  }, []);

  const shown = useRef(visit);
  useEffect(() => {
    if (shown.current !== visit) follow();
    shown.current = visit;
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [visit, follow]);

  useEffect(() => {
    const field = fieldOf(form);
    if (field && field.value !== asked.text) field.value = asked.text;
  }, [form, asked]);

  useEffect(() => {
    const element = form.current;
    const text = () => fieldOf(form)?.value ?? '';
    const onInput = () => ask({ text: text() }, 'typed');
    const onSubmit = (event: Event) => {
      event.preventDefault();
      ask({ text: text() }, 'submitted');
    };
    element?.addEventListener('input', onInput);
    element?.addEventListener('submit', onSubmit);
    return () => {
      element?.removeEventListener('input', onInput);
      element?.removeEventListener('submit', onSubmit);
    };
  }, [form, ask]);

  return { asked, ask };
}

export const fieldOf = (form: RefObject<HTMLFormElement | null>): HTMLInputElement | null =>
  form.current?.querySelector<HTMLInputElement>('input[type=search]') ?? null;

/** With a key and a number of its own, as the router gives them to the entries that it makes. */
function addEntry(address: string): void {
  const state = history.state as { idx?: number } | null;
  const key = Math.random().toString(36).slice(2);
  history.pushState({ ...state, key, idx: (state?.idx ?? 0) + 1 }, '', address);
}
