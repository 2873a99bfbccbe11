/**
 * A device for the service worker without a browser: `src/offline/worker.ts` as a build bundles it, with what a browser
 * has for it (its events, caches, a database) and a network that the test answers for.
 */
import { compileFunction } from 'node:vm';
import { build, type Rolldown } from 'vite';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type { Shell } from '../../src/publication/keeping.ts';

export const origin = 'https://paper.test';

/** What a page asks for: the parts of a request that the worker looks at. */
export type Asked = { method?: string; navigates?: boolean; destination?: string; headers?: Record<string, string> };

/** Rejects where there is no line. */
export type Network = (path: string, asked: { cache?: string }) => Promise<Response>;

export type StartedWorker = {
  /** Rejects where the worker is not installed. */
  install(): Promise<void>;
  activate(): Promise<void>;
  /** What a page says to it. */
  tell(): Promise<void>;
  /** Undefined where the worker leaves the request to the browser. */
  answer(path: string, asked?: Asked): Promise<Response> | undefined;
};

export type Device = {
  network: Network;
  /** By name: what is stored under each path. */
  stored: Map<string, Map<string, Response>>;
  /** Every use of the caches fails, as where the browser has lost them. */
  cachesAreBroken: boolean;
  start(shell: Shell): StartedWorker;
};

/** The bundled worker, of a site below `base`. */
export async function bundledWorker(base = '/'): Promise<string> {
  const bundled = (await build({
    configFile: false,
    logLevel: 'silent',
    base,
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: 'src/offline/worker.ts', output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  return bundled.output[0].code;
}

/** With empty caches and an empty database, which is that of the process. */
export function newDevice(code: string, network: Network): Device {
  globalThis.indexedDB = new IDBFactory();
  // Before Node 21 there is none.
  globalThis.navigator ??= {} as Navigator;
  const device: Device = { network, stored: new Map(), cachesAreBroken: false, start };
  const run = compileFunction(code, ['self', 'shell', 'caches', 'fetch', 'location']);
  const caches = cachesOf(device);
  const ask = (asked: string | AskedRequest, { cache }: { cache?: string } = {}) =>
    device.network(pathOf(asked), { ...(cache && { cache }) });

  function start(shell: Shell): StartedWorker {
    const listeners = new Map<string, (event: unknown) => void>();
    const self = {
      addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
      skipWaiting: () => Promise.resolve(),
      registration: {},
      clients: { claim: () => Promise.resolve() },
    };
    run(self, shell, caches, ask, { origin });
    const waitFor = async (name: string) => {
      const waited: Promise<unknown>[] = [];
      listeners.get(name)?.({ waitUntil: (promise: Promise<unknown>) => waited.push(promise) });
      await Promise.all(waited);
    };
    return {
      install: () => waitFor('install'),
      activate: () => waitFor('activate'),
      tell: () => waitFor('message'),
      answer(path, asked) {
        let answered: Promise<Response> | undefined;
        listeners.get('fetch')?.({
          request: requestFor(path, asked),
          respondWith: (response: Promise<Response>) => {
            answered = response;
          },
          waitUntil: () => {},
        });
        return answered;
      },
    };
  }
  return device;
}

type AskedRequest = ReturnType<typeof requestFor>;

/** Node makes no request that navigates. */
const requestFor = (
  path: string,
  { method = 'GET', navigates = false, destination = '', headers = {} }: Asked = {},
) => ({
  signal: new AbortController().signal,
  url: new URL(path, origin).href,
  method,
  mode: navigates ? 'navigate' : 'cors',
  destination: navigates ? 'document' : destination,
  headers: new Headers(headers),
});

const pathOf = (asked: string | { url: string }): string => {
  const { pathname, search } = new URL(typeof asked === 'string' ? asked : asked.url, origin);
  return pathname + search;
};

/** The Cache API, as far as the worker goes. */
function cachesOf(device: Device) {
  const working = async () => {
    if (device.cachesAreBroken) throw new DOMException('The caches are gone', 'UnknownError');
  };
  const match = async (name: string, asked: string | { url: string }) => {
    await working();
    return device.stored.get(name)?.get(pathOf(asked))?.clone();
  };
  return {
    async open(name: string) {
      await working();
      if (!device.stored.has(name)) device.stored.set(name, new Map());
      return {
        match: (asked: string | { url: string }) => match(name, asked),
        async keys() {
          await working();
          return [...(device.stored.get(name)?.keys() ?? [])].map((path) => ({ url: new URL(path, origin).href }));
        },
        async put(asked: string | { url: string }, response: Response) {
          // All of it, or nothing is stored.
          const bytes = await response.arrayBuffer();
          await working();
          const { status, headers } = response;
          device.stored.get(name)?.set(pathOf(asked), new Response(bytes, { status, headers }));
        },
      };
    },
    match: (asked: string | { url: string }, { cacheName }: { cacheName: string }) => match(cacheName, asked),
    async has(name: string) {
      await working();
      return device.stored.has(name);
    },
    async keys() {
      await working();
      return [...device.stored.keys()];
    },
    async delete(name: string) {
      await working();
      return device.stored.delete(name);
    },
  };
}
