/** What is found out about pictures before they are made in sizes, and what editors are told of those that are odd. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { picturesIn } from '../../../src/press/content/pictures.ts';
import { survey, type Surveyed } from '../../../src/press/pictures/survey.ts';
import { articleOf, articleWith, contentFolder, read } from '../content/content-folder.ts';
import { photograph, quarters, withPlace } from './photograph.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-pictures-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kept = () => join(folder, 'cache/found.json');

/** What is said of an article that shows this file, each with its code, and the pictures of the content. */
async function told(file: string, bytes: Buffer | string, more: Record<string, Buffer | string> = {}) {
  const article = articleWith({ image: { src: `/images/${file}`, alt: 'Boats in the rain.' } });
  const data = contentFolder({ 'articles/rain.json': article, [`images/${file}`]: bytes, ...more });
  const images = join(data, 'images');
  const found = await survey(images, picturesIn(images), kept());
  const { content, problems } = await read(data, { survey: found });
  return { said: problems.map(({ code, message }) => `${code} ${message}`), pictures: content?.pictures };
}

const small = async () => photograph(640, 480);

const oneColour = (background: string) => sharp({ create: { width: 8, height: 8, channels: 3, background } });

/** An animation of two frames, each of one colour. */
const moving = async () =>
  sharp(await Promise.all(['#f00', '#00f'].map((colour) => oneColour(colour).png().toBuffer())), {
    join: { animated: true },
  });

describe('editors are told', () => {
  test.each<[string, string, () => Promise<Buffer>, string]>([
    [
      'that a file ends too soon',
      'boats.jpg',
      async () => (await (await small()).jpeg().toBuffer()).subarray(0, 4000),
      'A311 the picture "/images/boats.jpg" is damaged',
    ],
    [
      'that a file holds the place where it was taken',
      'boats.jpg',
      async () =>
        withPlace(await small())
          .jpeg()
          .toBuffer(),
      'W515 the picture "/images/boats.jpg" holds the place where it was taken.',
    ],
    [
      'of the colours of print',
      'boats.jpg',
      async () => (await small()).toColourspace('cmyk').jpeg().toBuffer(),
      'W517 the picture "/images/boats.jpg" has the colours of print (CMYK)',
    ],
    [
      'of sixteen bits',
      'boats.png',
      async () => (await small()).toColourspace('rgb16').png().toBuffer(),
      'W517 the picture "/images/boats.png" has 16 bits a colour',
    ],
    [
      'of a GIF that moves',
      'boats.gif',
      async () => (await moving()).gif().toBuffer(),
      'W516 the picture "/images/boats.gif" moves',
    ],
    [
      'of a WebP that moves',
      'boats.webp',
      async () => (await moving()).webp().toBuffer(),
      'W516 the picture "/images/boats.webp" moves',
    ],
    ['of a PNG that moves', 'boats.png', async () => movingPng(), 'W516 the picture "/images/boats.png" moves'],
    [
      'of what moves and tells where it was made',
      'boats.webp',
      async () =>
        withPlace(await moving())
          .webp()
          .toBuffer(),
      'A322 the picture "/images/boats.webp" moves, so it goes out as it is, and it tells of the device',
    ],
  ])('%s', async (_, file, bytes, says) => {
    const { said } = await told(file, await bytes());
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(says);
    expect(said[0]).toMatch(/\. [A-Z].*\.$/);
  });

  test('that two pictures would become one file', async () => {
    const { said } = await told('boats.webp', await (await small()).webp().toBuffer(), {
      'images/boats.webp.jpg': await (await small()).jpeg().toBuffer(),
    });
    expect(said).toEqual([
      'A323 the picture "/images/boats.webp" is made into "boats.webp.jpg", and there is a picture of that name. Name one of them otherwise.',
    ]);
  });

  test('nothing of a picture that is as others are, nor of one that nobody shows', async () => {
    const { said } = await told('boats.jpg', await (await small()).jpeg().toBuffer(), {
      'images/other.jpg': (await (await small()).jpeg().toBuffer()).subarray(0, 4000),
    });
    expect(said).toEqual([]);
  });
});

/** A PNG with the chunk that says that it is an animation before its pixels. */
async function movingPng(): Promise<Buffer> {
  const still = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#f00' } })
    .png()
    .toBuffer();
  const pixels = still.indexOf('IDAT') - 4;
  const control = Buffer.from('0000000861635 44c0000000200000000'.replaceAll(' ', ''), 'hex');
  return Buffer.concat([still.subarray(0, pixels), control, Buffer.from('f38d9370', 'hex'), still.subarray(pixels)]);
}

describe('names', () => {
  test.each([
    ['two boats (1) [a].jpg', 'two boats (1) [a].jpg'],
    ['100 % #1.jpg', '100 % #1.jpg'],
    ['کشتی.jpg', 'کشتی.jpg'],
    // As macOS writes it, and as editors do.
    ['cafe\u0301.jpg', 'caf\u00e9.jpg'],
    ['caf\u00e9.jpg', 'cafe\u0301.jpg'],
  ])('%j is found as %j, also in a text', async (file, written) => {
    const data = contentFolder({
      'articles/rain.json': {
        ...articleOf(`![Boats in the rain.](</images/${written.replace('%', '%25')}>)`),
        image: { src: `/images/${written}`, alt: 'Boats in the rain.' },
      },
      [`images/${file}`]: await (await small()).jpeg().toBuffer(),
    });
    const images = join(data, 'images');
    const { content, problems } = await read(data, { survey: await survey(images, picturesIn(images), kept()) });
    expect(problems).toEqual([]);
    const [picture] = content!.pictures.values();
    expect(decodeURIComponent(picture!.url)).toBe(`/images/${file}`);
    for (const { sizes } of content!.pictures.values()) {
      expect(decodeURIComponent(sizes!.at)).toContain(`/assets/pictures/${file}/`);
    }
    expect(content!.text('articles/rain').html).toContain(`src="${picture!.url}"`);
  });
});

describe('a picture', () => {
  const look = async (name: string, bytes: Buffer) => {
    writeFileSync(join(folder, name), bytes);
    return (await survey(folder, [name], kept())).get(name) as Surveyed;
  };

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'that a camera held turned (%i) is as wide as it is upright',
    async (orientation) => {
      const { width, height } = await look(
        'a.jpg',
        await quarters(64, 32).withMetadata({ orientation }).jpeg().toBuffer(),
      );
      expect([width, height]).toEqual(orientation < 5 ? [64, 32] : [32, 64]);
    },
  );

  test.each<[string, string, () => Promise<Buffer>]>([
    ['photo', 'a.jpg', async () => quarters(64, 64).jpeg().toBuffer()],
    ['photo', 'a.png', async () => (await small()).png().toBuffer()],
    ['photo', 'a.webp', async () => (await small()).webp().toBuffer()],
    ['drawing', 'a.png', async () => quarters(64, 64).png().toBuffer()],
    ['drawing', 'a.gif', async () => quarters(64, 64).gif().toBuffer()],
    ['cutout', 'a.png', async () => (await small()).ensureAlpha(0.5).png().toBuffer()],
  ])('is a %s: %s', async (kind, name, bytes) => {
    expect(await look(name, await bytes())).toMatchObject({ kind });
  });

  test('has the tone of its colours, where nothing shows through it', async () => {
    const of = (background: string) => oneColour(background).jpeg();
    expect((await look('a.jpg', await of('#1450c8').toBuffer())).tone).toBe('tone-cool');
    expect((await look('b.jpg', await of('#808284').toBuffer())).tone).toBe('tone-grey');
    expect((await look('c.png', await (await small()).ensureAlpha(0.5).png().toBuffer())).tone).toBeUndefined();
  });

  test('is looked at once, and again when it was written anew', async () => {
    const path = join(folder, 'a.jpg');
    const first = await look('a.jpg', await quarters(64, 32).jpeg().toBuffer());
    const counted = async () => {
      let fresh = 0;
      const found = await survey(folder, ['a.jpg'], kept(), (pictures) => {
        fresh = pictures;
        return () => {};
      });
      return { fresh, found: found.get('a.jpg') };
    };
    expect(await counted()).toEqual({ fresh: 0, found: first });
    writeFileSync(path, await quarters(96, 32).jpeg().toBuffer());
    utimesSync(path, new Date(), new Date(Date.now() + 5000));
    expect(await counted()).toMatchObject({ fresh: 1, found: { width: 96 } });
    writeFileSync(kept(), '{');
    expect(await counted()).toMatchObject({ fresh: 1, found: { width: 96 } });
    mkdirSync(join(folder, 'images'));
    expect(JSON.parse(readFileSync(kept(), 'utf8'))).toHaveProperty('found');
  });
});

test('a link that leads nowhere, or to itself, stops nothing', async () => {
  symlinkSync(join(folder, 'nowhere.jpg'), join(folder, 'lost.jpg'));
  symlinkSync(join(folder, 'round.jpg'), join(folder, 'round.jpg'));
  writeFileSync(join(folder, 'a.jpg'), await quarters(64, 32).jpeg().toBuffer());
  expect([...(await survey(folder, picturesIn(folder), kept())).keys()]).toEqual(['a.jpg']);
});

test('what lists and portraits show of a picture is cut around its focus, and a focus that is none is told', async () => {
  const bytes = await (await photograph(800, 1600)).jpeg().toBuffer();
  const of = async (focus: string, kind: 'image' | 'portrait') => {
    const shown = { src: '/images/boats.jpg', alt: 'Boats in the rain.', focus };
    const data = contentFolder({
      'articles/rain.json': articleWith(kind === 'image' ? { image: shown } : {}),
      'authors/jane-doe.json': { name: 'Jane', ...(kind === 'portrait' && { portrait: shown }) },
      'images/boats.jpg': bytes,
    });
    const images = join(data, 'images');
    return read(data, { survey: await survey(images, picturesIn(images), kept()) });
  };
  const teaser = await of('top', 'image');
  expect(teaser.problems).toEqual([]);
  expect(teaser.content!.pictures.get('teaser 50 0 /images/boats.jpg')).toMatchObject({
    url: '/images/boats.jpg',
    sizes: {
      at: expect.stringMatching(/^\/assets\/pictures\/boats\.jpg\/[0-9a-f]{10}-teaser-50-0-$/),
      widths: [180, 320, 400, 600, 780],
    },
  });
  const portrait = await of('30% 10%', 'portrait');
  expect(portrait.content!.pictures.get('portrait 30 10 /images/boats.jpg')?.sizes?.widths).toEqual([
    88, 132, 224, 336,
  ]);
  const { problems } = await of('middle', 'image');
  expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'A220 "focus" is no place in a picture: got "middle". Write "left top", "bottom" or "30% 60%" (from the left, from the top).',
  ]);
});
