/** Letters as they are carried: mail in several encodings, JSON, the table of a host, the body of a form. */
import { createSinglebyteEncoder } from '@exodus/bytes/single-byte.js';
import { letterMail, type LetterMessage } from '../../../src/publication/letter-message.ts';

/** What no import may keep: where a letter came from. */
export const secrets = {
  address: 'mira.lind@reader.example',
  desk: 'desk@paper.example',
  ip: '203.0.113.77',
  agent: 'Mozilla/5.0 (X11; secretive)',
  host: 'relay-17.secretive.example',
};

export type MailEncoding = 'quoted-printable' | 'base64' | 'utf-8' | 'windows-1256';

const arabic = createSinglebyteEncoder('windows-1256');

const quotedPrintable = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => {
    if (byte === 10) return '\r\n';
    const isPlain = byte >= 32 && byte < 127 && byte !== 61;
    return isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  })
    .join('')
    .replace(/ (?=\r\n)/g, '=20')
    .split('\r\n')
    .map((line) => (line.match(/(?:=..|[^=]){1,60}/g) ?? []).join('=\r\n'))
    .join('\r\n');

const base64 = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

/** A part of a message: its header and its body. */
export function textPart(text: string, encoding: MailEncoding, type = 'text/plain'): Buffer {
  const charset = encoding === 'windows-1256' ? encoding : 'utf-8';
  const bytes = charset === 'utf-8' ? Buffer.from(text) : arabic(text);
  const [how, body] =
    encoding === 'quoted-printable'
      ? [encoding, Buffer.from(quotedPrintable(bytes))]
      : encoding === 'base64'
        ? [encoding, Buffer.from(base64(bytes))]
        : ['8bit', Buffer.from(bytes)];
  return Buffer.concat([
    Buffer.from(`Content-Type: ${type}; charset=${charset}\r\nContent-Transfer-Encoding: ${how}\r\n\r\n`),
    body,
    Buffer.from('\r\n'),
  ]);
}

export const header = (fields: Record<string, string> = {}): Buffer =>
  Buffer.from(
    Object.entries({
      'Return-Path': `<${secrets.address}>`,
      Received: `from [${secrets.ip}] by ${secrets.host}; Mon, 3 Mar 2025 09:30:00 +0500`,
      From: `"Mira Lind" <${secrets.address}>`,
      To: secrets.desk,
      Subject: 'A letter to the editors',
      'Message-ID': `<1@${secrets.host}>`,
      'User-Agent': secrets.agent,
      'X-Originating-IP': secrets.ip,
      Date: 'Mon, 3 Mar 2025 09:30:00 +0500',
      'MIME-Version': '1.0',
      ...fields,
    })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join(''),
  );

export const please = 'Please leave the lines below as they are.';

/** One message as a mail program sends what the form hands to it. */
export const eml = (
  letter: LetterMessage,
  encoding: MailEncoding = 'utf-8',
  fields: Record<string, string> = {},
): Buffer => Buffer.concat([header(fields), textPart(letterMail(letter, please), encoding)]);

/** A mailbox of messages: lines that begin with "From " are escaped. */
export const mbox = (messages: readonly Buffer[]): Buffer =>
  Buffer.concat(
    messages.flatMap((message) => [
      Buffer.from(`From ${secrets.address} Mon Mar  3 09:30:00 2025\n`),
      Buffer.from(message.toString('latin1').replace(/^(?=>*From )/gm, '>'), 'latin1'),
      Buffer.from('\n'),
    ]),
  );

export type Fields = Record<string, string | number | undefined>;

const quote = (value = ''): string => `"${value.replaceAll('"', '""')}"`;

/** The table that a host exports of its form. */
export function table(rows: readonly Fields[]): string {
  const columns = ['id', 'Article', 'name', 'text', 'date', 'language', 'replyTo', 'website', 'seconds'];
  const lines = rows.map((row) =>
    [
      ...columns.map((name) => quote(String(row[name === 'Article' ? 'article' : name] ?? ''))),
      secrets.ip,
      quote(secrets.agent),
      secrets.address,
      '2025-03-03 09:30:00 UTC',
    ].join(','),
  );
  return [[...columns, 'ip', 'user_agent', 'email', 'created_at'].join(','), ...lines, ''].join('\r\n');
}

/** The body of one request, as a browser posts a form. */
export const form = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries({ 'form-name': 'letters', ...fields }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  ).toString();

/** The same letter through each of the doors, as files. */
export const doors: Record<string, (letter: LetterMessage) => Record<string, string | Buffer>> = {
  eml: (letter) => ({ 'letter.eml': eml(letter, 'quoted-printable') }),
  mbox: (letter) => ({ inbox: mbox([eml(letter, 'base64')]) }),
  JSON: (letter) => ({ 'letters.json': JSON.stringify([letter]) }),
  'a table': (letter) => ({ 'letters.csv': table([letter]) }),
  'a form': (letter) => ({ 'one.form': form(letter) }),
};
