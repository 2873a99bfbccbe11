/**
 * WebKit, through its own driver and the small browser that comes with it. A reader is a session of the driver: it
 * starts a browser whose storage lives as long as it does. What a page logs cannot be asked for here (`changed-pages.ts`).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type Engine, keysOf, patience, wayFrom, type Window } from './driver.ts';
import { openScreen } from './virtual-screen.ts';
import { isReady, keyActions, mouseActions, newSession, type Session } from './web-driver.ts';

export type WebKitPaths = { driver: string; browser: string; screen: string };

export async function startWebKit({ driver, browser, screen }: WebKitPaths): Promise<Engine> {
  const home = newHome();
  const shown = await openScreen(screen);
  const port = await freePort();
  const server = spawn(driver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: shown.name, HOME: home, XDG_CONFIG_HOME: home },
    stdio: 'ignore',
  });
  const address = `http://127.0.0.1:${port}`;
  const close = async () => {
    await ended(server);
    shown.close();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await isReady(address, () => server.exitCode === null && server.signalCode === null);
  } catch (error) {
    await close();
    throw error;
  }
  const capabilities = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
  return {
    downloads: home,
    tellsErrors: false,
    async newReader() {
      const session = await newSession(address, capabilities);
      let isFirst = true;
      return {
        async newWindow(size) {
          const path = isFirst ? '/window' : '/window/new';
          const handle = isFirst
            ? await session.command('GET', path)
            : ((await session.command('POST', path, { type: 'window' })) as { handle: string }).handle;
          isFirst = false;
          const window = windowOf(session, handle as string);
          await window.resize(size);
          return window;
        },
        leave: () => session.end(),
      };
    },
    close,
  };
}

function windowOf(session: Session, handle: string): Window {
  const command = async (path: string, body: object): Promise<unknown> => {
    await session.command('POST', '/window', { handle });
    return session.command('POST', path, body);
  };
  // An answer that comes later may be lost with its page: what can be answered at once is not waited for.
  const run: Window['run'] = async (task, ...values) => {
    type Told = { answer?: Awaited<ReturnType<typeof task>>; error?: string; isComing?: true };
    const started = `try {
      const answer = (${String(task)})(...arguments[0]);
      if (!(answer instanceof Promise)) return { answer };
      globalThis.isComing = answer;
      return { isComing: true };
    } catch (error) {
      return { error: String(error) };
    }`;
    const ended = `const [done] = arguments;
      globalThis.isComing.then((answer) => done({ answer }), (error) => done({ error: String(error) }));`;
    let told = (await command('/execute/sync', { script: started, args: [values] })) as Told;
    if (told.isComing) told = (await command('/execute/async', { script: ended, args: [] })) as Told;
    if (told.error !== undefined) throw new Error(told.error);
    return told.answer as Awaited<ReturnType<typeof task>>;
  };
  const act = async (actions: object) => {
    await command('/actions', actions);
  };
  return {
    async go(url) {
      await command('/url', { url });
    },
    async reload() {
      await command('/refresh', {});
    },
    back: () => run(() => history.back()),
    run,
    hover: (point) => act(mouseActions([point], 'hover')),
    click: (point) => act(mouseActions([point])),
    drag: (from, to) => act(mouseActions([from, ...wayFrom(from, to)])),
    async press(pressed) {
      const { held, key } = keysOf(pressed);
      await act(keyActions([key], held));
    },
    type: (text) => act(keyActions(Array.from(text))),
    async resize({ width, height }) {
      await command('/window/rect', { width, height });
      // The window has a bar above the page, and hears of its own size later than it is answered.
      const isFit = async () => {
        const { across, down, sides, bar } = await run(() => ({
          across: innerWidth,
          down: innerHeight,
          sides: outerWidth - innerWidth,
          bar: outerHeight - innerHeight,
        }));
        if (across === width && down === height) return true;
        if (sides >= 0 && bar >= 0) await command('/window/rect', { width: width + sides, height: height + bar });
        return false;
      };
      await vi.waitUntil(isFit, patience);
    },
    errors: () => [],
  };
}

/** Settings of the toolkit under which the browser's own bar leaves room for a window of 320 pixels. */
function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'broadsheet-webkit-'));
  mkdirSync(join(home, 'gtk-3.0'));
  writeFileSync(join(home, 'gtk-3.0/gtk.css'), '* { min-width: 0; padding: 0; margin: 0; border-width: 0; }');
  writeFileSync(join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${home}"\n`);
  writeFileSync(join(home, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-toolbar-icon-size=1\n');
  return home;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}
