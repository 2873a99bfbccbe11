/** Which addresses a link may have, judged as browsers read them. */
import { describe, expect, it } from 'vitest';
import { webAddressOf } from '../../../src/press/markdown/web-address.ts';

describe('an address is judged as browsers read it', () => {
  const cases = [
    { written: 'https://a.example', judged: { kind: 'away', href: 'https://a.example', secure: true, rel: true } },
    {
      written: 'HTTPS://A.example/ü',
      judged: { kind: 'away', href: 'https://a.example/%C3%BC', secure: true, rel: true },
    },
    { written: 'http:a.example', judged: { kind: 'away', href: 'http://a.example/', secure: false, rel: true } },
    { written: ' https://a.example\n', judged: { kind: 'away', href: 'https://a.example', secure: true, rel: true } },
    {
      written: 'mailto:a@b.example?subject=c',
      judged: { kind: 'away', href: 'mailto:a@b.example?subject=c', secure: true, rel: false },
    },
    { written: '/articles/a/', judged: { kind: 'own', href: '/articles/a/' } },
    { written: '/search/?q=../x', judged: { kind: 'own', href: '/search/?q=../x' } },
    { written: '#h-خبر', judged: { kind: 'own', href: '#h-خبر' } },
    { written: '/100%/', judged: { kind: 'own', href: '/100%/' } },
  ];
  it.each(cases)('$written', ({ written, judged }) => expect(webAddressOf(written)).toEqual(judged));

  const refused = [
    { written: '', code: 'A316' },
    { written: 'foo/', code: 'A316' },
    { written: './foo/', code: 'A316' },
    { written: '?q=a', code: 'A316' },
    { written: '/a/../b/', code: 'A316' },
    { written: '/a\\b', code: 'A316' },
    { written: '//a.example', code: 'A401' },
    { written: '\\\\a.example', code: 'A401' },
    { written: '/\t/a.example', code: 'A401' },
    { written: 'https://', code: 'A401' },
    { written: 'https://a:b@c.example', code: 'A401' },
    { written: '\u0001javascript:a', code: 'A401' },
    { written: 'jav\naSCRIPT:a', code: 'A401' },
    { written: 'javascript%3aa', code: 'A401' },
    { written: 'tel:123', code: 'A401' },
  ];
  it.each(refused)('refuses $written', ({ written, code }) =>
    expect(webAddressOf(written)).toMatchObject({ kind: 'refused', code }),
  );
});
