/** Numbers and dates of the backup in the language of the interface. */
import type { RecordKind } from './format.ts';

/** As a reader thinks of them. */
export const kindsInOrder: readonly RecordKind[] = ['saved', 'places', 'marks', 'responses', 'drafts', 'settings'];

const language = () => document.documentElement.lang || undefined;

export const numberInWords = (count: number): string => count.toLocaleString(language());

/** Such as "1.2 MB"; what is less than a kilobyte is one, and nothing is none. */
export function bytesInWords(bytes: number): string {
  const least = Math.min(bytes, 1);
  const [amount, unit] =
    bytes < 1_000_000 ? [Math.max(bytes / 1000, least), 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: amount < 10 ? 1 : 0,
  }).format(amount);
}

/** Such as "23 November 2026". */
export const dayInWords = (time: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(new Date(time));

/** The same with the time of day. */
export const momentInWords = (time: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'short' }).format(new Date(time));
