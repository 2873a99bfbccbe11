/** Whole files of several formats with odd and hostile parts, as they might lie in one folder. */
import type { Random } from '../random.ts';

const words = [
  'Rain',
  'over',
  'the harbour',
  'کراچی',
  'میں',
  'بارش',
  '“quoted”',
  '—',
  'naïve',
  '<b>bold</b>',
  '&amp;',
  '&lt;script&gt;',
  '*',
  '_',
  '`code`',
  '[x](javascript:alert(1))',
  '![p](https://pics.example/a.jpg)',
  '![p](../../etc/passwd)',
  '\u202e',
  '\u0007',
  '[^1]',
  '{{ page.title }}',
  '{% include x %}',
  '[gallery ids="1"]',
  '<!-- more -->',
  'https://example.org/',
  '| a | b |',
  '#',
  '>',
  '---',
  '日本',
  '\u200c',
  '\u00a0',
  '...',
  '1.',
  '\\',
  '😀',
  '%',
  '"',
  "'",
  '<iframe src="//x.example"></iframe>',
  '<img src=x onerror=alert(1)>',
  '<a href="/about/">about</a>',
  '<table><tr><td>1</td></tr></table>',
  '<sup id="fnref1"><a href="#fn1">1</a></sup>',
  ']]>',
  '\ufffd',
];

const text = ({ several, one }: Random, most = 25): string =>
  [...several(most, () => one(words)), one(words)].join(' ');

const paragraphs = (random: Random, join: string): string => random.several(6, () => text(random)).join(join);

const xml = (written: string): string =>
  written.replace(/&/g, '&amp;').replace(/</g, '&lt;').replaceAll(']]>', ']]&gt;').replaceAll('\u0007', '');

const cdata = (written: string): string =>
  `<![CDATA[${written.replaceAll(']]>', ']]]]><![CDATA[>').replaceAll('\u0007', '')}]]>`;

const dates = ['2026-03-01', '2025-1-5', '2016-03-23 09:00 EDT', 'yesterday', '2026-02-30', '2026-03-01T10:00:00Z'];

const kinds: readonly ((random: Random) => [ending: string, content: string])[] = [
  (random) => [
    'md',
    `---\ntitle: ${JSON.stringify(text(random, 4))}\ndate: ${random.one(dates)}\nauthor: ${JSON.stringify(text(random, 2))}\ntags: [${random.one(['a', '"b c"', 'ا'])}]\n---\n\n${paragraphs(random, '\n\n')}\n`,
  ],
  (random) => ['md', `+++\ntitle = ${JSON.stringify(text(random, 4))}\n+++\n${paragraphs(random, '\n')}\n`],
  (random) => ['md', `# ${text(random, 5)}\n\n${paragraphs(random, '\n\n')}\n\n[^1]: ${text(random, 5)}\n`],
  (random) => [
    'html',
    `<!doctype html><html lang="${random.one(['en', 'ur', 'xx-none', ''])}"><head><title>${xml(text(random, 4))}</title></head><body><nav>${text(random)}</nav><article><h1>${text(random, 4)}</h1>${random.several(6, () => `<p>${text(random)}</p>`).join('\n')}</article><script>alert(1)</script></body></html>`,
  ],
  (random) => ['txt', `${text(random, 6)}\n\n${paragraphs(random, '\n\n')}\n\nPlease enter your comment!\n`],
  (random) => [
    'xml',
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>t</title><link>https://f.example/</link>${random
      .several(
        5,
        () =>
          `<item><title>${xml(text(random, 4))}</title><link>https://f.example/${random.whole(99)}</link><pubDate>${random.one(dates)}</pubDate><content:encoded>${cdata(text(random))}</content:encoded></item>`,
      )
      .join('')}</channel></rss>`,
  ],
  (random) => [
    'xml',
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>${random
      .several(
        5,
        () =>
          `<item><title>${cdata(text(random, 4))}</title><link>https://w.example/${random.whole(99)}/</link><dc:creator>${cdata(text(random, 1))}</dc:creator><content:encoded>${cdata(paragraphs(random, '\n\n'))}</content:encoded><wp:post_date>${random.one(dates)}</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="x">${cdata(text(random, 1))}</category></item>`,
      )
      .join('')}</channel></rss>`,
  ],
  (random) => [
    'json',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 't',
      items: random.several(4, () => ({
        id: String(random.whole(99)),
        title: text(random, 4),
        content_html: `<p>${text(random)}</p>`,
        url: `https://j.example/${random.whole(99)}`,
      })),
    }),
  ],
  (random) => [
    'html',
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><DL><p>${random.several(4, () => `<DT><A HREF="${random.one(['https://b.example/', 'javascript:alert(1)'])}${random.whole(99)}">${xml(text(random, 4))}</A>`).join('\n')}</DL>`,
  ],
  (random) => [
    'csv',
    `title,url,time_added,tags,status\n${random.several(4, () => `"${text(random, 4).replaceAll('"', '""')}",https://p.example/${random.whole(99)},1700000000,,unread`).join('\n')}\n`,
  ],
];

/** So many files by name. */
export const oddFiles = (random: Random, number: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: number }, (_, at) => {
      const [ending, content] = random.one(kinds)(random);
      return [`${at}.${ending}`, content];
    }),
  );
