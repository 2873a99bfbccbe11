/**
 * YAML as plain text under names: no value is guessed at ("no" and "1.10" stay as they are written), no tag makes
 * anything of it, and what is repeated by anchors is bounded.
 */
import { isAlias, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { Refusal } from '../format.ts';
import { fieldsOf, type Fields } from './fields.ts';

const mostAnchors = 100;

/** `line` is the line of the file on which the text begins, counted from 1. Throws a `Refusal` with the line. */
export function yamlFields(text: string, line: number): Fields {
  const counter = new LineCounter();
  const at = (offset: number): [number, number] => {
    const position = counter.linePos(offset);
    return [line + position.line - 1, position.col];
  };
  const anchors = text.match(/(?:^|[\s[{,:-])&[^\s,[\]{}]+/gm)?.length ?? 0;
  if (anchors > mostAnchors) {
    throw new Refusal('I301', `The front matter has ${anchors} anchors; ${mostAnchors} is the limit.`, line);
  }
  const asWritten = documentOf(text, counter);
  const document = asWritten.errors.length > 0 ? (indented(text) ?? asWritten) : asWritten;
  refuseTags(document, at);
  const [error] = document.errors;
  if (error) {
    const [row, column] = at(error.pos[0]);
    throw new Refusal(
      'I301',
      `The front matter is not YAML: ${said(error.code, error.message, text, error.pos[0])}`,
      row,
      column,
    );
  }
  if (document.contents === null) return new Map();
  try {
    return fieldsOf(document.toJS({ mapAsMap: true, maxAliasCount: mostAnchors }));
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, error.message, line);
    throw new Refusal('I301', 'The front matter repeats itself by anchors without end.', line);
  }
}

// In the failsafe schema every value is text, as it is written.
const documentOf = (text: string, lineCounter?: LineCounter): Document.Parsed =>
  parseDocument(text, { schema: 'failsafe', lineCounter, prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });

/**
 * Quoted text that goes on at the edge of the next line: YAML 1.2 asks for a space there (6.1), libyaml, with which Jekyll and
 * most others read, does not.
 */
function indented(text: string): Document.Parsed | undefined {
  let quote: string | undefined;
  const lines = text.split('\n').map((line) => {
    const rest = quote === undefined ? /^[\w-]+:[ \t]+(["'][^]*)$/.exec(line)?.[1] : line;
    const within = quote !== undefined;
    if (rest !== undefined) {
      const sign = quote ?? rest[0]!;
      const inside = (within ? rest : rest.slice(1)).replace(sign === '"' ? /\\./g : /''/g, '');
      quote = inside.includes(sign) ? undefined : sign;
    }
    return within ? ` ${line}` : line;
  });
  const document = documentOf(lines.join('\n'));
  return document.errors.length === 0 ? document : undefined;
}

/** "!!str" and its like say what everything is here anyway; any other tag would make an object of the text. */
const harmless = /^tag:yaml\.org,2002:(?:str|map|seq|int|float|bool|null|timestamp|set|omap)$/;

function refuseTags(document: Document.Parsed, at: (offset: number) => [number, number]): void {
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node) || !node.tag || harmless.test(node.tag)) return;
      const tag = node.tag.replace('tag:yaml.org,2002:', '!!');
      const [line, column] = at(node.range?.[0] ?? 0);
      throw new Refusal(
        'I301',
        `The YAML tag "${tag}" is refused: it asks for more than text. Remove it.`,
        line,
        column,
      );
    },
  });
}

/** The message of the parser, and the cure for what is met most often. */
function said(code: string, message: string, text: string, offset: number): string {
  const row = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset + 1);
  if (code === 'TAB_AS_INDENT' || /^\s*\t/.test(row)) return 'a tab stands where spaces belong. Indent with spaces.';
  if (/nested mappings|Implicit keys/i.test(message)) return 'a value holds ": " or spans lines. Put it in quotes.';
  return `${message.split('\n')[0]!.replace(/[.:]$/, '')}. Correct it, or put the value in quotes.`;
}
