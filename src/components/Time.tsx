import type { Stamp } from '../publication/page.ts';

export function Time({ stamp }: { stamp: Stamp }) {
  return <time dateTime={stamp.iso}>{stamp.text}</time>;
}
