/** The HTML of every page is valid, by a validator that is not ours. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, inject, test } from 'vitest';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Matters of taste, which React and Vite decide.
    'void-style': 'off',
    'no-inline-style': 'error',
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    // Said by axe, with the page as it is shown.
    'wcag/h30': 'off',
    'no-redundant-role': 'off',
  },
});

async function faultsOf(html: string, file: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file);
  return results
    .flatMap(({ messages }) => messages)
    .filter(({ severity }) => severity === 2)
    .map(({ ruleId, message, line, column }) => `${file}:${line}:${column} ${ruleId} ${message}`);
}

test('the validator sees what is wrong', async () => {
  expect(
    await faultsOf('<!doctype html><html lang="en"><title>x</title><p><div>a</div></p>', 'wrong.html'),
  ).not.toEqual([]);
});

test('every page of the built site', async () => {
  const site = inject('shippedSite');
  const faults: string[] = [];
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  expect(files.length).toBeGreaterThan(50);
  for (const file of files) faults.push(...(await faultsOf(readFileSync(join(site, file), 'utf8'), file)));
  expect(faults).toEqual([]);
});
