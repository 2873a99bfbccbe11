/** What the press reports of `theme.json`, and what it takes from it. */
import { describe, expect, it } from 'vitest';
import { type Case, contentFolder, expectEach, read } from './content-folder.ts';

const themeOf = (theme: object) => ({ 'theme.json': theme });

const cases: Case[] = [
  {
    name: 'an accent that is too pale',
    files: themeOf({ light: { accent: '#c0a080' } }),
    code: 'A222',
    at: 'theme.json:3:15',
    says: '"accent" of "light" is #c0a080 on #fffdf9: 2.4 to 1, and 4.5 is asked. Write #87694b or darker.',
  },
  {
    name: 'an accent that is too deep for a dark paper',
    files: themeOf({ black: { accent: '#700' } }),
    code: 'A222',
    at: 'theme.json:3:15',
    says: 'or lighter.',
  },
  {
    name: 'an accent that is read on the paper, and not on its tint',
    files: themeOf({ light: { accent: '#8b6d50' } }),
    code: 'A222',
    at: 'theme.json:3:15',
    says: '"accent" of "light" is #8b6d50 on its tint, #f6f2ea: 4.2 to 1, and 4.5 is asked. Write #',
  },
  {
    name: 'an ink that is too pale',
    files: themeOf({ light: { paper: '#fff', ink: '#888' } }),
    code: 'A222',
    at: 'theme.json:4:12',
    says: '"ink" of "light" is #888888 on #ffffff: 3.5 to 1, and 7 is asked. Write #595959 or darker.',
  },
  {
    name: 'a paper on which the shipped ink is not read',
    files: themeOf({ light: { paper: '#888' } }),
    code: 'A222',
    at: 'theme.json:3:14',
    says: '"paper" of "light" is #888888 under the ink #1a1815: 4.9 to 1, and 7 is asked. Write #a3a3a3 or lighter.',
  },
  {
    name: 'a paper and an ink that no other ink would save',
    files: themeOf({ light: { paper: '#888', ink: '#777' } }),
    code: 'A222',
    at: 'theme.json:3:14',
    says: '',
  },
  {
    name: 'a paper on which the shipped accent is not read',
    files: themeOf({ dark: { paper: '#4a4a4a', ink: '#fff' } }),
    code: 'A222',
    at: 'theme.json:3:14',
    says: 'Give an "accent" of #',
  },
  {
    name: 'a light paper that is dark',
    files: themeOf({ light: { paper: '#111', ink: '#eee' } }),
    code: 'A223',
    at: 'theme.json:3:14',
    says: '"paper" of "light" is #111111, darker than its ink, #eeeeee. The light paper is lighter than its ink.',
  },
  {
    name: 'a dark ink on the dark paper',
    files: themeOf({ dark: { ink: '#000' } }),
    code: 'A223',
    at: 'theme.json:3:12',
    says: '"ink" of "dark" is #000000, darker than its paper, #161513. The dark paper is darker than its ink.',
  },
  {
    name: 'a colour by name',
    files: themeOf({ sepia: { paper: 'cream' } }),
    code: 'A221',
    at: 'theme.json:3:14',
    says: '"paper" is not a colour that can be checked: got "cream". Write it as #rgb or #rrggbb, such as #8c1c13.',
  },
  {
    name: 'a colour that can be seen through',
    files: themeOf({ sepia: { paper: '#fffdf9cc' } }),
    code: 'A221',
    at: 'theme.json:3:14',
    says: 'got "#fffdf9cc"',
  },
  {
    name: 'a colour that is a number',
    files: themeOf({ sepia: { paper: 123 } }),
    code: 'A203',
    at: 'theme.json:3:14',
    says: '"paper" must be a text: got 123.',
  },
  {
    name: 'a paper that there is not',
    files: themeOf({ drak: { paper: '#000' } }),
    code: 'A201',
    at: 'theme.json:2:3',
    says: 'unknown key "drak". Did you mean "dark"?',
  },
  {
    name: 'a colour that there is not',
    files: themeOf({ dark: { background: '#000' } }),
    code: 'A201',
    at: 'theme.json:3:5',
    says: 'unknown key "background". Did you mean "paper"?',
  },
  {
    name: 'a text that is too narrow',
    files: themeOf({ measure: 20 }),
    code: 'A224',
    at: 'theme.json:2:14',
    says: '"measure" is 20. It may be from 28 to 44, the width of the text in ems; 36 is usual.',
  },
  {
    name: 'a text that is too wide',
    files: themeOf({ measure: 60 }),
    code: 'A224',
    at: 'theme.json:2:14',
    says: '"measure" is 60.',
  },
  {
    name: 'a face that there is not',
    files: themeOf({ face: 'litereta' }),
    code: 'A210',
    at: 'theme.json:2:11',
    says: '"face" is "litereta". It may be "literata", "sans", "legible". Did you mean "literata"?',
  },
  {
    name: 'a width with its unit',
    files: themeOf({ measure: '36em' }),
    code: 'A203',
    at: 'theme.json:2:14',
    says: '"measure" must be a number: got the text "36em".',
  },
  {
    name: 'a front page that there is not',
    files: themeOf({ front: 'quite' }),
    code: 'A210',
    at: 'theme.json:2:12',
    says: '"front" is "quite". It may be "newspaper", "quiet". Did you mean "quiet"?',
  },
];

describe('a theme', () => {
  expectEach(cases);

  it('that is right is what the content looks like', async () => {
    const theme = {
      light: { paper: '#eef4ff', ink: '#101828', accent: '#0a6b3d' },
      measure: 34,
      face: 'sans',
      front: 'quiet',
    };
    const { content, problems } = await read(contentFolder(themeOf({ $schema: 'x', ...theme })));
    expect(problems).toEqual([]);
    expect(content?.look.theme).toMatchObject(theme);
  });

  it('that has errors is not used, and the rest is shown', async () => {
    const { content, broken } = await read(contentFolder(themeOf({ light: { accent: '#ccc' }, measure: 34 })));
    expect(content?.look.theme).toEqual({});
    expect([...broken.keys()]).toEqual(['/']);
  });

  const unread: Record<string, Record<string, string>>[] = [
    { light: { accent: '#c0a080' } },
    { light: { paper: '#888' } },
    { light: { paper: '#888', ink: '#777' } },
    { dark: { paper: '#444', ink: '#999' } },
    { dark: { paper: '#4a4a4a', ink: '#fff' } },
    { black: { accent: '#703' } },
    { sepia: { ink: '#666' } },
  ];
  it.each(unread)('%j is right once what is asked for is written', async (theme) => {
    const written = structuredClone(theme);
    // An ink may be asked for when the paper is right.
    for (let round = 0; round < 3; round += 1) {
      // oxlint-disable-next-line no-await-in-loop -- what is asked next hangs on what was written
      const { problems } = await read(contentFolder(themeOf(written)));
      if (problems.length === 0) break;
      const [, own, name = ''] = /^"(\w+)" of "(\w+)"/.exec(problems[0]!.message) ?? [];
      const [, given = own, colour = ''] = /(?:Give an "(\w+)" of|Write) (#\w{6}) or/.exec(problems[0]!.message) ?? [];
      written[name]![given!] = colour;
    }
    expect((await read(contentFolder(themeOf(written)))).problems).toEqual([]);
  });
});
