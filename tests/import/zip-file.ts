/** Writes small ZIPs for tests, the same bytes each time: as they should be, and wrong in every way that is asked for. */
import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = {
  name: string | Buffer;
  bytes?: string | Buffer;
  /** 8 is deflated, 0 stored; others are written as they are said to be, and stored. */
  method?: number;
  flags?: number;
  /** The mode of Unix: 0o120777 is a link. */
  mode?: number;
  /** What the list says where it is not true. */
  said?: { crc?: number; size?: number; packed?: number; offset?: number };
  /** The name that the head of the entry says, where it is another. */
  headName?: string;
  extra?: Buffer;
};

const numbers = (...fields: [bytes: 2 | 4, value: number][]): Buffer =>
  Buffer.concat(
    fields.map(([bytes, value]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value >>> 0, 0, bytes);
      return buffer;
    }),
  );

/** The name is said to be UTF-8. */
const utf8 = 0x800;
/** 1 January 1980. */
const day = 0x21;

/** An archive with these entries in this order; `count` is what its end says of their number. */
export function zipOf(entries: readonly ZipEntry[], count = entries.length): Buffer {
  const heads: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, bytes = '', method = 8, flags = utf8, mode = 0o100644, said = {}, headName, extra } of entries) {
    const content = Buffer.from(bytes as string);
    const packed = method === 8 ? deflateRawSync(content) : content;
    const { crc = crc32(content), size = content.length, packed: packedSize = packed.length, offset = at } = said;
    const nameBytes = Buffer.from(name as string);
    const inHead = headName === undefined ? nameBytes : Buffer.from(headName);
    const more = extra ?? Buffer.alloc(0);
    const common = numbers([2, 20], [2, flags], [2, method], [2, 0], [2, day], [4, crc], [4, packedSize], [4, size]);
    const head = Buffer.concat([numbers([4, 0x04034b50]), common, numbers([2, inHead.length], [2, 0]), inHead, packed]);
    heads.push(head);
    list.push(
      numbers([4, 0x02014b50], [2, (3 << 8) | 20]),
      common,
      numbers([2, nameBytes.length], [2, more.length], [2, 0], [2, 0], [2, 0], [4, mode << 16], [4, offset]),
      nameBytes,
      more,
    );
    at += head.length;
  }
  const size = list.reduce((sum, { length }) => sum + length, 0);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, at], [2, 0]);
  return Buffer.concat([...heads, ...list, end]);
}

/** An archive of files by their names. */
export const zipWith = (files: Readonly<Record<string, string | Buffer>>): Buffer =>
  zipOf(Object.entries(files).map(([name, bytes]) => ({ name, bytes })));
