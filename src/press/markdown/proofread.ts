/**
 * Looks at every run of text once: links, pictures, footnote marks, raw HTML. What is refused is reported with its
 * place and becomes plain text, so that only allowed links and pictures reach the page.
 */
import type { StateCore, Token } from 'markdown-it';
import { type Compiling, compilingIn, deepest, type PlaceInMarkdown, report, tooDeep } from './compiling.ts';
import { holdsOverride, overridesIn, reportOverride } from './direction-overrides.ts';
import { sideOf } from './mixed-scripts.ts';
import { quoted } from '../content/problems.ts';
import { proofreadLink, proofreadSpacedAddresses } from './proofread-links.ts';
import { proofreadPicture } from './proofread-pictures.ts';
import { markdownLinesOf, originInText, placeInBlocks } from './text-places.ts';
import { type PlacedToken, textToken } from './text-tokens.ts';

/** Core rule: after links were found, before neighbouring texts are joined. */
export function proofread(state: StateCore): void {
  const compiling = compilingIn(state.env);
  for (const inline of state.tokens) {
    if (inline.type !== 'inline') continue;
    const deep = depthFault(inline);
    if (deep === undefined) inline.children = proofreadRun(compiling, inline);
    else {
      report(compiling, placeInBlocks(compiling, inline, deep), 'A410', tooDeep);
      inline.children = [textToken(inline.content)];
    }
  }
}

/** Offset of the first bracket or mark that is nested too deep. */
function depthFault({ content, children }: Token): number | undefined {
  const deep: PlacedToken | undefined = children?.find(({ level }) => level > deepest);
  if (deep) return deep.offset ?? 0;
  let depth = 0;
  for (let index = content.indexOf('['); index >= 0 && index < content.length; index += 1) {
    const character = content.charCodeAt(index);
    if (character === 0x5c) index += 1;
    else if (character === 0x5b) depth += 1;
    else if (character === 0x5d && depth > 0) depth -= 1;
    if (depth > deepest) return index;
  }
  return undefined;
}

function proofreadRun(compiling: Compiling, inline: Token): Token[] {
  const tokens: PlacedToken[] = inline.children ?? [];
  if (tokens.some(({ type, content }) => type === 'text' && content.includes('](')))
    proofreadLookalikes(compiling, inline);
  const kept: Token[] = [];
  let linkEnd = -1;
  let inLink = false;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'link_open') {
      // A link inside a link is only its text (CommonMark 6.3); an autolink in a link's text can bring this about.
      if (index < linkEnd) continue;
      linkEnd = closingOf(tokens, index);
      inLink = proofreadLink(compiling, inline, tokens.slice(index, linkEnd + 1));
      if (inLink) kept.push(token);
    } else if (token.type === 'link_close') {
      if (index === linkEnd && inLink) kept.push(token);
    } else kept.push(proofreadToken(compiling, inline, token));
  }
  return kept;
}

/** `[x](java⇥script:…)`: white space keeps it from being a link (CommonMark 6.3), but it was meant as one. */
const lookalike = /(?<!\\)\]\(\s*<?\s*((?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t|d\s*a\s*t\s*a)\s*:/gi;

function proofreadLookalikes(compiling: Compiling, inline: Token): void {
  const tokens: PlacedToken[] = inline.children ?? [];
  const isText = (index: number): boolean =>
    !tokens.some(
      (token) =>
        (token.type === 'code_inline' && isWithin(inline, token, index)) ||
        (token.type === 'link_close' && token.offset === index) ||
        (token.type === 'image' && token.offset !== undefined && token.offset + 2 + token.content.length === index),
    );
  proofreadSpacedAddresses(compiling, inline, isText);
  for (const { index, 0: text, 1: written } of inline.content.matchAll(lookalike)) {
    if (!isText(index)) continue;
    const place = placeInBlocks(compiling, inline, index + text.length - (written?.length ?? 0) - 1);
    const scheme = `${written?.replace(/\s/g, '').toLowerCase()}:`;
    report(compiling, place, 'A401', `A link with the scheme ${quoted(scheme)} is not allowed.`);
  }
}

function isWithin({ content }: Token, code: PlacedToken, index: number): boolean {
  const start = (code.offset ?? 0) + code.markup.length;
  return index >= start && index < content.indexOf(code.markup, start);
}

function proofreadToken(compiling: Compiling, inline: Token, token: PlacedToken): Token {
  const place = (): PlaceInMarkdown => placeInBlocks(compiling, inline, token.offset ?? 0);
  if (token.type === 'image') return proofreadPicture(compiling, inline, token);
  if (token.type === 'raw_html') {
    proofreadHtml(compiling, inline, place(), token.content);
    return textToken(token.content);
  }
  if (token.type === 'footnote_ref') {
    const label = String(token.meta?.label);
    if (compiling.notes.has(label)) return token;
    const message = `The footnote ${quoted(label)} is not defined. Add "[^${label}]: …", or write \\[^${label}] to show the brackets.`;
    report(compiling, place(), 'A407', message);
    return textToken(`[^${label}]`);
  }
  const asEntity = token.type === 'text_special' && token.info === 'entity';
  if (asEntity && holdsOverride(token.content)) reportOverride(compiling, place(), token.content);
  if (token.type === 'code_inline') proofreadCode(compiling, inline, token);
  return token;
}

/** In a right-to-left text, overrides that are closed again are let through, but never in code. */
function proofreadCode(compiling: Compiling, inline: Token, { offset = 0, content }: PlacedToken): void {
  if (sideOf(compiling.options.language) === 'ltr' || !holdsOverride(content)) return;
  const [first] = overridesIn(content);
  reportOverride(compiling, placeInBlocks(compiling, inline, inline.content.indexOf(first!, offset)), first!);
}

function closingOf(tokens: readonly Token[], index: number): number {
  const level = tokens[index]!.level;
  let end = index + 1;
  while (end < tokens.length - 1 && !(tokens[end]!.type === 'link_close' && tokens[end]!.level === level)) end += 1;
  return end;
}

function proofreadHtml(compiling: Compiling, inline: Token, place: PlaceInMarkdown, html: string): void {
  if (
    html.startsWith('<!--') &&
    !html.endsWith('-->') &&
    !commentEndsAfter(compiling, originInText(inline).block, place)
  ) {
    const message = `The comment that starts at line ${place.line} never ends. HTML comments are not allowed: remove it.`;
    report(compiling, place, 'A403', message, { open: 'comment' });
    return;
  }
  const handler = /\son\w+(?=\s*=)/i.exec(html)?.[0].trim();
  const what = handler ? `${quoted(html)} is HTML with ${quoted(handler)}` : `${quoted(html)} is HTML`;
  report(compiling, place, 'A402', `${what}, which is not allowed. Use Markdown, or write \\< to show the sign.`);
}

function commentEndsAfter(compiling: Compiling, block: number, { line, column }: PlaceInMarkdown): boolean {
  const end = (compiling.commentEnds[block] ??= lastCommentEnd(compiling, block));
  return end.line > line || (end.line === line && end.column > column);
}

function lastCommentEnd(compiling: Compiling, block: number): PlaceInMarkdown {
  const lines = markdownLinesOf(compiling, block);
  const index = lines.findLastIndex((line) => line.includes('-->'));
  return { block, line: index + 1, column: (lines[index]?.lastIndexOf('-->') ?? 0) + 1 };
}
