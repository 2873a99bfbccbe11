/** A letter as a form posts it (application/x-www-form-urlencoded): the body of one request. */
import type { Carrier } from './letter-found.ts';

const begins =
  /^\ufeff?(?:form-name|id|article|name|text|date|language|replyTo|website|seconds)=[\w.~*%+-]*&[\w.~*%+=&-]*\s*$/;

export const letterForm: Carrier = {
  recognises: (text) => begins.test(text),
  *lettersIn(text) {
    const fields = new URLSearchParams(text.replace(/^\ufeff/, '').trim());
    yield { value: (field) => fields.get(field)?.trim() || undefined };
  },
};
