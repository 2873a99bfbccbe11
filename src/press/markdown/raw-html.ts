/** Finds HTML in Markdown. It never becomes HTML of the page, but a token of its own, so that it can be reported. */
import type { StateInline } from 'markdown-it';

/** Wider than CommonMark's tag: what any browser would take for one, such as `<svg/onload=x>`. */
const tag = /<\/?[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>/iy;
const tagWithStrayQuote = /<\/?[a-z][^<>]*>/iy;
/** A tag that is never closed is still one if its name is HTML's; `<a` and `<p`, as in "x <a", only with an attribute. */
const openEnd =
  /<\/?(?:(?:a|p)(?=[\s/][^<]*=)|(?:audio|base|body|button|details|div|embed|form|frame|frameset|head|html|iframe|image|img|input|isindex|link|marquee|math|meta|object|script|span|style|svg|table|textarea|title|video|xml|xss)(?=[\s/]|$))[^<]*/iy;
const declaration = /<(?:!--|!\[CDATA\[|![a-z]|\?)/iy;

const ends: Record<string, string> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' };

/** Rule for markdown-it's inline parser, in the place of its own `html_inline`. */
export function rawHtml(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '<') return false;
  const content =
    matchAt(tag, state) ?? matchAt(tagWithStrayQuote, state) ?? matchAt(openEnd, state) ?? declarationAt(state);
  if (content === undefined) return false;
  if (!silent) state.push('raw_html', '', 0).content = content;
  state.pos += content.length;
  return true;
}

function matchAt(pattern: RegExp, { src, pos, posMax }: StateInline): string | undefined {
  pattern.lastIndex = pos;
  const found = pattern.exec(src)?.[0];
  return found !== undefined && pos + found.length <= posMax ? found : undefined;
}

/** A comment, a declaration or an instruction; one that never ends reaches to the end of the text it is in. */
function declarationAt(state: StateInline): string | undefined {
  const opening = matchAt(declaration, state);
  if (opening === undefined) return undefined;
  const closing = ends[opening.toUpperCase()] ?? '>';
  const end = state.src.indexOf(closing, state.pos + opening.length);
  const length = end < 0 || end + closing.length > state.posMax ? state.posMax : end + closing.length;
  return state.src.slice(state.pos, length);
}
