/**
 * Finds a Chromium: $BROWSER_PATH, else the system's, else the one that npm brought (Linux x64 only; it needs no
 * library of the system). The npm package unpacks into a shared folder and never checks what is there, so it is
 * given a folder of its own, named for its version.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Our own flags: those of the npm package switch web security off. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type FoundBrowser = { executablePath: string; env: Record<string, string> };

export function findBrowser(): FoundBrowser {
  const chosen = process.env['BROWSER_PATH'];
  if (chosen !== undefined) {
    if (!existsSync(chosen)) throw new Error(`BROWSER_PATH=${chosen} does not exist.`);
    return { executablePath: chosen, env: {} };
  }
  const installed = systemBrowsers.find((path) => existsSync(path));
  return installed && !process.env['NPM_BROWSER'] ? { executablePath: installed, env: {} } : npmBrowser();
}

function npmBrowser(): FoundBrowser {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium was found. Install one, or name it in BROWSER_PATH.');
  }
  const { version } = JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8')) as {
    version: string;
  };
  const folder = resolve(`node_modules/.cache/chromium-${version}`);
  if (!existsSync(join(folder, 'unpacked'))) unpackInto(folder);
  // Where the system has no NSS of its own, the libraries that came with the package serve.
  const hasLibraries = ['/usr/lib/x86_64-linux-gnu/libnss3.so', '/usr/lib64/libnss3.so'].some((path) =>
    existsSync(path),
  );
  const env: Record<string, string> = hasLibraries ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
  return { executablePath: join(folder, 'chromium'), env };
}

function unpackInto(folder: string): void {
  const working = `${folder}.${process.pid}`;
  mkdirSync(working, { recursive: true });
  const script = `const { default: chromium } = await import('@sparticuz/chromium');
    chromium.setGraphicsMode = false;
    await chromium.executablePath();`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: working, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: 'inherit',
  });
  writeFileSync(join(working, 'unpacked'), '');
  try {
    renameSync(working, folder);
  } catch {
    // Another run was faster.
    rmSync(working, { recursive: true, force: true });
  }
}
