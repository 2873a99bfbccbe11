/** What the press reports of pictures. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleOf, articleWith, type Case, contentFolder, expectEach, png, read, write } from './content-folder.ts';

const rain = 'articles/rain.json';
const harbour = 'images/harbour.png';
const long = `/images/${'harbour-'.repeat(9)}`;
const withImage = (image: object) => articleWith({ image });
const shown = (src: string, alt = 'Boats in the rain.') => withImage({ src, alt });
const svg = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" ${attributes}>${inner}</svg>`;
/** "src" of the image stands at line 12, "alt" at 13. */
const atSource = `${rain}:12:12`;
const atAlt = `${rain}:13:12`;

const cases: Case[] = [
  {
    name: 'a file that is not there',
    files: { [rain]: shown('/images/harbor.png'), [harbour]: png(4, 3) },
    code: 'A309',
    at: atSource,
    says: 'file not found: images/harbor.png (looked in',
  },
  {
    name: 'a file in other letters',
    files: { [rain]: shown('/images/Harbour.png'), [harbour]: png(4, 3) },
    code: 'A309',
    at: atSource,
    says: 'Did you mean "/images/harbour.png"?',
  },
  {
    name: 'a file in a text',
    files: { [rain]: articleOf('It rained.', '![Boats.](/images/harbor.png)'), [harbour]: png(4, 3) },
    code: 'A309',
    at: `${rain}:10:16`,
    says: 'Did you mean "/images/harbour.png"?',
  },
  {
    name: 'two files of a text whose long names begin alike',
    files: {
      [rain]: articleOf(`![Boats.](${long}-1.png)\n![Rain.](${long}-2.svg)`),
      [`${long.slice(1)}-2.svg`]: svg('<script/>'),
    },
    code: 'A312',
    also: ['A309'],
    at: `${rain}:9:114`,
    says: 'holds <script>',
  },
  {
    name: 'a path that is not from the root',
    files: { [rain]: shown('harbour.png'), [harbour]: png(4, 3) },
    code: 'A309',
    at: atSource,
    says: 'Write "/images/harbour.png".',
  },
  {
    name: 'a path out of the folder',
    files: { [rain]: shown('/images/../../etc/passwd') },
    code: 'A310',
    at: atSource,
    says: 'is outside the images folder',
  },
  {
    name: 'a link out of the folder',
    files: { [rain]: shown('/images/out.png') },
    prepare: (folder) => {
      write(folder, 'authors/.outside/out.png', png(4, 3));
      mkdirSync(join(folder, 'images'));
      symlinkSync(join(folder, 'authors/.outside/out.png'), join(folder, 'images/out.png'));
    },
    code: 'A310',
    also: ['W102'],
    at: atSource,
    says: 'is a link to a file outside the images folder',
  },
  {
    name: 'bytes of another kind',
    files: { [rain]: shown('/images/harbour.jpg'), 'images/harbour.jpg': png(4, 3) },
    code: 'A311',
    at: atSource,
    says: 'is named .jpg and its bytes are PNG. Name it .png.',
  },
  {
    name: 'HTML named .jpg',
    files: { [rain]: shown('/images/harbour.jpg'), 'images/harbour.jpg': '<!doctype html><svg></svg>' },
    code: 'A311',
    at: atSource,
    says: 'is no picture that browsers show',
  },
  ...[
    ['a script', svg('<script>alert(1)</script>'), 'holds <script>, which is no part of a drawing (line 1, column '],
    ['a script of another prefix', svg('<s:script xmlns:s="http://www.w3.org/2000/svg"/>'), 'holds <s:script>'],
    ['a foreignObject', svg('<foreignObject><p/></foreignObject>'), 'holds <foreignObject>'],
    ['an event handler', svg('', 'onload="alert(1)"'), 'holds an event handler'],
    ['an event handler after a slash', svg('<g/onclick="alert(1)"/>'), 'is not well-formed XML'],
    [
      'a script address',
      svg('<a href="&#106;avascript:alert(1)"/>'),
      'refers to "javascript:alert(1)", outside itself',
    ],
    [
      'a picture elsewhere',
      svg('<image href="https://evil.example/x.png"/>'),
      'refers to "https://evil.example/x.png"',
    ],
    ['a style sheet elsewhere', svg('<style>@import "x.css"</style>'), 'refers to "@import'],
    ['a fill elsewhere', svg('<path style="fill:u\\72l(//evil.example/x)"/>'), 'refers to "url(//evil.example/x)'],
    ['an animated link', svg('<a href="#x"><set attributeName="href" to="y"/></a>'), 'changes a link'],
    [
      'a script of a prefix in another script',
      svg('<ü:script xmlns:ü="http://www.w3.org/2000/svg"/>'),
      'holds <ü:script>',
    ],
    [
      'a fill between comment signs',
      svg('<path d="/*" fill="url(//evil.example/x)" e="*/"/>'),
      'refers to "url(//evil',
    ],
    ['an attribute by default', `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x">]>${svg('')}`, 'defines entities'],
    ['entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`, 'defines entities'],
  ].map(([what, content, says]) => ({
    name: `an SVG with ${what}`,
    files: { [rain]: shown('/images/x.svg'), 'images/x.svg': content },
    code: 'A312',
    at: atSource,
    says: says!,
  })),
  {
    name: 'an SVG with a script, in a text',
    files: { [rain]: articleOf('![Boats.](/images/x.svg)'), 'images/x.svg': svg('<script/>') },
    code: 'A312',
    at: `${rain}:9:16`,
    says: 'the SVG "/images/x.svg" holds <script>, which is no part of a drawing (line 1, column ',
  },
  {
    name: 'an image without alt',
    files: { [rain]: withImage({ src: '/images/harbour.png' }), [harbour]: png(4, 3) },
    code: 'A213',
    at: `${rain}:11:12`,
    says: 'the picture has no "alt"',
  },
  {
    name: 'a portrait without alt',
    files: {
      'authors/jane-doe.json': { name: 'Jane', portrait: { src: '/images/harbour.png' } },
      [harbour]: png(4, 3),
    },
    code: 'A213',
    at: 'authors/jane-doe.json:3:15',
    says: '"alt" is missing. Say what the picture shows',
  },
  {
    name: 'a picture in a text without alt',
    files: { [rain]: articleOf('![](/images/harbour.png)'), [harbour]: png(4, 3) },
    code: 'A213',
    at: `${rain}:9:6`,
    says: 'no alternative text',
  },
  {
    name: 'an image with alt and decorative',
    files: {
      [rain]: withImage({ src: '/images/harbour.png', alt: 'Boats.', decorative: true }),
      [harbour]: png(4, 3),
    },
    code: 'A213',
    at: `${rain}:14:19`,
    says: 'both "alt" and "decorative"',
  },
  {
    name: 'alt that is the name of the file',
    files: { [rain]: shown('/images/harbour.png', 'Harbour'), [harbour]: png(4, 3) },
    code: 'W503',
    at: atAlt,
    says: '"alt" is the name of the file: "Harbour"',
  },
  {
    name: 'alt that begins with "image of"',
    files: { [rain]: shown('/images/harbour.png', 'An image of boats'), [harbour]: png(4, 3) },
    code: 'W503',
    at: atAlt,
    says: '"alt" begins with "An image of"',
  },
  {
    name: '20,000 × 20,000 pixels',
    files: { [rain]: shown('/images/harbour.png'), [harbour]: png(20_000, 20_000) },
    code: 'A214',
    at: atSource,
    says: 'has 20000 × 20000 pixels. The limit is 10000 × 10000.',
  },
  {
    name: 'more than 40 MB',
    files: { [rain]: shown('/images/harbour.png'), [harbour]: Buffer.concat([png(4, 3), Buffer.alloc(42_000_000)]) },
    code: 'A214',
    at: atSource,
    says: 'has 40.1 MB. The limit is 40 MB.',
  },
  {
    name: 'more than 10 MB that go out as they are',
    files: {
      [rain]: shown('/images/harbour.svg'),
      'images/harbour.svg': svg(' '.repeat(11_000_000)),
    },
    code: 'A214',
    at: atSource,
    says: 'has 10.5 MB. The limit is 10 MB.',
  },
  ...['https://evil.example/x.png', '//evil.example/x.png', 'data:image/png;base64,AA'].map((source) => ({
    name: source,
    files: { [rain]: shown(source) },
    code: 'A313',
    at: atSource,
    says: 'is not of this publication. Put the file into images/',
  })),
  {
    name: 'a remote picture in a text',
    files: { [rain]: articleOf('![Boats.](https://evil.example/x.png)') },
    code: 'A313',
    at: `${rain}:9:16`,
    says: 'Put the file into images/',
  },
];

describe('pictures', () => {
  expectEach(cases);

  it('are measured when content uses them, and stand under the base', async () => {
    const files = {
      [rain]: {
        ...articleOf('![Boats.](</images/two boats.png>)'),
        image: { src: '/images/a/x.svg', decorative: true },
      },
      'images/a/x.svg': svg('<path fill="url(#g)" d="M0 0h9"/><use href="#g"/>'),
      'images/two boats.png': png(640, 480),
      'images/unused.png': 'no picture at all',
    };
    const { content, problems } = await read(contentFolder(files), { base: '/paper/' });
    expect(problems).toEqual([]);
    expect(Object.fromEntries(content!.pictures)).toEqual({
      '/images/a/x.svg': { url: '/paper/images/a/x.svg', width: 40, height: 30 },
      // What lists show of it.
      'teaser 50 50 /images/a/x.svg': { url: '/paper/images/a/x.svg', width: 40, height: 30 },
      '/images/two boats.png': { url: '/paper/images/two%20boats.png', width: 640, height: 480 },
    });
    expect(content!.text('articles/rain').html).toContain(
      'src="/paper/images/two%20boats.png" width="640" height="480"',
    );
  });

  it.each(['0,0,300,150', '0, 0, 300, 150', ' 0 0\n300   150 ', '-10 -10 3e2 1.5e2'])(
    'an SVG is measured by its viewBox, %j',
    async (box) => {
      const drawing = svg('<path d="M0 0h9"/>').replace('0 0 40 30', box);
      const { content, problems } = await read(
        contentFolder({ [rain]: shown('/images/x.svg'), 'images/x.svg': drawing }),
      );
      expect(problems).toEqual([]);
      expect(content!.pictures.get('/images/x.svg')).toMatchObject({ width: 300, height: 150 });
    },
  );
});
