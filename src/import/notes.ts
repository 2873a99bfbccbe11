/**
 * Every code of the desk, what it means, and whether what came out differs from what was found. I0: the command and its
 * files. I1: reading. I2: what was made of an item. I3: front matter and plain text. I4: writing. I5: pages of HTML and
 * texts. I6: exports and feeds.
 */
import type { Note } from './copy.ts';

/** `changes`: the item comes out otherwise than it was found; without it the note only tells. */
type Meaning = { means: string; changes?: true };

export const codes: Readonly<Record<string, Meaning>> = {
  I001: { means: 'the command is not written as it must be' },
  I002: { means: 'the kind of the file cannot be told' },
  I003: { means: 'the file is packed, or is no text' },
  I004: { means: 'the file cannot be read' },
  I005: { means: 'the file is too large for its kind' },
  I006: { means: 'hidden files and links were passed over' },
  I101: { means: 'not well-formed XML or JSON' },
  I102: { means: 'a DOCTYPE or an entity is declared, which is not accepted' },
  I103: { means: 'control characters in XML', changes: true },
  I104: { means: 'the bytes are not of the encoding that is declared', changes: true },
  I105: { means: 'not an export of WordPress' },
  I106: { means: 'the file ends too early' },
  I107: { means: 'a relative address, and nothing it is relative to', changes: true },
  I108: { means: 'nothing was found' },
  I109: { means: 'characters that nobody can read any more were taken out', changes: true },
  I110: { means: 'the text seems to have been decoded wrongly before it came here' },
  I111: { means: 'the headline was made from the first words', changes: true },
  I112: { means: 'there is nothing to read in it' },
  I113: { means: 'there is no text: a link to where it stood is in its place', changes: true },
  I114: { means: 'there is no date' },
  I115: { means: 'a date that is none of the calendar', changes: true },
  I116: { means: 'a date of change before that of publication', changes: true },
  I117: { means: 'there is no author' },
  I118: { means: 'no section is named' },
  I119: { means: 'something of an author that cannot be used', changes: true },
  I120: { means: 'the language was told from the letters, or is not known' },
  I121: { means: 'too long for its place: it stands at the head of the text', changes: true },
  I122: { means: 'too long for its place: shortened', changes: true },
  I123: { means: 'one person under two spellings' },
  I201: { means: 'a name that leads out of the folder, or is no slug, was cleaned', changes: true },
  I202: { means: 'fetching pictures is not supported' },
  I203: { means: 'the slug was taken: numbered', changes: true },
  I204: { means: 'an old address that cannot lead here' },
  I205: { means: 'a tag or series without a letter a-z', changes: true },
  I206: { means: 'a picture on another site became a link', changes: true },
  I207: { means: 'a picture that is not there, or cannot be shown', changes: true },
  I208: { means: 'a picture was copied' },
  I209: { means: 'a picture without a description', changes: true },
  I210: { means: 'control characters were taken out', changes: true },
  I211: { means: 'characters that turn the direction of text were taken out', changes: true },
  I212: { means: 'HTML is shown as text', changes: true },
  I213: { means: 'a link that may not stand is shown as text', changes: true },
  I214: { means: 'the levels of headings were changed', changes: true },
  I215: { means: 'a footnote without its other half is shown as text', changes: true },
  I216: { means: 'the head of a table was completed', changes: true },
  I217: { means: 'a block that cannot be set is shown as plain text', changes: true },
  I218: { means: 'links between articles that came together lead to them here', changes: true },
  I219: { means: 'too long: the limit of a text is 2 MB' },
  I301: { means: 'front matter that cannot be read' },
  I302: { means: 'a line longer than 1 MB' },
  I303: { means: 'front matter that is code, which is never run' },
  I304: { means: 'fields of the front matter that have no place here', changes: true },
  I305: { means: 'a date in another spelling, or without its zone', changes: true },
  I306: { means: 'template tags written as Markdown', changes: true },
  I307: { means: 'HTML inside of Markdown, written as Markdown', changes: true },
  I308: { means: 'the headline stood in the text once more', changes: true },
  I309: { means: 'marks for machines left out of the text', changes: true },
  I401: { means: 'files that would change are there already' },
  I402: { means: 'the content folder cannot be written' },
  I403: { means: 'publication.json, or another file of the folder, cannot be used' },
  I404: { means: 'the folder would not pass the check' },
  I405: { means: 'it is here already' },
  I406: { means: 'it came twice' },
  I407: { means: 'it does not pass the check' },
  I408: { means: 'skipped, as asked: it is here already, and differs' },
  I602: { means: 'only an excerpt is given, so it is a brief', changes: true },
  I603: { means: 'not published where it comes from' },
  I604: { means: 'comments are counted, not published' },
  I605: { means: 'a file that came with an entry became a link', changes: true },
  I606: { means: 'the date or writer of what is a brief here', changes: true },
  I607: { means: 'a kind of content that is no article' },
  I608: { means: 'a format, or a part of one, that is not supported' },
  I609: { means: 'private particulars of a person were left out', changes: true },
  I610: { means: 'further sections became tags', changes: true },
};

/** Whether a note tells of a change. A code that the table does not know counts as one. */
export const changes = ({ code }: Note): boolean => codes[code] === undefined || codes[code].changes === true;

/** "1 link", "12 links". */
export const counted = (number: number, noun: string, plural = `${noun}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
