/** Runs inside a measured page, before anything else of it: watches it, and answers what the bench asks. */
{
  const landed = location.href;
  const seen = { lcp: 0, tasks: [], hydrated: 0 };

  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('largest-contentful-paint', ({ startTime }) => {
    seen.lcp = startTime;
  });
  observe('longtask', ({ startTime, duration }) => {
    seen.tasks.push([startTime, duration]);
  });

  /** React reaches the links in their order, so the last one tells that all are taken over. */
  const look = setInterval(() => {
    const last = [...document.querySelectorAll('#root a')].findLast((link) => !link.closest('[data-text]'));
    if (!last || !Object.keys(last).some((key) => key.startsWith('__reactProps$'))) return;
    seen.hydrated = performance.now();
    clearInterval(look);
  }, 8);

  const pause = (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    });

  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', resolve);
        port1.start();
        port2.postMessage('');
      });
    });

  const resources = () => performance.getEntriesByType('resource');

  window.bench = {
    isHydrated: () => seen.hydrated > 0,

    /** Until nothing was asked for during a while, so that also what is fetched when idle is there. */
    async quiet(still) {
      const end = performance.now() + 20_000;
      for (let before = -1; before !== resources().length && performance.now() < end;) {
        before = resources().length;
        await pause(still);
      }
    },

    report() {
      const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      const after = seen.tasks.filter(([start, duration]) => start + duration > first);
      return {
        lcp: seen.lcp,
        hydrated: seen.hydrated,
        blocking: after.reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0),
        requests: [...performance.getEntriesByType('navigation'), ...resources()].map(({ name, encodedBodySize }) => ({
          path: new URL(name).pathname,
          bytes: encodedBodySize,
        })),
      };
    },

    /** Marks the first link among `selector` whose page is in memory already, or is not. */
    pick(selector, kept) {
      const fetched = new Set([...resources().map(({ name }) => name), `${landed}page.json`]);
      document.querySelector('[data-picked]')?.removeAttribute('data-picked');
      const link = [...document.querySelectorAll(selector)].find(
        ({ href }) => href !== location.href && fetched.has(`${href}page.json`) === kept,
      );
      link?.setAttribute('data-picked', '');
      return link !== undefined;
    },

    /** Types a whole query at once; answers the time until the first result was painted. */
    async search(text) {
      const field = document.querySelector('input[type=search]');
      const started = performance.now();
      const shown = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (!document.querySelector('.result')) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.querySelector('main'), { childList: true, subtree: true });
      });
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await shown;
      await painted();
      return performance.now() - started;
    },

    /** Clicks the marked link without the pointer coming near; answers the time until the new h1 was painted. */
    async follow() {
      const link = document.querySelector('[data-picked]');
      const before = document.querySelector('h1').textContent;
      await pause(0);
      const started = performance.now();
      link.click();
      await new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          const heading = document.querySelector('h1');
          if (!heading || heading.textContent === before) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.documentElement, { childList: true, subtree: true, characterData: true });
      });
      await painted();
      return performance.now() - started;
    },
  };
}
