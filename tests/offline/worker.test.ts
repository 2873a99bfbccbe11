/** The service worker as a part: what it answers, and from where. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openKept } from '../../src/offline/kept.ts';
import { keptAtHeader } from '../../src/publication/keeping.ts';
import { pageShape } from '../../src/publication/page.ts';
import { article, cut, file, never, shell, textOf, usePaper, visit } from './paper.ts';
import { bundledWorker, newDevice } from './worker-scope.ts';

const paper = usePaper();

const dataOfArticle = JSON.stringify({
  shape: pageShape,
  kind: 'article',
  frame: {},
  head: { title: 'Kept & whole' },
  headline: 'Kept & whole',
  kicker: { text: 'Reading' },
  byline: [],
  portraits: [],
  minutes: '1 minute',
  around: {},
  texts: { body: '<p>All of the text.</p>' },
});

async function keepArticle(data = dataOfArticle): Promise<void> {
  const kept = await openKept('/');
  const picture = { url: '/images/kept.png', type: 'image/png', bytes: new TextEncoder().encode('picture').buffer };
  const page = { address: article, title: 'Kept', hash: 'hash', kept: '2026-11-01T00:00:00.000Z' };
  await kept.keep([{ ...page, data, files: [picture] }], 'saved');
  kept.close();
}

afterEach(() => {
  vi.useRealTimers();
});

/** The database has answered, and the line is waited for: the two of them have a clock each. */
const isWaiting = async () => {
  await expect.poll(() => vi.getTimerCount()).toBe(2);
};

/** The database runs on `setImmediate`, which goes on. */
const stopTheClock = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });

describe('what it leaves to the browser', () => {
  test.for([
    ['a POST', '/articles/kept/', { method: 'POST' }],
    ['a range', '/assets/index-1.js', { headers: { range: 'bytes=0-1' } }],
    ['another origin', 'https://other.test/assets/index-1.js', {}],
    ['a file that is opened as a document', '/feed.xml', { navigates: true }],
  ] as const)('%s', async ([, path, how]) => {
    const worker = await paper.installed();
    expect(worker.answer(path, how)).toBeUndefined();
  });

  test('what is outside its base', async () => {
    paper.device = newDevice(await bundledWorker('/folder/'), paper.online);
    const worker = paper.device.start(shell);
    expect(worker.answer('/', { navigates: true })).toBeUndefined();
    expect(worker.answer('/assets/index-1.js')).toBeUndefined();
    expect(worker.answer('/folder/', { navigates: true })).toBeDefined();
  });

  test('which code the host has: it is asked, and nothing else answers', async () => {
    const worker = await paper.installed();
    expect(await textOf(worker.answer('/version.json'))).toBe('{"code":"index-1.js"}');
    paper.device.network = cut;
    await expect(worker.answer('/version.json')).rejects.toThrow('Failed to fetch');
  });
});

describe('with a line', () => {
  test('documents, data and pictures are those of the network', async () => {
    await keepArticle();
    const worker = await paper.installed();
    expect(await textOf(visit(worker, article))).toContain('New text');
    expect(await textOf(worker.answer(`${article}page.json`))).toBe('{"new":true}');
    expect(await textOf(worker.answer('/images/kept.png', { destination: 'image' }))).toBe('new picture');
  });

  test('code is that of the shell, and not asked for again; any other is asked for, and not stored', async () => {
    const worker = await paper.installed();
    paper.site.set('/assets/other.js', () => file('other', 'js'));
    expect(await textOf(worker.answer('/assets/index-1.js'))).toBe('index 1');
    expect(paper.asked).toEqual([]);
    expect(await textOf(worker.answer('/assets/other.js'))).toBe('other');
    expect([...(paper.device.stored.get('broadsheet:/:shell:one')?.keys() ?? [])]).not.toContain('/assets/other.js');
  });

  test('a face is stored when it is used; a page in its place is not', async () => {
    const worker = await paper.installed();
    paper.site.set('/assets/face.woff2', () => file('face', 'woff2'));
    paper.site.set('/assets/foreign.woff2', () => file('<h1>Wi-Fi</h1>', 'html'));
    await textOf(worker.answer('/assets/face.woff2', { destination: 'font' }));
    await textOf(worker.answer('/assets/foreign.woff2', { destination: 'font' }));
    const stored = () => [...(paper.device.stored.get('broadsheet:/:shell:one')?.keys() ?? [])];
    await expect.poll(stored).toContain('/assets/face.woff2');
    expect(stored()).not.toContain('/assets/foreign.woff2');
  });

  test('a page that is gone is gone, though a copy is kept', async () => {
    await keepArticle();
    const worker = await paper.installed();
    paper.site.set(article, () => file('gone', 'html', 404));
    paper.site.set(`${article}page.json`, () => file('gone', 'html', 404));
    expect((await visit(worker, article))?.status).toBe(404);
    expect((await worker.answer(`${article}page.json`))?.status).toBe(404);
  });

  test('a host in trouble does not hinder reading what is kept', async () => {
    await keepArticle();
    const worker = await paper.installed();
    paper.site.set(article, () => file('trouble', 'html', 503));
    paper.site.set(`${article}page.json`, () => file('trouble', 'html', 503));
    paper.site.set('/', () => file('trouble', 'html', 503));
    expect(await textOf(visit(worker, article))).toContain('All of the text.');
    expect(await textOf(worker.answer(`${article}page.json`))).toBe(dataOfArticle);
    expect((await visit(worker, '/'))?.status).toBe(503);
  });

  test('a stranger’s page is not believed to be data', async () => {
    await keepArticle();
    const worker = await paper.installed();
    paper.site.set(`${article}page.json`, () => file('<h1>Wi-Fi</h1>', 'html'));
    const response = await worker.answer(`${article}page.json`);
    expect(response?.headers.get(keptAtHeader)).toBe('2026-11-01T00:00:00.000Z');
    expect(await response?.text()).toBe(dataOfArticle);
  });

  test('a database that never answers delays nothing', async () => {
    const worker = await paper.installed();
    indexedDB.open = () => new EventTarget() as IDBOpenDBRequest;
    expect(await textOf(visit(worker, article))).toContain('New text');
    expect(await textOf(worker.answer(`${article}page.json`))).toBe('{"new":true}');
  });

  test('caches that the browser lost stop nothing', async () => {
    const worker = await paper.installed();
    paper.device.cachesAreBroken = true;
    expect(await textOf(worker.answer('/assets/index-1.js'))).toBe('index 1');
    paper.site.set('/assets/face.woff2', () => file('face', 'woff2'));
    expect(await textOf(worker.answer('/assets/face.woff2'))).toBe('face');
  });
});

describe('without a line', () => {
  test('a kept page is answered with its text, its data and the code of the shell', async () => {
    await keepArticle();
    const worker = await paper.installed();
    paper.device.network = cut;
    const html = (await textOf(visit(worker, `${article}index.html`))) ?? '';
    expect(html).toContain('<title>Kept &amp; whole</title>');
    expect(html).toContain('All of the text.');
    expect(html).toContain('/assets/index-1.js');
    expect(await textOf(worker.answer('/assets/index-1.js'))).toBe('index 1');
    expect(await textOf(worker.answer('/images/kept.png', { destination: 'image' }))).toBe('picture');
    expect(await textOf(worker.answer(`${article}page.json`))).toBe(dataOfArticle);
  });

  test('a page that is not kept is the document that says so; its data fails as it would without a worker', async () => {
    const worker = await paper.installed();
    paper.device.network = cut;
    expect(await textOf(visit(worker, '/articles/other/'))).toContain('No connection');
    expect((await worker.answer('/articles/other/page.json'))?.type).toBe('error');
    await expect(worker.answer('/images/other.png', { destination: 'image' })).rejects.toThrow('Failed to fetch');
  });

  test('a line that is silent is waited for three seconds, and for ten is not tried again', async () => {
    await keepArticle();
    const worker = await paper.installed();
    stopTheClock();
    paper.device.network = never;
    const answers: string[] = [];
    const read = async (name: string) => {
      await textOf(worker.answer(`${article}page.json`));
      answers.push(name);
    };
    const first = read('first');
    await isWaiting();
    await vi.advanceTimersByTimeAsync(2900);
    expect(answers).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    await first;
    await read('second');
    await vi.advanceTimersByTimeAsync(10_000);
    const third = read('third');
    await isWaiting();
    await vi.advanceTimersByTimeAsync(2500);
    expect(answers).toEqual(['first', 'second']);
    await vi.advanceTimersByTimeAsync(1000);
    await third;
  });

  test('a silent line is waited for longer where nothing is kept', async () => {
    const worker = await paper.installed();
    stopTheClock();
    paper.device.network = never;
    let html: string | undefined;
    const answered = textOf(visit(worker, '/articles/other/')).then((text) => (html = text));
    await isWaiting();
    await vi.advanceTimersByTimeAsync(14_000);
    expect(html).toBeUndefined();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await answered).toContain('No connection');
  });

  test('a kept picture does not wait for a silent line either', async () => {
    await keepArticle();
    const worker = await paper.installed();
    stopTheClock();
    paper.device.network = never;
    const answered = textOf(worker.answer('/images/kept.png', { destination: 'image' }));
    await isWaiting();
    await vi.advanceTimersByTimeAsync(3100);
    expect(await answered).toBe('picture');
  });

  test('a database that never answers leaves the document that says that there is no line', async () => {
    const worker = await paper.installed();
    stopTheClock();
    paper.device.network = cut;
    indexedDB.open = () => new EventTarget() as IDBOpenDBRequest;
    const answered = textOf(visit(worker, article));
    await vi.advanceTimersByTimeAsync(3000);
    expect(await answered).toContain('No connection');
  });

  test('a database whose connection has died is opened again', async () => {
    await keepArticle();
    const worker = await paper.installed();
    const opened: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (...given) => {
      const opening = open(...given);
      opening.addEventListener('success', () => opened.push(opening.result));
      return opening;
    };
    paper.device.network = cut;
    await textOf(visit(worker, article));
    opened[0]?.close();
    expect(await textOf(visit(worker, article))).toContain('All of the text.');
  });

  test.for([
    ['of later code', JSON.stringify({ ...JSON.parse(dataOfArticle), shape: pageShape + 1 })],
    ['of code before', JSON.stringify({ ...JSON.parse(dataOfArticle), shape: pageShape - 1 })],
  ])('data %s is a text to read, without the code that could not show it', async ([, data]) => {
    await keepArticle(data);
    const worker = await paper.installed();
    paper.device.network = cut;
    const html = await textOf(visit(worker, article));
    expect(html).toContain('All of the text.');
    expect(html).not.toContain('type="module"');
  });

  test('data that is damaged is as none', async () => {
    await keepArticle('{"shape":');
    const worker = await paper.installed();
    paper.device.network = cut;
    expect(await textOf(visit(worker, article))).toContain('No connection');
  });
});
