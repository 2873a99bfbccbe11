/**
 * When the bar of tools is wanted: the reader goes back a little in the middle of a text. Going on hides it, and so does
 * a leap, which is no scrolling. Pure: heights are in pixels.
 */
export type Scrolled = {
  /** How far the page was scrolled at the last look. */
  top: number;
  /** How far up since the reader last went down. */
  risen: number;
  isWanted: boolean;
};

export type ScrollLook = { top: number; windowHeight: number; isMidText: boolean };

/** Less is an unsteady hand. */
const leastUp = 24;
const leastDown = 4;

export const notScrolled = (top: number): Scrolled => ({ top, risen: 0, isWanted: false });

export function scrolledTo(before: Scrolled, { top, windowHeight, isMidText }: ScrollLook): Scrolled {
  const down = top - before.top;
  if (!isMidText || Math.abs(down) > windowHeight || down >= leastDown) return notScrolled(top);
  const risen = Math.max(0, before.risen - down);
  return { top, risen, isWanted: before.isWanted || risen >= leastUp };
}
