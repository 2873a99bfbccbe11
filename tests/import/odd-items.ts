/** What no sensible file holds and some file will: items of any format, made of hostile and odd parts. */
import type { ImportedArticle, ImportedAuthor, ImportedLetter, Item, Note } from '../../src/import/item.ts';
import type { Random } from '../random.ts';

const lines = [
  'A plain headline',
  'Ünïcödé — “quoted” … and more',
  'کراچی میں بارش کے بعد بازار کھل گئے',
  'Погода в городе',
  '今日の天気',
  '',
  '   ',
  '\u200b\u200b',
  '<script>alert(1)</script>',
  'Tom & Jerry &amp; &lt;b&gt;',
  'two\nlines\tand a tab',
  'null',
  'con',
  'index',
  'constructor',
  '__proto__',
  '\u202egnp.exe',
  'half \ud83d of a pair',
  'lost \ufffd letter',
  'bell \u0007 and \u0092quote\u0093',
  'x'.repeat(400),
  'word '.repeat(150),
  '../../.ssh/authorized_keys',
  'C:\\Windows\\con',
  '-'.repeat(20),
  '🙂🙂🙂',
  '%00',
  '{{ page }}',
  'a\u2067b',
  '\ufeffmarked',
  '[link](javascript:alert(1))',
  '# not a heading',
  '42',
  'ß æ ø ł',
  'Jane Doe',
  'jane  doe',
  'JANE DOE',
] as const;

const addresses = [
  'https://old.example/2019/05/title.html',
  'https://old.example/2019/05/title.html?utm=1#part',
  'http://old.example/',
  'javascript:alert(1)',
  ' java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//evil.example/x',
  '/about/',
  '/articles/rain/',
  '/articles/none/',
  '../up.html',
  'page.html',
  '#part',
  '',
  'ftp://files.example/a',
  'mailto:a@b.example',
  'https://user:secret@bank.example/',
  'https://a b/',
  'http://[::1',
  'file:///etc/passwd',
  '/a/../b',
  '/%2e%2e/x',
  'https://old.example/?p=12',
  'https://x.example/(paren(deep))',
  '\\\\host\\share',
  '/',
  'https://old.example/%D8%A7%D8%B1%D8%AF%D9%88/',
  '/images/none.jpg',
  'https://old.example/a|b',
  'vbscript:x',
  'tel:+1',
  'HTTPS://OLD.EXAMPLE/Up/',
] as const;

const blocks: readonly ((random: Random) => string)[] = [
  () => 'An ordinary paragraph, with *stress* and a [link](https://example.org/).',
  ({ one }) => `A [link](${one(addresses)}) in a line.`,
  ({ one }) => `[${one(lines)}](<${one(addresses)}> "${one(lines)}")`,
  ({ one }) => `![${one(lines)}](${one(addresses)})`,
  ({ one }) => `[![${one(lines)}](${one(addresses)})](${one(addresses)})`,
  ({ one }) => `![alt][r]\n\n[r]: ${one(addresses)}`,
  ({ one }) => `[r]: ${one(addresses)} "t"`,
  ({ one }) => `<${one(addresses)}> and ${one(addresses)}`,
  ({ one, whole }) => `${'#'.repeat(1 + whole(6))} ${one(lines)}`,
  ({ one }) => `${one(lines)}\n===`,
  ({ one }) => `${one(lines)}\n---`,
  () => '> # In a quote\n> text',
  () => '- # in a list\n- ##',
  () => '#',
  () => '```js\nnever closed',
  () => '> ```\n> never closed in a quote',
  () => '- ~~~\n  in a list',
  () => '```\nclosed \u202e\n```',
  () => '|  |  |\n|--|--|\n| a | b |',
  () => '|  |\n|--|',
  () => '| a |\n|---|\n| b | c | d |',
  () => 'a | b\n--|--\nc | d | e',
  () => 'A note[^1] and one that is not there[^nowhere].',
  () => '[^1]: The note.',
  () => '[^1]: The same once more.',
  () => '[^unused]: Nobody asks for it.',
  () => '<div onclick="x()">raw <b>HTML</b></div>',
  () => '<!-- a comment that never ends',
  () => '<script>alert(1)</script>',
  () => '<img src=x onerror=alert(1)>',
  () => '<svg/onload=alert(1)>',
  () => `${'>'.repeat(150)} deep`,
  () => `${'['.repeat(150)}x${'](https://x.example/)'.repeat(150)}`,
  () => `${'- '.repeat(120)}deep list`,
  () => '&#0; &#xfffd; &#x202e; &lt;b&gt;',
  () => '[](https://example.org/empty) and [ ](https://example.org/)',
  () => 'trojan \u202e reversed \u2066 isolate',
  () => 'اردو متن \u2067ایک\u2069 اور \u202a بند نہیں',
  () => 'control \u0000\u0008\u001b[31m and \u0085 next',
  () => 'half \udc00 pair',
  () => '    indented code\n    more',
  () => '---',
  () => '***',
  () => '\\',
  () => '`unclosed code',
  () => '**bold *nested** wrong*',
  () => '1. one\n1. two\n   - three\n     > four',
  () => '![](https://pics.example/a.jpg)',
  () => '![](data:image/png;base64,iVBORw0KGgo=)',
  () => '![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImEoKSIvPg==)',
  () => 'https://user:pw@example.org/ and www.example.org and ftp://x.example',
  () => '| a | b |\n|---|---|\n| [x](javascript:alert(1)) | ![y](https://p.example/a|b.png) |',
  ({ one }) => `${one(lines)}\n${one(lines)}`,
  ({ several, one }) => several(6, () => one(lines)).join(' '),
  ({ several, one }) =>
    several(30, () =>
      one(['*', '_', '[', ']', '(', ')', '<', '>', '`', '#', '|', '\n', '!', '\\', '&', '~', '^', ':', ' ', 'a']),
    ).join(''),
];

const dates = [
  '2025-12-31',
  '2025-12-31T09:00:00Z',
  '2025-02-30',
  'yesterday',
  '0001-01-01',
  '2999-12-31',
  '2025-12-31T09:00:00',
  '9999-99-99',
  '',
] as const;
const languages = ['en', 'ur', 'ar', 'zh-Hans', 'en_UK', 'klingon!', '', 'xx-invalid-tag-too-long', 'ur-PK'] as const;

const noteOf = ({ one }: Random): Note => ({ code: one(['I111', 'I212', 'I999']), message: one(lines) });

const writerOf = (random: Random): ImportedAuthor => {
  const { one, maybe, several } = random;
  return {
    name: one(lines),
    slug: maybe(() => one([...lines, 'jane-doe'])),
    role: maybe(() => one(lines)),
    biography: maybe(() => one(blocks)(random)),
    email: maybe(() => one(['withheld', 'jane@example.org', 'not an address', ''])),
    links: maybe(() => several(3, () => ({ label: one(lines), url: one(addresses) }))),
    language: maybe(() => one(languages)),
  };
};

const articleOf = (random: Random): ImportedArticle => {
  const { one, maybe, several } = random;
  return {
    headline: maybe(() => one(lines), 0.85),
    standfirst: maybe(() => one(lines)),
    kicker: maybe(() => one(lines), 0.3),
    kind: maybe(() => one(['news', 'opinion', 'article'] as const)),
    authors: several(3, () => writerOf(random)),
    section: maybe(() => one(lines)),
    tags: several(4, () => one(lines)),
    series: maybe(() => one(lines), 0.2),
    dateline: maybe(() => one(lines), 0.3),
    published: maybe(() => one(dates), 0.8),
    updated: maybe(() => one(dates)),
    language: maybe(() => one(languages)),
    image: maybe(
      () => ({ src: one(addresses), alt: one(lines), caption: one(blocks)(random), credit: one(lines) }),
      0.3,
    ),
    body: several(8, () => one(blocks)(random)),
    address: maybe(() => one(addresses)),
    aliases: several(3, () => one([...addresses, ...lines])),
    slug: maybe(() => one([...lines, ...addresses]), 0.4),
    draft: maybe(() => true as const, 0.1),
  };
};

const letterOf = ({ one, maybe, several }: Random): ImportedLetter => ({
  id: maybe(() => one(['a1', 'b-2', ...lines])),
  articles: several(2, () => one([...lines, ...addresses, 'rain', 'a-plain-headline', 'jane-doe'])),
  name: one(lines),
  text: several(3, () => one(lines)).join(one(['\n', '\n\n', '\r\n \r\n'])),
  date: maybe(() => one(dates)),
  came: maybe(() => one(dates)),
  language: maybe(() => one(languages)),
  replyTo: maybe(() => one(['a1', 'b-2', ...lines])),
});

/** Any item. */
export function oddItem(random: Random): Item {
  const { one, maybe, several, whole } = random;
  const notes = several(2, () => noteOf(random));
  const name = one(lines);
  const kind = whole(14);
  if (kind < 6) return { is: 'article', name, notes, article: articleOf(random) };
  if (kind < 8) {
    const brief = {
      headline: one(lines),
      dateline: maybe(() => one(lines)),
      excerpt: maybe(() => one(lines)),
      url: maybe(() => one(addresses)),
    };
    return { is: 'brief', name, notes, brief };
  }
  if (kind === 8) return { is: 'author', name, notes, author: writerOf(random) };
  if (kind > 9) return { is: 'letter', name, notes, letter: letterOf(random) };
  return { is: 'left-out', of: one(['menu', 'comment', 'page']), name, why: noteOf(random) };
}
