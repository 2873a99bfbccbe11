/** Moments in the zone of the publication, as feeds write them. */
import { expect, it } from 'vitest';
import { latest, momentOf, rfc822 } from '../../../src/press/feeds/moments.ts';

it.each([
  ['2026-05-03', 'Asia/Karachi', '2026-05-03T00:00:00+05:00', 'Sun, 03 May 2026 00:00:00 +0500'],
  ['2026-01-03', 'Europe/London', '2026-01-03T00:00:00Z', 'Sat, 03 Jan 2026 00:00:00 GMT'],
  ['2026-07-03', 'Europe/London', '2026-07-03T00:00:00+01:00', 'Fri, 03 Jul 2026 00:00:00 +0100'],
  ['2026-07-03', 'America/St_Johns', '2026-07-03T00:00:00-02:30', 'Fri, 03 Jul 2026 00:00:00 -0230'],
  ['2026-05-03', 'Asia/Kathmandu', '2026-05-03T00:00:00+05:45', 'Sun, 03 May 2026 00:00:00 +0545'],
  ['1890-05-03', 'Asia/Karachi', '1890-05-03T00:00:00+04:28', 'Sat, 03 May 1890 00:00:00 +0428'],
  ['2026-05-03T09:05Z', 'Asia/Karachi', '2026-05-03T09:05:00Z', 'Sun, 03 May 2026 09:05:00 GMT'],
  ['2026-05-03T09:05-03:00', 'Asia/Karachi', '2026-05-03T09:05:00-03:00', 'Sun, 03 May 2026 09:05:00 -0300'],
  ['2026-05-03T09:05:07.25+00:00', 'UTC', '2026-05-03T09:05:07.25+00:00', 'Sun, 03 May 2026 09:05:07 GMT'],
  ['2024-02-29', 'UTC', '2024-02-29T00:00:00Z', 'Thu, 29 Feb 2024 00:00:00 GMT'],
])('%s in %s is %s and %s', (date, zone, iso, mail) => {
  const moment = momentOf(date, zone);
  expect(moment.iso).toBe(iso);
  expect(rfc822(moment)).toBe(mail);
  // The odd seconds of local mean time are the only thing that is lost.
  expect(Math.abs(Date.parse(iso) - moment.instant)).toBeLessThan(60_000);
});

it('takes the latest by the instant, whatever its offset says', () => {
  const evening = momentOf('2026-05-03T23:00:00+05:00', 'UTC');
  const noon = momentOf('2026-05-03T20:00:00Z', 'UTC');
  expect(latest([evening, undefined, noon])).toBe(noon);
  expect(latest([undefined])).toBeUndefined();
});
