/** Takes out of a text what stands in the article's own fields: headline, standfirst, byline, a line on how to reach the writer. */
import { looksLikePerson, namesIn, startsAsByline } from '../wording/bylines.ts';
import { contactLine } from '../wording/page-words.ts';
import type { PageElement } from './dom.ts';
import { lettersOf } from '../wording/letters-of.ts';
import { oneLine } from '../wording/one-line.ts';
import { hidesAddress } from './writer-boxes.ts';

const address = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/;

export type PageFrame = { headline?: string; standfirst?: string; names: readonly string[] };

/** The writer's address, or "withheld", where a line of the text gave it. */
export function withoutFrame(body: PageElement, { headline, standfirst, names }: PageFrame): string | undefined {
  const lines = Array.from(body.querySelectorAll('h1, h2, h3, p, div, span, li')).filter(
    (element) => (element.textContent?.length ?? 0) < 700,
  );
  for (const element of lines.slice(0, 12)) {
    const text = oneLine(element.textContent);
    if (text === '' || element.querySelector('img, figure, table')) continue;
    const isHeadline =
      headline !== undefined && /^h[123]$/.test(element.localName) && lettersOf(text) === lettersOf(headline);
    const isStandfirst = standfirst !== undefined && text.length > 10 && lettersOf(text) === lettersOf(standfirst);
    if (isHeadline || isStandfirst) element.remove();
  }
  const ends = Array.from(body.querySelectorAll('p, div, li')).filter(
    (element) => element.querySelectorAll('p, div').length === 0,
  );
  let contact: string | undefined;
  for (const element of ends.slice(-6)) {
    const text = oneLine(element.textContent);
    if (text.length > 250 || !contactLine.test(text)) continue;
    contact ??= address.exec(text)?.[0] ?? (hidesAddress(element) ? 'withheld' : undefined);
    if (contact !== undefined) element.remove();
  }
  for (const element of ends.slice(0, 3)) {
    const text = oneLine(element.textContent);
    const said = text.length <= 90 && startsAsByline(text) ? namesIn(text) : [];
    if (said.length > 0 && said.every((name) => names.some((other) => lettersOf(other) === lettersOf(name))))
      element.remove();
  }
  return contact;
}

/** "By Jane Doe" or "Written by: Jane Doe" as one of the first paragraphs; the paragraph stays. */
export function bylineInside(body: PageElement): { name: string }[] {
  const paragraphs = Array.from(body.querySelectorAll('p')).filter((element) => oneLine(element.textContent) !== '');
  for (const element of paragraphs.slice(0, 3)) {
    const text = oneLine(element.textContent);
    if (text.length > 90 || /[.!?]$/.test(text) || !startsAsByline(text)) continue;
    const names = namesIn(text);
    if (names.length > 0 && names.every((name) => looksLikePerson(name))) return names.map((name) => ({ name }));
  }
  return [];
}
