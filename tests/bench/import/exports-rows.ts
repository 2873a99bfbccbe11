/** Scores of Markdown, feeds and exports. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../table.ts';
import { directionOf } from '../../../src/publication/language.ts';
import { type Printed, textOf } from './imported.ts';
import type { Scoring } from './pages-rows.ts';
import { Count, linesOf, same } from './scores.ts';

type Post = {
  file: string;
  title?: string | null;
  date_effective?: string | null;
  author_names?: string[];
  dir?: string | null;
  front_matter?: string;
  body_words?: number;
};

export function postRows({ corpus, imported, tell }: Scoring): Row[] {
  const group = 'Import: md-18f';
  const [title, date, authors] = [new Count(), new Count(), new Count()];
  for (const post of linesOf<Post>(join(corpus, 'expected.jsonl'))) {
    const [article] = imported.articles(post.file);
    title.add(
      same(article?.file.headline, textOf(post.title ?? '')),
      `${post.file}: ${article?.file.headline} (${post.title})`,
    );
    const day = article?.file.published?.slice(0, 10);
    date.add(day === post.date_effective, `${post.file}: ${article?.file.published} (${post.date_effective})`);
    const names = post.author_names ?? [];
    const right =
      article !== undefined &&
      article.authors.length === names.length &&
      article.authors.every((name, at) => same(name, names[at]));
    authors.add(right, `${post.file}: ${article?.authors.join(', ')} (${names.join(', ')})`);
  }
  for (const [what, count] of Object.entries({ title, date, authors })) tell(`${group}: ${what}`, count.wrong);
  return [
    title.row(group, 'titles', 'all'),
    date.row(group, 'dates', 'all'),
    authors.row(group, 'authors, in order', 'all'),
  ];
}

const turned = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Letters of the text in their order: its words, without front matter, comments, tags, and addresses. */
function lettersOf(markdown: string): string {
  const text = markdown
    .replace(/^---\n[^]*?\n---\n/, '')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    // Attribute lists of kramdown, as {#name}, are for machines.
    .replace(/\{[#:.][^}\n]*\}/g, '');
  return Array.from(text.matchAll(/\p{L}/gu), ([letter]) =>
    turned.test(letter) || letter > '\u2e7f' ? letter : '',
  ).join('');
}

export function scriptRows({ corpus, imported, tell }: Scoring): Row[] {
  const group = 'Import: md-rtl-i18n';
  const [direction, language, letters] = [new Count(), new Count(), new Count()];
  for (const post of linesOf<Post>(join(corpus, 'expected.jsonl'))) {
    const [article] = imported.articles(post.file);
    if (post.body_words === 0) continue;
    const said = article?.file.language;
    direction.add(article !== undefined && (post.dir ?? 'ltr') === directionOf(said ?? 'en'), `${post.file}: ${said}`);
    const folder = post.file.split('/').at(-2) ?? '';
    const wanted = folder === 'zh-hans' ? 'zh' : folder;
    language.add((said ?? 'en').split('-')[0] === wanted, `${post.file}: ${said} (${wanted})`);
    const source = lettersOf(readFileSync(join(corpus, post.file), 'utf8').replace(/\r\n?/g, '\n'));
    const body = article === undefined ? '' : lettersOf(article.file.body.join('\n\n'));
    const headline = article === undefined ? '' : lettersOf(article.file.headline);
    letters.add(
      source === body || source === headline + body,
      `${post.file}: ${source.length} letters, ${body.length} came`,
    );
  }
  for (const [what, count] of Object.entries({ direction, language, letters })) tell(`${group}: ${what}`, count.wrong);
  return [
    direction.row(group, 'directions', 'all'),
    language.row(group, 'languages', 'all'),
    letters.row(group, 'no letter lost or moved', 'all'),
  ];
}

export function frontMatterRows({ corpus, imported, tell }: Scoring): Row[] {
  const group = 'Import: frontmatter';
  const [accounted, hidden] = [new Count(), new Count()];
  const { report } = imported;
  for (const { file } of linesOf<Post>(join(corpus, 'expected.jsonl'))) {
    const fileReport = report.files.find((one) => one.file.endsWith(file));
    const fault = fileReport?.refused?.message ?? '';
    accounted.add(
      fileReport !== undefined && !/TypeError|RangeError|undefined/.test(fault),
      `${file}: ${fault || 'not in the report'}`,
    );
    for (const article of imported.articles(file))
      hidden.add(!showsFrontMatter(article), `${file}: ${article.file.body[0]?.slice(0, 80)}`);
  }
  const executed = Reflect.has(globalThis, 'importedCodeRan') ? 1 : 0;
  tell(`${group}: crash`, accounted.wrong);
  tell(`${group}: front matter as text`, hidden.wrong);
  return [
    accounted.row(group, 'files read or named, without a crash', 'all'),
    hidden.row(group, 'articles without front matter as text', 'all'),
    { group, what: 'codes executed', value: executed, unit: '', atMost: 0 },
  ];
}

const showsFrontMatter = ({ file: { body } }: Printed): boolean =>
  /^(?:---|\+\+\+|;;;|~~~)\s*(?:\w+)?\s*$/m.test(body[0]?.split('\n', 1)[0] ?? '') ||
  /^\\?(?:-{3}|\+{3})[^]*\btitle\s*[:=]/.test(body.slice(0, 2).join('\n'));

type WxrFile = { file: string; well_formed: boolean; published_posts?: number };
type WxrItem = { file: string; type: string; status: string; title: string; author?: string; password?: boolean };

export async function wordpressRows({ corpus, imported, alone, tell }: Scoring): Promise<Row[]> {
  const group = 'Import: wxr';
  const [posts, titles, malformed] = [new Count(), new Count(), new Count()];
  const items = linesOf<WxrItem>(join(corpus, 'expected-items.jsonl'));
  for (const { file, well_formed: isWell, published_posts: wanted = 0 } of linesOf<WxrFile>(
    join(corpus, 'expected-files.jsonl'),
  )) {
    const fileReport = imported.report.files.find((one) => one.file.endsWith(file));
    if (!isWell) {
      const place = fileReport?.refused?.line;
      malformed.add(place !== undefined, `${file}: ${fileReport?.refused?.message}`);
      continue;
    }
    // Test exports share hosts and posts: each comes by itself.
    const articles = (await alone(file)).articles(file);
    const published = items.filter(
      (item) => item.file === file && item.type === 'post' && item.status === 'publish' && !item.password,
    );
    const named = new Set(articles.map((article) => article.file.headline));
    posts.add(
      articles.filter(({ file: article }) => !article.draft).length >= Math.min(wanted, published.length),
      `${file}: ${articles.length} (${wanted})`,
    );
    for (const { title } of published) {
      if (title.trim() !== '')
        titles.add(
          [...named].some((headline) => same(headline, textOf(title))),
          `${file}: ${title}`,
        );
    }
  }
  for (const [what, count] of Object.entries({ posts, titles, malformed })) tell(`${group}: ${what}`, count.wrong);
  return [
    posts.row(group, 'well-formed files whose published posts all came', 'all'),
    titles.row(group, 'published posts by their title', 'all'),
    malformed.row(group, 'malformed files named with their line', 'all'),
  ];
}

type Feed = {
  file: string;
  bozo: boolean;
  entries: number;
  items: {
    title?: string | null;
    link?: string | null;
    author?: string | null;
    published?: string | null;
    updated?: string | null;
  }[];
};

/** Saved feeds of papers and blogs; the rest are the cases of other readers' tests. */
const isReal = (file: string): boolean => /^(?:netnewswire|miniflux)\//.test(file);

export async function feedRows({ corpus, imported, alone, tell }: Scoring): Promise<Row[]> {
  const group = 'Import: feeds';
  const [entries, titles, links, dates, authors, malformed] = Array.from({ length: 6 }, () => new Count());
  for (const feed of linesOf<Feed>(join(corpus, 'expected.jsonl'))) {
    if (feed.bozo) {
      const fileReport = imported.report.files.find((one) => one.file.endsWith(`/${feed.file}`));
      const named = fileReport !== undefined && (fileReport.found > 0 || fileReport.refused !== undefined);
      malformed!.add(named, `${feed.file}: not in the report`);
      continue;
    }
    if (!isReal(feed.file) || !feed.items) continue;
    const one = await alone(feed.file);
    const came = one.inOrder(feed.file);
    // Several entries of one page cannot all have its address; the report names those that have it not.
    const told = one.report.items.flatMap(({ notes }) =>
      notes.flatMap(({ code, message }) => (code === 'I204' ? [message] : [])),
    );
    entries!.add(came.length === feed.entries, `${feed.file}: ${came.length} (${feed.entries})`);
    for (const [at, { title, link, author, published, updated }] of feed.items.entries()) {
      const made = came[at];
      const article = made && 'blocks' in made ? made : undefined;
      const brief = made && 'headline' in made ? made : undefined;
      const headline = article?.file.headline ?? brief?.headline;
      const place = `${feed.file}: ${title ?? link}`;
      if (title) titles!.add(same(headline, textOf(title)), `${place} ${headline}`);
      if (link)
        links!.add(
          (article !== undefined && hasAddress(article, link, told)) || brief?.url === link,
          `${place} ${link}`,
        );
      const date = published ?? updated;
      if (date && article)
        dates!.add(sameMoment(article.file.published, date), `${place} ${article.file.published} (${date})`);
      if (author && article)
        authors!.add(isNamed(author, article.authors), `${place} ${article.authors.join(', ')} (${author})`);
    }
  }
  const counts = { entries, titles, links, dates, authors };
  for (const [what, count] of Object.entries({ ...counts, malformed })) tell(`${group}: ${what}`, count!.wrong);
  return [
    ...Object.entries(counts).map(([what, count]) => count!.percent(group, `${what} of real feeds`, 99)),
    malformed!.row(group, 'malformed feeds imported or named', 'all'),
  ];
}

/** "jane@example.org (Jane Doe)" names Jane Doe. */
const isNamed = (author: string, names: readonly string[]): boolean =>
  names.length > 0 && (same(author, names.join(', ')) || names.every((name) => author.includes(name)));

function hasAddress({ file, text }: Printed, link: string, told: readonly string[]): boolean {
  if (!URL.canParse(link)) return true;
  const { pathname, search } = new URL(link);
  let path = pathname;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    // As it is written.
  }
  const known = (file.aliases ?? []).some((alias) => alias === path || alias === pathname) || text.includes(link);
  // A query cannot be an alias; a path of "/" is the front page.
  return known || search !== '' || path === '/' || told.some((message) => message.includes(`"${path}"`));
}

const sameMoment = (published: string | undefined, wanted: string): boolean =>
  published !== undefined &&
  (published.length === 10 ? wanted.startsWith(published) : Date.parse(published) === Date.parse(wanted));

type Export = { file: string; records?: number | null; links?: number; bookmarks?: number; h1?: string | null };

export function exportRows({ corpus, imported, tell }: Scoring): Row[] {
  const group = 'Import: exports';
  const count = new Count();
  for (const { file, records } of linesOf<Export>(join(corpus, 'expected.jsonl'))) {
    const fileReport = imported.report.files.find((one) => one.file.endsWith(`/${file}`));
    const entries = imported.report.items.filter((entry) => entry.file === fileReport?.file);
    const refused = fileReport?.refused?.message ?? entries.find(({ of }) => of === 'file')?.notes[0]?.message;
    const found =
      entries.filter(({ of }) => of !== 'file').length -
      (typeof records === 'number' ? entries.filter(({ of }) => of === 'author').length : 0);
    // A page that another file of the export lists is read with that file, which has the count.
    const exact = fileReport === undefined || (typeof records === 'number' ? found === records : found > 0);
    count.add(
      exact || (refused ?? '').includes('not supported'),
      `${file}: ${found} found (${records})${refused ? `, ${refused}` : ''}${fileReport ? '' : ', read with another'}`,
    );
  }
  tell(group, count.wrong);
  return [count.row(group, 'files with exact counts, or named as not supported', 'all')];
}
