/** Compares the dates of an article with each other and with today. */
import { dayOf, instantOf, momentOf } from '../../publication/dates.ts';
import { dateFault } from '../../publication/rules.ts';
import type { Standing } from './addresses-of-content.ts';
import { type Finding, type Path, quoted } from './problems.ts';
import { listAt, valueAt } from './values.ts';

/** The time of the check, and its day in the publication's time zone. */
export type Clock = { now: Date; today: string; timeZone: string };

export const clockAt = (now: Date, timeZone: string): Clock => ({
  now,
  today: dayOf(now.toISOString(), timeZone),
  timeZone,
});

export const dateAt = (value: unknown, path: Path): string | undefined => {
  const date = valueAt(value, path);
  return typeof date === 'string' && !dateFault(date) ? date : undefined;
};

/** Whether a date has not come: a plain date comes when its day begins in the publication's time zone. */
export const ahead = (date: string, { now, today }: Clock): boolean =>
  date.includes('T') ? Date.parse(date) > now.getTime() : date > today;

/** Whether an article is in the built site: not as a draft, and not before its date. */
export function standingOf(value: unknown, clock: Clock): Standing {
  if (valueAt(value, ['draft']) === true) return 'draft';
  const published = dateAt(value, ['published']);
  return published !== undefined && ahead(published, clock) ? 'future' : 'published';
}

/** The first moment at which one of these articles is due that is not yet; undefined where none waits for its date. */
export function nextDue(articles: readonly unknown[], clock: Clock): string | undefined {
  const waiting = articles.filter((value) => standingOf(value, clock) === 'future');
  if (waiting.length === 0) return undefined;
  const instants = waiting.map((value) => instantOf(dateAt(value, ['published'])!, clock.timeZone));
  return momentOf(
    instants.reduce((first, instant) => Math.min(first, instant)),
    clock.timeZone,
  );
}

/** W509 undated, W510 in the future, A308 changed before it was published. */
export function dateFindings(value: unknown, clock: Clock): Finding[] {
  if (typeof value !== 'object' || Array.isArray(value)) return [];
  const published = dateAt(value, ['published']);
  const findings: Finding[] = [];
  const warn = (path: Path, code: string, message: string) =>
    findings.push({ path, code, severity: 'warning', message });
  if (valueAt(value, ['published']) === undefined && valueAt(value, ['draft']) !== true) {
    warn([], 'W509', '"published" is missing: the article is undated and listed last.');
  } else if (published && ahead(published, clock)) {
    warn(
      ['published'],
      'W510',
      `${quoted(published)} is in the future: the article is not in the built site until then.`,
    );
  }
  const later = [
    ['updated'],
    ...listAt(value, 'corrections').map((_correction, index) => ['corrections', index, 'date']),
  ];
  for (const path of later) {
    const date = dateAt(value, path);
    if (date === undefined) continue;
    if (published && isBefore(date, published, clock.timeZone)) {
      const message = `${quoted(path.at(-1))} is before "published": ${quoted(date)} is earlier than ${quoted(published)}.`;
      findings.push({ path, code: 'A308', severity: 'error', message });
    } else if (ahead(date, clock)) warn(path, 'W510', `${quoted(date)} is in the future.`);
  }
  return findings;
}

/** By the instant where both dates have one, else by the day. */
export function isBefore(date: string, other: string, timeZone: string): boolean {
  if (date.includes('T') && other.includes('T')) return Date.parse(date) < Date.parse(other);
  return dayOf(date, timeZone) < dayOf(other, timeZone);
}
