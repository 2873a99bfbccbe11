/** What a first visit costs, in bytes, and what it waits for. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { render } from '../../src/entry-server.tsx';
import { articleAddress } from '../../src/publication/addresses.ts';
import { screen } from '../../src/words/en/interface.ts';
import type { ArticleFile, LetterFile } from '../../src/publication/schema.ts';
import { pageAt } from '../../src/publication/site.ts';
import { editionWith, pieces } from '../fixtures/edition.ts';
import { letter } from '../fixtures/letters.ts';
import { build } from './built-site.ts';
import { lead } from './reading.ts';
import { expectErrors, useSite } from './site.ts';

const used = useSite();

const zipped = (text: string | Buffer): number => gzipSync(text, { level: 9 }).length;

describe('an article of 1,000 words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bytes-'));
  let html: string;

  beforeAll(() => {
    const data = join(folder, 'data');
    cpSync('src/data', data, { recursive: true });
    writeFileSync(join(data, 'articles/a-thousand-words.json'), JSON.stringify(aThousandWords()));
    build(join(folder, 'site'), { data });
    html = readFileSync(join(folder, 'site/articles/a-thousand-words/index.html'), 'utf8');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('comes in one round trip, with its style sheet in it: at most 13,250 bytes', () => {
    expect(
      words([html.slice(html.indexOf('data-text="body"'), html.indexOf('class="article-footer"'))]),
    ).toBeGreaterThan(990);
    expect(html).toMatch(/<style data-whole=/);
    expect(zipped(html)).toBeLessThanOrEqual(13_250);
  });

  test('with a thousand letters under it still comes in one round trip: at most 14,400 bytes', () => {
    const data = join(folder, 'data');
    mkdirSync(join(data, 'responses'));
    writeFileSync(join(data, 'responses/a-thousand-words.json'), JSON.stringify({ letters: aThousandLetters() }));
    build(join(folder, 'with-letters'), { data });
    const read = readFileSync(join(folder, 'with-letters/articles/a-thousand-words/index.html'), 'utf8');
    expect(read).toMatch(/<style data-whole=/);
    expect(read).toContain('>All 1,000 letters</a>');
    expect(read.match(/ id="letter-/g)?.length).toBeGreaterThan(1);
    expect(zipped(read)).toBeLessThanOrEqual(14_400);
    // One page of them is what comes when the reader is near.
    const page = readFileSync(join(folder, 'with-letters/articles/a-thousand-words/letters/page.json'));
    expect(zipped(page)).toBeLessThanOrEqual(8000);
  });

  test('holds its text once', () => {
    for (const block of aThousandWords().body.slice(0, 3)) expect(html.split(block.slice(0, 40))).toHaveLength(2);
  });

  const words = (blocks: readonly string[]): number =>
    blocks
      .join(' ')
      .replaceAll(/<[^>]*>/g, ' ')
      .split(/\s+/).length;

  /** Plain paragraphs of our own articles, as people wrote them. */
  /** Each of words of its own. */
  function aThousandLetters(): LetterFile[] {
    const text = aThousandWords().body.join(' ').split(' ');
    return Array.from({ length: 1000 }, (_, index) =>
      letter(`n${index}`, {
        date: new Date(Date.UTC(2026, 4, 2, index)).toISOString(),
        text: [Array.from({ length: 60 }, (__, word) => text[(index * 61 + word * 17) % text.length]).join(' ')],
        printed: '2026-07-01',
      }),
    );
  }

  function aThousandWords(): ArticleFile {
    const read = (slug: string) => JSON.parse(readFileSync(`src/data/articles/${slug}.json`, 'utf8')) as ArticleFile;
    const sources = [
      'what-makes-a-page-readable',
      'a-newspaper-should-end',
      'the-word-broadsheet',
      'a-picture-in-words',
    ];
    const paragraphs = sources
      .flatMap((slug) => read(slug).body)
      .filter((block) => /^[\p{L}“]/u.test(block) && !/[[|`]/.test(block));
    const body: string[] = [];
    for (const paragraph of paragraphs) {
      if (words(body) >= 1000) break;
      body.push(paragraph);
    }
    if (words(body) < 1000) throw new Error('Our own articles hold too few plain paragraphs.');
    body.splice(3, 0, '## What the eye does');
    body.splice(9, 0, '## What the page does');
    return {
      headline: 'A thousand words, neither more nor less',
      standfirst: 'An article as long as most, with everything around it that an article has.',
      kicker: 'Measured',
      authors: ['reading-desk', 'standards-desk'],
      section: 'reading',
      tags: ['reading', 'typography'],
      published: '2026-02-02',
      image: {
        src: '/images/the-measure.svg',
        alt: 'A ruler.',
        caption: 'The measure of a page.',
        credit: 'Broadsheet',
      },
      body,
    };
  }
});

test('an article asks for at most 90,000 bytes of script when it is loaded', async () => {
  const page = await used.open({ path: '' });
  // What belongs to the reader waits until the page is idle; here it never is.
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  await page.goto(used.site.url + lead.path);
  await page.getByRole('button', { name: 'Copy the link' }).waitFor();
  expect(await page.getByRole('button', { name: 'Reading settings' }).count()).toBe(0);
  const scripts = [...new Set(used.site.requests.filter((path) => path.endsWith('.js')))];
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.map((path) => zipped(readFileSync(join(inject('shippedSite'), path))));
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(90_000);
});

test('the worker has at most 6,000 bytes, and stores at most 350,000 with all late parts; both when the page is idle', async () => {
  const worker = readFileSync(join(inject('shippedSite'), 'sw.js'), 'utf8');
  expect(zipped(worker)).toBeLessThanOrEqual(6_000);
  const { files } = JSON.parse(/^const shell=(\{.*?\});/.exec(worker)?.[1] ?? '') as { files: string[] };
  const late = readdirSync(join(inject('shippedSite'), 'assets')).filter((file) => /\.(?:js|css)$/.test(file));
  expect(files).toEqual(expect.arrayContaining(late.map((file) => `assets/${file}`)));
  const bytes = files.map((file) => zipped(readFileSync(join(inject('shippedSite'), file))));
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(350_000);
  const page = await used.open({ path: '', worker: true });
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  await page.goto(used.site.url + lead.path);
  await page.getByRole('button', { name: 'Copy the link' }).waitFor();
  await page.keyboard.press('Shift');
  await page.getByRole('button', { name: 'Reading settings' }).waitFor();
  expect(used.site.requests.filter((path) => /sw\.js$|offline\.html/.test(path))).toEqual([]);
});

test('the first words wait for one answer: the page itself', async () => {
  const page = await used.open({ path: '' });
  expectErrors(page, /ERR_FAILED/);
  await page.route(/\.\w+$/, (route) => route.abort());
  await page.goto(used.site.url + lead.path);
  expect(await page.getByText('Mr Hossain begins with a war.').isVisible()).toBe(true);
  const painted = () => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
  await expect.poll(painted).toBe(1);
  expect(used.site.requests).toEqual([lead.path]);
  expect(
    await page
      .locator('link[rel=stylesheet]:not([media=print]), script[src]:not([type=module], [async], [defer])')
      .count(),
  ).toBe(0);
});

describe('the app', () => {
  /** Frames come when they are let: what asks for one waits. */
  const holdFrames = () => {
    const held: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (callback) => held.push(callback);
    Object.assign(window, {
      areAwaited: () => held.length > 0,
      letFramesCome: () => held.splice(0).forEach((callback) => callback(performance.now())),
    });
  };
  const hasTakenOver = () => Object.keys(document.getElementById('root')!).some((key) => key.startsWith('__react'));

  test('runs when the page has been shown once, though its script is there before', async () => {
    const page = await used.open({ path: '' });
    await page.addInitScript(holdFrames);
    await page.goto(used.site.url + lead.path);
    await page.waitForFunction('areAwaited()');
    expect(await page.evaluate(hasTakenOver)).toBe(false);
    await page.evaluate('letFramesCome()');
    await page.waitForFunction(hasTakenOver);
  });

  test('waits for nothing in a tab that nobody sees', async () => {
    const page = await used.open({ path: '' });
    await page.addInitScript(holdFrames);
    await page.addInitScript(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }));
    await page.goto(used.site.url + lead.path);
    await expect.poll(() => page.evaluate(hasTakenOver)).toBe(true);
  });
});

test('no page holds a style attribute, which a strict policy forbids', () => {
  const pages = readdirSync(inject('shippedSite'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(50);
  const styled = pages.filter((file) =>
    /<[^<>]*\sstyle=/.test(readFileSync(join(inject('shippedSite'), file), 'utf8')),
  );
  expect(styled).toEqual([]);
});

test('a first visit to one of 10,000 articles costs at most 2 % more than to one of 10', () => {
  const writers = ['jane-doe', 'john-roe', 'mary-major'];
  const everyDetail = (number: number): Partial<ArticleFile> => ({
    headline: `What was seen from the harbour wall on day ${String(number).padStart(5, '0')}`,
    standfirst: 'A note of the weather, the boats and what the people on the quay had to say about them.',
    authors: [writers[number % writers.length]!],
    tags: ['harbour', 'weather'],
    series: number % 5 === 0 ? 'harbour-notes' : undefined,
    body: Array.from(
      { length: 20 },
      (_, paragraph) => `Paragraph ${paragraph} of ${String(number).padStart(5, '0')}: rain, then sun, then rain.`,
    ),
  });
  const firstVisit = (count: number): number => {
    const edition = editionWith({ articles: pieces(count, everyDetail), publication: { language: 'en' } });
    const address = articleAddress(edition.articles[4]!.slug);
    const rendered = render(address, pageAt(edition, address)!, screen);
    // Script, style sheet and fonts are the same files; all that can grow is this.
    return zipped(rendered.preloads + rendered.html + rendered.data);
  };
  const [few, many] = [firstVisit(10), firstVisit(10_000)];
  expect(many / few).toBeLessThanOrEqual(1.02);
  expect(few).toBeGreaterThan(1_000);
});
