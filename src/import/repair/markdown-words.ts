/** Small pieces of Markdown that the importer writes itself. */

/** Every sign a reader of Markdown could act on, with a backslash before it (CommonMark 2.4). */
export const escaped = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** A block whose source is shown as it stands, line by line. */
export const asPlainText = (block: string): string =>
  block
    .split('\n')
    .map((line) => escaped(line.trim()))
    .filter((line) => line !== '')
    .join('\\\n');

/** Text between as many backticks as it needs. */
export function asCode(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const longest = Math.max(0, ...Array.from(plain.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const room = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
  return `${fence}${room}${plain}${room}${fence}`;
}

/** A link; the address is one that may stand. */
export function linkTo(address: string, label: string, title = ''): string {
  const target = address.replace(/[\s<>]/g, encodeURIComponent);
  const pointed = /[()\\]/.test(target) ? `<${target}>` : target;
  const said = title === '' || title === label ? '' : ` "${title.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`;
  return `[${label}](${pointed}${said})`;
}

/** The words of a block without its signs, for headlines and comparisons. */
export const wordsOfMarkdown = (markdown: string): string =>
  markdown
    .replace(/!?\[((?:\\.|[^\]\\])*)\](?:\([^)]*\)|\[[^\]]*\])?/g, '$1')
    .replace(/^[ \t]*(?:>|#{1,6}(?=\s)|[-+*](?=\s)|\d{1,9}[.)](?=\s)|\|)+/gm, '')
    .replace(/\\([!-/:-@[-`{-~])|[*_`~|]+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
