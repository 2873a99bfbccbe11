/**
 * Dates of content: "2025-12-31", a day in the publication's time zone, or an RFC 3339 date-time with its offset.
 * The machine's own zone and locale are never asked.
 */
import type { Stamp } from './page.ts';

const dayOnly = /^\d{4}-\d{2}-\d{2}$/;

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = clock(timeZone).formatToParts(instant);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return there - Math.floor(instant / 1000) * 1000;
}

const aDay = 24 * 60 * 60 * 1000;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(timeZone, made);
  return made;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Days of a zone as "2025-12-31": the way dates are written in Sweden. */
function calendar(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-u-ca-gregory-nu-latn', { timeZone, dateStyle: 'short' });
  calendars.set(timeZone, made);
  return made;
}

/** Milliseconds since 1970 at which a date of content begins. */
export function instantOf(date: string, timeZone: string): number {
  if (!dayOnly.test(date)) return Date.parse(date);
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const before = midnight - offsetAt(midnight - aDay, timeZone);
  const after = midnight - offsetAt(midnight + aDay, timeZone);
  if (before === after) return before;
  // Where clocks change at midnight a day may have two midnights, and begins at the first, or none, and begins at one.
  const midnights = [before, after].filter((instant) => midnight - offsetAt(instant, timeZone) === instant);
  return midnights.length > 0 ? Math.min(...midnights) : before;
}

/** The calendar day of a date of content in the publication's zone, as "2025-12-31". */
export function dayOf(date: string, timeZone: string): string {
  if (dayOnly.test(date)) return date;
  return calendar(timeZone).format(Date.parse(date));
}

/**
 * A date of content as RFC 3339 has it, with seconds and an offset: "2026-05-03T00:00:00+05:00". A day stays the day it
 * was written as: it is the midnight of the publication's zone.
 */
export function withOffset(date: string, timeZone: string): string {
  if (!dayOnly.test(date)) return date.replace(/(T\d{2}:\d{2})(?!:)/, '$1:00');
  // Before zones had standard time they differed from UTC by odd seconds, which RFC 3339 cannot say.
  const minutes = Math.round((Date.parse(`${date}T00:00:00Z`) - instantOf(date, timeZone)) / 60_000);
  return `${date}T00:00:00${offset(minutes)}`;
}

/** An instant on the clocks of a zone: "2026-12-24T06:00+05:00", with seconds where it has any. */
export function momentOf(instant: number, timeZone: string): string {
  const whole = Math.ceil(instant / 1000) * 1000;
  const ahead = offsetAt(whole, timeZone);
  const clockTime = new Date(whole + ahead).toISOString().slice(0, 19).replace(/:00$/, '');
  return `${clockTime}${offset(Math.round(ahead / 60_000))}`;
}

function offset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const two = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

export type DateWords = {
  /** "3 May 2026" */
  stamp(date: string): Stamp;
  /** "May 2026", of "2026-05" */
  month(yearAndMonth: string): string;
  /** "May", of "2026-05" */
  monthAlone(yearAndMonth: string): string;
  /** "2026" in the digits of the language */
  year(year: string): string;
};

/** Formats in the language of the interface; the calendar is the one of the archive's addresses in every language. */
export function dateWords(language: string, timeZone: string): DateWords {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', calendar: 'gregory', ...options });
  const day = format({ dateStyle: 'long' });
  const month = format({ year: 'numeric', month: 'long' });
  const monthAlone = format({ month: 'long' });
  const year = format({ year: 'numeric' });
  const utc = (date: string) => new Date(`${date}T00:00:00Z`);
  return {
    stamp: (date) => ({ iso: date, text: day.format(utc(dayOf(date, timeZone))) }),
    month: (yearAndMonth) => month.format(utc(`${yearAndMonth}-01`)),
    monthAlone: (yearAndMonth) => monthAlone.format(utc(`${yearAndMonth}-01`)),
    year: (number) => year.format(utc(`${number}-01-01`)),
  };
}
