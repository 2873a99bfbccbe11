import type { Place } from '../store/records.ts';

/** Whole percents; what is begun is never 0, and what is not finished never 100. */
export const percentOf = ({ fraction }: Pick<Place, 'fraction'>): number =>
  Math.min(99, Math.max(1, Math.round(fraction * 100)));
