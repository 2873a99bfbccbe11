/**
 * What a pen has drawn of one line, and how near the next line may come. All measures are in thousandths of the type
 * size, from the start of the baseline; `top` is above the baseline and `bottom` below it, both counted away from it.
 */
export type Line = {
  path: string;
  advance: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** How far the ink reaches up and down, step by step along the line. */
  reach: ReadonlyMap<number, Reach>;
};

type Reach = { top: number; bottom: number };

const step = 40;

/** How far the baselines must be apart for the ink of two lines to touch; `shift` moves the lower line to the right. */
export function touching(upper: Line, lower: Line, shift: number): number {
  const steps = Math.round(shift / step);
  let apart = 0;
  for (const [place, { top }] of lower.reach) {
    const above = upper.reach.get(place + steps);
    if (above) apart = Math.max(apart, above.bottom + top);
  }
  return apart;
}

/** Writes an outline and remembers where it was. Control points count as ink, so the boxes may be a little too large. */
export class Pen {
  #start = 0;
  #at: [number, number] = [0, 0];
  #path: string[] = [];
  #box = { left: Infinity, right: -Infinity, top: -Infinity, bottom: -Infinity };
  #reach = new Map<number, Reach>();

  /** Where the next letter begins. */
  advance(by: number): void {
    this.#start += by;
  }

  /** One command of a letter's outline, `y` upwards as in font files. */
  trace(type: string, values: readonly number[], xOffset: number, yOffset: number, scale: number): void {
    const points: number[] = [];
    for (let index = 0; index + 1 < values.length; index += 2) {
      const x = Math.round(this.#start + ((values[index] ?? 0) + xOffset) * scale);
      const y = Math.round(((values[index + 1] ?? 0) + yOffset) * scale);
      points.push(x, -y);
      if (type === 'M') this.#at = [x, y];
      this.#inked(x, y);
    }
    this.#path.push(type + points.join(' '));
  }

  #inked(x: number, y: number): void {
    const box = this.#box;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.max(box.top, y);
    box.bottom = Math.max(box.bottom, -y);
    const [fromX, fromY] = this.#at;
    const rise = x === fromX ? 0 : (y - fromY) / (x - fromX);
    const [first, last] = [Math.min(x, fromX), Math.max(x, fromX)];
    for (let place = Math.floor(first / step); place <= Math.floor(last / step); place += 1) {
      const near = Math.max(first, place * step);
      const far = Math.min(last, (place + 1) * step);
      const ends = x === fromX ? [y, fromY] : [fromY + (near - fromX) * rise, fromY + (far - fromX) * rise];
      const known = this.#reach.get(place);
      const top = Math.max(known?.top ?? -Infinity, ...ends);
      const bottom = Math.max(known?.bottom ?? -Infinity, ...ends.map((end) => -end));
      this.#reach.set(place, { top, bottom });
    }
    this.#at = [x, y];
  }

  line(): Line {
    const box = this.#path.length > 0 ? this.#box : { left: 0, right: 0, top: 0, bottom: 0 };
    return { path: this.#path.join(''), advance: this.#start, reach: this.#reach, ...box };
  }
}
