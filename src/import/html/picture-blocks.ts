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

/** A picture, or several, with the caption that belongs to them: on the last of them. */
export function pushFrame(frame: PageElement, place: PlaceInPage, around: PageSurroundings): void {
  const captions = captionsOf(frame);
  const caption = captions
    .map((one) => oneLine(one.textContent))
    .filter(Boolean)
    .join(' ');
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
  for (const one of captions) one.remove();
  if (
    shown.length === 0 ||
    oneLine(frame.textContent) !== '' ||
    frame.querySelector('table, pre, iframe, video, audio, blockquote')
  ) {
    pushContainer(frame, place.marks, place, around);
    if (caption !== '') pushBlock(place, paragraphMarkdown([{ is: 'text', text: caption, marks: {} }]));
    return;
  }
  const pictures = shown.flatMap((img, index) => {
    const picture = pictureInPage(img, around.base, around.changes, index === shown.length - 1 ? caption : '');
    const link = img.closest('a[href]');
    const href = link && wholeAddress(attribute(link, 'href'), around.base);
    if (picture && href) countPictureLink(picture, href, around.changes);
    return picture ? [picture] : [];
  });
  if (pictures.length > 0) pushBlock(place, ...pictures.map(pictureMarkdown));
  else if (caption !== '') pushBlock(place, paragraphMarkdown([{ is: 'text', text: caption, marks: {} }]));
}
