/** Does it for one after the other, also where it fails for one; rejects at the end with the last failure. */
export async function eachOf<Item>(items: readonly Item[], task: (item: Item) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await task(item).catch((cause: unknown) => failures.push(cause));
  if (failures.length > 0) throw failures.at(-1);
}
