/** Pictures that tests are made of, from nothing: a "photograph" has soft shapes, edges and grain. */
import sharp, { type Sharp } from 'sharp';

/** Another for each `seed`; the same one always has the same bytes. */
export async function photograph(width: number, height: number, seed = 1): Promise<Sharp> {
  const pixels = Buffer.alloc(width * height * 3);
  let grain = seed * 2_654_435_761;
  for (let y = 0, at = 0; y < height; y += 1) {
    const slow = Math.sin((y / height) * (5 + seed)) * 60;
    for (let x = 0; x < width; x += 1, at += 3) {
      grain = (Math.imul(grain, 1_664_525) + 1_013_904_223) >>> 0;
      const across = (x / width) * 9;
      const edge = (x * 7) / width + (y * 5) / height + seed;
      const light = 110 + slow + 40 * Math.sin(across + seed) + (Math.floor(edge) % 2) * 35 + (grain >>> 29) - 4;
      pixels[at] = light + 25;
      pixels[at + 1] = light;
      pixels[at + 2] = light * 0.8;
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** As a telephone writes it, with the device that took it and the place. */
export const withPlace = (picture: Sharp): Sharp =>
  picture.withExif({
    IFD0: { Make: 'Lighthouse', Model: 'Keeper' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' },
  });

/** Four quarters, each of another colour: red and green above blue and yellow. */
export function quarters(width: number, height: number): Sharp {
  const quarter = (colour: string, left: number, top: number) => ({
    input: {
      create: { width: width / 2, height: height / 2, channels: 3 as const, background: colour },
    },
    left,
    top,
  });
  const colours = [
    quarter('#00f', 0, height / 2),
    quarter('#ff0', width / 2, height / 2),
    quarter('#0f0', width / 2, 0),
  ];
  return sharp({ create: { width, height, channels: 3, background: '#f00' } }).composite(colours);
}

/**
 * How alike two pictures of one size are in their lightness, 1 for the same: the mean SSIM of squares of eight pixels.
 * Source: Wang, Bovik, Sheikh, Simoncelli, "Image quality assessment", IEEE Trans. Image Processing 13(4), 2004.
 */
export async function likeness(one: Buffer, other: Buffer): Promise<number> {
  const [first, second] = await Promise.all(
    [one, other].map((bytes) => sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })),
  );
  const { width, height } = first!.info;
  const side = 8;
  let [sum, squares] = [0, 0];
  for (let top = 0; top + side <= height; top += side) {
    for (let left = 0; left + side <= width; left += side) {
      let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
      for (let y = top; y < top + side; y += 1) {
        for (let x = left; x < left + side; x += 1) {
          const [p, q] = [first!.data[y * width + x]!, second!.data[y * width + x]!];
          a += p;
          b += q;
          aa += p * p;
          bb += q * q;
          ab += p * q;
        }
      }
      const n = side * side;
      const [meanA, meanB] = [a / n, b / n];
      const [varianceA, varianceB, both] = [aa / n - meanA ** 2, bb / n - meanB ** 2, ab / n - meanA * meanB];
      const [small, smaller] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
      sum +=
        ((2 * meanA * meanB + small) * (2 * both + smaller)) /
        ((meanA ** 2 + meanB ** 2 + small) * (varianceA + varianceB + smaller));
      squares += 1;
    }
  }
  return sum / squares;
}
