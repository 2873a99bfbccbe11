/**
 * MDX as Markdown with HTML: imports and exports are for programs and are taken out, components that show a picture or
 * a title show it here. Nothing is run: an expression in the text stays as it is written, and is told.
 */
import { counted } from '../codes.ts';
import type { Note } from '../item.ts';
import { linkTo } from '../repair/markdown-words.ts';

const statement =
  /^(?:import\s*(?:([\w$]+)\s+from\s*|[^;'"]*\sfrom\s*)?["']([^"'\n]+)["'];?\s*(?:\/\/.*)?$|import\s[\w$*,\s]*\{[^}]*$|export\s+(?:(?:const|let|var)\s+[\w$[{]|(?:async\s+)?function\b|class\s|default\s+(?:function|class|async|[({[]|[\w$.]+;?\s*$)|[{*]))/;
const strings = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*/g;
const braces = String.raw`\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\}`;
const value = String.raw`(?:"[^"]*"|'[^']*'|${braces})`;
const tag = new RegExp(String.raw`<([A-Za-z][\w.]*)((?:\s+(?:[\w:@.-]+(?:=${value})?|${braces}))+)\s*(/?)>`, 'g');
const expression = new RegExp(String.raw`\s+(?:([\w:@.-]+)=)?(${braces})`, 'g');
const picture = /\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]|$)/i;

/** In a text whose code is masked; `plain` gives it back. */
export function withoutMdx(markdown: string, isMdx: boolean, plain: (text: string) => string, notes: Note[]): string {
  const files = new Map<string, string>();
  const lines = markdown.split('\n');
  let statements = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const [whole, name, file] = statement.exec(lines[at]!) ?? [];
    const end = whole === undefined ? -1 : endOf(lines, at);
    if (end < 0) continue;
    if (name !== undefined && file !== undefined) files.set(name, file);
    statements += 1;
    lines.splice(at, end + 1 - at, '');
  }
  if (statements > 0) notes.push({ code: 'I309', message: `${counted(statements, 'line')} of code of MDX: left out.` });
  const inQuotes = (_expression: string, name: string | undefined, written: string): string => {
    const said = plain(written).slice(1, -1).trim();
    const text =
      /^(?:require\(\s*)?(["'`])([^]*?)\1(?:\s*\)(?:\.default)?)?$/.exec(said)?.[2] ?? files.get(said.split('.')[0]!);
    return name === undefined || text === undefined ? '' : ` ${name}="${text.replaceAll('"', '&quot;')}"`;
  };
  const text = lines.join('\n').replace(tag, (_whole, name: string, written: string, closes: string) => {
    const attributes = written.replace(expression, inQuotes);
    if (!/^[A-Z][a-z]/.test(name)) return `<${name}${attributes}${closes}>`;
    const said = (names: string): string =>
      new RegExp(`\\s(?:${names})=(?:"([^"]*)"|'([^']*)')`).exec(attributes)?.slice(1).join('') ?? '';
    if (picture.test(said('src'))) return `<img${attributes.replace(/\scaption=/, ' title=')}>`;
    const [title, address] = [said('title|label|heading|summary|caption|alt'), said('href|to|url|src')];
    const words = address === '' || title === '' ? title && `**${title}**` : linkTo(address, title);
    return closes === '' ? `<${name}>${words && `\n\n${words}\n\n`}` : words || `<${name}/>`;
  });
  if (!isMdx && statements === 0) return text;
  const left = [...new Set(text.match(/(?<![{$=])\{[A-Za-z_$][^{}\n]*\}/g))];
  if (left.length > 0)
    notes.push({
      code: 'I505',
      message: `Expressions of MDX were kept as visible text: ${left.slice(0, 10).join(' ')}`,
    });
  return text.replace(/\{(["'])(\s+)\1\}/g, '$2').replace(/<\/?>/g, '');
}

/** The line on which the brackets of a statement are closed; -1 where they never are. */
function endOf(lines: readonly string[], from: number): number {
  let depth = 0;
  return lines.findIndex((line, at) => {
    if (at < from) return false;
    for (const sign of line.replace(strings, '').match(/[([{}\])]/g) ?? []) depth += '([{'.includes(sign) ? 1 : -1;
    return depth <= 0;
  });
}
