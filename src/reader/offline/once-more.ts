/**
 * A task that is under way at most once: however often it is asked for meanwhile, it is done once more after that, with
 * what is there then. A failure is told to who began it.
 */
export function onceMore(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAsked = false;
  const run = async () => {
    do {
      isAsked = false;
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await task();
    } while (isAsked);
  };
  return () => {
    isAsked = true;
    return (running ??= run().finally(() => {
      running = undefined;
    }));
  };
}
