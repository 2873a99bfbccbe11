/** Numbers that look random and are the same in every run, for one seed (Mulberry32). */
export type Random = {
  /** From 0 to 1, without 1. */
  fraction: () => number;
  /** A whole number from 0 up to `below`, without it. */
  whole: (below: number) => number;
  one: <Choice>(choices: readonly Choice[]) => Choice;
  maybe: <Value>(value: () => Value, part?: number) => Value | undefined;
  several: <Value>(most: number, value: () => Value) => Value[];
};

export function randomFrom(seed: number): Random {
  let state = seed;
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(fraction() * below);
  return {
    fraction,
    whole,
    one: (choices) => choices[whole(choices.length)]!,
    maybe: (value, part = 0.5) => (fraction() < part ? value() : undefined),
    several: (most, value) => Array.from({ length: whole(most + 1) }, value),
  };
}
