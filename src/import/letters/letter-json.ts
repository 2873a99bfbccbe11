/** Letters as JSON: a list of them, or one, with the fields of `letter-message.ts`. */
import { jsonOf, wordsUnder } from '../read/json-file.ts';
import type { Carrier } from './letter-found.ts';

const begins = /^\ufeff?\s*(?:\[\s*)?\{\s*"(?:id|article|name|text|date|language|replyTo|website|seconds)"\s*:/;

/** The last of them may stand behind the beginning that is looked at. */
const keys = [/"article"\s*:/, /"(?:name|text)"\s*:/];

export const letterJson: Carrier = {
  recognises: (text) => begins.test(text) && keys.every((key) => key.test(text)),
  *lettersIn(text) {
    const found = jsonOf(text);
    for (const value of Array.isArray(found) ? (found as unknown[]) : [found])
      yield { value: (field) => wordsUnder(value, field) };
  },
};
