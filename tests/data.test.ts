/** The content that is shipped is right. */
import { expect, it } from 'vitest';
import { inForm } from '../src/press/content/problems.ts';
import { readContent } from '../src/press/content/validate.ts';

it('src/data has no errors', async () => {
  const { problems } = await readContent('src/data', { base: '/', now: new Date(), includeUnpublished: false });
  expect(problems.filter(({ severity }) => severity === 'error').map(inForm)).toEqual([]);
});
