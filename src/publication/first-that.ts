/** The first number from `from` on, below `to`, of which something is true that is false of all before it; else `to`. */
export function firstThat(from: number, to: number, suits: (number: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (suits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
