/** An "&" that is none of XML, wherever a stream happens to be cut. */
import { describe, expect, test } from 'vitest';
import { BareAmpersands } from '../../../src/import/read/bare-ampersands.ts';

function escapedIn(pieces: readonly string[]): { text: string; found: number } {
  const ampersands = new BareAmpersands();
  let found = 0;
  const text = pieces.map((piece) => ampersands.escaped(piece, () => (found += 1))).join('');
  const rest = ampersands.rest(() => (found += 1));
  return { text: text + rest, found };
}

describe('a bare ampersand', () => {
  test.each([
    ['a & b', 'a &amp; b', 1],
    ['?a=1&b=2', '?a=1&amp;b=2', 1],
    ['&amp; &#38; &#x26; &nbsp;', '&amp; &#38; &#x26; &nbsp;', 0],
    ['&&amp;&', '&amp;&amp;&amp;', 2],
    ['<![CDATA[a & b]]> & <!-- c & d -->', '<![CDATA[a & b]]> &amp; <!-- c & d -->', 1],
    ['a < b & c', 'a < b &amp; c', 1],
    ['&#xZZ; &;', '&amp;#xZZ; &amp;;', 2],
    ['end &', 'end &amp;', 1],
    ['end <![CDA', 'end <![CDA', 0],
  ])('in %j is escaped however the text is cut', (text, escaped, found) => {
    expect(escapedIn([text])).toEqual({ text: escaped, found });
    for (let at = 1; at < text.length; at += 1)
      expect(escapedIn([text.slice(0, at), text.slice(at)]).text).toBe(escaped);
    expect(escapedIn(Array.from(text)).text).toBe(escaped);
  });
});
