/** Runs a task when the page has nothing to do, after `wait` milliseconds at the latest; answers how to call it off. */
export function whenIdle(task: () => void, wait: number): () => void {
  if ('requestIdleCallback' in window) {
    const handle = requestIdleCallback(task, { timeout: wait });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(task, Math.min(wait, 1500));
  return () => clearTimeout(handle);
}
