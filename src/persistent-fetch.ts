/** `fetch` for a line that comes and goes: asks up to three times, and waits for no answer for ever. */

const retries = 2;
/** How long a server may take to begin its answer, in milliseconds; the answer itself may take longer. */
const patience = 15_000;

/** A flaky line is tried again; whoever is offline, or has waited long enough, is told at once. */
export async function persistentFetch(url: string): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const answering = new AbortController();
    const timer = setTimeout(() => answering.abort(), patience);
    try {
      return await fetch(url, { signal: answering.signal });
    } catch (cause) {
      if (attempt === retries || !navigator.onLine || answering.signal.aborted) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 150 + 350 * Math.random()));
    } finally {
      clearTimeout(timer);
    }
  }
}
