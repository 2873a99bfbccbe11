/** Dates as readers see them, in the languages of many pages: a day, or nothing where it could be two. */
import { dateFault } from '../../publication/rules.ts';
import { westernDigits } from '../../publication/search/fold.ts';

/** Names of the months, whole and short. */
const monthNames = [
  'january jan januar jänner januari janvier janv enero ene janeiro gennaio gen ocak januari января янв січня styczeń stycznia يناير كانون ژانویه جنوری जनवरी জানুয়ারি জানুয়ারী leden ledna',
  'february feb februar feber februari février févr fevrier fév febrero fevereiro fev febbraio şubat февраля фев лютого lutego luty فبراير شباط فوریه فروری फरवरी ফেব্রুয়ারি ফেব্রুয়ারী únor února',
  'march mar märz mrz maart mars marzo março mart марта мар березня marca marzec مارس آذار مارچ मार्च মার্চ maret březen března',
  'april apr avril avr abril abr aprile nisan апреля апр квітня kwietnia kwiecień أبريل ابريل نيسان آوریل اپریل अप्रैल এপ্রিল duben dubna',
  'may mai mei maj mayo maio maggio mag mayıs мая май травня maja مايو أيار مه مئی मई মে květen května',
  'june jun juni juin junio junho giugno giu haziran июня июн червня czerwca czerwiec يونيو حزيران ژوئن جون जून জুন červen června',
  'july jul juli juillet juil julio julho luglio lug temmuz июля июл липня lipca lipiec يوليو تموز ژوئیه جولائی जुलाई জুলাই červenec července',
  'august aug augustus août aout agosto ago ağustos августа авг серпня sierpnia sierpień أغسطس آب اوت اگست अगस्त আগস্ট আগষ্ট agustus srpen srpna',
  'september sep sept septembre septiembre setiembre setembro set settembre eylül сентября сен вересня września wrzesień سبتمبر أيلول سپتامبر ستمبر सितंबर সেপ্টেম্বর září',
  'october oct oktober okt octobre octubre outubro out ottobre ott ekim октября окт жовтня października październik أكتوبر اكتوبر تشرين اکتبر اکتوبر अक्टूबर অক্টোবর říjen října',
  'november nov novembre noviembre novembro kasım ноября ноя листопада listopada listopad نوفمبر نوامبر نومبر नवंबर নভেম্বর',
  'december dec dezember dez décembre déc decembre diciembre dic dezembro dicembre aralık декабря дек грудня grudnia grudzień ديسمبر دسامبر دسمبر दिसंबर ডিসেম্বর desember prosinec prosince',
];

const months = new Map<string, number>();
for (const [index, names] of monthNames.entries()) {
  for (const name of names.split(' ')) if (!months.has(name)) months.set(name, index + 1);
}

/** The first day that is written in `text`, as 2025-12-31. "3/4/2020" could be two and is none, but where `monthFirst` says which. */
export function visibleDate(text: string, monthFirst?: boolean): string | undefined {
  const line = westernDigits(text)
    .toLowerCase()
    .replace(/[\u200e\u200f]/g, '')
    .replace(/(\d)(?:st|nd|rd|th|er|º|ª)\b/g, '$1');
  const iso = /(?<!\d)((?:19|20)\d\d)[-/.年년]\s?(\d{1,2})[-/.月월]\s?(\d{1,2})(?!\d)/.exec(line);
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!);
  const numbers = /(?<![\d.])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d)(?!\d)/.exec(line);
  if (numbers) return fromNumbers(numbers, monthFirst);
  return fromWords(line);
}

function fromNumbers(
  [, first = '', mark, second = '', year = '']: RegExpExecArray,
  monthFirst?: boolean,
): string | undefined {
  if (mark === '.' || Number(first) > 12 || first === second) return day(year, second, first);
  if (Number(second) > 12) return day(year, first, second);
  if (monthFirst === undefined) return undefined;
  return monthFirst ? day(year, first, second) : day(year, second, first);
}

/** A month by its name, the day nearest to it and the year. */
function fromWords(line: string): string | undefined {
  const words = Array.from(line.matchAll(/\d+|[\p{L}\p{M}]+/gu), ([word]) => word);
  for (const [index, word] of words.entries()) {
    const month = months.get(word);
    if (month === undefined) continue;
    const near = words.slice(Math.max(0, index - 3), index + 5);
    const at = Math.min(index, 3);
    const year = near.find((one, place) => /^(?:19|20)\d\d$/.test(one) && Math.abs(place - at) <= 3);
    const isDay = (one: string | undefined): one is string =>
      one !== undefined && /^\d{1,2}$/.test(one) && Number(one) >= 1 && Number(one) <= 31;
    const before = [near[at - 1], near[at - 2]].find(isDay);
    const after = isDay(near[at + 1]) ? near[at + 1] : undefined;
    const date = before ?? after;
    if (year !== undefined && date !== undefined) return day(year, String(month), date);
  }
  return undefined;
}

function day(year: string, month: string, date: string): string | undefined {
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return dateFault(written) ? undefined : written;
}

const relative =
  /^[^\p{L}\p{N}]*(?:(?:\d+|an?|one|vor|hace|il y a|il y a environ)\s+){1,3}(?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?|stunden?|tage?n?|wochen?|horas?|días?|heures?|jours?|semaines?)\b.{0,12}$/iu;

/** A line that says when, and little else: "May 4, 2022", "6 hours ago", "Updated: 12.12.2022 10:30". */
export function isDateLine(line: string): boolean {
  if (line.length > 90 || /[!?]/.test(line)) return false;
  if (relative.test(line)) return true;
  const western = westernDigits(line).toLowerCase();
  const isDated =
    visibleDate(line, false) !== undefined ||
    (/(?<!\d)(?:19|20)\d\d(?!\d)/.test(western) &&
      Array.from(western.matchAll(/[\p{L}\p{M}]+/gu)).some(([word]) => months.has(word)));
  if (!isDated) return false;
  const rest = Array.from(western.matchAll(/[\p{L}\p{M}]+/gu), ([word]) => word).filter(
    (word) =>
      !months.has(word) &&
      !/^(?:st|nd|rd|th|am|pm|at|on|gmt|utc|ist|est|edt|pst|cet|cest|pkt|de|of|the|um|uhr|à|le|el|den|der|del|mon|tue|wed|thu|fri|sat|sun)/.test(
        word,
      ),
  );
  return rest.length <= 4;
}
