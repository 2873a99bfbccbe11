/** Markdown that is deep or long beyond sense comes out in reasonable time. */
import { describe, expect, it } from 'vitest';
import { compile, type CompileOptions } from '../../../src/press/markdown/markdown.ts';

const options: CompileOptions = { owner: 'x', base: '/', language: 'en', picture: () => undefined };

/** Shapes that have brought Markdown parsers to their knees (after cmark's pathological_tests.py), and those of our own rules. */
const shapes: { name: string; text: string; problem?: string }[] = [
  { name: '10,000 quotes', text: '>'.repeat(10_000), problem: 'A410' },
  { name: '10,000 quotes with spaces', text: `${'> '.repeat(10_000)}a`, problem: 'A410' },
  { name: '10,000 lists in one line', text: `${'- '.repeat(10_000)}a`, problem: 'A410' },
  {
    name: '300 lists in each other',
    text: Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n'),
    problem: 'A410',
  },
  { name: '10,000 brackets', text: '['.repeat(10_000), problem: 'A410' },
  { name: '10,000 links opened', text: '[a]('.repeat(10_000) },
  { name: '10,000 pictures opened', text: '!['.repeat(10_000), problem: 'A410' },
  { name: '10,000 brackets closed', text: 'a]'.repeat(10_000) },
  { name: '60,000 stars', text: '*'.repeat(60_000) },
  { name: '60,000 stars around a word', text: `${'*'.repeat(30_000)}a${'*'.repeat(30_000)}`, problem: 'A410' },
  { name: 'emphasis opened and never closed', text: '*a _b **c '.repeat(5_000) },
  { name: 'emphasis of two kinds', text: '*a_ '.repeat(20_000) },
  { name: 'emphasis with links', text: `*${'**x [a*b**c*](d)'.repeat(500)}` },
  { name: '20,000 struck through', text: '~~a'.repeat(20_000) },
  {
    name: 'backticks of every length',
    text: Array.from({ length: 500 }, (_, length) => `e${'`'.repeat(length + 1)}`).join(''),
  },
  { name: '60,000 signs of less', text: '<'.repeat(60_000) },
  { name: 'tags never closed', text: '<img '.repeat(20_000), problem: 'A402' },
  { name: 'attributes never closed', text: `<a "<b '`.repeat(10_000) },
  { name: 'comments never closed', text: '<!--'.repeat(15_000), problem: 'A403' },
  { name: 'comments never closed, in paragraphs', text: '<!--\n\n'.repeat(10_000), problem: 'A403' },
  { name: 'declarations never closed', text: '<!A <? '.repeat(5_000), problem: 'A402' },
  { name: 'footnotes never closed', text: `[^a]: b\n\n${'[^'.repeat(20_000)}`, problem: 'A410' },
  { name: 'one footnote, 5,000 marks', text: `${'a[^1] '.repeat(5_000)}\n\n[^1]: b` },
  { name: '2,000 footnotes', text: Array.from({ length: 2_000 }, (_, n) => `a[^${n}]\n\n[^${n}]: b\n\n`).join('') },
  { name: '10,000 definitions', text: '[a]: b\n'.repeat(10_000), problem: 'A316' },
  { name: 'entities', text: '&'.repeat(30_000) + '&amp;'.repeat(10_000) },
  { name: 'backslashes', text: '\\'.repeat(60_000) },
  { name: 'a table of 3,000 columns', text: `${'|a'.repeat(3_000)}\n${'|-'.repeat(3_000)}\n${'|b'.repeat(3_000)}` },
  {
    name: 'a table of short rows',
    text: `${'|a'.repeat(200)}\n${'|-'.repeat(200)}\n${'|\n'.repeat(200)}`,
    problem: 'W508',
  },
  { name: '5,000 headings alike', text: '## a\n\n'.repeat(5_000) },
  { name: 'an underline after 10,000 lines', text: `${'a\n'.repeat(10_000)}===`, problem: 'A404' },
  { name: 'fences opened and closed', text: '```\n'.repeat(9_999), problem: 'A403' },
  { name: 'addresses', text: 'http://'.repeat(5_000) + 'www.'.repeat(5_000) + 'a@'.repeat(5_000) },
  { name: 'an address of brackets', text: `https://a.example/${'[('.repeat(5_000)}`, problem: 'A410' },
  { name: 'links that only look like it', text: '[x](java script:'.repeat(2_000), problem: 'A401' },
  { name: 'characters that turn the text', text: '\u202e'.repeat(10_000), problem: 'A216' },
  { name: 'scripts in turn', text: 'س a 東 '.repeat(5_000) },
  { name: 'one foreign letter and 30,000 commas', text: `English س${'، '.repeat(30_000)} words` },
  { name: '60,000 digits', text: '1'.repeat(60_000) },
  { name: '60,000 accents', text: `a${'\u0301'.repeat(60_000)}` },
  { name: 'halves of characters', text: '\ud83d'.repeat(20_000) },
];

describe('comes out', () => {
  it.each(shapes)(
    '$name',
    ({ text, problem }) => {
      const { problems } = compile([text], options);
      const codes = new Set(problems.map(({ code }) => code));
      expect(codes.has(problem ?? 'A410')).toBe(problem !== undefined);
      expect(() => compile([text], { ...options, language: 'ur' })).not.toThrow();
    },
    60_000,
  );
});
