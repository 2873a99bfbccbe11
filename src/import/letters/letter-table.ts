/** Letters as a host exports what its forms took: a table with a column a field. Columns of other names are not read. */
import { csvColumns, csvRows } from '../read/csv-rows.ts';
import type { Carrier } from './letter-found.ts';

export const letterTable: Carrier = {
  recognises(text) {
    const columns = csvColumns(text);
    return columns !== undefined && ['article', 'name', 'text'].every((name) => columns.includes(name));
  },
  *lettersIn(text) {
    for (const row of csvRows(text))
      yield { line: row.line, came: row.value('created_at'), value: (field) => row.value(field.toLowerCase()) };
  },
};
