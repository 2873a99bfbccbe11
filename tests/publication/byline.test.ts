/** The byline of an article, and the initials of an author. */
import { describe, expect, test } from 'vitest';
import { bylineText, initials, nameList } from '../../src/publication/byline.ts';
import { press as english } from '../../src/words/en/interface.ts';
import { press as urdu } from '../../src/words/ur/interface.ts';
import { bylineOf } from '../../src/publication/teaser.ts';
import { editionWith } from '../fixtures/edition.ts';

const authors = { amna: { name: 'Amna Shah' }, bilal: { name: 'Bilal O’Neill' }, chae: { name: '채수빈' } };
const inEnglish = editionWith({ authors });
const inUrdu = editionWith({ authors, publication: { language: 'ur', name: 'اخبار' } }, urdu);

describe('a byline', () => {
  test.each([
    ['the publication itself', [], 'By The Harbour Post', 'از اخبار'],
    ['one writer', ['amna'], 'By Amna Shah', 'از Amna Shah'],
    ['two writers', ['amna', 'bilal'], 'By Amna Shah and Bilal O’Neill', 'از Amna Shah اور Bilal O’Neill'],
    [
      'three writers',
      ['chae', 'amna', 'bilal'],
      'By 채수빈, Amna Shah and Bilal O’Neill',
      'از 채수빈، Amna Shah، اور Bilal O’Neill',
    ],
  ])('of %s', (_, slugs, text, urduText) => {
    expect(bylineText(bylineOf(inEnglish, slugs))).toBe(text);
    expect(bylineText(bylineOf(inUrdu, slugs))).toBe(urduText);
  });

  test('leads to the profile of each writer, and of nobody where there is none', () => {
    const links = (slugs: string[]) => bylineOf(inEnglish, slugs).filter((part) => typeof part !== 'string');
    expect(links(['chae', 'amna'])).toEqual([
      { href: '/authors/chae/', text: '채수빈' },
      { href: '/authors/amna/', text: 'Amna Shah' },
    ]);
    expect(links([])).toEqual([]);
  });

  test('keeps the order of the article, and a name that stands in it twice', () => {
    const twice = [
      { href: '/authors/li-na/', text: 'Li Na' },
      { href: '/authors/li-na-2/', text: 'Li Na' },
    ];
    expect(nameList(twice, 'en-GB')).toEqual([twice[0], ' and ', twice[1]]);
  });

  test.each([
    ['en-GB', ['Ana', 'Inés'], 'Ana and Inés'],
    ['es', ['Ana', 'Inés'], 'Ana e Inés'],
    ['es', ['Inés', 'Ana'], 'Inés y Ana'],
    ['he', ['דן', 'John'], 'דן ו-John'],
    ['he', ['John', 'דן'], 'John ודן'],
    ['ja', ['山田', '鈴木', '佐藤'], '山田、鈴木、佐藤'],
    ['tr', ['Ayşe', 'Işıl'], 'Ayşe ve Işıl'],
    ['en-GB', ['1', '0'], '1 and 0'],
  ])('in %s joins %j as its grammar asks', (language, names, text) => {
    expect(bylineText(nameList(names, language))).toBe(text);
  });

  test('of a hundred writers names them all', () => {
    const names = Array.from({ length: 100 }, (_, index) => `Writer ${index}`);
    const said = nameList(names, 'en-GB').filter((part) => typeof part === 'string' && names.includes(part));
    expect(said).toEqual(names);
  });

  test('in English begins with “By” whatever the names are', () => {
    expect(english.by(['x'])).toEqual(['By ', 'x']);
  });
});

describe('initials', () => {
  test.each([
    ['M A Hossain', 'MH'],
    ['M. A. Hossain', 'MH'],
    ['Jane', 'J'],
    ['jane doe', 'JD'],
    ['  Jane   Doe ', 'JD'],
    ['Jane\u00a0Doe', 'JD'],
    ['Gabriel García Márquez', 'GM'],
    ['Ludwig van Beethoven', 'LB'],
    ['Ōe Kenzaburō', 'ŌK'],
    ['Łukasz Żal', 'ŁŻ'],
    ['E\u0301douard Cle\u0301ment', 'E\u0301C'],
    ['Jean-Luc Picard', 'JP'],
    ['Conor O’Brien', 'CO'],
    ['‘Abd al-Rahman', 'AA'],
    ['ʻAbdu’l-Bahá ʻAbbás', 'AA'],
    ['(Dr) Amna Shah', 'AS'],
    ['“Weegee” Fellig', 'WF'],
    ['An Se-young', 'AS'],
    ['A R Rahman', 'AR'],
    ['Malcolm X', 'MX'],
    ['bell hooks', 'BH'],
    ['50 Cent', '5C'],
    ['Agence France-Presse (AFP)', 'AF'],
    ['The Broadsheet desk', 'BD'],
    ['Bank of England', 'BE'],
    ['The', 'T'],
    ['김민수', '김'],
    ['김 민수', '김민'],
    ['채수빈 기자', '채기'],
    ['村上春樹', '村'],
    ['Лев Толстой', 'ЛТ'],
    ['Νίκος Καζαντζάκης', 'ΝΚ'],
    ['राहुल गांधी', 'रागां'],
    ['สมชาย', 'ส'],
    ['فیض احمد فیض', 'ف\u00a0ف'],
    ['احمد', 'ا'],
    ['\u200fسعادت حسن منٹو', 'س\u00a0م'],
    ['עמוס עוז', 'עע'],
    ['Amna شاہ', 'A\u00a0ش'],
    ['🦊', '🦊'],
    ['👩‍🚀 Desk', 'D'],
    ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
    ['(anonymous)', 'A'],
    ['X', 'X'],
    ['…', '…'],
  ])('of %j are %j', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
