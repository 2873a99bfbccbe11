/**
 * HTML as the Markdown blocks of an article. Every word that a reader could see is in them, exactly as it was written, or is told
 * in the notes. Pictures stay pictures with whole addresses; the importer makes links of those on other sites.
 *
 * The tree is written by rules of our own and not by turndown: turndown escapes a stretch of text without seeing what stands around it,
 * writes emphasis that is then shown as stars, and recurses as deep as the page does.
 */
import type { Note } from '../item.ts';
import { removeActiveParts, removeComments } from './active-parts.ts';
import { markdownBlocksOf } from './block-writer.ts';
import { type Changes, noChanges } from './changes.ts';
import { attribute, type PageElement, parsePage } from './dom.ts';
import { leaveOutRemarks } from './editor-remarks.ts';
import { takeFootnotes } from './footnotes-of.ts';
import { headingLevels } from './heading-levels.ts';
import { settleNoscripts } from './pictures.ts';
import { showShortcodes, withoutWrappers } from './shortcodes.ts';
import { typedLists } from './typed-lists.ts';

export type MarkdownOptions = {
  /** Whole address of the page, for relative links and pictures. */
  base?: string | undefined;
  /** BCP 47 of the text, where it is known. */
  language?: string | undefined;
};

/** `blocks` as in an article file: paragraph, heading, list, quote, table, figure or code each; footnotes at the end. */
export type BodyMarkdown = { blocks: string[]; notes: Note[] };

/** A piece of HTML (RSS, WordPress, a body), or a whole page. */
export function markdownOf(html: string, options: MarkdownOptions = {}): BodyMarkdown {
  const changes = noChanges();
  const page = parsePage(withoutWrappers(html));
  leaveOutRemarks(page.body, changes);
  removeActiveParts(page.documentElement, changes);
  return { blocks: blocksIn(page.body, options, changes), notes: changes.notes() };
}

/** The same for an element of a page without scripts. The element is changed. */
export function blocksIn(root: PageElement, options: MarkdownOptions, changes: Changes): string[] {
  removeComments(root, changes);
  settleNoscripts(root);
  leaveOutHidden(root, changes);
  typedLists(root);
  showShortcodes(root, changes);
  const notes = takeFootnotes(root);
  const around = { base: options.base, language: options.language, changes, levels: headingLevels(root) };
  const blocks = withoutIdleRules(markdownBlocksOf(root, around));
  for (const { label, element } of notes) {
    const note = markdownBlocksOf(element, { ...around, levels: new Map() });
    const text = (note.length > 0 ? note : ['—']).join('\n\n').replace(/\n(?=[^\n])/g, '\n    ');
    blocks.push(`[^${label}]: ${text}`);
  }
  return blocks;
}

/** Removes rules at the ends of a text, and all but one of several in a row: they separate nothing. */
function withoutIdleRules(blocks: readonly string[]): string[] {
  const kept = blocks.filter((block, index) => block !== '---' || (index > 0 && blocks[index - 1] !== '---'));
  while (kept.at(-1) === '---') kept.pop();
  return kept;
}

const hides = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

function leaveOutHidden(root: PageElement, changes: Changes): void {
  for (const element of Array.from(
    root.querySelectorAll('[hidden], [style], .screen-reader-text, .sr-only, .visually-hidden'),
  )) {
    const isHidden =
      element.hasAttribute('hidden') || hides.test(attribute(element, 'style')) || isForListeners(element);
    if (!isHidden || element.localName === 'math' || element.querySelector('math') || element.localName === 'img')
      continue;
    if (/\S/.test(element.textContent ?? '') && !isForListeners(element)) changes.count('hidden');
    element.remove();
  }
}

/** "Opens in a new window" and the like, for screen readers of that page; never a heading or running text. */
const isForListeners = (element: PageElement): boolean =>
  element.localName === 'span' &&
  /\b(?:screen-reader-text|sr-only|visually-hidden)\b/.test(element.className) &&
  element.closest('a, button') !== null;
