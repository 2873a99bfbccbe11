/** Reads a MIME message (RFC 2045 to 2049): who wrote it and when, its texts decoded, and its other parts. */
import PostalMime from 'postal-mime';
import { reasonOf } from '../../press/content/problems.ts';
import { Refusal } from '../format.ts';

export type MimePart = { name: string | undefined; type: string; bytes: Uint8Array };

export type MimeMessage = {
  /** How the sender is called, without the address. */
  from: string;
  subject: string;
  /** As its header has it. */
  date: string | undefined;
  plain: string;
  html: string;
  parts: MimePart[];
};

/** No mail program nests parts deeper than a few levels. */
const deepest = 50;
const largestHeaders = 1024 * 1024;

/** Throws a `Refusal` for what is no message, or made to be no good for anybody. */
export async function mimeMessage(bytes: Uint8Array): Promise<MimeMessage> {
  try {
    const message = await PostalMime.parse(bytes, {
      // A message in a message would be shown with its addresses.
      forceRfc822Attachments: true,
      maxNestingDepth: deepest,
      maxHeadersSize: largestHeaders,
    });
    return {
      from: message.from?.name ?? '',
      subject: message.subject ?? '',
      date: message.headers.find(({ key }) => key === 'date')?.value,
      plain: message.text ?? '',
      html: message.html ?? '',
      parts: message.attachments.map(({ filename, mimeType, content }) => ({
        name: filename ?? undefined,
        type: mimeType,
        bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
      })),
    };
  } catch (error) {
    throw new Refusal('I101', `The message cannot be read: ${reasonOf(error)}.`);
  }
}
