/** Dates of a publication: their day, the instant at which they begin, and their words, on any machine. */
import { afterEach, describe, expect, test } from 'vitest';
import { dateWords, dayOf, instantOf, momentOf } from '../../src/publication/dates.ts';

describe('the day of a date', () => {
  test.each([
    ['a day is itself in every zone', '2025-12-31', 'Pacific/Kiritimati', '2025-12-31'],
    ['Karachi is five hours ahead', '2025-12-31T19:00:00Z', 'Asia/Karachi', '2026-01-01'],
    ['a second before midnight in Karachi', '2025-12-31T18:59:59Z', 'Asia/Karachi', '2025-12-31'],
    ['an offset that is not the zone’s', '2026-01-01T02:00:00+09:00', 'Europe/London', '2025-12-31'],
    ['the first zone of the day', '2025-12-31T10:00:00Z', 'Pacific/Kiritimati', '2026-01-01'],
    ['the last zone of the day', '2026-01-01T10:59:00Z', 'Pacific/Pago_Pago', '2025-12-31'],
    ['half an hour matters in Newfoundland', '2026-01-01T03:29:59Z', 'America/St_Johns', '2025-12-31'],
    ['and a second later it is the new year there', '2026-01-01T03:30:00Z', 'America/St_Johns', '2026-01-01'],
    ['in summer Newfoundland is an hour nearer', '2026-07-01T02:30:00Z', 'America/St_Johns', '2026-07-01'],
    ['a leap day', '2024-02-29T23:59:59-05:00', 'America/New_York', '2024-02-29'],
    ['without seconds', '2026-05-03T23:30+05:00', 'Asia/Karachi', '2026-05-03'],
    ['with parts of a second', '2026-05-03T18:59:59.999Z', 'Asia/Karachi', '2026-05-03'],
    ['before the age of zones', '1843-12-19T12:00:00Z', 'Europe/London', '1843-12-19'],
  ])('%s', (_, date, zone, day) => {
    expect(dayOf(date, zone)).toBe(day);
  });
});

describe('the moment of an instant, on the clocks of the publication', () => {
  test.each([
    ['Karachi', '2026-12-24T01:00:00Z', 'Asia/Karachi', '2026-12-24T06:00+05:00'],
    ['UTC', '2026-12-24T01:00:00Z', 'UTC', '2026-12-24T01:00Z'],
    ['London in summer', '2026-07-01T23:30:00Z', 'Europe/London', '2026-07-02T00:30+01:00'],
    ['St John’s', '2026-01-01T03:29:00Z', 'America/St_Johns', '2025-12-31T23:59-03:30'],
    ['with seconds', '2026-12-24T01:00:30Z', 'Asia/Karachi', '2026-12-24T06:00:30+05:00'],
    ['with parts of a second, which are waited for', '2026-12-24T00:59:59.001Z', 'UTC', '2026-12-24T01:00Z'],
  ])('%s', (_, instant, zone, moment) => {
    expect(momentOf(Date.parse(instant), zone)).toBe(moment);
    expect(Date.parse(moment)).toBeGreaterThanOrEqual(Date.parse(instant));
  });
});

describe('the instant at which a date begins', () => {
  test.each([
    ['UTC', '2026-05-03', 'UTC', '2026-05-03T00:00:00Z'],
    ['Karachi', '2026-05-03', 'Asia/Karachi', '2026-05-02T19:00:00Z'],
    ['Kiritimati, fourteen hours ahead', '2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00Z'],
    ['St John’s in winter', '2026-01-01', 'America/St_Johns', '2026-01-01T03:30:00Z'],
    ['St John’s in summer', '2026-07-01', 'America/St_Johns', '2026-07-01T02:30:00Z'],
    ['the morning when London puts the clock forward', '2026-03-29', 'Europe/London', '2026-03-29T00:00:00Z'],
    ['the day after', '2026-03-30', 'Europe/London', '2026-03-29T23:00:00Z'],
    ['the morning when New York puts it back', '2026-11-01', 'America/New_York', '2026-11-01T04:00:00Z'],
    ['the day after', '2026-11-02', 'America/New_York', '2026-11-02T05:00:00Z'],
    ['a day without a midnight: Karachi 2008', '2008-06-01', 'Asia/Karachi', '2008-05-31T19:00:00Z'],
    ['a day without a midnight: São Paulo 2018', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['a day without a midnight: Beirut 2022', '2022-03-27', 'Asia/Beirut', '2022-03-26T22:00:00Z'],
    ['a day with two midnights: Havana 2025', '2025-11-02', 'America/Havana', '2025-11-02T04:00:00Z'],
    ['a date-time says itself when', '2026-05-03T23:30:00+05:00', 'America/New_York', '2026-05-03T18:30:00Z'],
  ])('%s', (_, date, zone, instant) => {
    expect(new Date(instantOf(date, zone)).toISOString()).toBe(new Date(instant).toISOString());
  });

  test('is on that day, and the millisecond before it is on another, on every day of three years', () => {
    const zones = ['Asia/Karachi', 'America/Sao_Paulo', 'America/Havana', 'Australia/Lord_Howe', 'Africa/Cairo', 'UTC'];
    const wrong: string[] = [];
    for (const zone of zones) {
      for (let noon = Date.UTC(2017, 0, 1, 12); noon < Date.UTC(2019, 11, 31, 12); noon += 86_400_000) {
        const day = new Date(noon).toISOString().slice(0, 10);
        const start = instantOf(day, zone);
        const [at, before] = [start, start - 1].map((instant) => dayOf(new Date(instant).toISOString(), zone));
        if (at !== day || before === day) wrong.push(`${zone} ${day}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** Arabic and Persian digits as European ones. */
const latin = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

describe('dates in words', () => {
  test.each([
    ['en-GB', '3 May 2026', 'May 2026', 'May', '2026'],
    ['en-US', 'May 3, 2026', 'May 2026', 'May', '2026'],
    ['ur', '3 مئی، 2026', 'مئی 2026', 'مئی', '2026'],
    ['ar-EG', '٣ مايو ٢٠٢٦', 'مايو ٢٠٢٦', 'مايو', '٢٠٢٦'],
    ['tr', '3 Mayıs 2026', 'Mayıs 2026', 'Mayıs', '2026'],
    ['ko', '2026년 5월 3일', '2026년 5월', '5월', '2026년'],
    ['de-CH', '3. Mai 2026', 'Mai 2026', 'Mai', '2026'],
  ])('in %s', (language, day, month, alone, year) => {
    const words = dateWords(language, 'Asia/Karachi');
    expect(words.stamp('2026-05-03')).toEqual({ iso: '2026-05-03', text: day });
    expect(words.month('2026-05')).toBe(month);
    expect(words.monthAlone('2026-05')).toBe(alone);
    expect(words.year('2026')).toBe(year);
  });

  test.each(['ar', 'ar-SA', 'fa', 'th', 'he', 'am', 'ja-JP-u-ca-japanese', 'en-u-ca-buddhist'])(
    'in %s the years and months are those of the addresses, whatever calendar the language prefers',
    (language) => {
      const words = dateWords(language, 'UTC');
      expect(latin(words.year('2026'))).toContain('2026');
      expect(latin(words.month('2026-05'))).toContain('2026');
      expect(latin(words.stamp('2026-05-03').text)).toContain('2026');
      expect(words.month('2026-05')).toContain(words.monthAlone('2026-05'));
    },
  );

  test.each([
    ['a moment is told in the publication’s zone', '2025-12-31T19:30:00Z', 'Asia/Karachi', '1 January 2026'],
    ['whatever offset it was written with', '2026-01-01T00:30:00+05:00', 'Europe/London', '31 December 2025'],
    ['a day stays the same day', '2026-01-01', 'America/Los_Angeles', '1 January 2026'],
  ])('%s', (_, date, zone, text) => {
    expect(dateWords('en-GB', zone).stamp(date)).toEqual({ iso: date, text });
  });
});

describe('the machine', () => {
  const own = process.env['TZ'];
  afterEach(() => {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  });

  test.each(['UTC', 'Asia/Karachi', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns'])(
    'that stands in %s tells the same dates',
    (zone) => {
      process.env['TZ'] = zone;
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      expect(dayOf('2025-12-31T19:30:00Z', 'Asia/Karachi')).toBe('2026-01-01');
      expect(instantOf('2026-01-01', 'Asia/Karachi')).toBe(Date.UTC(2025, 11, 31, 19));
      expect(dateWords('en-GB', 'Asia/Karachi').stamp('2025-12-31T19:30:00Z').text).toBe('1 January 2026');
      expect(dateWords('en-GB', 'Asia/Karachi').month('2026-01')).toBe('January 2026');
      expect(dateWords('en-GB', 'Asia/Karachi').year('2026')).toBe('2026');
    },
  );
});
