/** Whatever stands in a page, the article made of it shows the same words. Made up at random, from fixed seeds. */
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/press/markdown/markdown.ts';
import { markdownOf } from '../../../src/import/html/markdown-of.ts';
import { randomFrom } from '../../random.ts';

const compiled = (blocks: string[]) =>
  compile(blocks, { owner: 'o', base: '/', language: 'en', picture: () => ({ url: '/x.png', width: 1, height: 1 }) });

const textOf = (html: string): string =>
  (parseHTML(`<html><body>${html}</body></html>`) as unknown as { document: { body: { textContent: string } } })
    .document.body.textContent;

const squeezed = (text: string): string => text.replace(/[\s\u200b\ufeff]+/g, '');

const words = [
  'word',
  'a',
  'B',
  '3',
  '1.',
  '2)',
  '-',
  '+',
  '*',
  '**',
  '_',
  '__',
  '#',
  '##',
  '>',
  '`',
  '``',
  '```',
  '~',
  '~~',
  '~~~',
  '|',
  '||',
  ':--',
  '---',
  '===',
  '[',
  ']',
  '[x]',
  '[^1]',
  '[a](b)',
  '[a]:',
  '![p](q)',
  '!',
  '\\',
  '\\\\',
  '<b>',
  '<',
  '</p>',
  '<!--',
  '&amp;',
  '&copy;',
  '&',
  'كتاب',
  '“q”',
  '…',
  '1986. A',
  'snake_case_name',
  'https://a.example/b_c*d',
  'https://u:p@evil.example/',
  'javascript:alert(1)',
  'www.b.example',
  'me@c.example',
  '//d.example ',
  '\u00a0',
  'e\u0301',
  '👩‍💻',
  '(',
  ')',
  '"',
  "'",
  '.',
  ',',
  '$x$',
  '^',
  '=',
  '{a}',
  '::',
];
const inlineTags = [
  'b',
  'i',
  'em',
  'strong',
  'code',
  's',
  'a href="/x"',
  'span',
  'u',
  'a href="https://e.example/(f)"',
  'mark',
];
const blockTags = ['p', 'div', 'h2', 'h3', 'blockquote', 'ul', 'ol', 'pre', 'table', 'dl'];

function documentFrom(seed: number): string {
  const { fraction, one, whole } = randomFrom(seed);
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const inline = (depth: number): string =>
    Array.from({ length: 1 + whole(5) }, () => {
      const space = fraction() < 0.5 ? ' ' : '';
      if (depth > 2 || fraction() < 0.6) return escaped(one(words)) + space;
      if (fraction() < 0.1) return '<br>';
      const tag = one(inlineTags);
      return `<${tag}>${inline(depth + 1)}</${tag.split(' ')[0]}>${space}`;
    }).join('');
  const block = (depth: number): string => {
    const tag = depth > 2 ? 'p' : one(blockTags);
    const some = (make: () => string): string => Array.from({ length: 1 + whole(3) }, make).join('');
    if (tag === 'ul' || tag === 'ol')
      return `<${tag}>${some(() => `<li>${fraction() < 0.5 ? inline(0) : some(() => block(depth + 1))}</li>`)}</${tag}>`;
    if (tag === 'blockquote' || tag === 'div') return `<${tag}>${some(() => block(depth + 1))}</${tag}>`;
    if (tag === 'table') return `<table>${some(() => `<tr><td>${inline(0)}</td><td>${inline(0)}</td></tr>`)}</table>`;
    if (tag === 'dl') return `<dl><dt>${inline(0)}</dt><dd>${inline(0)}</dd></dl>`;
    return `<${tag}>${inline(0)}</${tag}>`;
  };
  return Array.from({ length: 1 + whole(4) }, () => block(0)).join('\n');
}

describe('the words of a page', () => {
  test.each(Array.from({ length: 400 }, (_, seed) => seed))('are those of the article, %i', (seed) => {
    const html = documentFrom(seed);
    const { blocks } = markdownOf(html, { base: 'https://a.example/' });
    const result = compiled(blocks);
    expect(squeezed(textOf(result.html)), `${html}\n\n${blocks.join('\n\n')}`).toBe(squeezed(textOf(html)));
    expect(result.problems.filter(({ warning }) => !warning)).toEqual([]);
  });
});
