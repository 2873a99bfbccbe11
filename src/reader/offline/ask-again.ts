/**
 * Asks again what a lost line has cut off, until it is ended: at once when the browser says that the line is back, and
 * after 1, 2, 4 … 30 seconds, since one that has just come back may not carry anything yet, and one that the browser
 * believes in may be dead; those, where `mayTry` allows it. Answers how to end it.
 */
export function askAgain(ask: () => void, mayTry = () => true): () => void {
  let wait = 1000;
  let timer: ReturnType<typeof setTimeout>;
  const askLater = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // A window that nobody looks at can wait.
      if (document.visibilityState === 'visible' && mayTry()) ask();
      wait = Math.min(wait * 2, 30_000);
      askLater();
    }, wait);
  };
  const askNow = () => {
    wait = 1000;
    ask();
    askLater();
  };
  askLater();
  addEventListener('online', askNow);
  return () => {
    clearTimeout(timer);
    removeEventListener('online', askNow);
  };
}
