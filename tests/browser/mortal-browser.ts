/** A browser with a profile of its own that a test may kill: it is started here, so its process is known. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { browserFlags, findBrowser } from './find-browser.ts';

export type MortalBrowser = {
  context: BrowserContext;
  /** As if the device lost its power for all that the page knows: nothing is asked, nothing is said. */
  kill(): Promise<void>;
};

export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'broadsheet-profile-'));

/** A killed browser's last files may still be on their way. */
export const deleteProfile = (profile: string): void =>
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });

export async function launchMortal(profile: string): Promise<MortalBrowser> {
  const { executablePath, env } = findBrowser();
  const child = spawn(
    executablePath,
    [...browserFlags, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    // A group of its own: the helpers that the browser starts go with it.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } },
  );
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
  });
  const kill = async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    await ended;
  };
  try {
    const browser = await chromium.connectOverCDP(await addressOf(child));
    const [context] = browser.contexts();
    if (!context) throw new Error('The browser has no context.');
    return { context, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

function addressOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr?.on('data', (part) => {
      said += String(part);
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    stderr?.on('end', () => reject(new Error(`The browser did not start: ${said}`)));
  });
}
