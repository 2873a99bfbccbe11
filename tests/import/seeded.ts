/** Numbers that look random and are the same in every run. */
export type Chance = {
  /** From 0 up to `below`, without it. */
  whole: (below: number) => number;
  one: <Choice>(choices: readonly Choice[]) => Choice;
  maybe: <Value>(value: () => Value, part?: number) => Value | undefined;
  several: <Value>(most: number, value: () => Value) => Value[];
};

/** Mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return {
    whole,
    one: (choices) => choices[whole(choices.length)]!,
    maybe: (value, part = 0.5) => (next() < part ? value() : undefined),
    several: (most, value) => Array.from({ length: whole(most + 1) }, value),
  };
}
