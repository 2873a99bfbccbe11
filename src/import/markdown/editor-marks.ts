/**
 * What editors write beside Markdown and their readers see as something else: callouts, containers, tasks, marked words.
 * They are written in Markdown, with every word.
 */
import { counted } from '../codes.ts';
import type { Note } from '../item.ts';

const callout = /^((?:[ \t]*>)+[ \t]?)\[!([\w-]+)(?:\|[^\]\n]*)?\][+-]?[ \t]*([^\n]*)$/gm;
const task = /^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[([ xX])\](?=[ \t]+\S)/gm;
const highlight = /(?<![=\w])==(?=[^\s=])([^=\n]*[^\s=])==(?![=\w])/g;

/** In a text whose code is masked. */
export function withEditorMarks(markdown: string, notes: Note[]): string {
  let found = 0;
  const count = (text: string): string => {
    found += 1;
    return text;
  };
  const below: string[] = [];
  const contained = withContainers(markdown);
  found += contained.found;
  const text = contained.text
    .replace(callout, (_whole, lead: string, kind: string, title: string) =>
      count(`${lead}${inBold(title, kind)}\n${lead.trimEnd()}`),
    )
    .replace(task, (_whole, marker: string, sign: string) => count(`${marker}${sign === ' ' ? '☐' : '☑'}`))
    .replace(/(?<!\\)\^\[((?:[^\][]|\[[^\][]*\](?:\([^()\s]*\))?)+)\]/g, (_whole, said: string) => {
      below.push(`\n\n[^inline-${below.length + 1}]: ${said.replace(/\s*\n\s*/g, ' ')}`);
      return count(`[^inline-${below.length}]`);
    })
    .replace(highlight, (_whole, words: string) => count(words));
  if (found > 0) {
    const message = `${counted(found, 'callout, task or other mark', 'callouts, tasks and other marks')} of editors: written as Markdown.`;
    notes.push({ code: 'I310', message });
  }
  return text + below.join('');
}

/** The title of a callout, or what it is: "warning" is "Warning". */
const inBold = (title: string | undefined, kind: string): string =>
  `**${title?.trim() || `${kind.slice(0, 1).toUpperCase()}${kind.slice(1).toLowerCase().replaceAll('-', ' ')}`}**`;

const containerMark = /^[ \t]*:{3,}[ \t]*(.*?)[ \t]*$/;
const isCallout =
  /^(?:callout-)?(?:note|tip|info|warning|danger|caution|important|success|question|example|quote|details|abstract|summary|todo|failure|bug|hint|error|attention|seealso|callout)\b/i;

/** ":::note[A title]" to ":::" is a quote that begins with its title; of a container for the look only the words stay. */
function withContainers(markdown: string): { text: string; found: number } {
  const open: string[] = [];
  let found = 0;
  if (!/^[ \t]*:::/m.test(markdown)) return { text: markdown, found };
  const lines = markdown.split('\n').flatMap((line) => {
    const mark = containerMark.exec(line)?.[1];
    const lead = open.join('');
    if (mark === undefined) return [line === '' ? lead.trimEnd() : lead + line];
    if (mark === '') return open.pop() === undefined ? [line] : [open.join('').trimEnd()];
    found += 1;
    const [, kind = '', rest = ''] = /^\{?[ \t]*\.?([A-Za-z][\w-]*)?(.*)$/.exec(mark) ?? [];
    const title = /\btitle\s*=\s*"([^"]*)"/.exec(rest)?.[1] ?? rest.replace(/\{[^{}]*\}|[^{}]*\}$/g, '').trim();
    const plain = title.replace(/^(?:\[(.*)\]|"(.*)")$/, '$1$2');
    const quotes = isCallout.test(kind);
    open.push(quotes ? '> ' : '');
    const words = quotes || plain !== '' ? inBold(plain, kind.replace(/^callout-/i, '')) : '';
    return [lead, open.join('') + words, open.join('')].map((made) => made.trimEnd());
  });
  return open.length === 0 ? { text: lines.join('\n'), found } : { text: markdown, found: 0 };
}
