/** Names in the bylines of newspapers, blogs and their programs. */
import { describe, expect, test } from 'vitest';
import { isBareLead, looksLikePerson, namesIn, startsAsByline } from '../../../src/import/wording/bylines.ts';

describe('names', () => {
  test.each([
    ['By Jane Doe', ['Jane Doe']],
    ['Jane Doe', ['Jane Doe']],
    ['BY JANE DOE', ['JANE DOE']],
    ['By Jane Doe and John Roe, Staff Writers', ['Jane Doe', 'John Roe']],
    ['Written by: Jane Doe', ['Jane Doe']],
    ['Posted by Jane Doe on May 3, 2020', ['Jane Doe']],
    ['By Jane Doe March 25, 2015', ['Jane Doe']],
    ['Jane Doe, BBC News', ['Jane Doe']],
    ['Jane Doe, Ph.D., John Roe', ['Jane Doe', 'John Roe']],
    ['Jane Doe (@jane)', ['Jane Doe']],
    ['Jane Doe · 5 min read', ['Jane Doe']],
    ['Jane Doe | Harbour Reporter', ['Jane Doe']],
    ['jane@example.org', []],
    ['Von Max Müller und Erika Groß', ['Max Müller', 'Erika Groß']],
    ['Par Jeanne d’Arc et Jean Valjean', ['Jeanne d’Arc', 'Jean Valjean']],
    ['Por María de la Cruz y Juan Pérez', ['María de la Cruz', 'Juan Pérez']],
    ['تحریر: احمد ندیم', ['احمد ندیم']],
    ['بقلم: سلمى حسن', ['سلمى حسن']],
    ['作者：山田太郎', ['山田太郎']],
    ['M A Hossain', ['M A Hossain']],
    ['karstenruppert', ['karstenruppert']],
    ['Byron York', ['Byron York']],
    ['Diana Ross', ['Diana Ross']],
    ['By Jane Doe, by Jane Doe', ['Jane Doe']],
    ['By', []],
    ['admin', []],
    ['Staff Writer', []],
    ['Posted by admin', []],
    ['----', []],
    ['May 3, 2020', []],
    ['https://example.org/jane', []],
    ['<script>', []],
  ])('%j', (line, expected) => {
    expect(namesIn(line)).toEqual(expected);
  });

  test.each([
    ['By Jane Doe', true],
    ['Von Erika Groß', true],
    ['Bystanders saw it', false],
    ['Parking is free', false],
  ])('%j begins as a byline does: %s', (line, expected) => {
    expect(startsAsByline(line)).toBe(expected);
  });

  test.each([
    ['By', true],
    ['Von', true],
    ['By Jane', false],
    ['Harbour', false],
  ])('%j waits for its name: %s', (line, expected) => {
    expect(isBareLead(line)).toBe(expected);
  });

  test.each([
    ['M A Hossain', true],
    ['Maria de la Cruz', true],
    ['احمد ندیم', true],
    ['The End', false],
    ['Harbour', false],
    ['rain until friday', false],
  ])('%j is a person: %s', (line, expected) => {
    expect(looksLikePerson(line)).toBe(expected);
  });
});
