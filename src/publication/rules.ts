/** The rules of single values that a pattern cannot say: dates of the calendar, language tags, time zones, addresses. */

/** The format of a content folder that this product writes, and the latest that it reads. */
export const contentFormat = 1;

const earliestYear = 1000;
const latestYear = 2999;

const dateParts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** A209: not a date of the calendar between 1000 and 2999. A211: a date-time that does not say its offset from UTC. */
export function dateFault(value: string): 'A209' | 'A211' | undefined {
  const parts = dateParts.exec(value);
  if (!parts) return 'A209';
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0));
  if (year! < earliestYear || year! > latestYear || month! < 1 || month! > 12) return 'A209';
  const daysOfMonth = new Date(Date.UTC(year!, month, 0)).getUTCDate();
  if (day! < 1 || day! > daysOfMonth || hour! > 23 || minute! > 59 || second! > 59) return 'A209';
  if (parts[4] === undefined) return undefined;
  const offset = parts[7];
  if (!offset) return 'A211';
  return offset !== 'Z' && (Number(offset.slice(1, 3)) > 14 || Number(offset.slice(4)) > 59) ? 'A209' : undefined;
}

/** Whether something of it can be seen: more than spaces, controls, zero-width and filler characters. */
export const isVisible = (text: string): boolean =>
  /[^\s\p{Cc}\p{Cf}\p{Z}\u034f\u115f\u1160\u2800\u3164\uffa0]/u.test(text);

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const languages = new Map<string, boolean>();

/** A well-formed BCP 47 tag of a language that has a name. */
export function isLanguage(tag: string): boolean {
  let known = languages.get(tag);
  if (known === undefined) {
    known = named(tag);
    languages.set(tag, known);
  }
  return known;
}

function named(tag: string): boolean {
  try {
    const { language, region } = new Intl.Locale(tag);
    // "en-UK" is read as en-GB here; other programs look for the region as it is written.
    const asWritten = !region || tag.toLowerCase().split('-').includes(region.toLowerCase());
    return asWritten && languageNames.of(language) !== undefined;
  } catch {
    return false;
  }
}

/** The tag that was probably meant: "en_UK" is en-GB, "English" is en. */
export function likelyLanguage(tag: string): string | undefined {
  try {
    const canonical = Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0];
    if (canonical && isLanguage(canonical)) return canonical;
  } catch {
    // Not a tag at all; perhaps the name of a language.
  }
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  for (const first of letters) {
    for (const second of letters) {
      if (languageNames.of(first + second)?.toLowerCase() === tag.trim().toLowerCase()) return first + second;
    }
  }
  return undefined;
}

/** A time zone this computer knows. */
export function isTimeZone(zone: string): boolean {
  try {
    return zone !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** An absolute http or https URL that pages can stand under: no query, fragment or password. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/?#@\\]+(\/[^\s?#\\]*)?$/i.test(value) && URL.canParse(value);
}
