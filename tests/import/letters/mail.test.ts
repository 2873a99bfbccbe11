/** Letters by mail: what mail programs do to a text, and mailboxes of any size. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { letterMail, type LetterMessage } from '../../../src/publication/letter-message.ts';
import { eml, header, type MailEncoding, mbox, please, secrets, textPart } from './letter-carriers.ts';
import { errorsIn, imported, letter, lettersIn, paper, toldOf } from './paper.ts';

const body = letterMail(letter, please);
const paragraphs = ['The harbour was never closed to us.', 'We came by the old steps.'];

/** A message of some parts. */
const multipart = (kind: string, ...parts: Buffer[]): Buffer =>
  Buffer.concat([
    header(),
    Buffer.from(`Content-Type: multipart/${kind}; boundary="b1"\r\n\r\n`),
    ...parts.flatMap((part) => [Buffer.from('--b1\r\n'), part]),
    Buffer.from('--b1--\r\n'),
  ]);

const attachment = (name: string, text: string): Buffer =>
  Buffer.from(
    `Content-Type: application/json; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString('base64')}\r\n`,
  );

async function mailed(message: Buffer | string, data = paper()) {
  const report = await imported(data, { 'one.eml': message });
  return { told: toldOf(report), letters: lettersIn(data), report, data };
}

describe('a message', () => {
  const quoted = body.replace(/^/gm, '> ');
  const html = `<html><head><title>x</title><style>p{}</style></head><body><p>The harbour was never
    closed to us.</p><p>We came by the <i>old</i> steps.</p><p>(${please})<br>[article: harbour]<br>[id: k3v9]<br>
    [name: Mira Lind]<br>[date: 2025-03-02T10:00:00Z]</p><blockquote>older</blockquote></body></html>`;

  test.each<[string, Buffer | string]>([
    ['in quoted-printable', eml(letter, 'quoted-printable')],
    ['in base64', eml(letter, 'base64')],
    ['in Windows-1256', eml(letter, 'windows-1256')],
    [
      'with a signature and older mail below',
      eml(letter).toString() + '\r\n-- \r\nMira\r\n\r\nOn Monday the desk wrote:\r\n> [id: other]\r\n> Text\r\n',
    ],
    ['with the lines at the foot joined', Buffer.concat([header(), textPart(body.replaceAll(']\n[', '] ['), 'utf-8')])],
    [
      'with format=flowed',
      Buffer.concat([
        header(),
        Buffer.from('Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n'),
        Buffer.from(body.replace('never closed', 'never \r\nclosed')),
      ]),
    ],
    [
      'of two forms of one text',
      multipart('alternative', textPart(body, 'quoted-printable'), textPart('<p>other</p>', 'utf-8', 'text/html')),
    ],
    ['of HTML alone', Buffer.concat([header(), textPart(html, 'base64', 'text/html')])],
    [
      'of HTML, with a text that says nothing',
      multipart('alternative', textPart('See the other part.', 'utf-8'), textPart(html, 'utf-8', 'text/html')),
    ],
    [
      'with the letter attached',
      multipart('mixed', textPart('It is attached.', 'utf-8'), attachment('letter.json', JSON.stringify(letter))),
    ],
    [
      'that the desk answered',
      Buffer.concat([
        header({ From: 'The desk <desk@paper.example>' }),
        textPart(`Thank you.\n\nOn Monday Mira wrote:\n${quoted}\n`, 'utf-8'),
      ]),
    ],
    [
      'that was forwarded',
      Buffer.concat([
        header({ From: 'The desk <desk@paper.example>' }),
        textPart(
          `For you.\n\n---------- Forwarded message ---------\nFrom: Mira Lind <${secrets.address}>\nDate: Mon, 3 Mar 2025\nTo: The desk\n <${secrets.desk}>\n\n${body}`,
          'utf-8',
        ),
      ]),
    ],
    ['with an empty line before it', Buffer.concat([Buffer.from('\r\n\r\n'), eml(letter)])],
    [
      'that was answered, with who wrote it quoted along',
      Buffer.concat([
        header(),
        textPart(`Danke.\n\n> Am 3. März 2025 schrieb Mira Lind\n> <${secrets.address}>:\n>\n${quoted}`, 'utf-8'),
      ]),
    ],
    [
      'that was answered twice',
      Buffer.concat([header(), textPart(`Yes.\n\n> No.\n>\n${quoted.replace(/^/gm, '> ')}`, 'utf-8')]),
    ],
  ])('%s', async (_how, message) => {
    const { told, letters, report } = await mailed(message);
    expect(told).toEqual(['taken Mira Lind']);
    expect(letters).toMatchObject([{ id: 'k3v9', name: 'Mira Lind', text: paragraphs, date: '2025-03-02T10:00:00Z' }]);
    for (const secret of Object.values(secrets)) expect(JSON.stringify([letters, report])).not.toContain(secret);
  });

  test('may speak of such lines in its text', async () => {
    const text = 'Your form wrote [name: Mira] and [id: 3] below.\n\nWhy (I ask)?';
    const { letters } = await mailed(eml({ ...letter, text }));
    expect(letters).toMatchObject([{ id: 'k3v9', text: text.split('\n\n') }]);
  });

  test('has the date of its header where its lines have none', async () => {
    const undated = Buffer.concat([header(), textPart(body.replace(/\[date.*\n/, ''), 'utf-8')]);
    expect((await mailed(undated)).letters).toMatchObject([{ date: '2025-03-03T09:30:00+05:00' }]);
  });

  const free = (text: string, fields: Record<string, string> = {}) =>
    Buffer.concat([header(fields), textPart(`${text}\n\n-- \nMira\n+49 30 1\n`, 'utf-8')]);

  test('without our lines is a letter where it names an article, by the name of its sender', async () => {
    const inText = free(
      'On https://test.example/paper/articles/harbour/ I say:\n\nNo.\n\nOn Sunday somebody wrote:\n> old\n> older',
    );
    const bySubject = free('Yes.', {
      Subject: '=?utf-8?q?Re:_/articles/old-harbour/?=',
      From: '=?utf-8?b?TcOtcmE=?= <m@reader.example>',
    });
    const telephone = free('On /articles/harbour/ from a train.\n\nSent from my telephone');
    const forwarded = free(
      `-----Original Message-----\nFrom: ${secrets.address}\nSent: today\n\nOn /articles/harbour/ alone.`,
    );
    const answering = free(`To /articles/harbour/ no more.\n\nFrom: ${secrets.address}\nTo: me\n\nOlder.`);
    const { told, letters, report } = await mailed(mbox([inText, bySubject, forwarded, answering, telephone]));
    expect(told).toEqual(['Mira Lind', 'Míra', 'Mira Lind', 'Mira Lind', 'Mira Lind'].map((name) => `taken ${name}`));
    expect(JSON.stringify([letters, report])).not.toContain(secrets.address);
    expect(letters).toMatchObject([
      {
        name: 'Mira Lind',
        text: ['On https://test.example/paper/articles/harbour/ I say:', 'No.'],
        date: '2025-03-03T09:30:00+05:00',
      },
      { name: 'Míra', text: ['Yes.'] },
      { text: ['On /articles/harbour/ alone.'] },
      { text: ['To /articles/harbour/ no more.'] },
      { text: ['On /articles/harbour/ from a train.'] },
    ]);
  });

  test.each<[string, Buffer, string]>([
    ['that says nothing of an article', free('Buy our ships.'), 'left out Mira Lind I701'],
    ['about an article that is not here', free('See /articles/nowhere/'), 'left out Mira Lind I701'],
    [
      'of somebody who has no name',
      free('See /articles/harbour/', { From: secrets.address }),
      'left out (without a name) I702',
    ],
    [
      'of somebody whose name is the address',
      free('See /articles/harbour/', { From: `"${secrets.address}" <${secrets.address}>` }),
      'left out (without a name) I702',
    ],
    ['with nothing in it', header(), 'left out Mira Lind I701'],
    [
      'nested without end',
      Buffer.concat([
        header(),
        ...Array.from({ length: 80 }, (_, at) =>
          Buffer.from(`Content-Type: multipart/mixed; boundary="n${at}"\r\n\r\n--n${at}\r\n`),
        ),
      ]),
      'left out (without a name) I101',
    ],
    [
      'with a broken letter attached',
      multipart('mixed', attachment('a.json', '{"id":"a","article":"harbour","name":"M","text":"t')),
      'left out (without a name) I106',
    ],
    [
      'in a message',
      multipart(
        'mixed',
        textPart('Look:', 'utf-8'),
        Buffer.concat([Buffer.from('Content-Type: message/rfc822\r\n\r\n'), eml(letter)]),
      ),
      'left out Mira Lind I701',
    ],
  ])('%s is left out', async (_what, message, told) => {
    const read = await mailed(message);
    expect(read.told).toEqual([told]);
    expect(read.letters).toEqual([]);
    for (const secret of Object.values(secrets)) expect(JSON.stringify(read.report)).not.toContain(secret);
  });
});

describe('a mailbox of 1,000 letters', () => {
  const urdu = 'بارش ہوئی تو بازار بند ہو گئے۔';
  const arabic = 'هطل المطر فأغلقت الأسواق، وعدنا إلى البيت «مبكرا».';
  const english = 'From here on it rained — and “nobody” came.';
  const encodings: MailEncoding[] = ['quoted-printable', 'base64', 'utf-8', 'windows-1256'];

  /** Every tenth is no letter: it says nothing of an article, or is about one that is not here. */
  const messages = Array.from({ length: 1000 }, (_, number) => {
    const encoding = encodings[number % 4]!;
    const words = number % 3 === 0 ? english : number % 3 === 1 || encoding === 'windows-1256' ? arabic : urdu;
    const written: LetterMessage = {
      id: `letter-${number}`,
      article: number % 20 === 0 ? 'nowhere' : number % 2 === 0 ? 'harbour' : 'night-trains',
      name: number % 3 === 0 ? `Mira Lind ${number}` : `ميرا ${number}`,
      text: `${words} ${number}\n\n${words}\n>From the steps, a second line that is long enough not to be a line of a verse.`,
      date: new Date(Date.UTC(2025, 0, 1) + number * 60_000).toISOString(),
    };
    const isLetter = number % 10 !== 0;
    const message = number % 20 === 10 ? Buffer.concat([header(), textPart(words, encoding)]) : eml(written, encoding);
    return { written, isLetter, message };
  });

  test('comes in whole: every text as it was written, every message told, once', async () => {
    const data = paper();
    const files = { inbox: mbox(messages.map(({ message }) => message)) };
    const report = await imported(data, files);
    expect(report.sum).toEqual([{ of: 'letter', found: 1000, taken: 900, changed: 0, leftOut: 100 }]);
    const kept = new Map([...lettersIn(data), ...lettersIn(data, 'night-trains')].map((one) => [one.id, one]));
    const expected = messages.filter(({ isLetter }) => isLetter);
    expect(kept.size).toBe(expected.length);
    for (const { written } of expected) {
      const { id, name, text, date } = written;
      expect(kept.get(id)).toMatchObject({
        name,
        text: text.replace('\n>', ' >').split('\n\n'),
        date,
        status: 'waiting',
      });
    }
    expect(errorsIn(data)).toEqual([]);
    const all = ['harbour', 'night-trains']
      .map((slug) => readFileSync(join(data, `responses/${slug}.json`), 'utf8'))
      .join('');
    for (const secret of Object.values(secrets)) {
      expect(all).not.toContain(secret);
      expect(JSON.stringify(report)).not.toContain(secret);
    }
    const again = await imported(data, files);
    expect([again.written, again.sum]).toEqual([
      [],
      [{ of: 'letter', found: 1000, taken: 0, changed: 0, leftOut: 1000 }],
    ]);
  });
});
