/** What is kept one after the other: that one cannot be kept keeps no other from it. */
import { expect, test } from 'vitest';
import { eachOf } from '../../../src/reader/offline/each-of.ts';

test('all are tried, in order, and the last failure is told when all are done', async () => {
  const done: string[] = [];
  const failures: Record<string, Error> = { one: new Error('no line'), three: new Error('no room') };
  const task = async (name: string) => {
    done.push(name);
    if (failures[name]) throw failures[name];
  };
  await expect(eachOf(['one', 'two', 'three', 'four'], task)).rejects.toThrow('no room');
  expect(done).toEqual(['one', 'two', 'three', 'four']);
});
