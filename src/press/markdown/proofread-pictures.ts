/** What is wrong with a picture: its file must be our own, and its alternative text must say what it shows. */
import type { Token } from 'markdown-it';
import { type Compiling, report, warn } from './compiling.ts';
import { holdsOverride, overridesIn, reportOverride } from './direction-overrides.ts';
import type { PictureRefusal } from '../content/pictures.ts';
import { largestSize, largestUrl, sizesAt, srcsetOf } from '../../publication/picture-files.ts';
import { quoted } from '../content/problems.ts';
import { afterLabel, noteLink } from './proofread-links.ts';
import { placeInBlocks } from './text-places.ts';
import { type PlacedToken, plainTextOf, textToken } from './text-tokens.ts';
import { asBrowsersRead, schemeOf } from './web-address.ts';

/** The token made ready for the page, or the alternative text alone when there is no such picture. */
export function proofreadPicture(compiling: Compiling, inline: Token, token: PlacedToken): Token {
  const offset = token.offset ?? 0;
  const byReference = token.meta?.label !== undefined;
  const source = asBrowsersRead(String(token.attrGet('src')));
  const alt = plainTextOf(token.children ?? []).trim();
  const title = String(token.attrGet('title') ?? '');
  const start = placeInBlocks(compiling, inline, offset);
  proofreadAlt(compiling, start, alt, source);
  if (holdsOverride(alt + title) && !holdsOverride(inline.content))
    reportOverride(compiling, start, overridesIn(alt + title)[0]!);
  const addressOffset = byReference ? offset : afterLabel(inline, offset + 2 + token.content.length);
  const place = placeInBlocks(compiling, inline, addressOffset);
  const fault = sourceFault(source);
  if (!fault && !byReference) noteLink(compiling, place, source);
  const picture = fault ?? compiling.options.picture(source) ?? unknown(source);
  if ('code' in picture) {
    report(compiling, place, picture.code, picture.message);
    return textToken(alt);
  }
  for (const { code, message } of picture.told ?? []) warn(compiling, place, code, message);
  const set: [string, string][] = picture.sizes
    ? [
        ['srcset', srcsetOf(picture)],
        ['sizes', sizesAt('text', true)],
      ]
    : [];
  const size = largestSize(picture);
  const isSource = picture.sizes?.type === 'avif';
  // What is set around it (`figures.ts`).
  token.meta = {
    ...token.meta,
    largest: largestUrl(picture),
    ...(isSource && { source: [['type', 'image/avif'], ...set] }),
  };
  token.attrs = [
    ['src', picture.url],
    ['width', String(size.width)],
    ['height', String(size.height)],
    ['alt', alt],
    ['loading', 'lazy'],
    ['decoding', 'async'],
    ...(isSource ? [] : set),
    ...(picture.tone ? [['class', picture.tone] as [string, string]] : []),
  ];
  if (title !== '') token.attrs.push(['title', title]);
  return token;
}

function sourceFault(source: string): PictureRefusal | undefined {
  const scheme = schemeOf(source);
  if (scheme === 'http' || scheme === 'https' || /^[/\\]{2}/.test(source)) {
    return { code: 'A313', message: `The picture ${quoted(source)} is on another site. Put the file into images/.` };
  }
  if (scheme !== undefined) {
    return {
      code: 'A401',
      message: `A picture with the scheme ${quoted(`${scheme}:`)} is not allowed. Put the file into images/.`,
    };
  }
  if (source.startsWith('/')) return undefined;
  return { code: 'A309', message: `There is no picture ${quoted(source)}. Write it as /images/<file>.` };
}

const unknown = (source: string): PictureRefusal => ({
  code: 'A309',
  message: `There is no picture ${quoted(source)} in the folder images/.`,
});

function proofreadAlt(compiling: Compiling, place: Parameters<typeof report>[1], alt: string, source: string): void {
  if (alt === '') {
    report(compiling, place, 'A213', 'The picture has no alternative text. Say between [ and ] what it shows.');
    return;
  }
  const file = source.slice(source.lastIndexOf('/') + 1).toLowerCase();
  const said = alt.toLowerCase();
  if (said === file || said === file.replace(/\.[^.]*$/, '')) {
    warn(
      compiling,
      place,
      'W503',
      `The alternative text ${quoted(alt)} is the name of the file. Say what the picture shows.`,
    );
  } else if (/^(?:an? |the )?(?:image|picture) of\b/.test(said)) {
    warn(compiling, place, 'W503', `${quoted(alt)}: that it is a picture is said already. Say only what it shows.`);
  }
}
