// @vitest-environment jsdom
/** The script in the head of the document: it shows before the first paint what the settings show later. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Settings } from '../../../src/reader/settings/settings.ts';
import { basePath, freshPublication } from '../windows.ts';
import { clearDocument, mirrorKey, openSettings } from './open-settings.ts';

const root = document.documentElement;

beforeEach(() => {
  freshPublication();
  localStorage.clear();
  clearDocument();
});

describe('the script in the head of the document', () => {
  const [, script = ''] = /<script>([^]*?)<\/script>/.exec(readFileSync('index.html', 'utf8')) ?? [];

  /** The script as the build leaves it, in this document. */
  const run = () => {
    // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval -- it is run as the browser runs it
    new Function(script.replaceAll('%BASE_URL%', basePath()))();
  };

  const applied = () => ({
    ...Object.fromEntries(Object.entries(root.dataset)),
    style: root.getAttribute('style') ?? '',
  });

  test.each([
    {},
    { theme: 'dark', size: 250 },
    { theme: 'black', line: 2.6, letter: 0.2, word: 0.6, paragraph: 3, measure: 60, size: 70 },
    { face: 'legible', urdu: 'naskh', align: 'justify', motion: 'reduced', hyphens: false, keys: false },
  ] as Partial<Settings>[])('does for %o what the app does later', (chosen) => {
    openSettings().choose(chosen);
    const later = applied();
    clearDocument();
    run();
    expect(applied()).toEqual(later);
  });

  test('knows the colour around the page', () => {
    localStorage.setItem(mirrorKey(), JSON.stringify({ shown: { theme: 'dark' }, paper: 'rgb(22, 21, 19)' }));
    run();
    expect(document.querySelector<HTMLMetaElement>('meta[name=theme-color]')?.content).toBe('rgb(22, 21, 19)');
  });

  test('knows the paper of the version before', () => {
    localStorage.setItem(`broadsheet:${basePath()}:theme`, 'sepia');
    run();
    expect(root.dataset['theme']).toBe('sepia');
  });

  test.each([
    ['no storage at all', null],
    ['nonsense', 'nonsense'],
    ['null', 'null'],
    ['a number', '5'],
    ['a size beyond all bounds', '{"shown":{"size":9999}}'],
    ['a size below zero', '{"shown":{"size":-1}}'],
    ['a theme that is markup', '{"shown":{"theme":"\\"><script>"}}'],
    ['a property that is a sheet', '{"shown":{"size":"1; color: red"}}'],
  ])('does nothing where there is %s', (_, text) => {
    if (text !== null) localStorage.setItem(mirrorKey(), text);
    run();
    expect(applied()).toEqual({ style: '' });
  });
});
