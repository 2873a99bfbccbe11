/**
 * A device while the site is deployed, again and again, with answers that are late, wrong or none: whatever comes in
 * between what, no document meets the code of another build, and what is stored is what the build made.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { openKept } from '../../src/offline/kept.ts';
import { pageShape } from '../../src/publication/page.ts';
import { randomFrom, type Random } from '../random.ts';
import { bundledWorker, newDevice, type StartedWorker } from './worker-scope.ts';

const article = '/articles/kept/';

/** What a build makes; the names of its code say which it is, as hashes do. */
const assetsOf = (build: number): string[] => [
  `assets/index-${build}.js`,
  `assets/late-${build}.js`,
  `assets/sheet-${build}.css`,
];
const shellOf = (build: number) => ({ id: `shell-${build}`, files: ['offline.html', ...assetsOf(build)] });
const documentOf = (build: number): string =>
  `<html><head><title>Paper</title><script type="module" src="/assets/index-${build}.js"></script>` +
  `<link rel="stylesheet" href="/assets/sheet-${build}.css"></head><body><div id="root"><div class="layout a"><main>` +
  `Text</main></div></div><script type="application/json" id="page">{}</script></body></html>`;

const reply = (text: BodyInit, type: string, status = 200) =>
  new Response(text, { status, headers: { 'content-type': type } });

const typeOf = (path: string): string => (path.endsWith('.js') ? 'text/javascript' : 'text/css');

/** In whatever order the others are at work meanwhile. */
async function aWhile(random: Random): Promise<void> {
  for (let turns = random.whole(6); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve));
}

const wrongs = [
  () => reply('<h1>Paper</h1>', 'text/html'),
  () => reply('trouble', 'text/html', 500),
  () => reply(new ReadableStream({ pull: (body) => body.error(new TypeError('cut off')) }), 'text/javascript'),
  () => Promise.reject(new TypeError('no line')),
];

type Told = { documents: number; fromShell: number; installed: number; failed: number; faults: string[] };

/** One life of a device; answers what it saw, and every fault in it. */
async function live(code: string, seed: number): Promise<Told> {
  const random = randomFrom(seed);
  const told: Told = { documents: 0, fromShell: 0, installed: 0, failed: 0, faults: [] };
  let build = 1;
  let oldest = 1;
  let hasLine = true;
  /** How many answers of ten are wrong. */
  let trouble = 0;

  const device = newDevice(code, async (path) => {
    await aWhile(random);
    if (!hasLine) throw new TypeError('no line');
    const made = /^\/assets\/(\w+)-(\d+)\.(?:js|css)$/.exec(path);
    if (made) {
      const [, kind, number] = made;
      if (random.whole(10) < trouble) return random.one(wrongs)();
      if (Number(number) < oldest) return reply('Not found', 'text/plain', 404);
      const answered = build;
      await aWhile(random);
      return Number(number) > answered
        ? reply('Not found', 'text/plain', 404)
        : reply(`${kind} ${number}`, typeOf(path));
    }
    return reply(documentOf(build), 'text/html');
  });

  const kept = await openKept('/');
  const page = { shape: pageShape, kind: 'article', head: { title: 'Kept' }, headline: 'Kept', kicker: { text: '' } };
  const data = JSON.stringify({ ...page, byline: [], portraits: [], minutes: '', around: {}, texts: {} });
  await kept.keep([{ address: article, title: 'Kept', hash: '', kept: '2026-11-01', data, files: [] }], 'saved');
  kept.close();

  let active: StartedWorker | undefined;
  let updating = Promise.resolve();
  let newest = 0;

  const deploy = () => {
    build += 1;
    if (random.fraction() < 0.5) oldest = build;
  };

  /** As a browser does: the script is another, so it is installed, and takes over. */
  const update = async () => {
    if (!hasLine || newest === build) return;
    const number = build;
    const worker = device.start(shellOf(number));
    try {
      await worker.install();
      await worker.activate();
      active = worker;
      newest = number;
      told.installed += 1;
    } catch {
      told.failed += 1;
    }
  };

  const ask = (path: string, navigates = false) => active?.answer(path, { navigates }) ?? device.network(path, {});

  const visit = async () => {
    const response = await ask(article, true).catch(() => undefined);
    if (response?.status !== 200) return;
    const html = await response.text();
    const number = Number(/index-(\d+)\.js/.exec(html)?.[1]);
    const isFromShell = html.includes('data-kept');
    told.documents += 1;
    if (isFromShell) told.fromShell += 1;
    await aWhile(random);
    for (const path of assetsOf(number)) {
      const answered = await ask(`/${path}`).catch(() => undefined);
      const text =
        answered?.ok && answered.headers.get('content-type') === typeOf(path)
          ? await answered.text().catch(() => undefined)
          : undefined;
      const [, kind] = /(\w+)-/.exec(path) ?? [];
      if (text !== undefined && text !== `${kind} ${number}`) told.faults.push(`${path} was answered with ${text}`);
      // Between the two another may have taken over twice.
      if (text === undefined && isFromShell && number >= newest - 1)
        told.faults.push(`${path} of a kept page was not had`);
    }
  };

  const things: (() => unknown)[] = [
    deploy,
    deploy,
    visit,
    visit,
    visit,
    () => (updating = updating.then(update)),
    () => (updating = updating.then(update)),
    () => (hasLine = !hasLine),
    () => (trouble = random.whole(4)),
  ];
  const underWay: unknown[] = [update()];
  for (let step = 0; step < 14; step += 1) {
    const doing = random.one(things)();
    underWay.push(doing);
    if (random.fraction() < 0.5) await doing;
    await aWhile(random);
  }
  await Promise.all(underWay);

  for (const [name, files] of device.stored) {
    for (const [path, response] of files) {
      if (!path.startsWith('/assets/')) continue;
      const [, kind, number] = /(\w+)-(\d+)/.exec(path) ?? [];
      const text = await response.clone().text();
      if (text !== `${kind} ${number}`) told.faults.push(`${name} has ${text} for ${path}`);
    }
  }
  // What is stored last serves without a line.
  hasLine = false;
  await visit();
  return told;
}

describe('deploys in the middle of everything', () => {
  let code: string;
  beforeAll(async () => {
    code = await bundledWorker();
  });

  test('a thousand orders of them: no document with the code of another build', async () => {
    const all: Told = { documents: 0, fromShell: 0, installed: 0, failed: 0, faults: [] };
    for (let seed = 1; seed <= 1000; seed += 1) {
      const told = await live(code, seed);
      all.documents += told.documents;
      all.fromShell += told.fromShell;
      all.installed += told.installed;
      all.failed += told.failed;
      all.faults.push(...told.faults.map((fault) => `${seed}: ${fault}`));
    }
    expect(all.faults).toEqual([]);
    // Of everything there was enough.
    expect(Math.min(all.documents, all.fromShell, all.installed, all.failed)).toBeGreaterThan(500);
  });
});
