/** The pictures of a text: their real address behind lazy loading, their alternative text, and their captions. */
import type { Changes } from './changes.ts';
import { nameIn } from '../repair/link-repair.ts';
import { attribute, type PageDocument, type PageElement } from './dom.ts';
import { oneLine } from '../wording/one-line.ts';
import type { PictureRun } from './runs.ts';
import { wholeAddress } from './web-links.ts';

const laterSources = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-lazy',
  'data-img-src',
  'data-hi-res-src',
  'data-full-src',
  'data-image',
  'data-url',
];
const laterSets = ['srcset', 'data-srcset', 'data-lazy-srcset'];
const stand =
  /^data:|(?:blank|spacer|placeholder|transparent|pixel|1x1|lazy|loading|grey|gray)[\w.-]*\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)/i;

/** Names the file of a saved page that holds the picture: it is asked before the address on the page's site. */
const besideName = 'data-beside-page';

/** Finds the pictures of a saved page that lie beside it. `isFile` says whether an address is that of such a file. */
export function markPicturesBeside(document: PageDocument, isFile: (address: string) => boolean): void {
  for (const img of Array.from(document.querySelectorAll('img, amp-img'))) {
    img.removeAttribute(besideName);
    const written = [sourceOf(img), attribute(img, 'src'), ...setsOf(img).flatMap(addressesIn)];
    const file = written.find((address) => address !== '' && isFile(address));
    if (file !== undefined) img.setAttribute(besideName, file);
  }
}

/** As written in the page; empty where there is none. */
export function sourceOf(img: PageElement): string {
  const file = attribute(img, besideName);
  if (file !== '') return file;
  const src = attribute(img, 'src');
  if (src !== '' && !stand.test(src)) return src;
  for (const name of laterSources) {
    const later = attribute(img, name);
    if (later !== '' && !later.startsWith('data:')) return later;
  }
  return setsOf(img).flatMap((set) => addressesIn(set).slice(0, 1))[0] ?? src;
}

function setsOf(img: PageElement): string[] {
  const sets = laterSets.map((name) => attribute(img, name));
  const sources = Array.from(img.closest('picture')?.querySelectorAll('source') ?? []);
  return [...sets, ...sources.flatMap((source) => [attribute(source, 'srcset'), attribute(source, 'data-srcset')])];
}

/** The address of a picture, whole or of a file beside the page, or the picture itself; nothing where it cannot be followed. */
export function placeOf(img: PageElement, base: string | undefined): string | undefined {
  const written = sourceOf(img);
  if (attribute(img, besideName) !== '' || embedded.test(written)) return written;
  const src = wholeAddress(written, base);
  return src?.startsWith('mailto:') ? undefined : src;
}

/** Less than this is one dot, until a script puts the picture there. */
const embedded = /^data:image\/[\w.+-]+;base64,[^]{133}/i;

/** HTML 4.8.4.2.1: addresses with a width or a density, between commas; here the largest first. */
const addressesIn = (set: string): string[] =>
  Array.from(set.matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)/g))
    .map(([, address = '', size = '1']) => ({ address, size: Number(size) }))
    .filter(({ address }) => !stand.test(address))
    .sort((a, b) => b.size - a.size)
    .map(({ address }) => address);

/** Tracking pixels. */
export function isTracker(img: PageElement): boolean {
  const style = attribute(img, 'style');
  const side = (name: string): number =>
    Number.parseFloat(
      new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([\\d.]+)px`).exec(style)?.[1] ?? (attribute(img, name) || 'NaN'),
    );
  if (side('width') <= 1 || side('height') <= 1) return true;
  return /\/\/(?:pixel|stats?|feeds)\.(?:wp|wordpress|feedburner|feedsportal)\.com\/|\/(?:tracking-?pixel|pixel|beacon)(?:\.gif|\/|\?|$)/i.test(
    attribute(img, 'src'),
  );
}

/** An emoji or a smiley is what it stands for. */
export function emojiOf(img: PageElement): string | undefined {
  if (!/\b(?:emoji|wp-smiley|smiley|emoticon|twemoji)\b/i.test(`${img.className} ${attribute(img, 'src')}`))
    return undefined;
  const alt = attribute(img, 'alt');
  return alt !== '' && alt.length <= 40 ? alt : undefined;
}

/** A picture as it will stand in Markdown; nothing where it has no address. `caption` is plain text. */
export function pictureInPage(
  img: PageElement,
  base: string | undefined,
  changes: Changes,
  caption = '',
): PictureRun | undefined {
  const src = placeOf(img, base);
  const alt = oneLine(attribute(img, 'alt')) || titleOf(img);
  const shown = alt || caption;
  if (src === undefined) {
    if (!stand.test(sourceOf(img)) || shown !== '') changes.count('pictureLost', shown || undefined);
    return undefined;
  }
  return { is: 'picture', src, alt: shown || nameIn(src), ...(caption && caption !== alt ? { caption } : {}) };
}

/** A title that is more than the name of the file. */
const titleOf = (img: PageElement): string => {
  const title = oneLine(attribute(img, 'title'));
  return /\s/.test(title) ? title : '';
};

const captionNames =
  'figcaption, .wp-caption-text, .gallery-caption, .caption-text, .image-caption, .photo-caption, .media-caption, .img-caption, .caption, .photo-credit, .image-credit';

/** An element that holds one picture or several, and perhaps their caption, and no running text. */
export function isPictureFrame(element: PageElement): boolean {
  const { localName } = element;
  if (localName === 'figure') return true;
  if (localName !== 'div' && localName !== 'dl' && localName !== 'span' && localName !== 'p') return false;
  if (/\b(?:wp-caption|gallery-item|image-with-caption|captioned-image-container|td-caption)\b/.test(element.className))
    return true;
  const caption = element.querySelector(captionNames);
  if (!caption || element.querySelectorAll('img').length !== 1) return false;
  return oneLine(element.textContent).length === oneLine(caption.textContent).length;
}

/** All captions in a frame, without those inside another. */
export function captionsOf(frame: PageElement): PageElement[] {
  const found = Array.from(frame.querySelectorAll(captionNames));
  return found.filter((caption) => !found.some((other) => other !== caption && other.contains(caption)));
}

/** The same picture twice: once for browsers without script, once to be loaded later. */
export function settleNoscripts(root: PageElement): void {
  for (const noscript of Array.from(root.querySelectorAll('noscript'))) {
    const img = noscript.querySelector('img');
    const twin = img && twinOf(noscript);
    if (!img || isTracker(img)) noscript.remove();
    else if (!twin) noscript.replaceWith(img);
    else {
      noscript.remove();
      if (stand.test(sourceOf(twin)) || sourceOf(twin) === '') twin.replaceWith(img);
    }
  }
}

function twinOf(noscript: PageElement): PageElement | undefined {
  const beside = noscript.previousElementSibling ?? noscript.nextElementSibling;
  if (!beside) return undefined;
  if (beside.localName === 'img') return beside;
  return beside.querySelectorAll('img').length === 1 ? (beside.querySelector('img') ?? undefined) : undefined;
}
