/** Run in the page of the shelf: fills it, and tells how long its lists take, in milliseconds. */
globalThis.shelfBench = (() => {
  const list = '[aria-labelledby="shelf-saved"]';
  const began = { list: 0, deed: 0 };
  const took = { list: 0, deed: 0 };
  let condition = '';

  /** The frame that shows it has been painted when the task after it runs. */
  const painted = (what) =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        took[what] = performance.now() - began[what];
      }),
    );

  const seen = new MutationObserver(() => {
    if (began.list === 0 && document.querySelector('.shelf')) began.list = performance.now();
    if (!document.querySelector(`${list} li`)) return;
    seen.disconnect();
    painted('list');
  });
  seen.observe(document, { childList: true, subtree: true });

  /** From the next click or letter until something stands in the list. */
  function time(until) {
    condition = `${list} ${until}`;
    took.deed = 0;
    const look = () => (document.querySelector(condition) ? painted('deed') : requestAnimationFrame(look));
    const start = () => {
      began.deed = performance.now();
      look();
    };
    for (const act of ['click', 'input']) addEventListener(act, start, { once: true, capture: true });
  }

  const fill = (count) =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open('broadsheet:/');
      opening.addEventListener('success', () => {
        const transaction = opening.result.transaction('saved', 'readwrite');
        for (let at = 0; at < count; at += 1) transaction.objectStore('saved').put(record(at));
        transaction.addEventListener('error', () => reject(transaction.error));
        transaction.addEventListener('complete', resolve);
      });
    });

  const record = (at) => ({
    article: `river-${at}`,
    about: {
      headline: `What the river does in year ${at}`,
      byline: 'By Amna Khan and Bilal Ahmed',
      section: 'Essays',
      minutes: '7 minutes',
      words: 1600,
    },
    order: at + 1,
    revision: 1,
    changed: '2026-05-03T09:00:00.000Z',
  });

  /** How long it took, as soon as that is known. */
  const taken = (what) =>
    new Promise((resolve) => {
      const look = () => (took[what] > 0 ? resolve(took[what]) : setTimeout(look, 20));
      look();
    });

  return { fill, time, taken };
})();
