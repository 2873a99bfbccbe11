/** How a text becomes HTML: headings with ids, tables that scroll, code. */
import type { RendererRule, StateCore, Token } from 'markdown-it';
import { compilingIn, report, warn } from './compiling.ts';
import { elementId } from './element-id.ts';
import { originInText, placeOfLine } from './text-places.ts';
import { plainTextOf, textToken } from './text-tokens.ts';

/** Core rule: ids, outline, and what is wrong with the order of headings. The page has its own h1, the headline. */
export function headings(state: StateCore): void {
  const compiling = compilingIn(state.env);
  const seen = new Map<string, number>();
  let above = 1;
  for (const [index, token] of state.tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const inline = state.tokens[index + 1]!;
    const text = plainTextOf(inline.children ?? [])
      .replace(/\s+/g, ' ')
      .trim();
    const place = placeOfLine(compiling, originInText(inline).block, token.map?.[0] ?? 0);
    if (token.tag === 'h1') {
      report(compiling, place, 'A404', 'A heading of the first level: that is the headline. Write ## instead of #.');
      token.tag = state.tokens[index + 2]!.tag = 'h2';
    }
    if (text === '') report(compiling, place, 'A405', 'The heading has no text.');
    const id = elementId('h', text, seen, compiling.ids);
    token.attrSet('id', id);
    if (token.level > 0) continue;
    const level = Number(token.tag.slice(1));
    if (level > above + 1) {
      const message = `A heading of level ${level} follows one of level ${above}. Write ${'#'.repeat(above + 1)}.`;
      warn(compiling, place, 'W505', message);
    }
    above = level;
    if (level === 2 || level === 3) compiling.outline.push({ id, text, level, words: 0 });
  }
}

/** Core rule: scopes, alignment as classes, and a name for the region in which a wide table scrolls. */
export function tables(state: StateCore): void {
  const { words } = compilingIn(state.env).options;
  let number = 0;
  let table: Token | undefined;
  for (const [index, token] of state.tokens.entries()) {
    if (token.type === 'table_open') {
      table = token;
      number += 1;
      table.meta = { label: words?.table?.(number) ?? `Table ${number}` };
    }
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    const align = /text-align:(\w+)/.exec(String(token.attrGet('style')))?.[1];
    token.attrs = align === undefined ? null : [['class', alignments[align] ?? 'align-start']];
    if (token.type === 'td_open') continue;
    const text = plainTextOf(state.tokens[index + 1]?.children ?? []).trim();
    if (text === '') token.tag = state.tokens[index + 2]!.tag = 'td';
    else {
      token.attrSet('scope', 'col');
      if (table?.meta) table.meta.label = `${String(table.meta.label)}${table.meta.named ? ', ' : ': '}${text}`;
      if (table?.meta) table.meta.named = true;
    }
  }
}

const alignments: Record<string, string> = { left: 'align-start', center: 'align-center', right: 'align-end' };

/** `<pre>` scrolls by keyboard and reads from the left in any text. */
const code: RendererRule = (tokens, index, _options, _env, renderer) => {
  const { content, info } = tokens[index]!;
  const language = info.trim().split(/\s/, 1)[0]?.toLowerCase() ?? '';
  const attrs: [string, string][] = /^[a-z0-9-]+$/.test(language) ? [['class', `language-${language}`]] : [];
  const text = renderer.rules.text!([textToken(content)], 0, undefined!, undefined, renderer);
  return `<pre tabindex="0" dir="ltr"><code${renderer.renderAttrs({ attrs })}>${text}</code></pre>\n`;
};

/** The renderer's rules that differ from markdown-it's own. */
export const rendererRules: Record<string, RendererRule> = {
  code_block: code,
  fence: code,
  image: (tokens, index, options, _env, renderer) => {
    const source = tokens[index]!.meta?.source as [string, string][] | undefined;
    const image = renderer.renderToken(tokens, index, options);
    return source ? `<picture><source${renderer.renderAttrs({ attrs: source })}>${image}</picture>` : image;
  },
  table_open: (tokens, index, options, _env, renderer) => {
    const attrs: [string, string][] = [['aria-label', String(tokens[index]!.meta?.label)]];
    const region = `<div class="table" role="region" tabindex="0"${renderer.renderAttrs({ attrs })}>`;
    return `${region}\n${renderer.renderToken(tokens, index, options)}`;
  },
  table_close: () => '</table>\n</div>\n',
};
