/**
 * A response as a letter to the editors: as the fields that carry it, as a message for a mail program, and as a file that
 * the desk takes. A well-formed text is one that any of them can hold: half a character is no letter.
 */
import { letterMail, type LetterMessage } from '../../publication/letter-message.ts';
import type { Response } from '../store/records.ts';

export type Letter = Required<Omit<LetterMessage, 'language' | 'replyTo'>>;

export function letterOf({ id, article, name, text, written, edited }: Response): Letter {
  return { id, article, name: wellFormed(name), text: wellFormed(text), date: edited ?? written };
}

/** More than that, and some mail programs cut it off or open nothing. */
const longestAddress = 2000;

/** The address that opens a message to the editors; where the whole would be too long, one without its text. */
export function mailAddress(to: string, subject: string, text: string): { href: string; isWhole: boolean } {
  const short = `mailto:${to}?subject=${encodeURIComponent(wellFormed(subject))}`;
  // RFC 6068: lines of a body end with both.
  const whole = `${short}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
  const isWhole = whole.length <= longestAddress;
  return { href: isWhole ? whole : short, isWhole };
}

export const letterText = (response: Response, please: string): string => letterMail(letterOf(response), please);

export const letterFile = (response: Response): { name: string; text: string } => ({
  name: `letter-${response.article}.json`,
  text: `${JSON.stringify([letterOf(response)], undefined, 2)}\n`,
});

const wellFormed = (text: string): string => text.replaceAll(/\p{Cs}/gu, '\ufffd');
