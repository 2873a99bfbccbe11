/** Runs inside a measured page, before anything else of it: watches it, and answers what the bench asks. */
{
  const landed = location.href;
  const seen = { lcp: 0, largest: '', tasks: [], hydrated: 0, longest: 0 };

  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('largest-contentful-paint', ({ startTime, element }) => {
    seen.lcp = startTime;
    seen.largest = element?.localName ?? '';
  });
  observe('longtask', ({ startTime, duration }) => {
    seen.tasks.push([startTime, duration]);
    seen.longest = Math.max(seen.longest, duration);
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

  const answerOf = (request) =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
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

    /** The longest task since this was asked before, in milliseconds; 0 where none took 50 or more. */
    longestTask() {
      const { longest } = seen;
      seen.longest = 0;
      return longest;
    },

    report() {
      const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      const after = seen.tasks.filter(([start, duration]) => start + duration > first);
      return {
        lcp: seen.lcp,
        largest: seen.largest,
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

    /** Writes marks from the first paragraph to the last into the reader's database, as the app would. */
    async keepMarks(count) {
      const blocks = [...document.querySelectorAll('main [data-text="body"] :is(p, h2)')];
      const text = blocks.map(({ textContent }) => textContent).join('\n\n');
      const [article] = location.pathname.split('/').slice(-2);
      const time = new Date().toISOString();
      const [{ name }] = await indexedDB.databases();
      const database = await answerOf(indexedDB.open(name));
      const transaction = database.transaction('marks', 'readwrite');
      for (let number = 0; number < count; number += 1) {
        const start = text.indexOf(' ', Math.floor(((text.length - 100) / count) * number)) + 1;
        const end = text.indexOf(' ', start + 20);
        const passage = {
          exact: text.slice(start, end),
          prefix: text.slice(Math.max(0, start - 64), start),
          suffix: text.slice(end, end + 64),
          start,
          end,
          block: text.slice(0, start).split('\n\n').length - 1,
        };
        transaction.objectStore('marks').put({
          id: `mark${number}`,
          article,
          about: { headline: 'Measured' },
          passage,
          colour: ['yellow', 'green', 'blue', 'pink'][number % 4],
          note: '',
          made: time,
          changed: time,
          order: number + 1,
          revision: 1,
        });
      }
      await new Promise((resolve) => {
        transaction.addEventListener('complete', resolve);
      });
      database.close();
    },

    /** Until so many marks are painted. */
    async marksPainted(count) {
      while ([...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) < count) await painted();
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
