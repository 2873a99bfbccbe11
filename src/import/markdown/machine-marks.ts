/**
 * Removes the parts of Markdown that are for programs: attribute lists of kramdown, ids of headings and of Obsidian's
 * blocks, marks for a table of contents, front matter of sections. No reader sees them; how many were removed is noted.
 */
import type { Note } from '../item.ts';

/** ".class", "#id", `key="value"`; alone on its line also a name: elsewhere "{:b}" is a set, or an atom of Elixir. */
const attribute = String.raw`(?:[.#][\w-][\w.:#-]*|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+)|toc)`;
const named = String.raw`(?:${attribute}|[\w-]+:?)`;
const attributeList = new RegExp(
  String.raw`^[ \t>]*\{:[ \t]*(?:${named}(?:[ \t]+${named})*)?[ \t]*\}[ \t]*$|(?<=[*_)\]>~\0}])\{:?[ \t]*${attribute}(?:[ \t]+${attribute})*[ \t]*\}`,
  'gm',
);
const blockId = /(?:^|[ \t])\^(?=[\d-]*[A-Za-z])[A-Za-z\d-]{4,}[ \t]*$/gm;
const headingMarks = /^(#{1,6}[ \t].*?)[ \t]*\{(?:[#.][^{}\n]*)\}[ \t]*$/gm;
const contents =
  /^[ \t]*(?:[-*+1][.)]?[ \t]+.*\n[ \t]*\{:[ \t]*toc[^{}\n]*\}|\[\[?_?toc_?\]?\]|\$\{toc\}|<!--[ \t]*toc[ \t]*-->)[ \t]*$/gim;
const sectionMatter = /^---([A-Za-z][\w-]*)[ \t]*\n((?:[\w-]+:[^\n]*\n)+)---[ \t]*$/gm;

/** In a text whose code is masked. */
export function withoutMachineMarks(markdown: string, notes: Note[]): string {
  let marks = 0;
  let sections = 0;
  const gone = (): string => {
    marks += 1;
    return '';
  };
  const text = markdown
    .replace(sectionMatter, (_whole, _name, fields: string) => {
      sections += 1;
      const title = /^title:[ \t]*["']?(.*?)["']?[ \t]*$/m.exec(fields)?.[1];
      return title ? `\n## ${title}\n` : '';
    })
    .replace(/[ \t]+=\d*%?x\d*%?(?=[ \t]*\))(?<=\]\([^()\n]{1,500})/g, gone)
    .replace(contents, gone)
    .replace(headingMarks, (_whole, heading: string) => `${heading}${gone()}`)
    .replace(attributeList, gone)
    .replace(blockId, gone);
  if (sections > 0) {
    notes.push({
      code: 'I304',
      message: `${sections} sections had front matter of their own; their titles became headings.`,
    });
  }
  if (marks > 0)
    notes.push({ code: 'I309', message: `${marks} attribute lists and marks for machines were left out.` });
  return text;
}
