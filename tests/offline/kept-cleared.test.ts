/** Where the browser clears the data of the site, whoever asks is told, and nobody else. */
import { expect, test, vi } from 'vitest';
import 'fake-indexeddb/auto';
import { openKept } from '../../src/offline/kept.ts';

test('its windows throw nothing where the browser clears the data of the site under them', async () => {
  const thrown: unknown[] = [];
  const told = (reason: unknown) => thrown.push(reason);
  process.on('unhandledRejection', told);
  try {
    const kept = await openKept('/');
    const transactions: IDBTransaction[] = [];
    // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
    const begin = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function begun(this: IDBDatabase, ...given) {
      const transaction = begin.apply(this, given);
      transactions.push(transaction);
      return transaction;
    });
    const asked = [kept.page('/'), kept.pages(), kept.addReason('/', 'read'), kept.release(['/'])];
    for (const transaction of transactions) transaction.abort();
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(asked.map(() => 'rejected'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(thrown).toEqual([]);
    kept.close();
  } finally {
    process.off('unhandledRejection', told);
  }
});
