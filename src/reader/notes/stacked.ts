/** Where the notes of a column stand: level with their marks, and below the one before where that reaches further. */
export type Wish = { /** Where the note would begin. */ level: number; height: number };

/** The tops of notes in the order of their marks. `from` is the first free height of the column. */
export function stacked(notes: readonly Wish[], gap: number, from = -Infinity): number[] {
  let free = from;
  return notes.map(({ level, height }) => {
    const top = Math.max(level, free);
    free = top + height + gap;
    return top;
  });
}
