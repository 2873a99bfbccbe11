/**
 * Says on the root what stands at the foot of the window, for the sheets: `data-bar`, `data-offer`. They could ask
 * `html:has(…)`, for which the browser looks through the whole page whenever anything is added to it.
 */
import { useLayoutEffect } from 'react';

export function useAtFoot(what: 'bar' | 'offer', isShown: boolean): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.toggleAttribute(`data-${what}`, isShown);
    return () => root.removeAttribute(`data-${what}`);
  }, [what, isShown]);
}
