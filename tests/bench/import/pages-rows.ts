/** Scores of saved pages and of their plain-text copies. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Row } from '../table.ts';
import { directionOf } from '../../../src/publication/language.ts';
import type { Imported, Printed } from './imported.ts';
import { textOf } from './imported.ts';
import { Count, holds, linesOf, same, shingleF1 } from './scores.ts';

export type Scoring = {
  /** One file of the corpus, imported by itself. */
  alone: (path: string) => Promise<Imported>;
  corpus: string;
  imported: Imported;
  tell: (what: string, found: readonly string[]) => void;
};

type Dump = {
  name: string;
  title: string;
  author?: string;
  present_browser?: Present;
  present_w3m?: Present;
};

type Present = { title?: boolean; author?: boolean; with?: string[]; without?: string[] };

/** The whole of an article as it is read: headline, standfirst, text. */
const read = ({ file, text }: Printed): string => [file.headline, file.standfirst, text].join('\n');

const isBy = (article: Printed | undefined, author: string): boolean =>
  article?.authors.some((name) => same(name, author)) ?? false;

export async function textDumpRows({ corpus, alone, tell }: Scoring): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [folder, key] of [
    ['browser-copy', 'present_browser'],
    ['w3m', 'present_w3m'],
  ] as const) {
    const group = `Import: text-dumps, ${folder}`;
    // Two copies of one page are one article to the importer: each kind of copy comes by itself.
    const imported = await alone(folder);
    const [title, author, within, without] = [new Count(), new Count(), new Count(), new Count()];
    for (const dump of linesOf<Dump>(join(corpus, 'expected.jsonl'))) {
      const present = dump[key];
      if (!present) continue;
      const [article] = imported.articles(`${folder}/${dump.name}.txt`);
      title.add(same(article?.file.headline, dump.title), `${dump.name}: ${article?.file.headline}`);
      if (dump.author && /\p{L}/u.test(dump.author) && present.author)
        author.add(isBy(article, dump.author), `${dump.name}: ${article?.authors.join(', ')} (${dump.author})`);
      for (const phrase of present.with ?? [])
        within.add(article !== undefined && holds(read(article), phrase), `${dump.name}: ${phrase}`);
      for (const phrase of present.without ?? [])
        without.add(article === undefined || !holds(article.text, phrase), `${dump.name}: ${phrase}`);
    }
    tell(`${group}: title`, title.wrong);
    tell(`${group}: author`, author.wrong);
    tell(`${group}: missing`, within.wrong);
    tell(`${group}: boilerplate`, without.wrong);
    const isCopy = folder === 'browser-copy';
    rows.push(
      title.row(group, 'titles', isCopy ? { number: 11, of: 12 } : undefined),
      author.percent(group, 'authors, where present', 90),
      within.percent(group, 'phrases that belong in', 95),
      without.percent(group, 'boilerplate phrases out', 90),
    );
  }
  return rows;
}

type Page = {
  file: string;
  title?: string | null;
  author?: string | null;
  date?: string | null;
  with?: string[] | null;
  without?: string[] | null;
  og_title?: string | null;
  must_read_blocks?: { links: string[] }[];
  computed?: {
    h1?: string;
    og_title?: string;
    author_links?: string[];
    body_first_p?: string;
    body_last_p?: string;
    author_bio?: string;
  };
};

const dayOf = (article: Printed | undefined): string | undefined => article?.file.published?.slice(0, 10);

const beginning = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 60);
const ending = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(-60);

export function tagdivRows({ corpus, imported, tell }: Scoring): Row[] {
  const group = 'Import: html-tagdiv';
  const [title, author, date, first, last, clean] = Array.from({ length: 6 }, () => new Count());
  for (const page of linesOf<Page>(join(corpus, 'expected.jsonl'))) {
    const [article] = imported.articles(`pages/${page.file}`);
    const { computed = {} } = page;
    const wanted = page.title ?? computed.h1 ?? computed.og_title;
    title!.add(same(article?.file.headline, wanted), `${page.file}: ${article?.file.headline} (${wanted})`);
    const writer = page.author ?? computed.author_links?.[0];
    if (writer && /\p{L}/u.test(writer))
      author!.add(isBy(article, writer), `${page.file}: ${article?.authors.join(', ')} (${writer})`);
    if (page.date) date!.add(dayOf(article) === page.date, `${page.file}: ${article?.file.published} (${page.date})`);
    const head = [article?.file.standfirst, ...(article?.blocks.slice(0, 2) ?? [])].join(' ');
    const foot = article?.blocks.slice(-2).join(' ') ?? '';
    if (computed.body_first_p)
      first!.add(
        holds(head, beginning(computed.body_first_p)),
        `${page.file}: ${head.slice(0, 80)} (${computed.body_first_p.slice(0, 60)})`,
      );
    if (computed.body_last_p)
      last!.add(
        holds(foot, ending(computed.body_last_p)),
        `${page.file}: ${foot.slice(-80)} (${computed.body_last_p.slice(-60)})`,
      );
    const bio = computed.author_bio ?? '';
    const hasBox = bio.length > 20 && holds(article?.text ?? '', beginning(bio));
    clean!.add(article !== undefined && !hasBox && !/<(?:script|form|input|textarea)\b/i.test(article.html), page.file);
  }
  for (const [what, count] of Object.entries({ title, author, date, first, last, clean }))
    tell(`${group}: ${what}`, count!.wrong);
  return [
    title!.row(group, 'titles', 'all'),
    author!.row(group, 'authors, of those given', { number: 11, of: 12 }),
    date!.row(group, 'dates, of those given', 'all'),
    first!.row(group, 'first paragraph of the body', { number: 11, of: 12 }),
    last!.row(group, 'last paragraph of the body', { number: 11, of: 12 }),
    clean!.row(group, 'no script, form or author box in the body', 'all'),
  ];
}

type Readable = { page: string; title?: string | null; byline?: string | null; dir?: string | null };

export async function readabilityRows({ corpus, alone, tell }: Scoring): Promise<Row[]> {
  const group = 'Import: html-readability';
  const [byline, direction] = [new Count(), new Count()];
  const scores: { page: string; f1: number }[] = [];
  for (const { page, byline: writer, dir } of linesOf<Readable>(join(corpus, 'expected.jsonl'))) {
    // One text is among them twice, saved before and after its comments came.
    const [article] = (await alone(`${page}/source.html`)).articles(`${page}/source.html`);
    const expected = textOf(readFileSync(join(corpus, page, 'expected.html'), 'utf8'));
    scores.push({ page, f1: shingleF1([article?.text].join(' '), expected) });
    const names = article?.authors.join(', ') ?? '';
    if (writer) byline.add(isByline(names, writer), `${page}: ${names} (${writer})`);
    const language = article?.file.language;
    direction.add(
      (dir ?? 'ltr') === (language === undefined ? 'ltr' : directionOf(language)),
      `${page}: ${language} (${dir})`,
    );
  }
  const poor = scores.filter(({ f1 }) => f1 < 0.93).sort((one, other) => one.f1 - other.f1);
  tell(
    `${group}: F1`,
    poor.map(({ page, f1 }) => `${page} ${f1.toFixed(3)}`),
  );
  tell(`${group}: byline`, byline.wrong);
  tell(`${group}: direction`, direction.wrong);
  const mean = scores.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(scores.length, 1);
  return [
    {
      group,
      what: 'F1 of shingles against the expected body, mean',
      value: mean * 100,
      unit: '%',
      from: `${scores.length} pages`,
      atLeast: 93,
    },
    byline.percent(group, 'bylines, of those given', 85),
    direction.row(group, 'directions', 'all'),
  ];
}

/** "By Jane Doe, March 3" names Jane Doe; what is taken for the writer is all in the line, and one of its words is. */
function isByline(names: string, line: string): boolean {
  if (names === '') return false;
  return (
    names.split(', ').every((name) => holds(line, name)) ||
    holds(names, line.replace(/^\s*(?:written\s+)?(?:by|von|par|por)[\s:]+/i, ''))
  );
}

/** What Readability gives by itself. */
function alone(html: string): { title: string; byline: string; date: string; text: string } {
  const { document } = parseHTML(html);
  const article = new Readability(document).parse();
  return {
    title: article?.title ?? '',
    byline: article?.byline ?? '',
    date: article?.publishedTime?.slice(0, 10) ?? '',
    text: article?.textContent ?? '',
  };
}

export function ccRows({ corpus, imported, tell }: Scoring): Row[] {
  const group = 'Import: html-cc';
  const counts = ['titles', 'authors', 'dates', 'phrases that belong in', 'boilerplate phrases out'] as const;
  const ours = new Map(counts.map((what) => [what, new Count()]));
  const theirs = new Map(counts.map((what) => [what, new Count()]));
  for (const page of linesOf<Page>(join(corpus, 'expected.jsonl'))) {
    const [article] = imported.articles(`pages/${page.file}`);
    const bare = alone(readFileSync(join(corpus, 'pages', page.file), 'utf8'));
    const add = (what: (typeof counts)[number], our: boolean, their: boolean, said: string) => {
      ours.get(what)!.add(our, `${page.file}: ${said}`);
      theirs.get(what)!.add(their, page.file);
    };
    if (page.title)
      add(
        'titles',
        same(article?.file.headline, page.title),
        same(bare.title, page.title),
        `${article?.file.headline} (${page.title})`,
      );
    const { author } = page;
    if (author)
      add('authors', isBy(article, author), holds(bare.byline, author), `${article?.authors.join(', ')} (${author})`);
    if (page.date)
      add('dates', dayOf(article) === page.date, bare.date === page.date, `${article?.file.published} (${page.date})`);
    for (const phrase of page.with ?? []) {
      add(
        'phrases that belong in',
        article !== undefined && holds(read(article), phrase),
        holds(bare.text, phrase),
        phrase,
      );
    }
    for (const phrase of page.without ?? []) {
      add('boilerplate phrases out', !holds(article?.text ?? '', phrase), !holds(bare.text, phrase), phrase);
    }
  }
  return counts.map((what) => {
    const [our, their] = [ours.get(what)!, theirs.get(what)!];
    tell(`${group}: ${what}`, our.wrong);
    const least = (their.right / Math.max(their.asked, 1)) * 100;
    return our.percent(
      group,
      `${what} (Readability alone: ${their.right})`,
      what === 'authors' ? Math.max(least, 60) : least,
    );
  });
}

export function mustReadRows({ corpus, imported, tell }: Scoring): Row[] {
  const group = 'Import: html-mustread';
  const [found, titles] = [new Count(), new Count()];
  let briefs = 0;
  for (const page of linesOf<Page>(join(corpus, 'expected.jsonl'))) {
    const path = `pages/${page.file}`;
    const wanted = page.title ?? page.og_title;
    const [article] = imported.articles(path);
    if (wanted) titles.add(same(article?.file.headline, wanted), `${page.file}: ${article?.file.headline} (${wanted})`);
    const came = imported.briefs(path).flatMap((entry) => ('headline' in entry ? [entry.headline] : []));
    briefs += came.length;
    for (const link of page.must_read_blocks?.flatMap(({ links }) => links) ?? []) {
      found.add(
        came.some((headline) => same(headline, link)),
        `${page.file}: ${link}`,
      );
    }
  }
  tell(`${group}: titles`, titles.wrong);
  tell(`${group}: entries`, found.wrong);
  return [
    titles.row(group, 'titles'),
    found.row(group, 'links under a "Must Read" heading that came as briefs (menus are among them)'),
    { group, what: 'briefs', value: briefs, unit: '' },
  ];
}
