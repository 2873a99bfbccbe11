/** Of the faces that code imports, those are files of the site that it names. */
import type { Rollup } from 'vite';
import { expect, test } from 'vitest';
import { leaveOutUnusedFaces } from '../../../src/press/faces/unused-faces.ts';

test('a face that neither code nor a sheet names is left out, and nothing else', () => {
  const asset = (source: string | Uint8Array) => ({ type: 'asset', source });
  const bundle = {
    'assets/index-1.js': { type: 'chunk', code: 'face("/assets/inter-1.woff2")' },
    'assets/index-1.css': asset('@font-face{src:url(/assets/literata-1.woff2)}'),
    'assets/inter-1.woff2': asset(new Uint8Array(1)),
    'assets/literata-1.woff2': asset(new Uint8Array(1)),
    'assets/atkinson-1.woff2': asset(new Uint8Array(1)),
    'assets/nameplate-1.svg': asset('<svg/>'),
  } as unknown as Rollup.OutputBundle;
  const before = Object.keys(bundle);
  leaveOutUnusedFaces(bundle);
  expect(Object.keys(bundle)).toEqual(before.filter((file) => file !== 'assets/atkinson-1.woff2'));
});
