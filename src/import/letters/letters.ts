/** Letters to the editors as files: our own JSON, the table of a host, the body of a posted form. */
import { type Format, Refusal } from '../format.ts';
import { csvColumns, csvRows } from '../read/csv-rows.ts';
import { jsonOf, wordsUnder } from '../read/json-file.ts';
import { type Carrier, letterFound } from './letter-found.ts';

const beginsJson = /^\ufeff?\s*(?:\[\s*)?\{\s*"(?:id|article|name|text|date|language|replyTo|website|seconds)"\s*:/;

/** The last of them may stand behind the beginning that is looked at. */
const keys = [/"article"\s*:/, /"(?:name|text)"\s*:/];

/** A list of them, or one, with the fields of `letter-message.ts`. */
export const letterJson: Carrier = {
  recognises: (text) => beginsJson.test(text) && keys.every((key) => key.test(text)),
  *lettersIn(text) {
    const found = jsonOf(text);
    for (const value of Array.isArray(found) ? (found as unknown[]) : [found])
      yield { value: (field) => wordsUnder(value, field) };
  },
};

/** What a host exports of its forms, a column a field. Columns of other names are not read. */
const letterTable: Carrier = {
  recognises(text) {
    const columns = csvColumns(text);
    return columns !== undefined && ['article', 'name', 'text'].every((name) => columns.includes(name));
  },
  *lettersIn(text) {
    for (const row of csvRows(text))
      yield { line: row.line, came: row.value('created_at'), value: (field) => row.value(field.toLowerCase()) };
  },
};

const beginsForm =
  /^\ufeff?(?:form-name|id|article|name|text|date|language|replyTo|website|seconds)=[\w.~*%+-]*&[\w.~*%+=&-]*\s*$/;

/** The body of one request (application/x-www-form-urlencoded). */
const letterForm: Carrier = {
  recognises: (text) => beginsForm.test(text),
  *lettersIn(text) {
    const fields = new URLSearchParams(text.replace(/^\ufeff/, '').trim());
    yield { value: (field) => fields.get(field)?.trim() || undefined };
  },
};

const carriers: readonly Carrier[] = [letterJson, letterTable, letterForm];

export const letters: Format = {
  name: 'letters',
  recognises: ({ text }) => carriers.some((carrier) => carrier.recognises(text)),
  async *read(source) {
    const carrier = carriers.find(({ recognises }) => recognises(source.text));
    if (!carrier)
      throw new Refusal('I101', 'No letters: neither JSON, nor a table, nor a form, with article, name and text');
    for (const letter of carrier.lettersIn(await source.whole())) yield letterFound(letter);
  },
};
