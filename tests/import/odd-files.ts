/** Whole files of several formats with odd and hostile parts, as they might lie in one folder. */
import type { Chance } from './seeded.ts';

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

const text = ({ several, one }: Chance, most = 25): string =>
  [...several(most, () => one(words)), one(words)].join(' ');

const paragraphs = (chance: Chance, join: string): string => chance.several(6, () => text(chance)).join(join);

const xml = (written: string): string =>
  written.replace(/&/g, '&amp;').replace(/</g, '&lt;').replaceAll(']]>', ']]&gt;').replaceAll('\u0007', '');

const cdata = (written: string): string =>
  `<![CDATA[${written.replaceAll(']]>', ']]]]><![CDATA[>').replaceAll('\u0007', '')}]]>`;

const dates = ['2026-03-01', '2025-1-5', '2016-03-23 09:00 EDT', 'yesterday', '2026-02-30', '2026-03-01T10:00:00Z'];

const kinds: readonly ((chance: Chance) => [ending: string, content: string])[] = [
  (chance) => [
    'md',
    `---\ntitle: ${JSON.stringify(text(chance, 4))}\ndate: ${chance.one(dates)}\nauthor: ${JSON.stringify(text(chance, 2))}\ntags: [${chance.one(['a', '"b c"', 'ا'])}]\n---\n\n${paragraphs(chance, '\n\n')}\n`,
  ],
  (chance) => ['md', `+++\ntitle = ${JSON.stringify(text(chance, 4))}\n+++\n${paragraphs(chance, '\n')}\n`],
  (chance) => ['md', `# ${text(chance, 5)}\n\n${paragraphs(chance, '\n\n')}\n\n[^1]: ${text(chance, 5)}\n`],
  (chance) => [
    'html',
    `<!doctype html><html lang="${chance.one(['en', 'ur', 'xx-none', ''])}"><head><title>${xml(text(chance, 4))}</title></head><body><nav>${text(chance)}</nav><article><h1>${text(chance, 4)}</h1>${chance.several(6, () => `<p>${text(chance)}</p>`).join('\n')}</article><script>alert(1)</script></body></html>`,
  ],
  (chance) => ['txt', `${text(chance, 6)}\n\n${paragraphs(chance, '\n\n')}\n\nPlease enter your comment!\n`],
  (chance) => [
    'xml',
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>t</title><link>https://f.example/</link>${chance
      .several(
        5,
        () =>
          `<item><title>${xml(text(chance, 4))}</title><link>https://f.example/${chance.whole(99)}</link><pubDate>${chance.one(dates)}</pubDate><content:encoded>${cdata(text(chance))}</content:encoded></item>`,
      )
      .join('')}</channel></rss>`,
  ],
  (chance) => [
    'xml',
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>${chance
      .several(
        5,
        () =>
          `<item><title>${cdata(text(chance, 4))}</title><link>https://w.example/${chance.whole(99)}/</link><dc:creator>${cdata(text(chance, 1))}</dc:creator><content:encoded>${cdata(paragraphs(chance, '\n\n'))}</content:encoded><wp:post_date>${chance.one(dates)}</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="x">${cdata(text(chance, 1))}</category></item>`,
      )
      .join('')}</channel></rss>`,
  ],
  (chance) => [
    'json',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 't',
      items: chance.several(4, () => ({
        id: String(chance.whole(99)),
        title: text(chance, 4),
        content_html: `<p>${text(chance)}</p>`,
        url: `https://j.example/${chance.whole(99)}`,
      })),
    }),
  ],
  (chance) => [
    'html',
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><DL><p>${chance.several(4, () => `<DT><A HREF="${chance.one(['https://b.example/', 'javascript:alert(1)'])}${chance.whole(99)}">${xml(text(chance, 4))}</A>`).join('\n')}</DL>`,
  ],
  (chance) => [
    'csv',
    `title,url,time_added,tags,status\n${chance.several(4, () => `"${text(chance, 4).replaceAll('"', '""')}",https://p.example/${chance.whole(99)},1700000000,,unread`).join('\n')}\n`,
  ],
];

/** So many files by name. */
export const oddFiles = (chance: Chance, number: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: number }, (_, at) => {
      const [ending, content] = chance.one(kinds)(chance);
      return [`${at}.${ending}`, content];
    }),
  );
