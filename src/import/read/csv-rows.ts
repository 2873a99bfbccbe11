/** A table of comma-separated values (RFC 4180, with the slips that programs make), by the names of its columns. */
import { CsvError, parse } from 'csv-parse/sync';
import { Refusal } from '../format.ts';

export type CsvRow = {
  line: number;
  /** The value of the first of these columns that has one. Names match in any case. */
  value(...columns: string[]): string | undefined;
};

const longestRow = 8 * 1024 * 1024;

/** The names of the columns in lower case; undefined where the first line is no header of a table. */
export function csvColumns(text: string): string[] | undefined {
  const [first = ''] = text.replace(/^\ufeff/, '').split(/\r\n?|\n/, 1);
  if (first.length > 2000 || !/[,;\t]/.test(first)) return undefined;
  const names = first.split(separatorOf(first)).map(plain);
  return names.every((name) => name !== '' && /^[\p{L}\p{N} _/.-]{1,40}$/u.test(name)) ? names : undefined;
}

const plain = (name: string): string => name.trim().replace(/^"|"$/g, '').trim().toLowerCase();

const separatorOf = (line: string): string =>
  [',', ';', '\t'].toSorted((one, other) => line.split(other).length - line.split(one).length)[0]!;

/** Throws a `Refusal` with the line where the table cannot be parsed. */
export function csvRows(text: string): CsvRow[] {
  const start = text.replace(/^\ufeff/, '');
  const delimiter = separatorOf(start.split(/\r\n?|\n/, 1)[0] ?? '');
  try {
    const records = parse(start, {
      delimiter,
      info: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const columns = records[0]?.record.map(plain) ?? [];
    let line = records[0]?.info.lines ?? 1;
    return records.slice(1).map(({ record, info }) => {
      const begins = line + 1;
      line = info.lines;
      return { line: begins, value: (...names) => valueOf(record, columns, names) };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { lines?: number };
    throw new Refusal('I101', `Not a table of comma-separated values: ${error.message.split('\n')[0]}.`, lines);
  }
}

function valueOf(record: readonly string[], columns: readonly string[], names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = record[columns.indexOf(name)]?.trim();
    if (text !== undefined && text !== '') return text;
  }
  return undefined;
}
