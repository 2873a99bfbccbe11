/** Recognises files that are no text by their first bytes. */
import { typeOf } from '../../press/content/picture-types.ts';

type Signature = { begins: string; is: string; cure: string };

const unpack = 'unpack it first';
const asText = 'save it as HTML or plain text first';

const signatures: readonly Signature[] = [
  { begins: '\x1f\x8b', is: 'gzip', cure: unpack },
  { begins: '7z\xbc\xaf\x27\x1c', is: '7-Zip', cure: unpack },
  { begins: 'BZh', is: 'bzip2', cure: unpack },
  { begins: '\xfd7zXZ\0', is: 'xz', cure: unpack },
  { begins: '\x28\xb5\x2f\xfd', is: 'Zstandard', cure: unpack },
  { begins: 'Rar!\x1a\x07', is: 'RAR', cure: unpack },
  { begins: '%PDF-', is: 'PDF', cure: asText },
  { begins: '\xd0\xcf\x11\xe0', is: 'a document of an old office program', cure: asText },
  { begins: 'SQLite format 3\0', is: 'an SQLite database', cure: 'export it as HTML or CSV first' },
];

/** "looks like gzip: unpack it first"; undefined for what may be text. */
export function signatureFault(bytes: Buffer): string | undefined {
  const start = bytes.toString('latin1', 0, 32);
  const found = signatures.find(({ begins }) => start.startsWith(begins));
  if (found) return `looks like ${found.is}: ${found.cure}`;
  if (isZip(bytes)) return 'is a ZIP, and may not be read here: unpack it first';
  return isPicture(bytes) ? 'is a picture: give the folder with the text that shows it' : undefined;
}

/** Whether the bytes begin as those of a ZIP, be it one without entries; documents of office programs are ZIPs too. */
export function isZip(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 4);
  return start === 'PK\x03\x04' || start === 'PK\x05\x06';
}

/** Whether the bytes are a picture that a page can show. */
export const isPicture = (bytes: Buffer): boolean => typeOf(bytes) !== undefined;
