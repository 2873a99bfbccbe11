/** The first number from `from` on and below `to` that suits, where all numbers after it suit too; otherwise `to`. */
export function binarySearch(from: number, to: number, suits: (number: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (suits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
