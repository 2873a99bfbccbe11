/** Where small texts of a column stand: level with their lines, and below the one before where that reaches further. */
export type Wish = { /** Where it would begin. */ level: number; height: number };

/** The tops, in the order that is given. `from` is the first free height of the column. */
export function stacked(wishes: readonly Wish[], gap: number, from = -Infinity): number[] {
  let free = from;
  return wishes.map(({ level, height }) => {
    const top = Math.max(level, free);
    free = top + height + gap;
    return top;
  });
}
