/** Pictures in a text, alone or in a frame with their caption. */
import { oneLine } from '../wording/one-line.ts';
import type { Changes } from './changes.ts';
import { attribute, type PageElement } from './dom.ts';
import { captionsOf, emojiOf, isTracker, pictureInPage } from './pictures.ts';
import { type PlaceInPage, pushBlock, pushContainer, type PageSurroundings } from './place.ts';
import type { PictureRun } from './runs.ts';
import { paragraphMarkdown, pictureMarkdown } from './inline-writer.ts';
import { wholeAddress } from './web-links.ts';

export function pushPicture(img: PageElement, place: PlaceInPage, around: PageSurroundings): void {
  const emoji = emojiOf(img);
  if (emoji !== undefined) {
    place.runs.push({ is: 'text', text: emoji, marks: place.marks });
    return;
  }
  if (isTracker(img)) {
    around.changes.count('tracker');
    return;
  }
  const picture = pictureInPage(img, around.base, around.changes);
  if (picture) {
    countPictureLink(picture, place.marks.href, around.changes);
    place.runs.push(picture);
  } else {
    const alt = oneLine(attribute(img, 'alt'));
    if (alt !== '') place.runs.push({ is: 'text', text: ` ${alt} `, marks: place.marks });
  }
}

/** A link to the picture itself, larger or on a page of its own, says nothing more. */
function countPictureLink({ src }: PictureRun, href: string | undefined, changes: Changes): void {
  if (href === undefined || /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)(?:[?#]|$)/i.test(href)) return;
  const stem = (address: string): string => new URL(address, href).pathname.replace(/(?:-\d+x\d+)?\.\w+$/, '');
  if (stem(href) !== stem(src) && !/attachment_id=|\/attachment\//.test(href)) changes.count('pictureLink', href);
}

/** A picture, or several, each with its caption; one of all of them is on the last, or after them where others have their own. */
export function pushFrame(frame: PageElement, place: PlaceInPage, around: PageSurroundings): void {
  const captions = captionsOf(frame);
  for (const one of captions) {
    for (const link of Array.from(one.querySelectorAll('a[href]'))) {
      const href = wholeAddress(attribute(link, 'href'), around.base);
      if (href) around.changes.count('pictureLink', href);
    }
  }
  const images = Array.from(frame.querySelectorAll('img, amp-img')).filter(
    (img) => !captions.some((one) => one.contains(img)),
  );
  const shown = images.filter((img) => !isTracker(img));
  const order = new Map(Array.from(frame.querySelectorAll('*'), (element, index) => [element, index]));
  const holders = new Map(captions.map((one) => [one, holderOf(one, frame, shown)]));
  const ofFrame = captions.filter((one) => holders.get(one) === frame);
  const ofAll = ofFrame.length < captions.length ? ofFrame : [];
  if (
    shown.length === 0 ||
    withoutSpace([frame]) !== withoutSpace(captions) ||
    frame.querySelector('table, pre, iframe, video, audio, blockquote')
  ) {
    for (const one of ofFrame) one.remove();
    pushContainer(frame, place.marks, place, around);
    pushCaption(ofFrame, place);
    return;
  }
  const owners = new Map<PageElement, PageElement>();
  for (const one of captions) {
    const near = shown.filter((img) => holders.get(one)!.contains(img));
    const owner = near.findLast((img) => order.get(img)! < order.get(one)!) ?? near.at(-1)!;
    if (!ofAll.includes(one)) owners.set(one, owner);
  }
  const pictures = shown.flatMap((img) => {
    const caption = textOf(captions.filter((one) => owners.get(one) === img));
    const picture = pictureInPage(img, around.base, around.changes, caption);
    const link = img.closest('a[href]');
    const href = link && wholeAddress(attribute(link, 'href'), around.base);
    if (picture && href) countPictureLink(picture, href, around.changes);
    if (!picture && caption !== '') ofAll.push(...captions.filter((one) => owners.get(one) === img));
    return picture ? [picture] : [];
  });
  pushBlock(place, ...pictures.map(pictureMarkdown));
  pushCaption(ofAll, place);
}

const textOf = (captions: readonly PageElement[]): string =>
  captions
    .map((one) => oneLine(one.textContent))
    .filter(Boolean)
    .join(' ');

const withoutSpace = (elements: readonly PageElement[]): number =>
  elements.reduce((sum, one) => sum + (one.textContent ?? '').replace(/\s+/g, '').length, 0);

function pushCaption(captions: readonly PageElement[], place: PlaceInPage): void {
  const text = textOf(captions);
  if (text !== '') pushBlock(place, paragraphMarkdown([{ is: 'text', text, marks: {} }]));
}

/** The closest element around a caption that holds pictures too. */
function holderOf(caption: PageElement, frame: PageElement, images: readonly PageElement[]): PageElement {
  let holder = caption;
  while (holder !== frame && !images.some((img) => holder.contains(img))) holder = holder.parentElement!;
  return holder;
}
