/** Elements within a sentence, and the marks they give its words. */
import { oneLine } from '../wording/one-line.ts';
import { attribute, type PageElement } from './dom.ts';
import { type PlaceInPage, type PageSurroundings, walkChildren } from './place.ts';
import { raised } from './raised-text.ts';
import type { RunMarks } from './runs.ts';
import { schemeOfLink, wholeAddress } from './web-links.ts';

export function pushInline(element: PageElement, place: PlaceInPage, around: PageSurroundings): void {
  const name = element.localName;
  const before = place.marks;
  if (name === 'sup' || name === 'sub') {
    const text = element.textContent ?? '';
    const changed = element.querySelector('note-mark, img, a[href]:not([href^="#"])') ? text : raised(text, name);
    if (changed !== text) {
      place.runs.push({ is: 'text', text: changed, marks: before });
      return;
    }
  }
  const quoted = name === 'q' && !/^["“„«‹'‘]/.test(element.textContent?.trim() ?? '');
  if (quoted) place.runs.push({ is: 'text', text: '“', marks: before });
  place.marks = marksOf(element, before, around);
  const isReading = name === 'rt' && !element.parentElement?.querySelector('rp');
  if (isReading) place.runs.push({ is: 'text', text: '(', marks: before });
  walkChildren(element, place, around);
  if (isReading) place.runs.push({ is: 'text', text: ')', marks: before });
  place.marks = before;
  if (quoted) place.runs.push({ is: 'text', text: '”', marks: before });
}

const strongNames = new Set(['b', 'strong']);

const emNames = new Set(['i', 'em', 'cite', 'dfn', 'var']);

const struckNames = new Set(['s', 'strike', 'del']);

const codeNames = new Set(['code', 'kbd', 'samp', 'tt']);

function marksOf(element: PageElement, before: RunMarks, around: PageSurroundings): RunMarks {
  const { localName: name } = element;
  const style = attribute(element, 'style');
  const marks: RunMarks = { ...before };
  if (strongNames.has(name) || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) marks.strong = true;
  if (emNames.has(name) || /font-style\s*:\s*(?:italic|oblique)/i.test(style)) marks.em = true;
  if (struckNames.has(name) || /text-decoration[\w-]*\s*:[^;]*line-through/i.test(style)) marks.struck = true;
  // Google Docs wraps what it copies in <b style="font-weight:normal">.
  if (/font-weight\s*:\s*(?:normal|[1-4]00)/i.test(style)) delete marks.strong;
  if (/font-style\s*:\s*normal/i.test(style)) delete marks.em;
  if (codeNames.has(name) && !element.querySelector('note-mark, img, a')) marks.code = true;
  if (name === 'a') {
    const href = linkOf(element, around);
    if (href !== undefined) marks.href = href;
  }
  return marks;
}

function linkOf(link: PageElement, { base, changes }: PageSurroundings): string | undefined {
  const written = attribute(link, 'href');
  if (written === '' || written.startsWith('#')) return undefined;
  const href = wholeAddress(written, base);
  if (href === undefined && oneLine(link.textContent) !== '' && schemeOfLink(written) !== 'tel')
    changes.count('link', written);
  return href;
}
