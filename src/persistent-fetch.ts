/** `fetch` with two retries and a timeout, for a connection that comes and goes. */

const retries = 2;
/** How long a server may take to begin its answer, and how long to end it, in milliseconds. */
const timeout = { begin: 15_000, end: 60_000 };

/** A server answered, but not with what was asked for: 500, 503, half an answer. */
export class Refused extends Error {}

/** Rejects without a retry when the browser is offline or the timeout is over. */
export async function persistentFetch(url: string): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const answering = new AbortController();
    const timer = setTimeout(() => answering.abort(), timeout.begin);
    try {
      const response = await fetch(url, { signal: answering.signal });
      // An answer that is whole by then hears nothing of it.
      setTimeout(() => answering.abort(), timeout.end);
      return response;
    } catch (cause) {
      if (attempt === retries || !navigator.onLine || answering.signal.aborted) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 150 + 350 * Math.random()));
    } finally {
      clearTimeout(timer);
    }
  }
}
