/** What the press asks of `icon.svg` and `nameplate.svg`, and what it tells of one that will not do. */
import { describe, expect, it } from 'vitest';
import { type Case, contentFolder, expectEach, type Files, read } from './content-folder.ts';

const svg = (inside: string, attributes = 'viewBox="0 0 64 64"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;

const disc = '<circle cx="32" cy="32" r="20" fill="#06c"/>';
const letters = '<path d="M4 4h10v24H4zM20 4h60v24H20z"/>';

/** What is wrong with both alike. */
const common = (name: 'icon' | 'nameplate'): Case[] => {
  const file = `${name}.svg`;
  const at = `${file}:1:1`;
  const of = (drawing: unknown): Files => ({ [file]: drawing });
  return [
    {
      name: `${file} that runs something`,
      files: of(svg(`${disc}<script>1</script>`)),
      code: 'A312',
      at,
      says: `${file} holds <script>, which is no part of a drawing (line 1, column`,
    },
    {
      name: `${file} that fetches`,
      files: of(svg('<image href="https://example.org/x.png" width="9" height="9"/>')),
      code: 'A312',
      at,
      says: 'refers to "https://example.org/x.png", outside itself',
    },
    {
      name: `${file} with letters to be set`,
      files: of(svg('<text x="2" y="20">The Post</text>')),
      code: 'A312',
      at,
      says: 'sets letters in a face, <text> (line 1, column 61). Turn them into outlines ("object to path").',
    },
    { name: `${file} that is none`, files: of('not a drawing'), code: 'A312', at, says: 'is not well-formed XML' },
    {
      name: `${file} without a viewBox`,
      files: of(svg(disc, 'width="64" height="64"')),
      code: 'A311',
      at,
      says: 'has no viewBox that says its size. Give its <svg> one, such as viewBox="0 0 64 64".',
    },
    { name: `${file} of nothing`, files: of(svg('')), code: 'A311', at, says: `${file} draws nothing.` },
    { name: `${file} too large`, files: of(Buffer.alloc(11e6, ' ')), code: 'A214', at, says: 'The limit is 10 MB.' },
    {
      name: `${file} that is a folder`,
      files: { [`${file}/x.svg`]: svg(disc) },
      code: 'A110',
      at,
      says: 'cannot be read',
    },
  ];
};

describe('drawings of the publication', () => {
  expectEach([
    ...common('icon'),
    ...common('nameplate'),
    {
      name: 'an icon that is no square',
      files: { 'icon.svg': svg(disc, 'viewBox="0 0 120 40"') },
      code: 'A324',
      at: 'icon.svg:1:1',
      says: 'icon.svg is no square: 120 by 40. Make its viewBox, width and height as wide as high.',
    },
    {
      name: 'a nameplate with a ground',
      files: { 'nameplate.svg': svg(`<path d="M0 0h90v30H0z" fill="#fff"/>${letters}`, 'viewBox="0 0 90 30"') },
      code: 'A324',
      at: 'nameplate.svg:1:1',
      says: 'covers its whole box, and all of it would be one block of ink. Take out its ground',
    },
  ]);

  it('that are right are what the content looks like, and nothing is said of them', async () => {
    const [icon, nameplate] = [svg(disc), svg(letters, 'width="300" height="100" viewBox="0, 0, 90, 30"')];
    const { content, problems } = await read(contentFolder({ 'icon.svg': icon, 'nameplate.svg': nameplate }));
    expect(problems).toEqual([]);
    expect(content?.look).toEqual({
      theme: {},
      icon: { svg: icon, ratio: 1 },
      nameplate: { svg: nameplate, ratio: 3 },
    });
  });

  it('with a fault are not used, and the rest is shown', async () => {
    const { content, broken } = await read(contentFolder({ 'icon.svg': svg(''), 'nameplate.svg': svg('<text/>') }));
    expect(content?.look).toEqual({ theme: {} });
    expect(broken.size).toBe(0);
  });
});
