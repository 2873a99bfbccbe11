/** Walks a cleaned tree and writes its blocks: paragraphs, headings, lists, quotes, code, tables, pictures. */
import { headingOf } from '../markdown-text.ts';
import type { Changes } from './changes.ts';
import { attribute, isElement, isText, type PageElement, type PageNode } from './dom.ts';
import { oneLine } from '../one-line.ts';
import { embedNames, embedOf, isHiddenFrame } from './embeds.ts';
import { captionsOf, emojiOf, isPictureFrame, isTracker, pictureOf } from './pictures.ts';
import { raised } from './raised-text.ts';
import {
  isBlank,
  lineMarkdown,
  type Marks,
  paragraphMarkdown,
  paragraphsIn,
  pictureMarkdown,
  type PictureRun,
  type Run,
} from './runs.ts';
import { captionOf, gridOf, isLayout, tableMarkdown } from './tables.ts';
import { schemeOf, wholeAddress } from './web-links.ts';

export type Surroundings = {
  base: string | undefined;
  language: string | undefined;
  changes: Changes;
  levels: ReadonlyMap<PageElement, number>;
};

/** Where blocks are gathered: the body, a list's entry, a quote. */
type Place = { blocks: string[]; runs: Run[]; marks: Marks; depth: number };

/** Lists and quotes inside each other; beyond it they are written flat. */
const deepest = 12;

export function blocksOf(root: PageElement, around: Surroundings): string[] {
  return inside(root, around, 0, {});
}

function inside(element: PageElement, around: Surroundings, depth: number, marks: Marks): string[] {
  const place: Place = { blocks: [], runs: [], marks, depth };
  walkChildren(element, place, around);
  flush(place);
  return place.blocks;
}

function walkChildren(element: PageElement, place: Place, around: Surroundings): void {
  for (let node: PageNode | null = element.firstChild; node; node = node.nextSibling) walk(node, place, around);
}

/** Ends the paragraph. Pictures at its beginning and end are blocks of their own. */
function flush(place: Place): void {
  const runs = place.runs;
  if (runs.length === 0) return;
  place.runs = [];
  for (const paragraph of paragraphsIn(runs)) {
    const { before, between, after } = pictureEdges(paragraph);
    place.blocks.push(...before.map(pictureMarkdown));
    for (const part of paragraphsIn(between)) {
      const markdown = paragraphMarkdown(part);
      if (markdown.trim() !== '') place.blocks.push(markdown);
    }
    place.blocks.push(...after.map(pictureMarkdown));
  }
}

function pictureEdges(runs: readonly Run[]): { before: PictureRun[]; between: Run[]; after: PictureRun[] } {
  const isText = (run: Run): boolean => run.is !== 'picture' && !isBlank([run]);
  const first = runs.findIndex(isText);
  const last = runs.findLastIndex(isText);
  const pictures = (some: readonly Run[]): PictureRun[] => some.filter((run) => run.is === 'picture');
  if (first < 0) return { before: pictures(runs), between: [], after: [] };
  return {
    before: pictures(runs.slice(0, first)),
    between: runs.slice(first, last + 1),
    after: pictures(runs.slice(last + 1)),
  };
}

function walk(node: PageNode, place: Place, around: Surroundings): void {
  if (isText(node)) place.runs.push({ is: 'text', text: node.textContent ?? '', marks: place.marks });
  else if (isElement(node)) walkElement(node, place, around);
}

const nothing = new Set([
  'head',
  'title',
  'meta',
  'param',
  'source',
  'track',
  'col',
  'colgroup',
  'svg',
  'canvas',
  'map',
  'rp',
  'wbr',
  'noscript',
  'template',
]);
const containers = new Set(
  'address article aside body center dd details dir div dt fieldset figcaption footer header hgroup html legend main menu nav p section summary tbody td tfoot th thead tr caption optgroup search'.split(
    ' ',
  ),
);

function walkElement(element: PageElement, place: Place, around: Surroundings): void {
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
  else if (name === 'li' && place.depth < deepest)
    pushBlock(place, listEntry('- ', inside(element, around, place.depth + 1, {})));
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

function pushBlock(place: Place, ...blocks: string[]): void {
  flush(place);
  place.blocks.push(...blocks.filter((block) => block.trim() !== ''));
}

function pushContainer(element: PageElement, marks: Marks, place: Place, around: Surroundings): void {
  flush(place);
  const before = place.marks;
  place.marks = marks;
  walkChildren(element, place, around);
  flush(place);
  place.marks = before;
}

function pushInline(element: PageElement, place: Place, around: Surroundings): void {
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

function marksOf(element: PageElement, before: Marks, around: Surroundings): Marks {
  const { localName: name } = element;
  const style = attribute(element, 'style');
  const marks: Marks = { ...before };
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

function linkOf(link: PageElement, { base, changes }: Surroundings): string | undefined {
  const written = attribute(link, 'href');
  if (written === '' || /^#/.test(written)) return undefined;
  const href = wholeAddress(written, base);
  if (href === undefined && oneLine(link.textContent) !== '' && schemeOf(written) !== 'tel')
    changes.count('link', written);
  return href;
}

function pushPicture(img: PageElement, place: Place, around: Surroundings): void {
  const emoji = emojiOf(img);
  if (emoji !== undefined) {
    place.runs.push({ is: 'text', text: emoji, marks: place.marks });
    return;
  }
  if (isTracker(img)) {
    around.changes.count('tracker');
    return;
  }
  const picture = pictureOf(img, around.base, around.changes);
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
  const stem = (address: string): string => new URL(address).pathname.replace(/(?:-\d+x\d+)?\.\w+$/, '');
  if (stem(href) !== stem(src) && !/attachment_id=|\/attachment\//.test(href)) changes.count('pictureLink', href);
}

/** A picture, or several, with the caption that belongs to them: on the last of them. */
function pushFrame(frame: PageElement, place: Place, around: Surroundings): void {
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
    const picture = pictureOf(img, around.base, around.changes, index === shown.length - 1 ? caption : '');
    const link = img.closest('a[href]');
    const href = link && wholeAddress(attribute(link, 'href'), around.base);
    if (picture && href) countPictureLink(picture, href, around.changes);
    return picture ? [picture] : [];
  });
  if (pictures.length > 0) pushBlock(place, ...pictures.map(pictureMarkdown));
  else if (caption !== '') pushBlock(place, paragraphMarkdown([{ is: 'text', text: caption, marks: {} }]));
}

function pushHeading(heading: PageElement, place: Place, around: Surroundings): void {
  flush(place);
  const level = around.levels.get(heading);
  const inner: Place = {
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
      words.map((run): Run => (run.is === 'text' ? { ...run, marks: { ...run.marks, strong: undefined } } : run)),
    );
    pushBlock(place, `${headingOf('', level)}${line.replace(/(#+)$/, '\\$1')}`);
  } else pushBlock(place, ...paragraphsIn(words).map(paragraphMarkdown));
  // A heading around blocks is no heading, but its words are there.
  pushBlock(place, ...inner.blocks, ...pictures.map(pictureMarkdown));
}

function pushList(list: PageElement, place: Place, around: Surroundings): void {
  if (place.depth >= deepest) {
    around.changes.count('deep');
    pushContainer(list, {}, place, around);
    return;
  }
  const entries: string[][] = [];
  for (const child of Array.from(list.childNodes)) {
    if (!isElement(child)) {
      if (oneLine(child.textContent) !== '' && isText(child))
        entries.push([paragraphMarkdown([{ is: 'text', text: child.textContent ?? '', marks: {} }])]);
    } else if ((child.localName === 'ul' || child.localName === 'ol') && entries.length > 0) {
      const nested: Place = { blocks: [], runs: [], marks: {}, depth: place.depth + 1 };
      pushList(child, nested, around);
      entries.at(-1)!.push(...nested.blocks);
    } else if (child.localName === 'li') entries.push(inside(child, around, place.depth + 1, {}));
    else {
      const nested: Place = { blocks: [], runs: [], marks: {}, depth: place.depth + 1 };
      walk(child, nested, around);
      flush(nested);
      entries.push(nested.blocks);
    }
  }
  const written = entries.filter((entry) => entry.length > 0);
  if (written.length === 0) return;
  let number = Math.max(0, Number.parseInt(attribute(list, 'start'), 10) || 1);
  const tight = written.every(
    (entry) => entry.length === 1 || (entry.length === 2 && /^(?:- |\d+\. )/.test(entry[1]!)),
  );
  const lines = written.map((entry) => listEntry(list.localName === 'ol' ? `${number++}. ` : '- ', entry, tight));
  pushBlock(place, lines.join(tight ? '\n' : '\n\n'));
}

function listEntry(marker: string, blocks: readonly string[], tight = true): string {
  const [first = '', ...rest] = blocks;
  const indent = ' '.repeat(marker.length);
  const lead = /^(?: {4}|\t|```|~~~)/.test(first) ? `${marker}${first}` : `${marker}${first}`;
  return [lead, ...rest]
    .join(tight ? '\n' : '\n\n')
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : indent + line))
    .join('\n');
}

function pushQuote(quote: PageElement, place: Place, around: Surroundings): void {
  if (place.depth >= deepest) {
    around.changes.count('deep');
    pushContainer(quote, {}, place, around);
    return;
  }
  const blocks = inside(quote, around, place.depth + 1, {});
  const lines = blocks.join('\n\n').split('\n');
  if (blocks.length > 0) pushBlock(place, lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n'));
}

/** Line numbers that a highlighter puts beside the code. */
const gutters = '.gutter, .lineno, .linenos, .line-numbers-rows, .hljs-ln-numbers, .rouge-gutter';

function pushCode(pre: PageElement, place: Place): void {
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

function pushTable(table: PageElement, place: Place, around: Surroundings): void {
  const caption = captionOf(table);
  if (place.depth > 0 || isLayout(table)) {
    pushContainer(table, place.marks, place, around);
    return;
  }
  const grid = gridOf(table);
  const written = grid.map((row) =>
    row.map((cell) => ({ align: cell.align, text: cell.element ? cellText(cell.element, around) : '' })),
  );
  const lines = tableMarkdown(written);
  if (lines === '') return;
  if (caption) pushContainer(caption, { strong: true }, place, around);
  const head = grid.findIndex((_row, y) => written[y]!.some(({ text }) => text !== ''));
  if (!grid[head]!.some(({ header }) => header)) around.changes.count('header');
  pushBlock(place, lines);
}

/** A cell is one line; what were paragraphs or entries of a list follow each other. */
function cellText(cell: PageElement, around: Surroundings): string {
  const place: Place = { blocks: [], runs: [], marks: {}, depth: deepest };
  const runs: Run[] = [];
  walkCell(cell, place, around, runs);
  return lineMarkdown(runs).replaceAll('|', '\\|').replace(/\n/g, ' ');
}

function walkCell(element: PageElement, place: Place, around: Surroundings, runs: Run[]): void {
  for (let node: PageNode | null = element.firstChild; node; node = node.nextSibling) {
    const isBlock =
      isElement(node) &&
      (containers.has(node.localName) || /^(?:ul|ol|li|h[1-6]|blockquote|pre|table|figure|dl)$/.test(node.localName));
    if (isBlock) {
      runs.push({ is: 'break' });
      walkCell(node as PageElement, place, around, runs);
      runs.push({ is: 'break' });
    } else {
      walk(node, place, around);
      runs.push(...place.runs.splice(0));
      place.blocks.length = 0;
    }
  }
}

function pushEmbed(element: PageElement, place: Place, around: Surroundings): void {
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
  const run: Run = found.title
    ? { is: 'text', text: found.title, marks: { href: found.href } }
    : { is: 'address', href: found.href };
  pushBlock(place, paragraphMarkdown([run]));
}

/** A formula is shown as it was typed, in TeX where the page has it, else by its characters. */
function pushMath(math: PageElement, place: Place): void {
  const typed = math.querySelector('annotation[encoding*=tex]')?.textContent?.trim() || attribute(math, 'alttext');
  const text = typed || oneLine(math.textContent);
  if (text !== '') place.runs.push({ is: 'text', text, marks: typed ? { code: true } : place.marks });
}

/** A passage whose language its letters cannot tell: French in an English text. */
function countLanguage(element: PageElement, { language, changes }: Surroundings): void {
  const own = attribute(element, 'lang') || attribute(element, 'xml:lang');
  if (own === '' || language === undefined) return;
  const primary = (tag: string): string => tag.split(/[-_]/)[0]!.toLowerCase();
  if (primary(own) === primary(language) || !/\p{Script=Latin}/u.test(element.textContent ?? '')) return;
  changes.count('language', `${own}: ${oneLine(element.textContent).slice(0, 40)}`);
}
