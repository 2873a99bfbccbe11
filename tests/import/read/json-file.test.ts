/** JSON from elsewhere that is broken: where, and how to mend it, on every Node, whose own messages name no place. */
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/import/format.ts';
import { jsonOf } from '../../../src/import/read/json-file.ts';

function refusalOf(text: string): Refusal {
  try {
    jsonOf(text);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was read.');
}

describe('broken JSON', () => {
  test.each([
    ['a comma too many', '[\n  {"a": 1},\n]', 3, 1, 'unexpected "]". Remove the comma before it.'],
    ['a comma too few', '{\n  "a": 1\n  "b": 2\n}', 3, 3, 'a comma is missing before "b".'],
    ['single quotes', "{\n  'a': 1\n}", 2, 3, 'single quotes. Put names and text in double quotes (").'],
    ['a word that is none', '{"a": None}', 1, 7, 'unexpected "None".'],
    ['two values', '{"a": 1}\n{"a": 2}', 2, 1, 'unexpected "{" after the end.'],
    ['a control character', '{"a": "one\ttwo"}', 1, 11, 'control character U+0009. Write a tab as \\t.'],
    ['something before it, after a byte order mark', '\ufeff;[]', 1, 1, 'unexpected ";".'],
  ])('by %s is named with its line, its column and the cure', (_, text, line, column, cure) => {
    const { code, message, ...at } = refusalOf(text);
    expect({ code, line: at.line, column: at.column }).toEqual({ code: 'I101', line, column });
    expect(message).toContain(`Not JSON at ${line}:${column}: ${cure}`);
  });

  test.each([
    ['after a comma', '[\n  {"a": 1},\n', 2],
    ['in a name', '{"a": 1,\n"b', 2],
    ['in a text', '{"a": "one two', 1],
    ['before anything', '', 1],
  ])('that ends %s is said to end there', (_, text, line) => {
    expect(refusalOf(text)).toMatchObject({
      code: 'I106',
      line,
      message: expect.stringContaining('ends in the middle'),
    });
  });

  test('is named also where it is nested more deeply than can be looked into', () => {
    expect(refusalOf(`${'['.repeat(300_000)};`)).toMatchObject({ code: 'I101', line: 1 });
  });
});
