/** The service worker as a part: what it answers, from where, and what it stores. */
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openKept } from '../../src/offline/kept.ts';
import { keptAtHeader } from '../../src/publication/keeping.ts';
import { pageShape } from '../../src/publication/page.ts';
import { bundledWorker, newDevice, type Device, type StartedWorker } from './worker-scope.ts';

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  woff2: 'font/woff2',
};

const file = (text: string, type: string, status = 200) =>
  new Response(text, { status, headers: { 'content-type': types[type] ?? type } });

/** A document as the press writes it, as far as the worker looks at it. */
const documentOf = (script: string, text: string) =>
  `<html><head><title>Paper</title><script type="module" crossorigin src="${script}"></script></head><body>` +
  `<div id="root"><div class="layout layout-failed"><main>${text}</main></div></div>` +
  `<script type="application/json" id="page">{}</script></body></html>`;

const shell = { id: 'one', files: ['offline.html', 'assets/index-1.js', 'assets/late-1.js', 'assets/index-1.css'] };

/** The files of the site by their paths. */
let site: Map<string, () => Response>;
let asked: { path: string; cache?: string }[];
let code: string;
let device: Device;

const online = async (path: string, how: { cache?: string } = {}) => {
  asked.push({ path, ...how });
  return site.get(path)?.() ?? file('Not found', 'text/plain', 404);
};
const cut = () => Promise.reject(new TypeError('Failed to fetch'));
const never = () => new Promise<Response>(() => {});

const article = '/articles/kept/';
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

async function installed(): Promise<StartedWorker> {
  const worker = device.start(shell);
  await worker.install();
  await worker.activate();
  asked.length = 0;
  return worker;
}

const textOf = async (response: Promise<Response> | undefined) => (await response)?.text();
const visit = (worker: StartedWorker, path: string) => worker.answer(path, { navigates: true });

beforeAll(async () => {
  code = await bundledWorker();
});

beforeEach(() => {
  asked = [];
  site = new Map([
    ['/offline.html', () => file(documentOf('/assets/index-1.js', 'No connection'), 'html')],
    ['/assets/index-1.js', () => file('index 1', 'js')],
    ['/assets/late-1.js', () => file('late 1', 'js')],
    ['/assets/index-1.css', () => file('sheet 1', 'css')],
    ['/', () => file(documentOf('/assets/index-1.js', 'Front'), 'html')],
    [article, () => file(documentOf('/assets/index-1.js', 'New text'), 'html')],
    [`${article}page.json`, () => file('{"new":true}', 'json')],
    ['/images/kept.png', () => file('new picture', 'image/png')],
    ['/version.json', () => file('{"code":"index-1.js"}', 'json')],
  ]);
  device = newDevice(code, online);
});

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
    const worker = await installed();
    expect(worker.answer(path, how)).toBeUndefined();
  });

  test('what is outside its base', async () => {
    device = newDevice(await bundledWorker('/folder/'), online);
    const worker = device.start(shell);
    expect(worker.answer('/', { navigates: true })).toBeUndefined();
    expect(worker.answer('/assets/index-1.js')).toBeUndefined();
    expect(worker.answer('/folder/', { navigates: true })).toBeDefined();
  });

  test('which code the host has: it is asked, and nothing else answers', async () => {
    const worker = await installed();
    expect(await textOf(worker.answer('/version.json'))).toBe('{"code":"index-1.js"}');
    device.network = cut;
    await expect(worker.answer('/version.json')).rejects.toThrow('Failed to fetch');
  });
});

describe('with a line', () => {
  test('documents, data and pictures are those of the network', async () => {
    await keepArticle();
    const worker = await installed();
    expect(await textOf(visit(worker, article))).toContain('New text');
    expect(await textOf(worker.answer(`${article}page.json`))).toBe('{"new":true}');
    expect(await textOf(worker.answer('/images/kept.png', { destination: 'image' }))).toBe('new picture');
  });

  test('code is that of the shell, and not asked for again; any other is asked for, and not stored', async () => {
    const worker = await installed();
    site.set('/assets/other.js', () => file('other', 'js'));
    expect(await textOf(worker.answer('/assets/index-1.js'))).toBe('index 1');
    expect(asked).toEqual([]);
    expect(await textOf(worker.answer('/assets/other.js'))).toBe('other');
    expect([...(device.stored.get('broadsheet:/:shell:one')?.keys() ?? [])]).not.toContain('/assets/other.js');
  });

  test('a face is stored when it is used; a page in its place is not', async () => {
    const worker = await installed();
    site.set('/assets/face.woff2', () => file('face', 'woff2'));
    site.set('/assets/foreign.woff2', () => file('<h1>Wi-Fi</h1>', 'html'));
    await textOf(worker.answer('/assets/face.woff2', { destination: 'font' }));
    await textOf(worker.answer('/assets/foreign.woff2', { destination: 'font' }));
    const stored = () => [...(device.stored.get('broadsheet:/:shell:one')?.keys() ?? [])];
    await expect.poll(stored).toContain('/assets/face.woff2');
    expect(stored()).not.toContain('/assets/foreign.woff2');
  });

  test('a page that is gone is gone, though a copy is kept', async () => {
    await keepArticle();
    const worker = await installed();
    site.set(article, () => file('gone', 'html', 404));
    site.set(`${article}page.json`, () => file('gone', 'html', 404));
    expect((await visit(worker, article))?.status).toBe(404);
    expect((await worker.answer(`${article}page.json`))?.status).toBe(404);
  });

  test('a host in trouble does not hinder reading what is kept', async () => {
    await keepArticle();
    const worker = await installed();
    site.set(article, () => file('trouble', 'html', 503));
    site.set(`${article}page.json`, () => file('trouble', 'html', 503));
    site.set('/', () => file('trouble', 'html', 503));
    expect(await textOf(visit(worker, article))).toContain('All of the text.');
    expect(await textOf(worker.answer(`${article}page.json`))).toBe(dataOfArticle);
    expect((await visit(worker, '/'))?.status).toBe(503);
  });

  test('a stranger’s page is not believed to be data', async () => {
    await keepArticle();
    const worker = await installed();
    site.set(`${article}page.json`, () => file('<h1>Wi-Fi</h1>', 'html'));
    const response = await worker.answer(`${article}page.json`);
    expect(response?.headers.get(keptAtHeader)).toBe('2026-11-01T00:00:00.000Z');
    expect(await response?.text()).toBe(dataOfArticle);
  });

  test('a database that never answers delays nothing', async () => {
    const worker = await installed();
    indexedDB.open = () => new EventTarget() as IDBOpenDBRequest;
    expect(await textOf(visit(worker, article))).toContain('New text');
    expect(await textOf(worker.answer(`${article}page.json`))).toBe('{"new":true}');
  });

  test('caches that the browser lost stop nothing', async () => {
    const worker = await installed();
    device.cachesAreBroken = true;
    expect(await textOf(worker.answer('/assets/index-1.js'))).toBe('index 1');
    site.set('/assets/face.woff2', () => file('face', 'woff2'));
    expect(await textOf(worker.answer('/assets/face.woff2'))).toBe('face');
  });
});

describe('without a line', () => {
  test('a kept page is answered with its text, its data and the code of the shell', async () => {
    await keepArticle();
    const worker = await installed();
    device.network = cut;
    const html = (await textOf(visit(worker, `${article}index.html`))) ?? '';
    expect(html).toContain('<title>Kept &amp; whole</title>');
    expect(html).toContain('All of the text.');
    expect(html).toContain('/assets/index-1.js');
    expect(await textOf(worker.answer('/assets/index-1.js'))).toBe('index 1');
    expect(await textOf(worker.answer('/images/kept.png', { destination: 'image' }))).toBe('picture');
    expect(await textOf(worker.answer(`${article}page.json`))).toBe(dataOfArticle);
  });

  test('a page that is not kept is the document that says so; its data fails as it would without a worker', async () => {
    const worker = await installed();
    device.network = cut;
    expect(await textOf(visit(worker, '/articles/other/'))).toContain('No connection');
    expect((await worker.answer('/articles/other/page.json'))?.type).toBe('error');
    await expect(worker.answer('/images/other.png', { destination: 'image' })).rejects.toThrow('Failed to fetch');
  });

  test('a line that is silent is waited for three seconds, and for ten is not tried again', async () => {
    await keepArticle();
    const worker = await installed();
    stopTheClock();
    device.network = never;
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
    const worker = await installed();
    stopTheClock();
    device.network = never;
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
    const worker = await installed();
    stopTheClock();
    device.network = never;
    const answered = textOf(worker.answer('/images/kept.png', { destination: 'image' }));
    await isWaiting();
    await vi.advanceTimersByTimeAsync(3100);
    expect(await answered).toBe('picture');
  });

  test('a database that never answers leaves the document that says that there is no line', async () => {
    const worker = await installed();
    stopTheClock();
    device.network = cut;
    indexedDB.open = () => new EventTarget() as IDBOpenDBRequest;
    const answered = textOf(visit(worker, article));
    await vi.advanceTimersByTimeAsync(3000);
    expect(await answered).toContain('No connection');
  });

  test('a database whose connection has died is opened again', async () => {
    await keepArticle();
    const worker = await installed();
    const opened: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (...given) => {
      const opening = open(...given);
      opening.addEventListener('success', () => opened.push(opening.result));
      return opening;
    };
    device.network = cut;
    await textOf(visit(worker, article));
    opened[0]?.close();
    expect(await textOf(visit(worker, article))).toContain('All of the text.');
  });

  test.for([
    ['of later code', JSON.stringify({ ...JSON.parse(dataOfArticle), shape: pageShape + 1 })],
    ['of code before', JSON.stringify({ ...JSON.parse(dataOfArticle), shape: pageShape - 1 })],
  ])('data %s is a text to read, without the code that could not show it', async ([, data]) => {
    await keepArticle(data);
    const worker = await installed();
    device.network = cut;
    const html = await textOf(visit(worker, article));
    expect(html).toContain('All of the text.');
    expect(html).not.toContain('type="module"');
  });

  test('data that is damaged is as none', async () => {
    await keepArticle('{"shape":');
    const worker = await installed();
    device.network = cut;
    expect(await textOf(visit(worker, article))).toContain('No connection');
  });
});

describe('the shell', () => {
  /** As hosts do that have no addresses with an ending: what is asked for comes from another address. */
  const sentOn = (response: Response) => Object.defineProperty(response, 'redirected', { value: true });

  test('has its document also from a host that sends it on to another address', async () => {
    const document = site.get('/offline.html')!;
    site.set('/offline.html', () => sentOn(document()));
    const worker = await installed();
    device.network = cut;
    expect(await textOf(visit(worker, '/articles/other/'))).toContain('No connection');
  });

  test('is not a page that somebody else answers with', async () => {
    site.set('/offline.html', () => file('<h1>Back soon</h1>', 'html'));
    await expect(device.start(shell).install()).rejects.toThrow('offline.html');
    expect(device.stored.get('broadsheet:/:shell:one')?.has('/offline.html')).toBe(false);
  });

  test('that the reader has deleted does not come again by a face', async () => {
    const worker = await installed();
    site.set('/assets/face.woff2', () => file('face', 'woff2'));
    device.stored.clear();
    expect(await textOf(worker.answer('/assets/face.woff2', { destination: 'font' }))).toBe('face');
    await new Promise((later) => setImmediate(later));
    expect([...device.stored.keys()]).toEqual([]);
  });

  const chunk = '/assets/late-1.js';

  test.for([
    ['is missing', () => file('Not found', 'text/plain', 404)],
    ['is answered with 500', () => file('trouble', 'js', 500)],
    ['is a page', () => file('<h1>Paper</h1>', 'html')],
    ['was led elsewhere', () => Object.defineProperty(file('late', 'js'), 'redirected', { value: true })],
    [
      'is cut off',
      () => {
        const body = new ReadableStream({
          pull: (stream) => stream.error(new TypeError('network error')),
        });
        return new Response(body, { headers: { 'content-type': 'text/javascript' } });
      },
    ],
  ] as const)('is not there where one of its files %s', async ([, how]) => {
    site.set(chunk, how);
    await expect(device.start(shell).install()).rejects.toThrow(/late-1|network error/);
    const stored = [...device.stored.values()].flatMap((files) => [...files.keys()]);
    expect(stored).not.toContain(chunk);
    expect(stored).not.toContain('/offline.html');
  });

  test('leaves no remains where there is no room for it', async () => {
    const full = () => new DOMException('There is no room', 'QuotaExceededError');
    site.set(chunk, () => {
      const body = new ReadableStream({ pull: (stream) => stream.error(full()) });
      return new Response(body, { headers: { 'content-type': 'text/javascript' } });
    });
    await expect(device.start(shell).install()).rejects.toThrow('There is no room');
    expect([...device.stored.keys()]).toEqual([]);
  });

  test('is stored at the next try, without asking twice for what has come, and its document anew', async () => {
    const whole = site.get(chunk)!;
    site.set(chunk, () => file('trouble', 'js', 500));
    const worker = device.start(shell);
    await expect(worker.install()).rejects.toThrow(chunk);
    site.set(chunk, whole);
    asked.length = 0;
    await worker.install();
    expect(asked).toEqual([
      { path: chunk, cache: 'default' },
      { path: '/offline.html', cache: 'no-cache' },
    ]);
    expect([...(device.stored.get('broadsheet:/:shell:one')?.keys() ?? [])]).toHaveLength(shell.files.length);
  });

  test('takes no document of another build, deployed while it was stored', async () => {
    site.set('/offline.html', () => file(documentOf('/assets/index-2.js', 'No connection'), 'html'));
    await expect(device.start(shell).install()).rejects.toThrow('offline.html');
  });

  test('is stored again when a page says that it is gone', async () => {
    const worker = await installed();
    device.stored.clear();
    await worker.tell();
    expect([...(device.stored.get('broadsheet:/:shell:one')?.keys() ?? [])]).toHaveLength(shell.files.length);
  });

  test('of before stays for one deploy; the remains of one that came to nothing do not take its place', async () => {
    const next = (number: number) => {
      for (const name of ['index', 'late']) {
        site.set(`/assets/${name}-${number}.js`, () => file(`${name} ${number}`, 'js'));
      }
      site.set('/offline.html', () => file(documentOf(`/assets/index-${number}.js`, 'No connection'), 'html'));
      return device.start({
        id: `build-${number}`,
        files: ['offline.html', `assets/index-${number}.js`, `assets/late-${number}.js`],
      });
    };
    await installed();
    // The browser was ended while it stored this one.
    device.stored.set('broadsheet:/:shell:ended', new Map([[chunk, file('late', 'js')]]));
    const second = next(2);
    await second.install();
    await second.activate();
    expect([...device.stored.keys()]).toEqual(['broadsheet:/:shell:one', 'broadsheet:/:shell:build-2']);
    site.delete('/assets/late-1.js');
    expect(await textOf(second.answer('/assets/late-1.js'))).toBe('late 1');
    const third = next(3);
    await third.install();
    await third.activate();
    expect([...device.stored.keys()]).toEqual(['broadsheet:/:shell:build-2', 'broadsheet:/:shell:build-3']);
  });
});
