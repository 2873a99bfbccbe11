/**
 * Plain text: a copy of a newspaper's page, all of a page as a browser copies it, a text browser's dump, or an article as somebody typed
 * it. One article a file, and the entries of its Must Read list.
 */
import { type ImportedArticle, type ImportedAuthor, type Item, type Note, leftOut } from '../item.ts';
import type { Format, Opening, Source } from '../format.ts';
import { paragraphOf } from '../wording/markdown-text.ts';
import { isAdvertising, isPleading, listKindOf, withheld } from '../wording/page-words.ts';
import { bodyBlocks } from './body-blocks.ts';
import { findArticle } from './find-article.ts';
import type { FoundArticle } from './body-stretch.ts';
import { sectionOf } from './line-kinds.ts';
import { leftOutsOf } from './left-outs.ts';
import { briefsBelow, type ListedBrief } from './listed-briefs.ts';
import { type PlainLine, plainLinesOf } from './plain-lines.ts';
import { refuseRecords } from './records.ts';
import { bylineInText, type WriterBoxInText, writerBox } from './writer-box.ts';

export const text: Format = {
  name: 'text',
  recognises: ({ text }: Opening): boolean => {
    const start = text.replace(/^\ufeff/, '').trimStart();
    return (
      /\p{L}/u.test(start) && !/^(?:<[!?a-z]|[{[]\s*["{[]|(?:---|\+\+\+)\s*\n)/i.test(start) && !start.includes('\0')
    );
  },
  async *read(source: Source): AsyncIterable<Item> {
    const whole = await source.whole();
    refuseRecords(whole);
    yield* readText(plainLinesOf(whole), source.path);
  },
};

function readText(lines: readonly PlainLine[], path: string): Item[] {
  const found = findArticle(lines);
  const taken = new Set<number>();
  const result: Item[] = [];
  if (found) {
    const { article, notes } = articleOf(lines, found, taken);
    const headline = found.headline === undefined ? undefined : lines[found.headline];
    result.push({
      is: 'article',
      name: article.headline ?? path,
      line: (headline ?? lines[found.start])!.number,
      article,
      notes,
    });
  }
  for (const { brief, line } of mustReads(lines, found, taken)) {
    result.push({ is: 'brief', name: brief.headline, line, brief, notes: [] });
  }
  if (!found && lines.length > 0) {
    const message =
      'No headline with a text below it was found. If it is an article, put the headline into the first line.';
    result.push(leftOut('page', path, 'I521', message, lines[0]!.number));
    return result;
  }
  return [...result, ...leftOutsOf(lines, taken, found?.captions ?? new Set())];
}

function articleOf(
  lines: readonly PlainLine[],
  found: FoundArticle,
  taken: Set<number>,
): { article: ImportedArticle; notes: Note[] } {
  const box = writerBox(lines, found.end, found.names);
  for (const at of found.taken) taken.add(at);
  const places = bodyPlaces(lines, found);
  for (const at of places) taken.add(at);
  for (const at of box.lines) taken.add(at);
  const body = places.map((at) => lines[at]!);
  const inside = bylineInText(body);
  const headline = found.headline === undefined ? undefined : lines[found.headline]!.text;
  const names = namesOf(found, inside?.names ?? [], box);
  const article: ImportedArticle = {
    headline,
    standfirst: found.standfirst.map((at) => lines[at]!.text).join(' ') || undefined,
    authors: names.map((name) => authorOf(name, box, names.length)),
    section: headline === undefined ? undefined : sectionOf(lines, headline),
    tags: [],
    published: found.date,
    body: bodyBlocks(inside ? body.filter((_line, at) => at !== inside.at) : body),
    aliases: [],
  };
  return { article, notes: notesOn(box, lines, names) };
}

/** The lines of the body, without advertisements in it and calls to subscribe behind it. */
function bodyPlaces(lines: readonly PlainLine[], { start, end }: FoundArticle): number[] {
  let last = end;
  while (
    last > start &&
    (isAdvertising(lines[last - 1]!.text) ||
      isPleading(lines[last - 1]!.text) ||
      !/[\p{L}\p{N}]/u.test(lines[last - 1]!.text))
  )
    last -= 1;
  const places = Array.from({ length: last - start }, (_, index) => start + index);
  return places.filter((at) => !isAdvertising(lines[at]!.text));
}

/** A byline given twice is one. A name inside the text replaces the staff or the site that is named above it. */
function namesOf(found: FoundArticle, inside: readonly string[], box: WriterBoxInText): string[] {
  const names =
    found.names.length > 0 || inside.length > 0
      ? [...inside, ...found.names]
      : box.name === undefined
        ? []
        : [box.name];
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase().replace(/[\s.]+/g, ' ');
    return seen.has(key) ? false : seen.add(key);
  });
}

function authorOf(name: string, box: WriterBoxInText, count: number): ImportedAuthor {
  const isOwn = box.name === name || count === 1;
  const email = box.withheld ? 'withheld' : box.email;
  return isOwn ? { name, biography: box.biography && paragraphOf(box.biography), email } : { name };
}

function notesOn(box: WriterBoxInText, lines: readonly PlainLine[], names: readonly string[]): Note[] {
  const [name] = names;
  return box.withheld && name !== undefined ? [{ ...withheld(name), line: lines[box.contact ?? -1]?.number }] : [];
}

/** Lists that a reader is pointed to. A list of the newest or of related articles is none. */
function mustReads(lines: readonly PlainLine[], article: FoundArticle | undefined, taken: Set<number>): ListedBrief[] {
  const found: ListedBrief[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (taken.has(at)) continue;
    const kind = listKindOf(lines[at]!.text);
    if (kind !== 'must-read' && kind !== 'popular') continue;
    const { briefs, end } = briefsBelow(lines, at);
    const own = article?.headline === undefined ? undefined : lines[article.headline]!.text;
    const others = briefs.filter(
      ({ brief }) => brief.headline !== own && !found.some((one) => one.brief.headline === brief.headline),
    );
    if (briefs.length === 0) continue;
    for (let one = at; one < end; one += 1) taken.add(one);
    found.push(...others);
    at = end - 1;
  }
  return found;
}
