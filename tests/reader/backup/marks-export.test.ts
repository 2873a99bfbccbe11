/** Marks for other programs: as Markdown that says exactly what was marked, and as W3C Web Annotation. */
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { marksJsonLd } from '../../../src/reader/backup/marks-json-ld.ts';
import { marksMarkdown } from '../../../src/reader/backup/marks-markdown.ts';
import { articleOf } from '../../../src/reader/backup/mark-address.ts';
import { mark, passage } from '../records-of-readers.ts';

const publication = 'https://example.org/paper/';
const words = { title: 'Marks in The Paper', toPassage: 'Read it in the article' };
const markdown = (...marks: ReturnType<typeof mark>[]) => marksMarkdown(marks, publication, words);
const rendered = (text: string) => new MarkdownIt({ html: true }).render(text);

describe('marks as Markdown', () => {
  test('stand by article, in the order of the text, each with its note and a link to its passage', () => {
    const about = { headline: 'A walk in June', byline: 'By Amna Khan', section: 'Essays' };
    const text = markdown(
      mark('3', { article: 'walk', about }),
      mark('1', {
        article: 'zeal',
        about: { headline: 'Zeal' },
        passage: passage({ exact: 'One line\n\nand the next', prefix: '', suffix: '' }),
      }),
      mark('2', {
        article: 'walk',
        about,
        passage: passage({ start: 90, exact: 'Words that come first, long before the others' }),
        note: 'True.\n\nAnd well said,\nI think.',
      }),
    );
    expect(text).toBe(`# Marks in The Paper

## [A walk in June](<https://example.org/paper/articles/walk/>)

By Amna Khan · Essays

> Words that come first, long before the others

True.

And well said,\\
I think.

[Read it in the article](<https://example.org/paper/articles/walk/#:~:text=Words%20that%20come%20first%2C%20long%20before%20the%20others>)

> a river does not hurry

[Read it in the article](<https://example.org/paper/articles/walk/#:~:text=is%20said%20that-,a%20river%20does%20not%20hurry,-%2C%20and%20is>)

## [Zeal](<https://example.org/paper/articles/zeal/>)

> One line
>
> and the next

[Read it in the article](<https://example.org/paper/articles/zeal/#:~:text=One%20line,and%20the%20next>)
`);
  });

  test.each([
    '# not a heading',
    '- not a list',
    '+ nor this',
    '1. nor this',
    '12) nor this',
    '> not a quote',
    '=== ',
    '---',
    '***',
    '*stars* and _lines_ and `ticks` and ~~waves~~',
    '[not a link](javascript:alert(1)) ![nor a picture](x)',
    '<script>alert(1)</script> <b onclick=x>',
    '&lt;b&gt; &amp; &#65;',
    'a | b',
    '\\*backslash',
    '    four spaces',
    '[^1]: a note',
    'اردو میں *ستارے* <b>',
    'https://example.org/?a=b&c',
  ])('say exactly %j, in a quote, a note and a headline', (text) => {
    const html = rendered(
      markdown(mark('m', { passage: passage({ exact: text }), note: text, about: { headline: text } })),
    );
    const document = html.replaceAll(/<(\/?)(h1|h2|p|blockquote|br|a)\b[^>]*>/g, '\n');
    const said = document
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    const lines = said.split('\n').filter((line) => line.trim() !== '');
    expect(lines).toEqual(['Marks in The Paper', text.trim(), text.trim(), text.trim(), 'Read it in the article']);
  });

  test('of nobody are only a heading', () => {
    expect(markdown()).toBe('# Marks in The Paper\n');
  });
});

describe('the address of an article', () => {
  test.each([
    ['unity', 'https://example.org/paper/articles/unity/'],
    ['../../evil', 'https://example.org/paper/articles/..%2F..%2Fevil/'],
    ['..', 'https://example.org/paper/articles/%20/'],
    ['//evil.example', 'https://example.org/paper/articles/%2F%2Fevil.example/'],
    ['javascript:alert(1)', 'https://example.org/paper/articles/javascript%3Aalert(1)/'],
    ['a>)b', 'https://example.org/paper/articles/a%3E)b/'],
    ['\ud800', 'https://example.org/paper/articles/%EF%BF%BD/'],
    ['دریا', `https://example.org/paper/articles/${encodeURIComponent('دریا')}/`],
  ])('%j stays in the publication', (article, address) => {
    expect(articleOf({ article }, publication)).toBe(address);
  });
});

describe('marks as JSON-LD', () => {
  const written = (...marks: ReturnType<typeof mark>[]) =>
    JSON.parse(marksJsonLd(marks, publication, 'Marks in The Paper')) as {
      first: { items: { id: string; motivation: string; body: object[] }[] };
    };

  test('are a collection of W3C annotations', () => {
    const about = { headline: 'Unity', lang: 'ur' };
    expect(written(mark('abc', { about, note: 'True.', changed: '2026-06-01T00:00:00.000Z' }))).toEqual({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://example.org/paper/#marks',
      type: 'AnnotationCollection',
      label: 'Marks in The Paper',
      total: 1,
      first: {
        id: 'https://example.org/paper/#marks-1',
        type: 'AnnotationPage',
        startIndex: 0,
        items: [
          {
            id: 'https://example.org/paper/articles/unity/#mark-abc',
            type: 'Annotation',
            motivation: 'commenting',
            created: '2026-05-03T09:00:00.000Z',
            modified: '2026-06-01T00:00:00.000Z',
            body: [
              { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: 'True.' },
              { type: 'TextualBody', purpose: 'tagging', value: 'yellow' },
            ],
            target: {
              type: 'SpecificResource',
              source: {
                id: 'https://example.org/paper/articles/unity/',
                type: 'Text',
                format: 'text/html',
                language: 'ur',
                'schema:headline': 'Unity',
              },
              selector: [
                {
                  type: 'TextQuoteSelector',
                  exact: 'a river does not hurry',
                  prefix: 'It is said that ',
                  suffix: ', and is never late.',
                },
                { type: 'TextPositionSelector', start: 120, end: 142 },
              ],
            },
          },
        ],
      },
    });
  });

  test('without a note are highlights, and each has an address of its own', () => {
    const { items } = written(mark('a'), mark('b/../c'), mark('\ud800')).first;
    expect(items.map(({ motivation }) => motivation)).toEqual(['highlighting', 'highlighting', 'highlighting']);
    expect(items[0]!.body).toHaveLength(1);
    expect(new Set(items.map(({ id }) => new URL(id).href)).size).toBe(3);
  });
});
