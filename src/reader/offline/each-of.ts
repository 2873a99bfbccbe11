/** Runs tasks one after the other, also where one fails; rejects at the end with the last failure. */
export async function eachOf(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const task of tasks) await task().catch((cause: unknown) => failures.push(cause));
  if (failures.length > 0) throw failures.at(-1);
}
