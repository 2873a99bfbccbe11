/** Down and up lead from the field to the results, through them and back; Enter is the link's own. */
import { type RefObject, useEffect, useRef } from 'react';
import { fieldOf } from './use-asked.ts';

/** Answers the reference of the element that holds the results. */
export function useArrowKeys(form: RefObject<HTMLFormElement | null>): RefObject<HTMLElement | null> {
  const results = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = results.current;
    const field = fieldOf(form);
    const onKey = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing;
      if (step === 0 || modified || !element || !field) return;
      const stops: HTMLElement[] = [field, ...element.querySelectorAll<HTMLElement>('.result h2 a')];
      const at = stops.indexOf(event.target as HTMLElement);
      const next = stops[at + step];
      if (at < 0 || !next) return;
      event.preventDefault();
      next.focus();
    };
    field?.addEventListener('keydown', onKey);
    element?.addEventListener('keydown', onKey);
    return () => {
      field?.removeEventListener('keydown', onKey);
      element?.removeEventListener('keydown', onKey);
    };
  }, [form]);
  return results;
}
