/** The tone of a picture: a class of the sheet that has about its colour, so that nothing flashes where it is to come. */

/** Classes of `styles/base.css` and the hues they stand for, in degrees of HSL; a test holds both together. */
export const tones = { red: 0, orange: 30, yellow: 55, green: 120, cyan: 185, blue: 225, violet: 290 } as const;

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
  const away = (of: number) => Math.min(Math.abs(hue - of), 360 - Math.abs(hue - of));
  const [nearest] = Object.entries(tones).sort(([, one], [, other]) => away(one) - away(other));
  return `tone-${nearest![0]}`;
}
