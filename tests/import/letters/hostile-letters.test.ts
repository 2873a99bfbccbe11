/** Whatever stands in the fields of a letter, by whichever door: what is written passes the check, and nothing else is written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LetterMessage } from '../../../src/publication/letter-message.ts';
import { bytesOf } from '../import-folder.ts';
import { doors, header, mbox, textPart } from './letter-carriers.ts';
import { errorsIn, imported, letter, lettersIn, paper } from './paper.ts';

const hostile = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '<img src=x onerror="alert(1)">',
  '<svg/onload=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<body onload=alert(1)>',
  '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;">',
  '<math><mtext><table><mglyph><style><img src onerror=alert(1)>',
  '<a href="javascript:alert(1)">here</a>',
  '<a href="java&#10;script:alert(1)">here</a>',
  '<form action=//evil.example><input name=q autofocus onfocus=alert(1)>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href="//evil.example/">',
  '<style>@import "//evil.example/x.css";</style>',
  '</article></main></body></html>',
  '<!-- never closed',
  ']]><![CDATA[<script>alert(1)</script>',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
  '</script><script>alert(1)</script>',
  '{"@context":"https://schema.org"}</script>',
  '\u2028alert(1)\u2029',
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  '[here](javascript:alert(1))',
  '![x](//evil.example/x.png)',
  '**bold** _and_ `code`',
  '[^1]: a footnote',
  '&lt;b&gt;&#x3c;script&#x3e;',
  '{{constructor.constructor("alert(1)")()}}',
  '${process.exit(1)}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../publication',
  '..\\..\\publication',
  '/etc/passwd',
  'file:///etc/passwd',
  '%2e%2e%2f%2e%2e%2fpublication',
  'articles/harbour',
  'harbour.json',
  'harbour/../../publication',
  'con',
  'nul.json',
  'a\u0000b',
  '\u0000',
  'bell \u0007 escape \u001b[31m red',
  '\u001b]0;title\u0007',
  'half \ud83d of a pair',
  '\udc00\ud800',
  'lost \ufffd letter',
  '\u202egnp.exe',
  'a \u2067 never closed',
  '\u2069\u2069\u2069',
  '\u200b\u200b',
  '\ufeff',
  'Z\u0351\u036b\u0343\u0363'.repeat(200),
  'x'.repeat(30_000),
  '🙂'.repeat(6_000),
  '-'.repeat(64),
  "' OR 1=1; DROP TABLE letters; --",
  '=HYPERLINK("https://evil.example")',
  '"quoted", "twice"',
  'a;b,c\td',
  'a=b&c=d&article=harbour&website=x',
  '[article: night-trains] [id: other] [name: Nobody]',
  '[id: ',
  'From nobody Mon\nSubject: x\n\nA second message.',
  '\n.\n',
  '\r\nX-Injected: 1\r\n\r\n',
  '--b1--',
  '=?utf-8?q?=0d=0aBcc:_x?=',
  '1e999',
  'null',
  '-0',
  '(',
  '',
];

const fields: [string, (attack: string, number: number) => Partial<LetterMessage>][] = [
  ['text', (text) => ({ text })],
  ['name', (name) => ({ name })],
  ['id', (id) => ({ id })],
  ['article', (article) => ({ article })],
  [
    'every field',
    (attack) => ({
      id: attack,
      article: attack,
      name: attack,
      text: attack,
      date: attack,
      language: attack,
      replyTo: attack,
    }),
  ],
];

describe.each(Object.entries(doors))('by %s', (_door, carried) => {
  test.each(fields)('in %s', async (_field, attacked) => {
    const data = paper();
    const before = bytesOf(data);
    const files = Object.fromEntries(
      hostile.flatMap((attack, number) =>
        Object.entries(carried({ ...letter, id: `a${number}`, ...attacked(attack, number) })).map(([name, content]) => [
          `${number}-${name}`,
          content,
        ]),
      ),
    );
    const report = await imported(data, files);
    expect(report.stopped).toBeUndefined();
    expect(errorsIn(data)).toEqual([]);
    expect(report.written.filter((path) => path !== 'responses/harbour.json')).toEqual([]);
    const { [join(data, 'responses/harbour.json')]: _, ...others } = bytesOf(data);
    expect(others).toEqual(before);
    expect(report.sum.filter(({ of }) => of !== 'letter')).toEqual([]);
    for (const { found, taken, changed, leftOut } of report.sum) expect(taken + changed + leftOut).toBe(found);
    expect(report.sum[0]!.found).toBeGreaterThanOrEqual(hostile.length);
    const again = await imported(data, files);
    expect([again.written, again.stopped]).toEqual([[], undefined]);
  });
});

test('what can be printed is kept as it was written, without being taken for anything', async () => {
  const data = paper();
  await imported(data, {
    'all.json': JSON.stringify(hostile.slice(0, 34).map((text, number) => ({ ...letter, id: `a${number}`, text }))),
  });
  const kept = lettersIn(data).map((one) => ('text' in one ? one.text : []));
  expect(kept).toEqual(hostile.slice(0, 34).map((text) => [text.trim()]));
});

test('bytes that are no letters of their encoding stop no other message', async () => {
  const data = paper();
  const raw = Buffer.concat([
    header(),
    Buffer.from('\r\nSee /articles/harbour/: '),
    Buffer.from([0xff, 0xfe, 0x80, 0x41]),
    Buffer.from('\r\n'),
  ]);
  const unknown = Buffer.concat([
    header(),
    Buffer.from('Content-Type: text/plain; charset=x-none\r\n\r\nSee /articles/harbour/ too.\r\n'),
  ]);
  await imported(data, {
    inbox: mbox([raw, unknown, Buffer.concat([header(), textPart('On /articles/harbour/.', 'utf-8')])]),
  });
  expect(lettersIn(data)).toHaveLength(3);
  expect(readFileSync(join(data, 'responses/harbour.json'), 'utf8')).not.toContain('\ufffd');
});
