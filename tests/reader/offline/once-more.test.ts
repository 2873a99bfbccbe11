/** What is asked for many times while it is under way. */
import { expect, test } from 'vitest';
import { onceMore } from '../../../src/reader/offline/once-more.ts';

test('is done once more, after all were asked for, and anew when it is asked for later', async () => {
  const done: number[] = [];
  let asked = 0;
  const go: (() => void)[] = [];
  const ask = onceMore(async () => {
    done.push(asked);
    await new Promise<void>((resolve) => go.push(resolve));
  });
  const first = ask();
  for (asked = 1; asked < 1000; asked += 1) void ask();
  go.shift()!();
  await expect.poll(() => done).toEqual([0, 1000]);
  go.shift()!();
  await first;
  void ask();
  expect(done).toEqual([0, 1000, 1000]);
});

test('one that failed is told, and can be asked for again', async () => {
  let isBroken = true;
  const ask = onceMore(async () => {
    if (isBroken) throw new Error('no room');
  });
  await expect(ask()).rejects.toThrow('no room');
  isBroken = false;
  await ask();
});
