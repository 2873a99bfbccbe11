/** A tab that lacks something loads its document again once for each pair of codes, whatever order hosts answer in. */
import { afterEach, expect, test, vi } from 'vitest';
import { reloadOnce } from '../src/renewal.ts';

const reload = vi.fn<() => void>();

/** The same tab, with the document of some code. */
const withCode = (code: string) =>
  vi.stubGlobal('document', { querySelector: () => ({ src: `https://paper.test/assets/${code}` }) });

afterEach(() => vi.unstubAllGlobals());

test('two hosts that have each another code do not make it load for ever', () => {
  const values = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  });
  vi.stubGlobal('location', { reload });
  withCode('a.js');
  expect(reloadOnce('b.js')).toBe(true);
  withCode('b.js');
  expect(reloadOnce('a.js')).toBe(true);
  withCode('a.js');
  expect(reloadOnce('b.js')).toBe(false);
  expect(reloadOnce('c.js')).toBe(true);
  withCode('b.js');
  expect(reloadOnce('a.js')).toBe(false);
});
