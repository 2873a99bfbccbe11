/**
 * Ends the transactions of a page that the reader leaves. Safari puts such a page away as it stands, to be shown again
 * by Back, and what waits for the stores of its transactions, in any window or worker, then waits for ever. What has
 * been committed, if only just, stays so.
 */
type Ending = { readonly done: Promise<void>; abort(): void };

const underWay = new Set<Ending>();
const left = new WeakSet<Ending>();

/** Ends it when the page is left before it is complete. */
export function endWhenLeft(transaction: Ending): void {
  underWay.add(transaction);
  const ended = () => void underWay.delete(transaction);
  transaction.done.then(ended, ended);
}

/** Whether it was ended so. The page is shown again then: nobody else can ask. */
export const wasLeft = (transaction: Ending): boolean => left.has(transaction);

/** What happens when the page is left. */
export function endAllUnderWay(): void {
  for (const transaction of underWay) {
    try {
      transaction.abort();
      left.add(transaction);
    } catch {
      // It was committed at this moment.
    }
  }
}

// Before whatever is written because the page is left: that may still be committed. A worker is never left.
globalThis.addEventListener?.('pagehide', endAllUnderWay);
