/** Pointing at something and pressing it, though the page may still be moving: what is pressed is what was meant. */
import type { Window } from './driver.ts';
import { pointOn, until } from './finding.ts';

export const hover = async (window: Window, path: string) => window.hover(await pointOn(window, path));

/** Where the page has moved under the mouse, what lies there now does not hear of it, and it is aimed again. */
export async function click(window: Window, path: string): Promise<void> {
  await until(`${path}, pressed`, async () => {
    const point = await pointOn(window, path);
    await window.run(watch);
    await window.click(point);
    // A page that was left by it cannot tell any more.
    return window.run(wasHit).catch(() => true);
  });
}

type Watched = { aimedAt?: Element; press?: { isHit: boolean; stop: () => void } | undefined };

/** Lets the next press through to what was aimed at, and to nothing else; runs in the page. */
function watch(): void {
  const watched = globalThis as Watched;
  const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  const press = { isHit: false, stop: () => kinds.forEach((kind) => removeEventListener(kind, hear, true)) };
  function hear(event: Event): void {
    const { target, type } = event;
    const element = target instanceof Element ? target : document.documentElement;
    const isMeant = watched.aimedAt?.contains(element) || element.closest('label')?.control === watched.aimedAt;
    if (isMeant) press.isHit ||= type === 'click';
    else {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }
  kinds.forEach((kind) => addEventListener(kind, hear, true));
  watched.press = press;
}

function wasHit(): boolean {
  const { press } = globalThis as Watched;
  press?.stop();
  Object.assign(globalThis, { press: undefined });
  // Without it, this is another page already.
  return press?.isHit ?? true;
}
