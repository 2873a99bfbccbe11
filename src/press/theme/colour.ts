/**
 * Colours, written as `#rgb` or `#rrggbb`: how one contrasts with another (WCAG 2.2, "relative luminance"), and mixing
 * in OKLab (bottosson.github.io/posts/oklab), where equal steps look equal. What is made is `#rrggbb`.
 */
type Three = readonly [number, number, number];

/** The same colour in six small digits. */
export const inSixDigits = (colour: string): string =>
  colour.length === 4 ? colour.replaceAll(/[\da-f]/gi, '$&$&').toLowerCase() : colour.toLowerCase();

/** Red, green and blue as light, each from 0 to 1. */
function lightOf(colour: string): Three {
  const digits = inSixDigits(colour);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

function hexOf(light: Three): string {
  const digits = light.map((value) => {
    const bounded = Math.min(1, Math.max(0, value));
    const written = bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * bounded ** (1 / 2.4) - 0.055;
    return Math.round(written * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

export function luminance(colour: string): number {
  const [red, green, blue] = lightOf(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function oklabOf(colour: string): Three {
  const [red, green, blue] = lightOf(colour);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

function lightOfOklab([lightness, a, b]: Three): Three {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

/** `share` of the way from one colour to another. */
export function mixed(from: string, to: string, share: number): string {
  const [start, end] = [oklabOf(from), oklabOf(to)];
  const at = (place: 0 | 1 | 2) => start[place] + (end[place] - start[place]) * share;
  return hexOf(lightOfOklab([at(0), at(1), at(2)]));
}

/** The first colour of the same hue, going darker or lighter, that `does`; none where not even black or white does. */
export function nearestThat(
  does: (colour: string) => boolean,
  from: string,
  way: 'darker' | 'lighter',
): string | undefined {
  const [lightness, a, b] = oklabOf(from);
  const end = way === 'darker' ? 0 : 1;
  const steps = 400;
  for (let step = 0; step <= steps; step += 1) {
    const colour = ofLightness(lightness + ((end - lightness) * step) / steps, a, b);
    if (does(colour)) return colour;
  }
  return undefined;
}

/** As much of the colour as a screen can show at this lightness. */
function ofLightness(lightness: number, a: number, b: number): string {
  for (let share = 1; share > 0; share -= 0.02) {
    const light = lightOfOklab([lightness, a * share, b * share]);
    if (light.every((value) => value >= -0.0005 && value <= 1.0005)) return hexOf(light);
  }
  return hexOf(lightOfOklab([lightness, 0, 0]));
}
