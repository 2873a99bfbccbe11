/** HTML inside of Markdown: its relative addresses stay relative, for they are meant from where the file stands. */
import { markdownOf } from '../html/markdown-of.ts';
import type { HtmlReader } from './block-html.ts';

/** No such host can be (RFC 2606); the folders keep apart "a.png", "../a.png" and "/a.png". */
const host = 'https://relative.invalid';
const place = `${host}/-/-/-/-/`;

export const htmlReader =
  (language?: string): HtmlReader =>
  (html) => {
    const { blocks, notes } = markdownOf(html, { base: place, language });
    return { blocks: blocks.map(relative), notes };
  };

const relative = (block: string): string =>
  block.includes(host)
    ? block
        .replaceAll(place, '')
        .replaceAll(/https:\/\/relative\.invalid\/((?:-\/){0,3})(?!-\/)/g, (_whole, folders: string) =>
          folders === '' ? '/' : '../'.repeat(4 - folders.length / 2),
        )
    : block;
