/** Looks at a text again whenever it may stand elsewhere in the window: after a scroll, and after a change of its size. */

export type Following = {
  /** Looks in the next frame, for another reason; once a frame at most. */
  lookSoon: () => void;
  stop: () => void;
};

/** Looks first in the frame after the text is followed. */
export function followText(body: Element, look: () => void): Following {
  let frame = 0;
  const lookSoon = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      look();
    });
  };
  // An observer of sizes calls once when it begins.
  const resized = new ResizeObserver(lookSoon);
  resized.observe(body);
  addEventListener('scroll', lookSoon, { passive: true });
  return {
    lookSoon,
    stop() {
      cancelAnimationFrame(frame);
      resized.disconnect();
      removeEventListener('scroll', lookSoon);
    },
  };
}
