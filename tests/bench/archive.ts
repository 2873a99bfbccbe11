/**
 * An archive of any size, the same every time: article number 7 has the same text in an archive of ten and of ten
 * thousand, so one page can be compared across sizes. Its files pass validation without a word.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArticleFile, AuthorFile, MustReadFile, PageFile, PublicationFile } from '../../src/publication/schema.ts';
import { firstNames, headings, lastNames, people, qualities, remarks, roles, subjects, times } from './phrases.ts';
import { type Draw, drawFrom, paragraph, phraseOf, sentence, withCapital } from './prose.ts';

type ArchiveFile = [path: string, value: PublicationFile | MustReadFile | AuthorFile | ArticleFile | PageFile];

/** The article whose page is measured. */
export const measured = 3;

const articlesAnAuthor = 20;
const hoursApart = 9;
/** The newest article; all are in the past. */
const newest = Date.UTC(2025, 11, 31, 9);

const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const authorsFor = (size: number): number => Math.floor(size / articlesAnAuthor) + 1;

/** Every file of the archive with its path in the content folder. */
export function* archiveFiles(size: number): Generator<ArchiveFile> {
  yield ['publication.json', publication];
  const picks = [1, 2, 4, 5, 7, 8].filter((number) => number < size);
  yield ['must-read.json', { entries: picks.map((number) => ({ article: articleSlug(number) })) }];
  yield ['pages/about.json', { title: 'About this archive', body: ['It was made to be measured.'] }];
  for (let number = 0; number < authorsFor(size); number += 1) yield authorFile(number);
  for (let number = 0; number < size; number += 1) {
    const { slug, article } = articleOf(number, size);
    yield [`articles/${slug}.json`, article];
  }
}

export function writeArchive(folder: string, size: number): void {
  for (const [path, value] of archiveFiles(size)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
  }
}

export const articleSlug = (number: number): string => `${slugOf(headlineOf(number))}-${number}`;

const publication: PublicationFile = {
  name: 'The Measured Archive',
  tagline: 'Articles to be counted, not read',
  address: 'https://archive.example/',
  language: 'en-GB',
  timeZone: 'UTC',
  format: 1,
  sections: subjects.map(({ name }) => ({ slug: slugOf(name), name })),
};

function authorName(number: number): string {
  const first = firstNames[number % firstNames.length]!;
  const turn = Math.floor(number / firstNames.length);
  return `${first} ${lastNames[(number * 7 + turn) % lastNames.length]!}`;
}

const authorSlug = (number: number): string => `${slugOf(authorName(number))}-${number}`;

function authorFile(number: number): ArchiveFile {
  const draw = drawFrom(0x5eed + number);
  const subject = draw.one(subjects);
  const biography = `${authorName(number)} has written about ${draw.one(subject.things)}s and ${draw.one(subject.things)}s since ${1980 + draw.below(40)}. ${sentence(draw, subject)}`;
  return [`authors/${authorSlug(number)}.json`, { name: authorName(number), role: draw.one(roles), biography }];
}

const subjectOf = (number: number) => subjects[(number * 3) % subjects.length]!;

function headlineOf(number: number): string {
  const draw = drawFrom(0xbead + number);
  const { things, places } = subjectOf(number);
  const thing = `${draw.one(qualities)} ${draw.one(things)}`;
  return draw.one([
    withCapital(`the ${thing} at ${draw.one(places)}`),
    withCapital(`${draw.one(people)} and the ${thing}`),
    `What became of the ${thing}`,
    `Why the ${thing} matters`,
    `A ${draw.one(things)}, a ${draw.one(things)} and ${draw.one(places)}`,
  ]);
}

/** About a thousand words: paragraphs under headings, a list, a quotation, links, now and then a note. */
function articleOf(number: number, size: number): { slug: string; article: ArticleFile } {
  const draw = drawFrom(0xfade + number);
  const subject = subjectOf(number);
  const titles = draw.some(headings, 4);
  const body: string[] = [];
  for (let part = 0; part < 17; part += 1) {
    if (part % 4 === 3) body.push(`## ${titles.pop()}`);
    body.push(paragraph(draw, subject, 46));
    if (part === 5) body.push(bulletsOf(draw, number));
    if (part === 9) body.push(`> ${sentence(draw, subject)} ${draw.one(remarks)}`);
  }
  if (number % 5 === 2) {
    body[1] += '[^count]';
    body.push(`[^count]: ${sentence(draw, subject)}`);
  }
  body[2] += ` More is told in [an earlier piece](/articles/${articleSlug(Math.floor(number / 2))}/), and [the register](https://archive.example.org/${number}) has the rest.`;
  const writer = number % authorsFor(size);
  const second = number % 11 === 4 ? [(writer + 1) % authorsFor(size)] : [];
  const tags = draw.some(subject.things.slice(0, 6), 2).map(slugOf);
  return {
    slug: articleSlug(number),
    article: {
      headline: headlineOf(number),
      standfirst: sentence(draw, subject),
      authors: [...new Set([writer, ...second])].map(authorSlug),
      section: slugOf(subject.name),
      tags,
      ...(number % 40 < 3 && size > 40 && { series: `papers-${Math.floor(number / 40) + 1}` }),
      dateline: withCapital(draw.one(lastNames)).toUpperCase(),
      published: new Date(newest - number * hoursApart * 3_600_000).toISOString().replace('.000', ''),
      body,
    },
  };
}

function bulletsOf(draw: Draw, number: number): string {
  const about = subjectOf(number + 1);
  return [draw.one(times), draw.one(times), draw.one(times), draw.one(times)]
    .map((time) => `- ${time}: ${phraseOf(draw, about)}`)
    .join('\n');
}
