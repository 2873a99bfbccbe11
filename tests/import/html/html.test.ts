/** Saved pages, imitated in our own words: what is the article, and what only stands beside it. */
import { describe, expect, test } from 'vitest';
import { html } from '../../../src/import/html/html.ts';
import { read, sourceOf } from '../source-of.ts';

const first =
  'The ferry across the sound has been late every morning this month, and nobody on either side of the water will say why.';
const second =
  'Its captain, who has made the crossing for thirty years, blames a sandbank that was not on any chart until the spring storms.';
const third =
  'The company promises a second boat by the summer, and the timetable on the pier has been taken down until it comes.';
const paragraphs = [first, second, third, second.replace('captain', 'pilot'), third.replace('summer', 'autumn')];
const prose = paragraphs.map((words) => `<p>${words}</p>`).join('\n');

/** A page of the tagDiv "Newspaper" theme, as it is saved with all its furniture. */
const newspaper = `<!doctype html><html lang="en-GB"><head><title>A ferry that keeps nobody’s time | The Sound Observer</title>
<meta property="og:site_name" content="The Sound Observer"><meta property="og:title" content="A ferry that keeps nobody’s time">
<meta property="article:published_time" content="2024-03-05T02:30:00+00:00"><meta property="article:modified_time" content="2024-03-07T08:00:00+00:00">
<link rel="canonical" href="https://observer.example/2024/03/a-ferry/"><script>track()</script><style>.x{}</style></head>
<body class="single" onload="start()"><nav><ul><li><a href="/news/">News</a></li><li><a href="/sport/">Sport</a></li></ul></nav>
<article><header class="td-post-title"><ul class="td-category"><li class="entry-category"><a href="/harbour/">Harbour</a></li></ul>
<h1 class="entry-title">A ferry that keeps nobody’s time</h1><p class="td-post-sub-title">It is not only the weather</p>
<div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">By</div> <a href="/author/edda/">Edda Lund</a><div class="td-author-line"> - </div></div>
<span class="td-post-date"><time class="entry-date updated td-module-date" datetime="2024-03-04T20:30:00-06:00">March 4, 2024</time></span></div></header>
<div class="td-post-sharing"><a href="https://f.example/share">Facebook</a></div>
<div class="td-post-content"><div class="td-post-featured-image"><figure><a href="/ferry.jpg"><img src="/ferry-696x380.jpg" alt="A ferry at its pier"></a><figcaption class="wp-caption-text">Waiting. Photo: Ola Strand</figcaption></figure></div>
${prose}<div class="td-a-rec"><script>ad()</script>Buy things</div></div>
<footer><ul class="td-tags"><li><a href="/tag/ferries/">ferries</a></li></ul>
<div class="author-box-wrap"><a href="/author/edda/"><img src="/edda.jpg"></a><div class="desc"><div class="td-author-name vcard author"><span class="fn"><a href="/author/edda/">Edda Lund</a></span></div>
<div class="td-author-description">Edda Lund writes about boats. The writer can be reached at: <a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="1a7f7e7e7b5a6975">[email&#160;protected]</a></div>
<div class="td-author-social"><a href="https://social.example/@edda" title="Mastodon"></a></div></div></div></footer></article>
<div id="comments"><ol class="comment-list"><li class="comment">First!</li></ol><div id="respond" class="comment-respond"><h3>LEAVE A REPLY</h3><form id="commentform"><textarea></textarea>
<div class="td-warning-comment">Please enter your comment!</div><div class="td-warning-author">Please enter your name here</div></form></div></div>
<aside><div class="td_block_wrap"><h4 class="block-title"><span>Must Read</span></h4><div class="td_block_inner">
<div class="td_module_wrap"><h3 class="entry-title td-module-title"><a href="/2024/03/harbour-board-ready-to-dredge/" title="Harbour board ready to dredge the sound before the new timetable">Harbour board ready to dredge the sound before...</a></h3><div class="td-excerpt">NORTHPORT: The board said on Monday that it was ready to begin, if the money is found...</div></div>
<div class="td_module_wrap"><h3 class="entry-title td-module-title"><a href="/2024/02/the-last-lamplighter-of-the-sound/">The last lamplighter of the sound</a></h3></div></div></div>
<div class="td_block_wrap"><h4 class="block-title">Latest articles</h4><h3><a href="/2024/03/rain-until-friday-at-least/">Rain until Friday, says the bureau</a></h3><h3><a href="/2024/03/tide-tables-go-missing-again/">Tide tables go missing once again</a></h3></div></aside></body></html>`;

describe('a page of the Newspaper theme', () => {
  test('gives the article in all its fields', async () => {
    const { articles } = await read(html, newspaper);
    expect(articles).toHaveLength(1);
    expect(articles[0]!.article).toEqual({
      headline: 'A ferry that keeps nobody’s time',
      standfirst: 'It is not only the weather',
      authors: [
        {
          name: 'Edda Lund',
          biography: 'Edda Lund writes about boats.',
          email: 'withheld',
          links: [{ label: 'Mastodon', url: 'https://social.example/@edda' }],
        },
      ],
      section: 'Harbour',
      tags: ['ferries'],
      published: '2024-03-04T20:30:00-06:00',
      updated: '2024-03-07T08:00:00+00:00',
      language: 'en-GB',
      image: {
        src: 'https://observer.example/ferry-696x380.jpg',
        alt: 'A ferry at its pier',
        caption: 'Waiting. Photo: Ola Strand',
      },
      body: paragraphs,
      address: 'https://observer.example/2024/03/a-ferry/',
      aliases: [],
    });
  });

  test('tells what was removed, and that an address is hidden', async () => {
    const { articles } = await read(html, newspaper);
    expect(articles[0]!.notes.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'I511 The page hides the e-mail address of Edda Lund; it is noted as withheld, and nothing was decoded.',
      'I501 2 scripts removed.',
      'I501 1 style sheet removed.',
      'I501 1 form or control removed.',
      'I501 1 attribute that runs a script removed.',
    ]);
    expect(JSON.stringify(articles)).not.toContain('1a7f7e7e7b5a6975');
  });

  test('gives its Must Read list, and no other', async () => {
    const { briefs } = await read(html, newspaper);
    expect(briefs).toEqual([
      {
        headline: 'Harbour board ready to dredge the sound before the new timetable',
        dateline: 'NORTHPORT',
        excerpt: 'The board said on Monday that it was ready to begin, if the money is found...',
        url: 'https://observer.example/2024/03/harbour-board-ready-to-dredge/',
      },
      {
        headline: 'The last lamplighter of the sound',
        url: 'https://observer.example/2024/02/the-last-lamplighter-of-the-sound/',
      },
    ]);
  });

  test('lists what was left out', async () => {
    const { leftOut } = await read(html, newspaper);
    expect(leftOut.map(({ of, name }) => `${of}: ${name}`)).toEqual([
      'comment-form line: LEAVE A REPLY',
      'comment-form line: Please enter your comment!',
      'comment-form line: Please enter your name here',
      'comments: 1 comments',
      'menu: NewsSport',
      'row of buttons: sharing',
      'list: Latest articles',
    ]);
  });
});

const page = (head: string, body: string): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const articleOf = async (source: string) => (await read(html, source)).articles[0]?.article;
const inArticle = (above: string, below = ''): string => `<main><article>${above}${prose}${below}</article></main>`;

describe('headlines', () => {
  test.each([
    [
      'of the page, not of its title',
      '<title>A late ferry - The Observer</title>',
      '<h1>A late ferry</h1>',
      'A late ferry',
    ],
    [
      'without the name of the site',
      '<title>A ferry – late | Observer</title><meta property="og:site_name" content="Observer">',
      '',
      'A ferry – late',
    ],
    [
      'with the name of the site before them',
      '<title>Observer: A late ferry again</title><meta property="og:site_name" content="Observer">',
      '',
      'A late ferry again',
    ],
    [
      'for sharing',
      '<title>x</title><meta property="og:title" content="A late ferry, again and again">',
      '',
      'A late ferry, again and again',
    ],
    [
      'for search engines',
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A late &amp; slow ferry &agrave; la carte"}</script>',
      '',
      'A late & slow ferry à la carte',
    ],
    [
      'longer than the title',
      '<title>Ferry</title>',
      '<h1>Ferry without a pier, again</h1>',
      'Ferry without a pier, again',
    ],
    [
      'cut off in the title',
      '<title>A late fer… | Pier News</title>',
      '<h1>A late ferry home</h1>',
      'A late ferry home',
    ],
    [
      'where the title is that of the site alone',
      '<title>The Harbour Times</title>',
      '<h1>Nine bridges at dusk</h1>',
      'Nine bridges at dusk',
    ],
    ['in two words', '<title>渡船 | 港口报</title>', '<h1>渡船又迟到了</h1>', '渡船又迟到了'],
    [
      'shortened in the title',
      '<title>The ferry | Pier News</title>',
      '<h1>The ferry of the north pier</h1>',
      'The ferry of the north pier',
    ],
  ])('%s', async (_what, head, above, expected) => {
    expect((await articleOf(page(head, inArticle(above))))?.headline).toBe(expected);
  });
});

describe('headlines of old blogs, which give the name of the site the h1', () => {
  const post = (heading: string): string => `<div class="post" id="post-7">${heading}${prose}</div>`;
  test.each([
    [
      'a link to the front page',
      'Pier Notes &raquo; Archive &raquo; Nine late ferries',
      '<h1><a href="/">Pier Notes</a></h1>',
      post('<h2><a href="/2009/nine/" rel="bookmark">Nine late ferries</a></h2>'),
    ],
    [
      'a link to its whole address',
      'Nine late ferries | Pier Notes',
      '<h1><a href="https://pier.example/">Pier Notes</a></h1>',
      post('<h3>Nine late ferries</h3>'),
    ],
    [
      'a name as long as a headline, and its theme marks no post',
      'Notes of the Pier » Nine late ferries',
      '<div><h1>Notes of the Pier</h1><p>a diary</p></div>',
      `<div id="content"><h2>Nine late ferries</h2>${prose}</div>`,
    ],
    [
      'a link out of its folder',
      'Nine late ferries',
      '<h1><a href="../../index.html">Pier Notes</a></h1>',
      `<div id="content"><h2>Nine late ferries</h2>${prose}</div>`,
    ],
    ['no link', 'Pier Notes » Nine late ferries', '<h1>Pier Notes</h1>', post('<h2>Nine late ferries</h2>')],
    [
      'and a menu names the section',
      'Nine late ferries | Walks',
      '<h1><a href="/index.php">Pier Notes</a></h1><h2>Walks</h2>',
      post('<h2>Nine late ferries</h2>'),
    ],
    [
      'and the title names no site',
      'Nine late ferries',
      '<h1><a href="/">Pier Notes</a></h1>',
      post('<h3>Nine late ferries</h3>'),
    ],
  ])('%s', async (_what, title, above, below) => {
    const article = await articleOf(`<html><head><title>${title}</title></head><body>${above}${below}</body></html>`);
    expect(article?.headline).toBe('Nine late ferries');
    expect(article?.body.join(' ')).not.toContain('Nine late ferries');
  });
});

describe('writers', () => {
  const ld = (author: string): string =>
    `<script type="application/ld+json">{"@graph":[{"@type":"Article","author":${author}},{"@id":"#e","@type":"Person","name":"Edda Lund"}]}</script>`;
  test.each([
    ['for search engines', ld('{"@type":"Person","name":"Edda Lund"}'), '', ['Edda Lund']],
    ['by reference', ld('{"@id":"#e"}'), '', ['Edda Lund']],
    ['several', ld('[{"name":"Edda Lund"},{"name":"Ola Strand"}]'), '', ['Edda Lund', 'Ola Strand']],
    ['in a meta element', '<meta name="author" content="Edda Lund">', '', ['Edda Lund']],
    [
      'not an address in a meta element',
      '<meta property="article:author" content="https://f.example/edda">',
      '<a rel="author" href="/e">Edda Lund</a>',
      ['Edda Lund'],
    ],
    [
      'in a byline with date and role',
      '',
      '<p class="byline">By <a href="/authors/e">Edda Lund</a>, Harbour Reporter | March 4, 2024</p>',
      ['Edda Lund'],
    ],
    ['in microdata', '', '<span itemprop="author"><span itemprop="name">Edda Lund</span></span>', ['Edda Lund']],
    [
      'in a line below the headline',
      '<title>A late ferry</title>',
      '<h1>A late ferry</h1><div>Von Edda Lund und Ola Strand</div>',
      ['Edda Lund', 'Ola Strand'],
    ],
    [
      'the name that is shown, not the login',
      '<meta name="author" content="elund">',
      '<p class="byline">By Edda Lund</p>',
      ['Edda Lund'],
    ],
    ['never the machine', '<meta name="author" content="admin">', '', []],
    ['never of another article', '', '<aside><p class="byline">By Ola Strand</p></aside>', []],
  ])('%s', async (_what, head, above, expected) => {
    expect((await articleOf(page(head, inArticle(above))))?.authors.map(({ name }) => name)).toEqual(expected);
  });

  test('the site is no writer where the text names one', async () => {
    const head = '<meta property="og:site_name" content="The Observer"><meta name="author" content="The Observer">';
    expect((await articleOf(page(head, inArticle('<p>Written by: Edda Lund</p>'))))?.authors).toEqual([
      { name: 'Edda Lund' },
    ]);
  });
});

describe('dates', () => {
  test.each([
    [
      'for search engines',
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-04T08:00:00Z","dateModified":"2024-03-05T08:00:00Z"}</script>',
      '',
      '2024-03-04T08:00:00Z',
      '2024-03-05T08:00:00Z',
    ],
    ['in a meta element', '<meta property="article:published_time" content="2024-03-04">', '', '2024-03-04', undefined],
    ['of a time element', '', '<time datetime="2024-03-04">4 March</time>', '2024-03-04', undefined],
    ['shown', '', '<p class="post-meta">Posted on 4. März 2024</p>', '2024-03-04', undefined],
    [
      'in the address',
      '<link rel="canonical" href="https://observer.example/2024/03/04/ferry/">',
      '',
      '2024-03-04',
      undefined,
    ],
    ['that could be two days are none', '', '<p class="post-meta">03/04/2024</p>', undefined, undefined],
    ['of a comment are none', '', '', undefined, undefined],
  ])('%s', async (_what, head, above, published, updated) => {
    const article = await articleOf(
      page(head, inArticle(above) + '<div id="comments"><p class="date">May 5, 2020</p></div>'),
    );
    expect([article?.published, article?.updated]).toEqual([published, updated]);
  });
});

describe('language', () => {
  const urdu =
    '<p>صبح کی کشتی اس مہینے میں ایک دن بھی وقت پر نہیں آئی اور دونوں کناروں پر کوئی بتانے کو تیار نہیں کہ آخر ایسا کیوں ہو رہا ہے۔</p>'.repeat(
      5,
    );
  test.each([
    ['as the page says', '<html lang="de">', prose, 'de'],
    ['spelled otherwise', '<html lang="en_UK">', prose, 'en-GB'],
    ['left to the letters where these say otherwise', '<html lang="en">', urdu, undefined],
    ['not said', '<html>', prose, undefined],
    ['only a direction', '<html dir="rtl">', prose, 'mul-Arab'],
    ['a direction that the letters have too', '<html dir="rtl">', urdu, undefined],
  ])('%s', async (_what, root, body, expected) => {
    expect(
      (
        await articleOf(
          `<!doctype html>${root}<head><title>x</title></head><body><article>${body}</article></body></html>`,
        )
      )?.language,
    ).toBe(expected);
  });
});

describe('the text', () => {
  test('of a page without marks is found between its menus and its foot', async () => {
    const menu =
      '<div class="menu">' +
      Array.from({ length: 20 }, (_, n) => `<a href="/${n}">Section ${n}</a> `).join('') +
      '</div>';
    const article = await articleOf(
      page(
        '<title>A late ferry</title>',
        `${menu}<div><div><h1>A late ferry</h1>${prose}</div></div><div class="footer">© The Observer</div>`,
      ),
    );
    expect(article?.body).toEqual(paragraphs);
  });

  test('of a page without html, head and body', async () => {
    expect((await articleOf(`<title>A late ferry</title><h1>A late ferry</h1>${prose}`))?.body).toEqual(paragraphs);
  });

  test('in one form, as some servers make it', async () => {
    expect(
      (
        await articleOf(
          page('<title>x</title>', `<form action="/"><input type="hidden" name="s"><div>${prose}</div></form>`),
        )
      )?.body,
    ).toEqual(paragraphs);
  });

  test('a byline given twice is one', async () => {
    const article = await articleOf(
      page(
        '<meta name="author" content="Edda Lund">',
        `<div class="entry-content"><article><p>By Edda Lund</p>${prose}</article></div>`,
      ),
    );
    expect(article?.authors).toEqual([{ name: 'Edda Lund' }]);
    expect(article?.body).toEqual(paragraphs);
  });

  test('a line on how to reach the writer is theirs, not the text’s', async () => {
    const article = await articleOf(
      page(
        '<meta name="author" content="Edda Lund">',
        inArticle('', '<p>The writer can be reached at: edda@sound.example</p>'),
      ),
    );
    expect(article?.authors).toEqual([{ name: 'Edda Lund', email: 'edda@sound.example' }]);
    expect(article?.body).toEqual(paragraphs);
  });

  test('links and pictures lead from where the page was saved', async () => {
    const article = await articleOf(
      `<!-- saved from url=(0034)https://observer.example/harbour/ferry -->${page('<title>x</title>', inArticle('<p>See <a href="../news">the news</a> of the day, which is long enough to be read.</p>'))}`,
    );
    expect(article?.address).toBe('https://observer.example/harbour/ferry');
    expect(article?.body[0]).toContain('[the news](https://observer.example/news)');
  });
});

describe('Must Read', () => {
  const list = (heading: string, entries: string[]): string =>
    page(
      '<title>A late ferry</title>',
      `<div class="all">${inArticle('<h1>A late ferry</h1>')}<div class="box"><h4>${heading}</h4><ul>${entries.map((entry, n) => `<li><a href="/${entry.toLowerCase().replace(/\W+/g, '-')}-${n}">${entry}</a></li>`).join('')}</ul></div></div>`,
    );

  test.each([
    'Must Read',
    'MUST READS',
    'Editor’s Picks',
    'ضرور پڑھیں',
    'Lesetipps',
    'Te recomendamos leer:',
    'Most Popular',
    'Meistgelesen',
  ])('a list of articles headed %s', async (heading) => {
    const { briefs, articles } = await read(
      html,
      list(heading, ['Harbour board ready to dredge', 'The last lamplighter of the sound']),
    );
    expect(briefs.map(({ headline }) => headline)).toEqual([
      'Harbour board ready to dredge',
      'The last lamplighter of the sound',
    ]);
    expect(articles[0]?.article.body).toEqual(paragraphs);
  });

  test.each([
    [
      'a menu under that heading',
      'Must Read',
      ['Traffic and Travel', 'Homes and Gardens', 'Place A Public Notice', 'Sport', 'Jobs'],
    ],
    ['other lists', 'Related articles', ['Harbour board ready to dredge', 'The last lamplighter of the sound']],
    [
      'a heading that only begins so',
      'Must Read before you board a ferry',
      ['Harbour board ready to dredge', 'The last lamplighter of the sound'],
    ],
  ])('not %s', async (_what, heading, entries) => {
    expect((await read(html, list(heading, entries))).briefs).toEqual([]);
  });
});

describe('pages that are no articles', () => {
  test.each([
    [
      'a front page',
      page(
        '<title>The Observer</title>',
        `<main>${Array.from({ length: 12 }, (_, n) => `<div><h2><a href="/story-${n}">A headline of some length, number ${n}</a></h2><p>A few words about it, and no more than that in any case.</p></div>`).join('')}</main>`,
      ),
    ],
    ['an empty page', page('<title>Nothing</title>', '')],
    [
      'a page of scripts',
      page('', '<script>document.write("x")</script><noscript>Please enable JavaScript.</noscript>'),
    ],
  ])('%s', async (_what, source) => {
    const { articles, leftOut } = await read(html, source);
    expect(articles).toEqual([]);
    expect(leftOut[0]).toMatchObject({ of: 'page', why: { code: 'I521' } });
  });
});

describe('pages that mean harm', () => {
  test.each([
    [
      'structured data that is broken, deep or poisoned',
      page(
        '<script type="application/ld+json">{"@type":"Article","author":[</script><script type="application/ld+json">{"__proto__":{"polluted":1},"@type":"Article","author":{"name":{"name":{"name":7}}},"headline":["A"]}</script>' +
          `<script type="application/ld+json">${'['.repeat(50_000)}</script>`,
        inArticle('<h1>A late ferry</h1>'),
      ),
    ],
    ['nested without end', page('<title>x</title>', `${'<div>'.repeat(10_000)}${prose}`)],
    [
      'a base of another scheme',
      page(
        '<base href="javascript:alert(1)//"><title>x</title>',
        inArticle('<p>A <a href="x">link</a> that leads nowhere in particular at all, as one sees.</p>'),
      ),
    ],
    [
      'an address of another scheme',
      page('<link rel="canonical" href="file:///etc/passwd"><title>x</title>', inArticle('')),
    ],
    ['no closing tags', `<html><head><title>x<body><article>${prose}`],
  ])('%s', async (_what, source) => {
    const { articles } = await read(html, source);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(JSON.stringify(articles)).not.toMatch(/javascript:|file:/);
  });

  test('markup in names and titles is words', async () => {
    const article = await articleOf(
      page(
        '<title>A &lt;b&gt;late&lt;/b&gt; ferry</title><meta name="author" content="&lt;script&gt;">',
        inArticle(''),
      ),
    );
    expect(article).toMatchObject({ headline: 'A <b>late</b> ferry', authors: [] });
  });
});

describe('recognising', () => {
  test.each([
    ['<!DOCTYPE html><p>', true],
    ['\ufeff\n<!-- saved -->\n<html lang=en>', true],
    ['<head><title>x', true],
    ['<div><p>x</p></div>', true],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', true],
    ['<?xml version="1.0"?><rss>', false],
    ['<!DOCTYPE NETSCAPE-Bookmark-file-1>', false],
    ['Words <p>', false],
    ['---\ntitle: x\n---\n<p>', false],
  ])('%j: %s', (start, expected) => {
    expect(html.recognises(sourceOf(start))).toBe(expected);
  });
});
