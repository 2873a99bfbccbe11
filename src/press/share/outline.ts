/**
 * The outline of one line of text, and how near the next line may come. All measures are in thousandths of the type size,
 * from the start of the baseline; `top` is above the baseline and `bottom` below it, both counted away from it.
 */
export type OutlineLine = {
  path: string;
  advance: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** How far the ink reaches up and down, step by step along the line. */
  reach: () => ReadonlyMap<number, Reach>;
};

type Reach = { top: number; bottom: number };

const step = 40;

/** How far the baselines must be apart for the ink of two lines to touch; `shift` moves the lower line to the right. */
export function touching(upper: OutlineLine, lower: OutlineLine, shift: number): number {
  const steps = Math.round(shift / step);
  let apart = 0;
  const over = upper.reach();
  for (const [place, { top }] of lower.reach()) {
    const above = over.get(place + steps);
    if (above) apart = Math.max(apart, above.bottom + top);
  }
  return apart;
}

/** Writes an outline and remembers where it was. Control points count as ink, so the boxes may be a little too large. */
export class Pen {
  #start = 0;
  #path = '';
  /** From where to where it went: x, y, x, y for each stroke. */
  #strokes: number[] = [];
  #x = 0;
  #y = 0;
  #box = { left: Infinity, right: -Infinity, top: -Infinity, bottom: -Infinity };

  /** Where the next letter begins. */
  advance(by: number): void {
    this.#start += by;
  }

  /** One command of a letter's outline, `y` upwards as in font files. */
  trace(type: string, values: readonly number[], xOffset: number, yOffset: number, scale: number): void {
    const box = this.#box;
    this.#path += type;
    for (let index = 0; index + 1 < values.length; index += 2) {
      const x = Math.round(this.#start + ((values[index] ?? 0) + xOffset) * scale);
      const y = Math.round(((values[index + 1] ?? 0) + yOffset) * scale);
      this.#path += `${index > 0 ? ' ' : ''}${x} ${-y}`;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.max(box.top, y);
      box.bottom = Math.max(box.bottom, -y);
      const begins = type === 'M';
      this.#strokes.push(begins ? x : this.#x, begins ? y : this.#y, x, y);
      this.#x = x;
      this.#y = y;
    }
  }

  line(): OutlineLine {
    const box = this.#path ? this.#box : { left: 0, right: 0, top: 0, bottom: 0 };
    const strokes = this.#strokes;
    let reach: Map<number, Reach> | undefined;
    return { path: this.#path, advance: this.#start, reach: () => (reach ??= reachOf(strokes)), ...box };
  }
}

function reachOf(strokes: readonly number[]): Map<number, Reach> {
  const reach = new Map<number, Reach>();
  const ink = (place: number, y: number) => {
    const known = reach.get(place);
    if (!known) reach.set(place, { top: y, bottom: -y });
    else if (y > known.top) known.top = y;
    else if (-y > known.bottom) known.bottom = -y;
  };
  for (let index = 0; index < strokes.length; index += 4) {
    const [fromX = 0, fromY = 0, x = 0, y = 0] = strokes.slice(index, index + 4);
    const [first, last] = x < fromX ? [x, fromX] : [fromX, x];
    const rise = x === fromX ? 0 : (y - fromY) / (x - fromX);
    ink(Math.floor(fromX / step), fromY);
    ink(Math.floor(x / step), y);
    // Where the stroke passes from one step to the next, it is in both.
    for (let place = Math.floor(first / step) + 1; place * step <= last; place += 1) {
      const height = fromY + (place * step - fromX) * rise;
      ink(place - 1, height);
      ink(place, height);
    }
  }
  return reach;
}
