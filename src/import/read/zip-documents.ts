/** Documents that are ZIPs by their bytes, told by what is in them: they are no archives to be unpacked. */
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { nameOf } from './zip-names.ts';

/** The type of a document that says it itself, in a first entry "mimetype" (EPUB, OpenDocument). */
const types: readonly (readonly [begins: string, is: string])[] = [
  ['application/epub+zip', 'an EPUB book'],
  ['application/vnd.oasis.opendocument.', 'a document of LibreOffice'],
];

/** The folders of a document that has "[Content_Types].xml" (Office Open XML). */
const folders: Readonly<Record<string, string>> = {
  word: 'a document of Word',
  xl: 'a table of Excel',
  ppt: 'slides of PowerPoint',
};

/** The marks of a document are among its first entries; an archive may have any number. */
const mostLooked = 1000;

/** "a document of Word"; undefined for an archive of files. Throws what `openPromise` throws. */
export async function documentIn(path: string): Promise<string | undefined> {
  const zip = await openPromise(path, { decodeStrings: false, validateEntrySizes: false });
  const names: string[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (names.length === 0 && name === 'mimetype') {
        const type = await beginningOf(entry, zip);
        const found = types.find(([begins]) => type.startsWith(begins));
        if (found) return found[1];
      }
      if (names.push(name) === mostLooked) break;
    }
  } catch {
    // A list that breaks off is told when the ZIP is unpacked.
  }
  if (names.includes('Index/Document.iwa')) return 'a document of Pages, Numbers or Keynote';
  if (!names.includes('[Content_Types].xml')) return undefined;
  const folder = names.map((name) => name.split('/', 1)[0]!).find((part) => Object.hasOwn(folders, part));
  return folder === undefined ? 'a document of an office program' : folders[folder];
}

/** The type is stored as it is, so that it can be read without unpacking. */
async function beginningOf(entry: Entry, zip: ZipFile): Promise<string> {
  const end = Math.min(entry.compressedSize, 100);
  const stream = await zip.openReadStreamPromise(entry, { decodeFileData: false, start: 0, end });
  let text = '';
  for await (const bytes of stream) text += String(bytes);
  return text;
}
