/** Letters by mail: one message (.eml) or a mailbox of them (mbox). Of its header only the name and the date are read. */
import { readLetterMail } from '../../publication/letter-message.ts';
import { reasonOf } from '../../press/content/problems.ts';
import { type Item, leftOut } from '../item.ts';
import { type Format, Refusal } from '../format.ts';
import { headerField, messagesIn } from '../read/mbox.ts';
import { type MimeMessage, mimeMessage } from '../read/mime.ts';
import { withoutMail } from '../wording/without-mail.ts';
import { calledBy, letterFound } from './letter-found.ts';
import { letterJson } from './letters.ts';
import { ownWords, unquoted, withoutForwardHead } from './quoted-mail.ts';
import { linesOfHtml } from './lines-of-html.ts';

/** What programs and hosts write into every message, and nobody at the head of a text. */
const ofMachines = ['message-id', 'mime-version', 'received', 'return-path'];

/** The lines of the header that a text begins with. */
function headerLines(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => !headerField.test(line) && !/^[ \t]+\S/.test(line));
  return lines.slice(0, end < 0 ? undefined : end);
}

function isMessage(text: string): boolean {
  const lines = headerLines(text);
  const names = new Set(lines.map((line) => headerField.exec(line)?.[0].slice(0, -1).toLowerCase()));
  const has = (...wanted: string[]) => wanted.every((name) => names.has(name));
  // A page that a browser saved with its pictures is a message too, from nobody.
  const isPage = has('snapshot-content-location') || lines.some((line) => /^from: <saved by /i.test(line));
  return has('from') && !isPage && (has('date', 'subject', 'to') || ofMachines.some((name) => has(name)));
}

export const mail: Format = {
  name: 'mail',
  ofBytes: true,
  recognises({ text }) {
    const start = text.replace(/^\ufeff/, '').trimStart();
    return /^From [^\n]*\n[!-9;-~]+:/.test(start) || isMessage(start);
  },
  async *read(source) {
    for await (const { line, bytes } of messagesIn(source.bytes())) {
      try {
        if (!bytes) throw new Refusal('I005', 'the message has more than 64 MB');
        yield* lettersIn(await mimeMessage(bytes), line);
      } catch (error) {
        // One that cannot be read stops no other.
        const code = error instanceof Refusal ? error.code : 'I101';
        yield leftOut('letter', calledBy(), code, reasonOf(error), line);
      }
    }
  },
};

function* lettersIn(message: MimeMessage, line: number): Iterable<Item> {
  const came = message.date;
  const attached = message.parts.flatMap(({ bytes }) => {
    const text = Buffer.from(bytes).toString('utf8');
    return letterJson.recognises(text) ? [...letterJson.lettersIn(text)] : [];
  });
  for (const { value } of attached) yield letterFound({ value, line, came });
  if (attached.length > 0) return;
  const texts = [message.plain, message.html === '' ? '' : linesOfHtml(message.html)]
    .map((text) => text.replace(/\r\n?/g, '\n').slice(0, longestRead))
    .filter((text) => text.trim() !== '');
  for (const text of texts) {
    const fields = readLetterMail(unquoted(text));
    if (!fields) continue;
    const found = new Map(Object.entries({ ...fields, text: withoutForwardHead(fields.text) }));
    yield letterFound({ value: (field) => found.get(field)?.trim() || undefined, line, came });
    return;
  }
  yield unknownLetter(message, texts[0] ?? '', line);
}

/** Enough for the longest letter and its fields; below them older mail may be quoted without end. */
const longestRead = 200_000;

/** A message that no form of ours made: a letter where it says which article it is about. */
function unknownLetter({ from, subject, date }: MimeMessage, text: string, line: number): Item {
  const name = calledBy(from);
  const articles = `${subject}\n${text}`.match(/\/articles\/[a-z0-9-]+/g) ?? [];
  if (articles.length === 0) {
    const message =
      'it is not known which article it is about: neither our lines at its foot nor the address of an article';
    return leftOut('letter', name, 'I701', message, line);
  }
  const letter = { articles, name: withoutMail(from), text: ownWords(text), came: date };
  return { is: 'letter', name, line, letter, notes: [] };
}
