/** Which icon a publication has, and where its drawn name is for the sheet. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { iconOf, lookOf } from '../../../src/press/theme/look.ts';
import { shipped, themeOf } from '../../../src/press/theme/theme.ts';

const shippedFile = 'public/icon.svg';
const drawn = readFileSync(shippedFile, 'utf8');

test('the icon is the one of the publication', () => {
  expect(iconOf({ icon: { svg: '<svg/>', ratio: 1 } }, shipped, shippedFile)).toBe('<svg/>');
});

test('without one it is the shipped one, as it is, or in the colours of the light paper', () => {
  expect(iconOf({}, shipped, shippedFile)).toBe(drawn);
  // Each takes the place of the other.
  const turned = themeOf({ light: { accent: '#fffdf9', paper: '#8c1c13' } });
  const icon = iconOf({}, turned, shippedFile);
  expect(icon).toBe(drawn.replace('#8c1c13', '@').replace('#fffdf9', '#8c1c13').replace('@', '#fffdf9'));
});

test('the drawn name is a file, the same for the same drawing', () => {
  const cache = mkdtempSync(join(tmpdir(), 'look-'));
  const named = (svg: string) => lookOf({ theme: {}, nameplate: { svg, ratio: 5 } }, cache).nameplate!;
  expect(lookOf({ theme: { measure: 30 } }, cache)).toEqual({ theme: { ...shipped, measure: 30 } });
  expect(readFileSync(named('<svg/>').file, 'utf8')).toBe('<svg/>');
  expect(named('<svg/>')).toEqual(named('<svg/>'));
  expect(named('<svg></svg>').file).not.toBe(named('<svg/>').file);
  rmSync(cache, { recursive: true });
});
