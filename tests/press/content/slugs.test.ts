import { expect, test } from 'vitest';
import { cleanedSlug, numbered, slugOf, spelled } from '../../../src/press/content/slugs.ts';

test.each([
  ['The significance of the summit', 'the-significance-of-the-summit'],
  ['Café Straße & Søn', 'cafe-strasse-son'],
  ['Погода в городе', 'pogoda-v-gorode'],
  ['Καλημέρα κόσμε', 'kalimera-kosme'],
  ['Łódź, İzmir, Đà Nẵng', 'lodz-izmir-da-nang'],
  ['Don’t stop', 'dont-stop'],
  ['WHO کی نئی رپورٹ کے مطابق', ''],
  ['今日の天気', ''],
  ['!!!', ''],
  ['long-word '.repeat(20), 'long-word-long-word-long-word-long-word-long-word-long-word-long-word-long-word'],
])('%j is spelled %j', (name, slug) => {
  expect(spelled(name)).toBe(slug);
});

test('a name without letters a-z has a short hash, the same every time, and another for another name', () => {
  expect(slugOf('کراچی میں بارش', 'article')).toMatch(/^article-[0-9a-f]{8}$/);
  expect(slugOf('کراچی میں بارش', 'article')).toBe(slugOf('کراچی میں بارش', 'article'));
  expect(slugOf('کراچی میں دھوپ', 'article')).not.toBe(slugOf('کراچی میں بارش', 'article'));
});

test.each(['index', '404', 'Con', 'page'])('the reserved name %j is never a slug', (name) => {
  expect(slugOf(name, 'article')).toBe(`${name.toLowerCase()}-article`);
  expect(cleanedSlug(name)).toBeUndefined();
});

test.each([
  ['../../.ssh/x', 'ssh-x', true],
  ['/etc/passwd', 'etc-passwd', true],
  ['..\\..\\boot.ini', 'boot-ini', true],
  ['my_old-Slug', 'my-old-slug', false],
  ['%D0%BF%D0%BE%D0%B3%D0%BE%D0%B4%D0%B0', 'pogoda', false],
  ['100%', '100', false],
])('the slug %j of a file becomes %j', (written, slug, cleaned) => {
  expect(cleanedSlug(written)).toEqual({ slug, cleaned });
});

test('a taken slug is numbered', () => {
  const taken = new Set(['rain', 'rain-2']);
  expect(numbered('rain', (slug) => taken.has(slug))).toBe('rain-3');
  expect(numbered('sun', (slug) => taken.has(slug))).toBe('sun');
});
