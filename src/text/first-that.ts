/** The first of the numbers from 0 on, below `count`, of which something is true that is false of all before it; else `count`. */
export function firstThat(count: number, suits: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (suits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
