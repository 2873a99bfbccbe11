/** The shell on a device: all of it or nothing, of one build, and no more of it than a deploy needs. */
import { expect, test } from 'vitest';
import { cut, documentOf, file, shell, textOf, usePaper, visit } from './paper.ts';

const paper = usePaper();

/** As hosts do that have no addresses with an ending: what is asked for comes from another address. */
const sentOn = (response: Response) => Object.defineProperty(response, 'redirected', { value: true });

test('has its document also from a host that sends it on to another address', async () => {
  const document = paper.site.get('/offline.html')!;
  paper.site.set('/offline.html', () => sentOn(document()));
  const worker = await paper.installed();
  paper.device.network = cut;
  expect(await textOf(visit(worker, '/articles/other/'))).toContain('No connection');
});

test('is not a page that somebody else answers with', async () => {
  paper.site.set('/offline.html', () => file('<h1>Back soon</h1>', 'html'));
  await expect(paper.device.start(shell).install()).rejects.toThrow('offline.html');
  expect(paper.device.stored.get('broadsheet:/:shell:one')?.has('/offline.html')).toBe(false);
});

test('that the reader has deleted does not come again by a face', async () => {
  const worker = await paper.installed();
  paper.site.set('/assets/face.woff2', () => file('face', 'woff2'));
  paper.device.stored.clear();
  expect(await textOf(worker.answer('/assets/face.woff2', { destination: 'font' }))).toBe('face');
  await new Promise((later) => setImmediate(later));
  expect([...paper.device.stored.keys()]).toEqual([]);
});

const chunk = '/assets/late-1.js';

test.for([
  ['is missing', () => file('Not found', 'text/plain', 404)],
  ['is answered with 500', () => file('trouble', 'js', 500)],
  ['is a page', () => file('<h1>Paper</h1>', 'html')],
  ['was led elsewhere', () => sentOn(file('late', 'js'))],
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
  paper.site.set(chunk, how);
  await expect(paper.device.start(shell).install()).rejects.toThrow(/late-1|network error/);
  const stored = [...paper.device.stored.values()].flatMap((files) => [...files.keys()]);
  expect(stored).not.toContain(chunk);
  expect(stored).not.toContain('/offline.html');
});

test('leaves no remains where there is no room for it', async () => {
  const full = () => new DOMException('There is no room', 'QuotaExceededError');
  paper.site.set(chunk, () => {
    const body = new ReadableStream({ pull: (stream) => stream.error(full()) });
    return new Response(body, { headers: { 'content-type': 'text/javascript' } });
  });
  await expect(paper.device.start(shell).install()).rejects.toThrow('There is no room');
  expect([...paper.device.stored.keys()]).toEqual([]);
});

test('is stored at the next try, without asking twice for what has come, and its document anew', async () => {
  const whole = paper.site.get(chunk)!;
  paper.site.set(chunk, () => file('trouble', 'js', 500));
  const worker = paper.device.start(shell);
  await expect(worker.install()).rejects.toThrow(chunk);
  paper.site.set(chunk, whole);
  paper.asked.length = 0;
  await worker.install();
  expect(paper.asked).toEqual([
    { path: chunk, cache: 'default' },
    { path: '/offline.html', cache: 'no-cache' },
  ]);
  expect([...(paper.device.stored.get('broadsheet:/:shell:one')?.keys() ?? [])]).toHaveLength(shell.files.length);
});

test('takes no document of another build, deployed while it was stored', async () => {
  paper.site.set('/offline.html', () => file(documentOf('/assets/index-2.js', 'No connection'), 'html'));
  await expect(paper.device.start(shell).install()).rejects.toThrow('offline.html');
});

test('is stored again when a page says that it is gone', async () => {
  const worker = await paper.installed();
  paper.device.stored.clear();
  await worker.tell();
  expect([...(paper.device.stored.get('broadsheet:/:shell:one')?.keys() ?? [])]).toHaveLength(shell.files.length);
});

/** A deploy of code: the worker of a build with files of its own. */
async function deploy(number: number, html = 'No connection') {
  for (const name of ['index', 'late']) {
    paper.site.set(`/assets/${name}-${number}.js`, () => file(`${name} ${number}`, 'js'));
  }
  paper.site.set('/offline.html', () => file(documentOf(`/assets/index-${number}.js`, html), 'html'));
  const worker = paper.device.start({
    id: `build-${number}`,
    files: ['offline.html', `assets/index-${number}.js`, `assets/late-${number}.js`],
  });
  await worker.install();
  await worker.activate();
  return worker;
}

test('of before stays for one deploy; the remains of one that came to nothing do not take its place', async () => {
  await paper.installed();
  // The browser was ended while it stored this one.
  paper.device.stored.set('broadsheet:/:shell:ended', new Map([[chunk, file('late', 'js')]]));
  const second = await deploy(2);
  expect([...paper.device.stored.keys()]).toEqual(['broadsheet:/:shell:one', 'broadsheet:/:shell:build-2']);
  paper.site.delete('/assets/late-1.js');
  expect(await textOf(second.answer('/assets/late-1.js'))).toBe('late 1');
  await deploy(3);
  expect([...paper.device.stored.keys()]).toEqual(['broadsheet:/:shell:build-2', 'broadsheet:/:shell:build-3']);
});

test('that goes leaves the faces that were used, as long as a build has them', async () => {
  const sheet = '<style>@font-face{src:url(/assets/nastaliq-1.woff2)}</style>';
  const first = await paper.installed();
  for (const name of ['nastaliq-1', 'past-1']) {
    paper.site.set(`/assets/${name}.woff2`, () => file(name, 'woff2'));
    await textOf(first.answer(`/assets/${name}.woff2`, { destination: 'font' }));
  }
  await expect.poll(() => paper.device.stored.get('broadsheet:/:shell:one')?.has('/assets/past-1.woff2')).toBe(true);
  await deploy(2, sheet);
  const third = await deploy(3, sheet);
  paper.device.network = cut;
  expect(await textOf(third.answer('/assets/nastaliq-1.woff2', { destination: 'font' }))).toBe('nastaliq-1');
  await expect(third.answer('/assets/past-1.woff2', { destination: 'font' })).rejects.toThrow('Failed');
});
