/** Sentences and paragraphs made from phrases by chance that always falls the same way. */
import {
  actions,
  firstNames,
  joiners,
  lastNames,
  people,
  qualities,
  reasons,
  remarks,
  sayings,
  subjects,
  times,
} from './phrases.ts';

export type Draw = {
  /** A whole number from 0 to below the limit. */
  below(limit: number): number;
  one<Item>(items: readonly Item[]): Item;
  /** So many different ones. */
  some<Item>(items: readonly Item[], count: number): Item[];
};

/** A well-mixed sequence for each seed (a counter through the finalizer of MurmurHash3). */
export function drawFrom(seed: number): Draw {
  let counter = Math.imul(seed, 0x9e3779b1);
  const next = (): number => {
    counter = (counter + 0x6a09e667) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  const draw: Draw = {
    below: (limit) => next() % limit,
    one: (items) => items[next() % items.length]!,
    some: (items, count) => {
      const left = [...items];
      return Array.from({ length: count }, () => left.splice(next() % left.length, 1)[0]!);
    },
  };
  return draw;
}

type Subject = { places: readonly string[]; things: readonly string[] };

export const withCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Often of the subject, else of any; written English returns to its words, but not to those alone. */
function thing(draw: Draw, subject: Subject): string {
  const { things } = draw.below(5) < 2 ? subject : draw.one(subjects);
  return draw.below(4) === 0 ? `the ${draw.one(things)}` : `the ${draw.one(qualities)} ${draw.one(things)}`;
}

const who = (draw: Draw): string =>
  draw.below(2) === 0 ? draw.one(people) : `${draw.one(firstNames)} ${draw.one(lastNames)}`;

const place = (draw: Draw, subject: Subject): string =>
  draw.one((draw.below(2) === 0 ? subject : draw.one(subjects)).places);

/** "the auditor counted the rusty buoy" */
export function phraseOf(draw: Draw, subject: Subject): string {
  const where = draw.below(3) === 0 ? ` at ${place(draw, subject)}` : '';
  return `${who(draw)} ${draw.one(actions)} ${thing(draw, subject)}${where}`;
}

export function sentence(draw: Draw, subject: Subject): string {
  const clause = () => phraseOf(draw, subject);
  const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  switch (draw.below(9)) {
    case 0:
      return `${draw.one(times)}, ${clause()}.`;
    case 1:
      return `${withCapital(clause())}, ${draw.one(joiners)} ${clause()}.`;
    case 2:
      return `${withCapital(who(draw))} ${draw.one(sayings)} that ${draw.one(reasons)}.`;
    case 3:
      return `“${withCapital(draw.one(reasons))},” ${who(draw)} ${draw.one(sayings)}.`;
    case 4:
      return `There are ${12 + draw.below(880)} of them between ${place(draw, subject)} and ${place(draw, subject)}, and ${draw.one(reasons)}.`;
    case 5:
      return `${withCapital(clause())} because ${draw.one(reasons)}.`;
    case 6:
      return `${withCapital(thing(draw, subject))} was worth ${3 + draw.below(96)} per cent more than ${thing(draw, subject)}, ${who(draw)} ${draw.one(sayings)}.`;
    case 7:
      return `What ${who(draw)} had not expected was ${thing(draw, subject)}: ${lower(draw.one(times))}, ${clause()}.`;
    default:
      return `If ${clause()}, it was ${draw.below(2) === 0 ? 'less a plan than an accident' : `no secret: ${draw.one(reasons)}`}.`;
  }
}

/** Whole sentences until there are at least so many words. */
export function paragraph(draw: Draw, subject: Subject, words: number): string {
  const sentences: string[] = [];
  let written = 0;
  while (written < words) {
    const next = draw.below(5) === 0 ? draw.one(remarks) : sentence(draw, subject);
    written += next.split(' ').length;
    sentences.push(next);
  }
  return sentences.join(' ');
}
