/**
 * WordPress keeps the paragraphs of its old editor as blank lines, and writes `<p>` and `<br>` only when it shows them.
 * Here it is done the same: between the tags of blocks, a blank line ends a paragraph, a line end breaks the line.
 */

const blocks =
  'address|article|aside|blockquote|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|iframe|legend|li|map|menu|nav|noscript|object|ol|option|p|pre|script|section|select|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio';
const tag = new RegExp(`<(/?)(${blocks})(?=[\\s/>])[^<>]*>|<!--[^]*?-->`, 'gi');

/** In these, text is in paragraphs of its own. */
const holdsParagraphs = /^(?:article|aside|blockquote|center|dd|details|div|footer|header|li|nav|section|td|th)$/;
/** Their text is one paragraph, whatever lines it is written in. */
const isParagraph = /^(?:address|caption|dt|figcaption|h[1-6]|legend|p|summary)$/;
/** Nothing in them is touched. */
const isVerbatim = /^(?:pre|script|style|select|form|object|iframe|map|noscript|video|audio)$/;

/** Whether a text has paragraphs of its own; those of the block editor are whole. */
export const isOfBlocks = (html: string): boolean => /<!--\s*wp:[a-z]/.test(html);

export function withParagraphs(html: string): string {
  const text = html.replace(/\r\n?/g, '\n');
  const open: string[] = [];
  let result = '';
  let end = 0;
  for (const found of text.matchAll(tag)) {
    const name = found[2]?.toLowerCase();
    const verbatim = open.at(-1);
    if (verbatim !== undefined && isVerbatim.test(verbatim) && !(found[1] === '/' && name === verbatim)) continue;
    result += between(text.slice(end, found.index), open.at(-1)) + found[0];
    end = found.index + found[0].length;
    if (name === undefined || name === 'hr' || name === 'option') continue;
    if (found[1] !== '/') open.push(name);
    else {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.splice(at);
    }
  }
  return result + between(text.slice(end), open.at(-1));
}

function between(text: string, within: string | undefined): string {
  if (within !== undefined && isVerbatim.test(within)) return text;
  if (text.trim() === '') return text;
  if (within !== undefined && isParagraph.test(within)) return broken(text);
  if (within !== undefined && !holdsParagraphs.test(within)) return text;
  const paragraphs = text.split(/\n[ \t\u00a0]*\n\s*/).filter((part) => part.trim() !== '');
  // A single line in a list or a cell is no paragraph.
  if (within !== undefined && /^(?:li|td|th|dd|div)$/.test(within) && paragraphs.length === 1) return broken(text);
  return paragraphs.map((part) => `<p>${broken(part.trim())}</p>`).join('\n');
}

const broken = (text: string): string => text.replace(/^\n+|\n+$/g, '').replace(/(<br\s*\/?>)?[ \t]*\n/gi, '<br>\n');
