/** Walks a cleaned tree and writes its blocks: paragraphs, headings, lists, quotes, code, tables, pictures. */
import { oneLine } from '../wording/one-line.ts';
import { headingOf } from '../wording/markdown-text.ts';
import { attribute, isElement, isText, type PageElement, type PageNode } from './dom.ts';
import { containers } from './element-names.ts';
import { embedNames, embedOf, isHiddenFrame } from './embeds.ts';
import { pushInline } from './inline-marks.ts';
import { listEntry, pushList, pushQuote } from './list-blocks.ts';
import { pushFrame, pushPicture } from './picture-blocks.ts';
import { isPictureFrame } from './pictures.ts';
import {
  blocksInside,
  deepestPlace,
  flush,
  type PlaceInPage,
  pushBlock,
  pushContainer,
  type PageSurroundings,
} from './place.ts';
import { isBlank, paragraphsIn, type InlineRun } from './runs.ts';
import { lineMarkdown, paragraphMarkdown, pictureMarkdown } from './inline-writer.ts';
import { pushTable } from './table-blocks.ts';

export const markdownBlocksOf = (root: PageElement, around: Omit<PageSurroundings, 'walk'>): string[] =>
  blocksInside(root, { ...around, walk }, 0);

function walk(node: PageNode, place: PlaceInPage, around: PageSurroundings): void {
  if (isText(node)) place.runs.push({ is: 'text', text: node.textContent ?? '', marks: place.marks });
  else if (isElement(node)) walkElement(node, place, around);
}

const nothing = new Set(
  'head title meta param source track col colgroup svg canvas map rp wbr noscript template'.split(' '),
);

function walkElement(element: PageElement, place: PlaceInPage, around: PageSurroundings): void {
  const name = element.localName;
  countLanguage(element, around);
  if (nothing.has(name)) return;
  if (name === 'br') place.runs.push({ is: 'break' });
  else if (name === 'img' || name === 'amp-img') pushPicture(element, place, around);
  else if (name === 'note-mark') place.runs.push({ is: 'note', label: element.id });
  else if (embedNames.has(name)) pushEmbed(element, place, around);
  else if (isPictureFrame(element) && element.querySelector('img, amp-img')) pushFrame(element, place, around);
  else if (/^h[1-6]$/.test(name)) pushHeading(element, place, around);
  else if (name === 'ul' || name === 'ol') pushList(element, place, around);
  else if (name === 'li' && place.depth < deepestPlace)
    pushBlock(place, listEntry('- ', blocksInside(element, around, place.depth + 1)));
  else if (name === 'blockquote') pushQuote(element, place, around);
  else if (name === 'pre' || name === 'listing' || name === 'xmp') pushCode(element, place);
  else if (name === 'hr') pushBlock(place, '---');
  else if (name === 'table') pushTable(element, place, around);
  else if (name === 'dt' || name === 'summary') pushContainer(element, { ...place.marks, strong: true }, place, around);
  else if (name === 'math') pushMath(element, place);
  else if (containers.has(name) || name === 'figure' || name === 'li')
    pushContainer(element, place.marks, place, around);
  else pushInline(element, place, around);
}

function pushHeading(heading: PageElement, place: PlaceInPage, around: PageSurroundings): void {
  flush(place);
  const level = around.levels.get(heading);
  const inner: PlaceInPage = {
    blocks: [],
    runs: [],
    marks: { href: place.marks.href, ...(level === undefined ? { strong: true } : {}) },
    depth: place.depth,
  };
  for (let node: PageNode | null = heading.firstChild; node; node = node.nextSibling) walk(node, inner, around);
  const words = inner.runs.filter((run) => run.is !== 'picture');
  const pictures = inner.runs.filter((run) => run.is === 'picture');
  if (!isBlank(words) && level !== undefined) {
    const line = lineMarkdown(
      words.map((run): InlineRun => (run.is === 'text' ? { ...run, marks: { ...run.marks, strong: undefined } } : run)),
    );
    pushBlock(place, `${headingOf('', level)}${line.replace(/(#+)$/, '\\$1')}`);
  } else pushBlock(place, ...paragraphsIn(words).map(paragraphMarkdown));
  // A heading around blocks is no heading, but its words are there.
  pushBlock(place, ...inner.blocks, ...pictures.map(pictureMarkdown));
}

/** Line numbers that a highlighter puts beside the code. */
const gutters =
  '.gutter, .lineno, .linenos, .ln, .lnt, .line-numbers-rows, .hljs-ln-numbers, .rouge-gutter, .crayon-nums';

function pushCode(pre: PageElement, place: PlaceInPage): void {
  if (pre.closest('td')?.matches(gutters)) return;
  for (const gutter of Array.from(pre.querySelectorAll(gutters))) gutter.remove();
  for (const br of Array.from(pre.querySelectorAll('br'))) br.replaceWith('\n');
  const text = (pre.textContent ?? '').replace(/\r\n?/g, '\n').replace(/^\n/, '').trimEnd();
  if (text.trim() === '') return;
  const names = `${pre.className} ${pre.querySelector('code')?.className ?? ''} ${attribute(pre, 'data-lang')} ${attribute(pre.parentElement ?? pre, 'class')}`;
  const language =
    /\b(?:language|lang|highlight-source|brush:?\s*)[-:]?\s*([a-z][\w#+-]*)/i.exec(names)?.[1]?.toLowerCase() ?? '';
  const longest = Math.max(2, ...Array.from(text.matchAll(/`{3,}/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  pushBlock(
    place,
    `${fence}${/^[a-z0-9-]+$/.test(language) && language !== 'none' ? language : ''}\n${text}\n${fence}`,
  );
}

function pushEmbed(element: PageElement, place: PlaceInPage, around: PageSurroundings): void {
  if (isHiddenFrame(element)) {
    around.changes.count('frame');
    return;
  }
  const img = element.localName === 'object' ? element.querySelector('img') : null;
  const found = embedOf(element, around.base);
  if (!found) {
    around.changes.count('embedLost');
    if (img) pushPicture(img, place, around);
    return;
  }
  around.changes.count('embed', found.href);
  const run: InlineRun = found.title
    ? { is: 'text', text: found.title, marks: { href: found.href } }
    : { is: 'address', href: found.href };
  pushBlock(place, paragraphMarkdown([run]));
}

/** A formula is shown as it was typed, in TeX where the page has it, else by its characters. */
function pushMath(math: PageElement, place: PlaceInPage): void {
  const typed = math.querySelector('annotation[encoding*=tex]')?.textContent?.trim() || attribute(math, 'alttext');
  const text = typed || oneLine(math.textContent);
  if (text !== '') place.runs.push({ is: 'text', text, marks: typed ? { code: true } : place.marks });
}

/** A passage whose language its letters cannot tell: French in an English text. */
function countLanguage(element: PageElement, { language, changes }: PageSurroundings): void {
  const own = attribute(element, 'lang') || attribute(element, 'xml:lang');
  if (own === '' || language === undefined) return;
  const primary = (tag: string): string => tag.split(/[-_]/)[0]!.toLowerCase();
  if (primary(own) === primary(language) || !/\p{Script=Latin}/u.test(element.textContent ?? '')) return;
  changes.count('language', `${own}: ${oneLine(element.textContent).slice(0, 40)}`);
}
