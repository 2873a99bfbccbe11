/** Dates of content in the forms that feeds and sitemaps want. The clock of the machine and its zone are never asked. */
import type { Article } from '../../publication/edition.ts';
import { instantOf, withOffset } from '../../publication/dates.ts';

export type Moment = {
  instant: number;
  /** RFC 3339, which is also what W3C's date and time of sitemaps allows: "2026-05-03T00:00:00+05:00". */
  iso: string;
};

export const momentOf = (date: string, timeZone: string): Moment => ({
  instant: instantOf(date, timeZone),
  iso: withOffset(date, timeZone),
});

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 822 with the year of RFC 1123, as RSS has it: "Sun, 03 May 2026 00:00:00 +0500". */
export function rfc822({ iso }: Moment): string {
  const [, year = '', month = '', day = '', time = '', sign = '', hours = '', minutes = ''] =
    /^(\d+)-(\d+)-(\d+)T(\d+:\d+:\d+)(?:\.\d+)?(?:Z|([+-])(\d+):(\d+))$/.exec(iso) ?? [];
  const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay();
  const zone = Number(hours) === 0 && Number(minutes) === 0 ? 'GMT' : `${sign}${hours}${minutes}`;
  return `${weekdays[weekday]}, ${day} ${months[Number(month) - 1]} ${year} ${time} ${zone}`;
}

/** When an article was published, updated or corrected, whichever is last. */
export function latestMomentOf(article: Article, timeZone: string): Moment | undefined {
  const dates = [article.published, article.updated, ...(article.corrections ?? []).map(({ date }) => date)];
  return latest(dates.map((date) => (date === undefined ? undefined : momentOf(date, timeZone))));
}

export function latest(moments: Iterable<Moment | undefined>): Moment | undefined {
  let last: Moment | undefined;
  for (const moment of moments) if (moment && (!last || moment.instant > last.instant)) last = moment;
  return last;
}
