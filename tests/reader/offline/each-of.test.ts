/** What is kept one after the other: that one cannot be kept keeps no other from it. */
import { expect, test } from 'vitest';
import { eachOf } from '../../../src/reader/offline/each-of.ts';

test('all are tried, in order, and the last failure is told when all are done', async () => {
  const done: string[] = [];
  const task = (name: string, failure?: Error) => async () => {
    done.push(name);
    if (failure) throw failure;
  };
  const all = [task('one', new Error('no line')), task('two'), task('three', new Error('no room')), task('four')];
  await expect(eachOf(all)).rejects.toThrow('no room');
  expect(done).toEqual(['one', 'two', 'three', 'four']);
});
