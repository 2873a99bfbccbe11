/** Letters to the editors as files: our own JSON, the table of a host, the body of a posted form. */
import { type Format, Refusal } from '../format.ts';
import { type Carrier, letterFound } from './letter-found.ts';
import { letterForm } from './letter-form.ts';
import { letterJson } from './letter-json.ts';
import { letterTable } from './letter-table.ts';

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
