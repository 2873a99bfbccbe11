/** A file of records is no newspaper page: a list of names with values is refused. */
import { Refusal } from '../format.ts';

const field = /^\s*(\p{L}[\p{L}\p{N} _.;-]{0,40}?)(?:\s*[:=](?!\/\/)|\s+-(?:\s|$))/u;
/** What may stand above the first field: a section, an entry, a remark. */
const opening = /^\s*(?:$|\[[^\]]+\]\s*$|@\w+\s*\{|[#;%]|-{3,}\s*$)/;

const movableType = /^(?:AUTHOR|TITLE|BASENAME|STATUS|DATE): [^]*?^-{5}\s*^BODY:/m;

/** Three lines or more of different names with values, before anything else; the lines of a talk name few speakers. */
export function refuseRecords(text: string): void {
  const lines = text
    .replace(/^\ufeff/, '')
    .slice(0, 5000)
    .split(/\r\n?|\n/);
  const names = new Set<string>();
  let line = lines.findIndex((one) => !opening.test(one));
  for (let found = field.exec(lines[line] ?? ''); found && names.size < 3; found = field.exec(lines[(line += 1)] ?? ''))
    names.add(found[1]!.toLowerCase());
  if (names.size < 3) return;
  const what = movableType.test(text)
    ? 'looks like an export of Movable Type or TypePad, which is not read. Import it into WordPress, and give the export of that'
    : 'begins with names and their values: a file of records, such as a vCard, LDIF, BibTeX or settings, and no article. If it is one, put its headline into the first line';
  throw new Refusal('I608', what);
}
