/** `fetch` with two retries and a timeout, for a connection that comes and goes. */

const retries = 2;
/** How long a server may take to begin its answer, in milliseconds; the answer itself may take longer. */
const timeout = 15_000;

/** A server answered, but not with what was asked for: 500, 503, half an answer. */
export class Refused extends Error {}

/** Rejects without a retry when the browser is offline or the timeout is over. */
export async function persistentFetch(url: string): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const answering = new AbortController();
    const timer = setTimeout(() => answering.abort(), timeout);
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
