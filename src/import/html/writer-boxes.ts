/** The box about the writer: name, a few words, links, and a contact line whose address may be hidden. */
import { contactLine, hiddenAddress } from '../wording/page-words.ts';
import { attribute, type PageDocument, type PageElement } from './dom.ts';
import { oneLine } from '../wording/one-line.ts';
import { wholeAddress } from './web-links.ts';
import { select } from './select.ts';

export type WriterBoxInPage = {
  name: string;
  /** Plain text. */
  biography: string;
  links: { label: string; url: string }[];
  email: string | undefined;
  element: PageElement;
};

const boxes =
  '.tdb-author-box, .td-author-box, .author-box-wrap, .author-box, .authorbox, .author-bio, .author_bio, .about-author, .post-author-box, .author-info, .author-card, .author-profile, #author-info, #author-description, #entry-author-info, .author-description, .entry-author-box, .saboxplugin-wrap, .abh_box, .molongui-author-box, .pp-multiple-authors-boxes-wrapper, .wp-block-post-author, [itemtype$="/Person"].vcard';
const names =
  '.td-author-name, .tdb-author-name, .saboxplugin-authorname, .abh_name, .author-name, .author-title, .author-heading, .fn, [itemprop~=name], h2, h3, h4, h5, [rel~=author]';
const biographies =
  '.td-author-description, .tdb-author-descr, .saboxplugin-desc, .abh_description, .author-description, .author-bio-content, .author-bio, .bio, .description, [itemprop~=description], p';

export const hidesAddress = (element: PageElement): boolean =>
  element.querySelector('[data-cfemail], .__cf_email__, a[href*="/cdn-cgi/l/email-protection"]') !== null ||
  hiddenAddress.test(element.textContent ?? '');

const address = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/;
const longestLabel = 60;

export function writerBoxes(document: PageDocument, base: string | undefined): WriterBoxInPage[] {
  const found = select(document, boxes).filter(
    (element) => !element.closest('.comment, .comments, #comments, .comment-list, aside, .widget, .td_module_wrap'),
  );
  const outer = found.filter((element) => !found.some((other) => other !== element && other.contains(element)));
  return outer.slice(0, 10).flatMap((element): WriterBoxInPage[] => {
    const name = Array.from(element.querySelectorAll(names), (one) =>
      oneLine(one.textContent).replace(/^(?:about(?: the author)?:?|über|written by|by)\s+/i, ''),
    ).find((one) => one !== '' && one.length <= 80 && !/^about\b/i.test(one));
    if (name === undefined) return [];
    const text = Array.from(element.querySelectorAll(biographies), (one) => oneLine(one.textContent)).find(
      (one) => one.length > 20 && one !== name && !one.startsWith('http'),
    );
    const { biography, contact } = withoutContact(text ?? '');
    const email =
      contact === undefined && !hidesAddress(element)
        ? undefined
        : (address.exec(contact ?? '')?.[0] ?? (hidesAddress(element) ? 'withheld' : undefined));
    return [{ name, biography, links: linksOf(element, base), email, element }];
  });
}

/** The sentences of a text without that on how to reach the writer. */
function withoutContact(text: string): { biography: string; contact?: string } {
  const sentences = text.split(/(?<=[.!?۔।])\s+(?=\p{Lu}|\p{Lo})/u);
  const contact = sentences.find((one) => contactLine.test(one) || hiddenAddress.test(one));
  if (contact === undefined) return { biography: text };
  return {
    biography: sentences
      .filter((one) => one !== contact)
      .join(' ')
      .trim(),
    contact,
  };
}

/** Links to the writer's own places, not to their other articles. */
function linksOf(element: PageElement, base: string | undefined): { label: string; url: string }[] {
  const links: { label: string; url: string }[] = [];
  for (const link of Array.from(
    element.querySelectorAll(
      '.td-author-url a, .td-author-social a, .tdb-author-url a, .tdb-social-item, .tdb-author-social a, .social a, .author-social a, .saboxplugin-socials a, .saboxplugin-web a, a[rel~=me]',
    ),
  )) {
    const url = wholeAddress(attribute(link, 'href'), base);
    if (url === undefined || url.startsWith('mailto:') || links.some((one) => one.url === url)) continue;
    const label =
      oneLine(link.textContent) || oneLine(attribute(link, 'title')) || new URL(url).hostname.replace(/^www\./, '');
    links.push({ label: label.slice(0, longestLabel), url });
  }
  return links.slice(0, 12);
}
