/** The tone of a picture: a class of the sheet that has about its colour, so that nothing flashes where it is to come. */

/**
 * Classes of `styles/base.css`, each with the hues it stands for, from one to the next, in degrees of HSL. They are as faint
 * as a watermark, so that more of them would not be told apart; every rule of them is in the document of every article.
 */
const hues = [
  ['warm', 75],
  ['green', 165],
  ['cool', 300],
  ['warm', 360],
] as const;

export const tones = ['grey', ...new Set(hues.map(([name]) => name))];

/** Below this, of 255, a colour has no hue that anybody would name. */
const leastChroma = 18;

/** `mean` is the colour of the whole, as red, green and blue. */
export function toneOf(mean: ArrayLike<number>): string {
  const [red = 0, green = 0, blue = 0] = Array.from(mean);
  const most = Math.max(red, green, blue);
  const chroma = most - Math.min(red, green, blue);
  if (chroma < leastChroma) return 'tone-grey';
  const sixth =
    most === red ? (green - blue) / chroma : most === green ? 2 + (blue - red) / chroma : 4 + (red - green) / chroma;
  const hue = (sixth * 60 + 360) % 360;
  return `tone-${hues.find(([, end]) => hue < end)?.[0] ?? 'warm'}`;
}
