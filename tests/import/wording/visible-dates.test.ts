/** Dates as pages show them. */
import { describe, expect, test } from 'vitest';
import { isDateLine, visibleDate } from '../../../src/import/wording/visible-dates.ts';

describe('dates', () => {
  test.each([
    ['May 4, 2022', '2022-05-04'],
    ['4 May 2022', '2022-05-04'],
    ['Wednesday, 4th of May, 2022 at 10:30 am', '2022-05-04'],
    ['8. Februar 2022', '2022-02-08'],
    ['31 de diciembre de 2019', '2019-12-31'],
    ['21 Abril, 2022', '2022-04-21'],
    ['le 3 août 2021', '2021-08-03'],
    ['12 марта 2020 г.', '2020-03-12'],
    ['শনিবার, আগস্ট ২৯, ২০২০', '2020-08-29'],
    ['۲۹ اگست ۲۰۲۰', '2020-08-29'],
    ['٢٩ أغسطس ٢٠٢٠', '2020-08-29'],
    ['2020年8月29日', '2020-08-29'],
    ['2020-08-29T10:00', '2020-08-29'],
    ['27/01/2020', '2020-01-27'],
    ['01/27/2020', '2020-01-27'],
    ['12.12.2022', '2022-12-12'],
    ['03/04/2020', undefined],
    ['31 February 2020', undefined],
    ['May 2020', undefined],
    ['6 hours ago', undefined],
    ['In 2020 there were 31 boats', undefined],
    ['a line of words', undefined],
  ])('%j', (text, expected) => {
    expect(visibleDate(text)).toBe(expected);
  });

  test('where the page says that the month is first', () => {
    expect([visibleDate('03/04/2020', true), visibleDate('03/04/2020', false)]).toEqual(['2020-03-04', '2020-04-03']);
  });

  test.each([
    ['May 4, 2022', true],
    ['6 hours ago', true],
    ['vor 3 Stunden', true],
    ['Updated: 12.12.2022 10:30', true],
    ['On May 4, 2022 the ferry came in late and nobody knew why', false],
    ['Was it May 4, 2022?', false],
    ['Facebook', false],
  ])('%j is only a date: %s', (line, expected) => {
    expect(isDateLine(line)).toBe(expected);
  });
});
