/**
 * Dates as files write them (ISO 8601 with small slips, RFC 822 and 2822, W3CDTF, "March 3, 2014", "2016-03-23 09:00 EDT")
 * as content has them: 2016-03-23, or a date-time with its offset. The offset stays as it was written. Nothing is
 * invented: a time without a zone gives its day only, a month without a day gives nothing.
 */
import { dateFault } from '../../publication/rules.ts';
import type { Note } from '../item.ts';

/** `told` says what was changed on the way, where anything but the spelling was. */
export type WrittenDate = { date: string; told?: string };

/** Zones by name: RFC 822, section 5, and those that feeds and blogs are seen to use. */
const zones: Record<string, string> = {
  Z: 'Z',
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  WET: 'Z',
  BST: '+01:00',
  CET: '+01:00',
  MET: '+01:00',
  WEST: '+01:00',
  CEST: '+02:00',
  MEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  PKT: '+05:00',
  SGT: '+08:00',
  AWST: '+08:00',
  JST: '+09:00',
  KST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
  AST: '-04:00',
  ADT: '-03:00',
  EDT: '-04:00',
  EST: '-05:00',
  CDT: '-05:00',
  CST: '-06:00',
  MDT: '-06:00',
  MST: '-07:00',
  PDT: '-07:00',
  PST: '-08:00',
  AKDT: '-08:00',
  AKST: '-09:00',
  HST: '-10:00',
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const time = String.raw`(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?\s*([ap]\.?m\.?(?![a-z]))?`;
const zone = String.raw`(?:\s*\(?(?:(?:GMT|UTC)?([+-]\d{1,2}:?\d{2}|[+-]\d{1,2})|([a-z]{1,5}))\)?)?(?:\s*\([^)]{1,40}\))?`;
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const clock = `(?:(?:[t,]|\\s|\\bat\\b)*\\s*${time}${zone})?`;
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?';

const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'i');

const yearFirst = whole(`(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${clock}`);
const compact = whole(`(\\d{4})(\\d{2})(\\d{2})(?:t?(\\d{2})(\\d{2})(\\d{2})?()()${zone})?`);
const dayFirst = whole(`${weekday}(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${month},?[\\s-]+(\\d{4}|\\d{2})${clock}`);
const monthFirst = whole(`${weekday}${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${clock}`);
/** As the C function asctime prints it: "Thu Jan  1 19:48:21 GMT 2004". */
const asctime = whole(`${weekday}${month}\\s+(\\d{1,2})\\s+${time}${zone}\\s+(\\d{4})`);

const longestDate = 100;

/** Undefined where the words are no date of the calendar. */
export function writtenDate(words: string): WrittenDate | undefined {
  const text = words.trim();
  if (text.length > longestDate) return undefined;
  let found = yearFirst.exec(text);
  if (found) return dated(found[1], found[3], found[4], found.slice(5), text);
  found = compact.exec(text);
  if (found) return dated(found[1], found[2], found[3], found.slice(4), text);
  found = dayFirst.exec(text);
  if (found) return dated(found[3], monthNumber(found[2]), found[1], found.slice(4), text);
  found = monthFirst.exec(text);
  if (found) return dated(found[3], monthNumber(found[1]), found[2], found.slice(4), text);
  found = asctime.exec(text);
  return found ? dated(found.at(-1), monthNumber(found[1]), found[2], found.slice(3, -1), text) : undefined;
}

const monthNumber = (name = ''): string => String(months.indexOf(name.toLowerCase()) + 1);

/** RFC 2822, section 4.3: two digits below 50 are of this century. */
const fourDigits = (year: string): string => (year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`);

const two = (digits = '0'): string => digits.padStart(2, '0');

type Clock = (string | undefined)[];

function dated(year = '', month = '', day = '', clock: Clock, written: string): WrittenDate | undefined {
  const date = `${fourDigits(year)}-${two(month)}-${two(day)}`;
  if (dateFault(date)) return undefined;
  const [hour, minute, second, fraction, half, offset, name] = clock;
  if (hour === undefined) return said(date, written);
  const zone = offset ? asOffset(offset) : zones[(name ?? '').toUpperCase()];
  const parts = [two(hourOf(hour, half)), two(minute), ...(second ? [two(second)] : ['00'])];
  const moment = `${date}T${parts.join(':')}${fraction ? `.${fraction}` : ''}${zone ?? 'Z'}`;
  if (dateFault(moment)) return { date, told: `its time could not be read, so "${written}" became ${date}` };
  if (zone !== undefined) return said(moment, written);
  const why = name ? `the zone "${name}" is not known` : 'its time has no zone';
  return { date, told: `${why}, so "${written}" became ${date}` };
}

function hourOf(hour: string, half: string | undefined): string {
  if (!half) return hour;
  return String((Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0));
}

/** "+0530", "+5:30", "-8" as +05:30, -08:00. */
function asOffset(written: string): string {
  const sign = written.startsWith('-') ? '-' : '+';
  const digits = written.slice(1);
  const [hours, minutes] = digits.includes(':')
    ? digits.split(':')
    : digits.length > 2
      ? [digits.slice(0, -2), digits.slice(-2)]
      : [digits, '00'];
  const offset = `${sign}${two(hours)}:${two(minutes)}`;
  return offset === '-00:00' ? 'Z' : offset;
}

/** A change of spelling that a standard settles is not worth telling; a slip such as 2025-1-5 is. */
function said(date: string, written: string): WrittenDate {
  const slip = /^\d{4}\D\d{1,2}\D\d{1,2}/.exec(written)?.[0];
  return slip === undefined || date.startsWith(slip) ? { date } : { date, told: `"${written}" became ${date}` };
}

/** A moment counted from 1970 in seconds, milliseconds or microseconds; undefined where it is none between 1980 and 2100. */
export function countedDate(count: unknown): string | undefined {
  const number = typeof count === 'string' && /^\d{9,17}$/.test(count.trim()) ? Number(count) : count;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  for (const milliseconds of [number * 1000, number, number / 1000]) {
    if (milliseconds > Date.UTC(1980) && milliseconds < Date.UTC(2100)) {
      return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
    }
  }
  return undefined;
}

/** The date in what a file gives for one; what is no date, and what was changed, is noted (I115, I305). */
export function dateIn(written: string | undefined, notes: Note[]): string | undefined {
  if (written === undefined || written.trim() === '') return undefined;
  const found = writtenDate(written);
  if (!found) notes.push({ code: 'I115', message: `"${written.trim().slice(0, 60)}" is not a date.` });
  if (found?.told) notes.push({ code: 'I305', message: `The date: ${found.told}.` });
  return found?.date;
}
