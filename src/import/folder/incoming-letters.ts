/**
 * Letters to the editors on their way into `responses/`, where they wait to be judged. They are put there when it is
 * known which articles there will be; what is judged already is never touched.
 */
import { isDeepStrictEqual } from 'node:util';
import { aliasAddress } from '../../press/content/addresses-of-content.ts';
import { jsonText } from '../../press/content/json-text.ts';
import { lengthOfLetter } from '../../press/content/letter-checks.ts';
import { didYouMean, mostShown, quoted } from '../../press/content/problems.ts';
import { nearest } from '../../publication/nearest.ts';
import { isVisible } from '../../publication/rules.ts';
import { type LetterFile, longestLetter } from '../../publication/schema.ts';
import type { Importer } from '../importer.ts';
import type { ImportedLetter, Note } from '../item.ts';
import type { ImportReport, ReportedItem } from '../report/report.ts';
import { Cleaner } from '../wording/clean-text.ts';
import { plainParagraphs } from '../wording/plain-paragraphs.ts';
import { withoutMail } from '../wording/without-mail.ts';
import { stated } from '../stated.ts';
import { dateOf, idOf, languageOf, type LetterFields, type LetterWords } from './letter-fields.ts';

const longestName = 100;

type Incoming = { fields: LetterFields; words: LetterWords; reported: ReportedItem };
type Addressed = Incoming & { slug: string; id: string; date: string };

export class IncomingLetters {
  readonly #incoming: Incoming[] = [];
  /** What was put, by path below the content folder. */
  readonly placed = new Map<string, ReportedItem[]>();

  take({ name, text, ...fields }: ImportedLetter, reported: ReportedItem, report: ImportReport): void {
    const cleaner = new Cleaner();
    const words = { name: cleaner.line(withoutMail(name)), text: plainParagraphs(text, cleaner) };
    reported.notes.push(...cleaner.notes());
    const fault = wordsFault(words);
    if (fault) report.leftOut(reported, fault);
    else this.#incoming.push({ fields, words, reported });
  }

  /** Gives every letter its place in the staging folder, or says why it has none. */
  put(importer: Importer, now: Date): void {
    const { report, existing } = importer;
    const articleOf = articleFinder(importer);
    const addressed: Addressed[] = [];
    for (const incoming of this.#incoming.splice(0)) {
      const { fields, words, reported } = incoming;
      const slug = articleOf(fields.articles);
      if (typeof slug !== 'string') report.leftOut(reported, slug);
      else {
        const id = idOf(fields, slug, words, reported.notes);
        addressed.push({ ...incoming, slug, id, date: dateOf(fields, now, reported.notes) });
      }
    }
    const shelves = new Map<string, Addressed[]>();
    for (const letter of latestOf(addressed, importer)) {
      const shelf = shelves.get(letter.slug);
      if (shelf) shelf.push(letter);
      else shelves.set(letter.slug, [letter]);
    }
    const known = new Map(
      [...existing.responses].flatMap(([slug, file]) => (file?.letters ?? []).map(({ id }) => [id, slug])),
    );
    for (const [slug, letters] of shelves) this.#putUnder(slug, letters, known, importer);
  }

  #putUnder(slug: string, incoming: readonly Addressed[], known: ReadonlyMap<string, string>, importer: Importer) {
    const { existing, report, staging } = importer;
    const path = `responses/${slug}.json`;
    const file = existing.responses.get(slug);
    const isBroken = !file && existing.responses.has(slug);
    const letters = [...(file?.letters ?? [])];
    const put: ReportedItem[] = [];
    for (const letter of incoming) {
      const elsewhere = known.get(letter.id) ?? slug;
      const why = isBroken
        ? { code: 'I403', message: `${path} cannot be used: npm run check names its faults` }
        : elsewhere === slug
          ? mergeFault(letter, letters, importer)
          : { code: 'I705', message: `its id is that of a letter in responses/${elsewhere}.json` };
      if (why) report.leftOut(letter.reported, why);
      else put.push(letter.reported);
    }
    if (put.length === 0) return;
    staging.put(path, jsonText({ ...file, letters }));
    this.placed.set(path, put);
  }

  /** Takes out of a file what came into it. */
  leaveOut({ staging, report }: Importer, path: string, why: Note): void {
    staging.revert(path);
    for (const reported of this.placed.get(path) ?? []) report.leftOut(reported, why);
    this.placed.delete(path);
  }
}

/** Why a letter cannot be printed, whatever it is about. */
function wordsFault({ name, text }: LetterWords): Note | undefined {
  if (text.length === 0) return { code: 'I112', message: 'there is nothing to read in it' };
  if (!isVisible(name)) return { code: 'I702', message: 'it has no name: a letter is printed with one' };
  if (name.length > longestName) return { code: 'I704', message: `its name is longer than ${longestName} characters` };
  const length = lengthOfLetter(text);
  if (length <= longestLetter) return undefined;
  return { code: 'I704', message: `it has ${length} characters; the limit is ${longestLetter}` };
}

/** Finds the article by a slug, an old one, or an address, whatever host and folder are before it. */
function articleFinder(importer: Importer): (names: readonly string[]) => string | Note {
  const { slugs, at } = importer.knownArticles();
  let suggestions = mostShown;
  const found = (written: string): string | undefined => {
    if (slugs.has(written)) return written;
    const path = /^https?:\/\//i.test(written) && URL.canParse(written) ? new URL(written).pathname : written;
    const inside = path.slice(Math.max(0, path.indexOf('/articles/')));
    return at(aliasAddress(path)) ?? at(aliasAddress(inside));
  };
  return (names) => {
    for (const name of names) {
      const slug = found(name);
      if (slug !== undefined) return slug;
    }
    const named = withoutMail(names[0] ?? '');
    if (!isVisible(named)) return { code: 'I701', message: 'it is not said which article it is about' };
    const last = named.split('/').findLast((part) => part !== '') ?? '';
    const meant = suggestions-- > 0 ? didYouMean(nearest(last, slugs, 2)) : '';
    return { code: 'I701', message: `there is no article ${quoted(named)}.${meant}` };
  };
}

/** In the order of their dates, each id once: what its writer sent last. */
function latestOf(letters: readonly Addressed[], { report }: Importer): Addressed[] {
  const latest = new Map<string, Addressed>();
  for (const letter of letters.toSorted((one, other) => Date.parse(one.date) - Date.parse(other.date))) {
    const before = latest.get(letter.id);
    if (before && isDeepStrictEqual(before.words, letter.words)) {
      report.leftOut(letter.reported, { code: 'I406', message: 'it came before in this run' });
      continue;
    }
    if (before)
      report.leftOut(before.reported, { code: 'I406', message: 'it came again in this run, with other words' });
    latest.delete(letter.id);
    latest.set(letter.id, letter);
  }
  return [...latest.values()];
}

/** Puts the letter among those of its article; answers why it is not put. */
function mergeFault(incoming: Addressed, letters: LetterFile[], { existing }: Importer): Note | undefined {
  const { fields, words, reported, slug, id, date } = incoming;
  const isSame = (letter: LetterFile): boolean =>
    letter.status !== 'removed' && isDeepStrictEqual({ name: letter.name, text: letter.text }, words);
  // A letter without an id of its own is known by its words.
  const at = letters.findIndex((letter) => letter.id === id || (fields.id !== id && isSame(letter)));
  const here = letters[at];
  if (here?.status === 'removed') return { code: 'I705', message: 'it was removed at the wish of its writer' };
  if (here && isSame(here)) return { code: 'I405', message: `it is here already: responses/${slug}.json` };
  if (here && (here.status !== 'waiting' || here.author !== undefined))
    return { code: 'I705', message: `one with its id and other words is ${here.status} already` };
  if (here && Date.parse(date) < Date.parse(here.date))
    return { code: 'I405', message: `what its writer wrote later is here already: responses/${slug}.json` };
  if (here)
    reported.notes.push({ code: 'I706', message: 'it has other words than the one that waited: put in its place' });
  const language = languageOf(fields, words.text, existing.language ?? 'en', reported.notes);
  const replyTo = answeredBy(incoming, letters);
  const letter = {
    id,
    name: words.name,
    text: words.text,
    ...stated({ language }),
    date,
    status: 'waiting' as const,
    ...stated({ replyTo }),
  };
  letters.splice(here ? at : letters.length, here ? 1 : 0, letter);
  return undefined;
}

/** The letter that it answers. Replies are one deep, so one to a reply is one to what that answers. */
function answeredBy({ fields, id, reported }: Addressed, letters: readonly LetterFile[]): string | undefined {
  const { replyTo } = fields;
  if (replyTo === undefined) return undefined;
  const withId = (wanted: string) => letters.find((letter) => letter.id === wanted);
  const aboveOf = (letter: LetterFile) => (letter.status === 'removed' ? undefined : letter.replyTo);
  const answered = withId(replyTo);
  const above = answered && aboveOf(answered);
  const first = above === undefined ? answered : withId(above);
  const tell = (message: string) => void reported.notes.push({ code: 'I708', message });
  if (!first || first.id === id || letters.some((letter) => aboveOf(letter) === id)) {
    tell('what it answers is not here, or cannot be answered: it stands by itself');
    return undefined;
  }
  if (first !== answered) tell('it answers a reply: it stands under the letter that this one answers');
  return first.id;
}
