/** What a reader has kept on purpose, counted. Places come by themselves, and settings have a mirror of their own. */
import type { StoreName } from './records.ts';
import type { Store } from './store.ts';

export const keptOnPurpose = ['saved', 'marks', 'responses'] as const satisfies StoreName[];

/** `shown` is what the reader can see; `all` counts also what was removed or put aside as unsound. */
export async function countKept(store: Store): Promise<{ shown: number; all: number }> {
  const counts = await store.read([...keptOnPurpose], ({ count }) =>
    Promise.all(keptOnPurpose.map(async (name) => [await count(name), await count(name, 'deleted')] as const)),
  );
  const records = counts.reduce((sum, [whole]) => sum + whole, 0);
  const removed = counts.reduce((sum, [, gone]) => sum + gone, 0);
  return { shown: records - removed, all: records + (await store.countUnsound()) };
}
