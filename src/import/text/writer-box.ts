/** The writer below a text: a name, perhaps given twice, a line on how to reach them, a few words about them. */
import { looksLikeName, looksLikePerson, namesIn, startsAsByline } from '../wording/bylines.ts';
import {
  contactLine,
  hiddenAddress,
  isCommenting,
  isPaging,
  isSharing,
  isTagging,
  listKindOf,
} from '../wording/page-words.ts';
import { isProse } from './line-kinds.ts';
import type { PlainLine } from './plain-lines.ts';

export type WriterBoxInText = {
  name?: string;
  email?: string;
  /** The page says how to reach the writer, but hides the address. */
  withheld: boolean;
  biography?: string;
  contact?: number;
  /** Lines that belong to it. */
  lines: Set<number>;
};

const reach = 60;
const address = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/;
const isNameLine = ({ text }: PlainLine): boolean =>
  looksLikeName(text) && listKindOf(text) === undefined && !isSharing(text) && !isTagging(text);

/** Looks behind the body, from `end`, up to the next list or form; `known` are names in the byline. */
export function writerBox(lines: readonly PlainLine[], end: number, known: readonly string[]): WriterBoxInText {
  const box: WriterBoxInText = { withheld: false, lines: new Set() };
  for (let at = end; at < lines.length && at - end < reach; at += 1) {
    const line = lines[at]!;
    if (isCommenting(line.text) || (listKindOf(line.text) !== undefined && at > end)) break;
    if (contactLine.test(line.text)) {
      readContact(box, line.text, at);
      continue;
    }
    const { text } = line;
    const next = lines[at + 1];
    const isKnown = known.includes(text);
    if (!isKnown && (!isNameLine(line) || isTagList(lines, at))) continue;
    const twice = next?.text === text;
    const isAbove = next !== undefined && (contactLine.test(next.text) || hiddenAddress.test(next.text));
    const before = lines[at - 1];
    const closes =
      (before !== undefined && isPaging(before.text) && !line.apart) ||
      (next !== undefined && listKindOf(next.text) === 'related' && isPagingNear(lines, at));
    const isSignature = at === end && known.length === 0 && looksLikePerson(text);
    if (!isKnown && !twice && !isAbove && !closes && !isSignature) continue;
    box.name ??= text;
    box.lines.add(at);
    if (twice) box.lines.add(at + 1);
    const about = biographyBelow(lines, at + (twice ? 2 : 1));
    if (about) {
      box.biography ??= about.text;
      for (const one of about.lines) box.lines.add(one);
    }
  }
  return box;
}

const isPagingNear = (lines: readonly PlainLine[], at: number): boolean =>
  lines.slice(Math.max(0, at - 6), at).some(({ text }) => isPaging(text));

/** Names of people are among the tags, too. */
function isTagList(lines: readonly PlainLine[], at: number): boolean {
  for (let before = at - 1; before >= 0 && at - before <= 25; before -= 1) {
    if (isTagging(lines[before]!.text)) return true;
    if (lines[before]!.apart && lines[before]!.bullet === undefined) return false;
  }
  return false;
}

function readContact(box: WriterBoxInText, text: string, at: number): void {
  box.lines.add(at);
  box.contact = at;
  const email = address.exec(text)?.[0];
  if (email) box.email = email.replace(/[.-]+$/, '');
  else if (hiddenAddress.test(text)) box.withheld = true;
}

/** Sentences about the writer, directly below the name; a web address may stand between. */
function biographyBelow(lines: readonly PlainLine[], from: number): { text: string; lines: number[] } | undefined {
  let at = from;
  const taken: number[] = [];
  if (/^https?:\/\/\S+$/.test(lines[at]?.text ?? '')) taken.push(at++);
  const line = lines[at];
  if (!line || line.apart || !isProse(line) || contactLine.test(line.text) || isCommenting(line.text)) return undefined;
  return { text: line.text, lines: [...taken, at] };
}

/** "By Jane Doe" or "Written by: Jane Doe" among the first lines of a body. */
export function bylineInText(lines: readonly PlainLine[]): { names: string[]; at: number } | undefined {
  for (const [at, { text }] of lines.slice(0, 4).entries()) {
    if (text.length > 90 || !startsAsByline(text) || /[.!?]$/.test(text)) continue;
    const names = namesIn(text);
    if (names.length > 0 && names.every((name) => /\p{Lu}|\p{Lo}/u.test(name) && name.split(' ').length <= 6))
      return { names, at };
  }
  return undefined;
}
