/** Escape, pressed within an element, leaves it and nothing around it. */
import { type RefObject, useEffect, useRef } from 'react';

export function useEscape(element: RefObject<HTMLElement | null>, leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const within = element.current;
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      latest.current();
    };
    within?.addEventListener('keydown', hear);
    return () => within?.removeEventListener('keydown', hear);
  }, [element]);
}
