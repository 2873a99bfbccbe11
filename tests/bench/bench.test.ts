/** What the bench prints, and which of its parts its arguments choose. */
import { describe, expect, test, vi } from 'vitest';
import { hostileContent, attackOf } from './attack-content.ts';
import { commonmarkRows, withoutAdditions } from './commonmark.ts';
import { benchCommand } from './bench.ts';
import { variants } from './variants.ts';
import { dataOf, isMet, median, tableOf, type Row } from './table.ts';

const row = (more: Partial<Row>): Row => ({ group: 'Build', what: 'wall', value: 1, unit: 's', ...more });

describe('the table of the bench', () => {
  test('says for each row what was measured, the target, and whether it is met', () => {
    const rows = [
      row({ value: 1.234, atMost: 2 }),
      row({ what: 'memory', value: 700, unit: 'MB', atMost: 600 }),
      row({ group: 'Visit', what: 'LCP', value: 0.5, unit: '×', from: '215 / 430 ms', atMost: 0.95 }),
      row({ group: 'Visit', what: 'views', value: 1800, unit: '' }),
    ];
    expect(tableOf(rows)).toBe(`### Build

| what   | measured | target   | met |
|--------|----------|----------|-----|
| wall   | 1.2 s    | ≤ 2 s    | yes |
| memory | 700 MB   | ≤ 600 MB | NO  |

### Visit

| what  | measured              | target   | met |
|-------|-----------------------|----------|-----|
| LCP   | 0.50 × (215 / 430 ms) | ≤ 0.95 × | yes |
| views | 1,800                 |          |     |
`);
  });

  test('gives the same as data', () => {
    expect(JSON.parse(dataOf([row({ value: 3, atMost: 2 })]))).toEqual([
      { group: 'Build', what: 'wall', value: 3, unit: 's', atMost: 2, met: false },
    ]);
  });

  test('does not take what was not measured for met', () => {
    expect(isMet(row({ value: median([]), atMost: 1 }))).toBe(false);
    expect(tableOf([row({ value: NaN, atMost: 1 })])).toContain('not measured');
    expect(isMet(row({}))).toBeUndefined();
  });

  test('takes the middle of several runs', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 4, 100])).toBe(3);
    expect(median([NaN, 7])).toBe(7);
  });
});

describe('the words of the command', () => {
  const taken = vi.fn<Parameters<typeof benchCommand>[0]>(async () => 0);
  const answer = (args: string[]) => benchCommand(taken).answer(args);

  test.each([
    [[], { sizes: [1000, 10000], pairs: 15, json: false }],
    [['--quick', '--json'], { sizes: [1000], pairs: 3, json: true }],
    [['--search', '1000,100000'], { search: [1000, 100000] }],
    [['--pictures', '1000'], { pictures: 1000 }],
    [['--variants', '--pairs', '2'], { variants: true, pairs: 2 }],
    [['--sizes', '50,60', '--pairs', '2'], { sizes: [50, 60], pairs: 2 }],
  ])('%j choose sizes, pairs and form', async (args, chosen) => {
    expect(await answer(args)).toBe(0);
    expect(taken).toHaveBeenLastCalledWith(expect.objectContaining(chosen));
  });

  test.each([
    [['--sizes', 'many'], /whole numbers/],
    [['--pairs', '0'], /whole number/],
    [['--pictures', 'all'], /whole number/],
    [['--serch', '10'], /--search/],
    [['--corpora', '/no/such/folder'], /no folder \/no\/such\/folder/],
    [['--corpora', 'tests'], /has no xss\/dompurify.jsonl, no xss\/patt, no commonmark\/spec.json/],
  ])('%j is answered with what is wrong', async (args, message) => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await answer(args)).toBe(2);
    expect(said.mock.calls.join('')).toMatch(message);
  });
});

describe('the variants of an article', () => {
  const [script, style] = [
    '<script type="module" src="/a.js"></script>',
    '<style>@font-face{src:url(/literata-12345678.woff2)}@font-face{src:url(/capitals-12345678.woff2)}p{}</style>',
  ];
  const preload = (face: string) => `<link rel="preload" href="/${face}-12345678.woff2" as="font" crossorigin>`;
  const built = `<script>theme()</script>${preload('literata')}${preload('capitals')}${script}${style}<p>Words</p><script type="application/json" id="page">{}</script>`;
  const made = (name: string) => variants[name]!(built);

  test('lack what they are named for, and nothing else', () => {
    expect(made('as it is built')).toBe(built);
    expect(made('without faces')).not.toMatch(/woff2/);
    expect(made('without faces')).toContain('<style>p{}</style>');
    expect(made('without their preloads')).toBe(built.replaceAll(/<link[^>]*>/g, ''));
    expect(made('the regular face only').match(/\w+-12345678/g)).toEqual(['literata-12345678', 'literata-12345678']);
    expect(made('without the theme script')).toBe(built.replace('<script>theme()</script>', ''));
    expect(made('without the page data')).toContain(script);
    expect(made('without script')).not.toContain('script');
  });

  test('each lack something of a built page', () => {
    const machines = '<meta data-head property="og:type" content="article">';
    const changed = Object.entries(variants).filter(([, edit]) => edit(built + machines) !== built + machines);
    expect(changed).toHaveLength(Object.keys(variants).length - 1);
  });
});

describe('the runs over corpora', () => {
  test('count examples that are refused, that come out as specified, and crashes', () => {
    const rows = commonmarkRows([
      { markdown: '# Title\n\n*a*', html: '<h1>Title</h1>\n<p><em>a</em></p>\n' },
      { markdown: 'a <b>b</b>', html: '<p>a <b>b</b></p>\n' },
      { markdown: 'c', html: '<p>other</p>' },
    ]);
    expect(rows.map(({ what, value }) => [what, value])).toEqual([
      ['examples', 3],
      ['crashes', 0],
      ['with raw HTML that is refused by name', 1],
      ['others that come out as specified', 1],
    ]);
    expect(withoutAdditions('<h2 id="h-a">A</h2>\n')).toBe('<h2>A</h2>');
  });

  test('put a payload into every field, past validation', () => {
    const payload = '<img src=x onerror=alert(1)>';
    const content = hostileContent([attackOf(payload, 1)]);
    expect(content.articles.get('attack-1')).toMatchObject({
      headline: payload,
      standfirst: payload,
      image: { alt: payload },
    });
    expect(content.authors.get('writer-1')).toMatchObject({ biography: payload, links: [{ url: payload }] });
    expect(content.publication.name).toBe(payload);
    expect(content.text('articles/attack-1').html).not.toContain('<img src=x');
  });
});
