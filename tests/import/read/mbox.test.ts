/** A mailbox is parted at its lines "From …", wherever the pieces that it is read in end. */
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src/import/read/mbox.ts';

async function parted(text: string, size = 1_000_000, limit?: number) {
  const bytes = Buffer.from(text);
  const pieces = async function* () {
    await Promise.resolve();
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  const found: [line: number, text: string | undefined][] = [];
  for await (const message of messagesIn(pieces(), limit)) found.push([message.line, message.bytes?.toString()]);
  return found;
}

const two = 'From a@b.example Mon\nSubject: Eins — ß\n\nText\n\nFrom c@d.example Tue\r\nTo: e\r\n\r\nMore\r\n';

describe('a mailbox', () => {
  test.each([1, 2, 3, 7, 1000])('in pieces of %i bytes', async (size) => {
    expect(await parted(two, size)).toEqual([
      [1, 'From a@b.example Mon\nSubject: Eins — ß\n\nText\n\n'.replace(/^.*\n/, '')],
      [6, 'To: e\r\n\r\nMore\r\n'],
    ]);
  });

  test.each([
    [
      'an escaped line is as it was written',
      'From a\nA: b\n\n>From here\n>>From there\n> From\n',
      'A: b\n\nFrom here\n>From there\n> From\n',
    ],
    [
      'a line of the text that begins so parts nothing',
      'From a\nA: b\n\nFrom here on it rained.\nAnd on.\n',
      'A: b\n\nFrom here on it rained.\nAnd on.\n',
    ],
    ['nor does one at the end', 'From a\nA: b\n\nFrom me', 'A: b\n\nFrom me'],
    ['nor two of them', 'From a\nA: b\n\nFrom\nFrom me\n', 'A: b\n\nFrom\nFrom me\n'],
    ['one message by itself is whole', 'A: b\n\n>From here\nFrom x\nC: d\n', 'A: b\n\n>From here\nFrom x\nC: d\n'],
  ])('%s', async (_what, text, message) => {
    expect((await parted(text)).map(([, found]) => found)).toEqual([message]);
  });

  test('what is too large is not held, and stops no other', async () => {
    const large = `A: b\n\n${'x'.repeat(5000)}`;
    const all = `From a\n${large}\nFrom b\nC: d\n\ny\nFrom c\n${large}`;
    expect(await parted(all, 100, 1000)).toEqual([
      [1, undefined],
      [5, 'C: d\n\ny\n'],
      [9, undefined],
    ]);
  });
});
