/** The tokens of a run of text: their words, and plain ones of our own. */
import createMarkdownIt, { type Token } from 'markdown-it';

/** A token with the offset in its run at which the parser's rule began; those found later, such as e-mail, have none. */
export type PlacedToken = Token & { offset?: number };

/** The words of a run of tokens, without markup and footnote marks; a picture is its alternative text. */
export function plainTextOf(tokens: readonly Token[]): string {
  let text = '';
  for (const { type, content, children } of tokens) {
    if (type === 'image') text += plainTextOf(children ?? []);
    else if (type === 'softbreak' || type === 'hardbreak') text += ' ';
    else if (type !== 'footnote_ref') text += content;
  }
  return text;
}

/** A token for text that is shown as it was written. */
export function textToken(content: string): Token {
  const token = new createMarkdownIt.Token('text', '', 0);
  token.content = content;
  return token;
}

/**
 * A run of text in parts: what of it was found, in its order, becomes the tokens that are made of it, and the rest stays
 * text. What nothing is made of stays as well.
 */
export function inParts<Found extends { index: number; 0: string }>(
  token: Token,
  found: Iterable<Found>,
  made: (found: Found) => Token[],
): Token[] {
  const { content } = token;
  const parts: Token[] = [];
  let end = 0;
  for (const each of found) {
    const tokens = made(each);
    if (tokens.length === 0) continue;
    if (each.index > end) parts.push(textToken(content.slice(end, each.index)));
    parts.push(...tokens);
    end = each.index + each[0].length;
  }
  if (end === 0) return [token];
  if (end < content.length) parts.push(textToken(content.slice(end)));
  return parts;
}
