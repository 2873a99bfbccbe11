/**
 * Removes the parts of Markdown that are for programs: attribute lists of kramdown, ids of headings, marks for a table
 * of contents, front matter of sections. No reader sees them; how many were removed is noted.
 */
import type { Note } from '../item.ts';

const attributeList = /^[ \t]*\{:[^{}\n]*\}[ \t]*$|(?<=\S)\{:[^{}\n]*\}/gm;
const headingMarks = /^(#{1,6}[ \t].*?)[ \t]*\{(?:[#.][^{}\n]*)\}[ \t]*$/gm;
const contents =
  /^[ \t]*(?:[-*+1][.)]?[ \t]+.*\n[ \t]*\{:[ \t]*toc[^{}\n]*\}|\[\[?_?toc_?\]?\]|\$\{toc\}|<!--[ \t]*toc[ \t]*-->)[ \t]*$/gim;
const sectionMatter = /^---([A-Za-z][\w-]*)[ \t]*\n((?:[\w-]+:[^\n]*\n)+)---[ \t]*$/gm;

export function withoutMachineMarks(markdown: string): { text: string; notes: Note[] } {
  const notes: Note[] = [];
  let marks = 0;
  let sections = 0;
  const gone = (): string => {
    marks += 1;
    return '';
  };
  const text = outsideFences(markdown, (part) =>
    part
      .replace(sectionMatter, (_whole, _name, fields: string) => {
        sections += 1;
        const title = /^title:[ \t]*["']?(.*?)["']?[ \t]*$/m.exec(fields)?.[1];
        return title ? `\n## ${title}\n` : '';
      })
      .replace(contents, gone)
      .replace(headingMarks, (_whole, heading: string) => `${heading}${gone()}`)
      .replace(attributeList, gone),
  );
  if (sections > 0) {
    notes.push({
      code: 'I304',
      message: `${sections} sections had front matter of their own; their titles became headings.`,
    });
  }
  if (marks > 0)
    notes.push({ code: 'I309', message: `${marks} attribute lists and marks for machines were left out.` });
  return { text, notes };
}

/** Code is left alone. A fence that is never closed goes on to the end, as in CommonMark 4.5. */
function outsideFences(markdown: string, change: (part: string) => string): string {
  const fences =
    /^([ \t>]*)(`{3,}|~{3,})[^`\n]*\n(?:[^]*?\n)??[ \t>]*\2[`~]*[ \t]*$|^([ \t>]*)(`{3,}|~{3,})[^`\n]*\n[^]*$/gm;
  let result = '';
  let end = 0;
  for (const { 0: fence, index } of markdown.matchAll(fences)) {
    result += change(markdown.slice(end, index)) + fence;
    end = index + fence.length;
  }
  return result + change(markdown.slice(end));
}
