/** Hosts that a built site is tried on: the product's preview, a bare one, and nginx where it is installed. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { staticHost } from '../../src/press/static-host.ts';
import { serve } from './site.ts';

export type HostedSite = {
  url: string;
  /** What it serves. */
  folder: string;
  close: () => Promise<void>;
};

/** `npm run preview`, as an editor starts it. */
export async function preview(site: string, base: string): Promise<HostedSite> {
  const port = await freePort();
  const command = ['src/press/run.mjs', 'src/desk/preview.ts', '--outDir', site, '--base', base];
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  const server = spawn(process.execPath, [...command, '--port', String(port), '--host', '127.0.0.1'], { env });
  const url = `http://127.0.0.1:${port}`;
  await answers(url + base, server);
  return { url, folder: site, close: () => ended(server) };
}

/** A host with the rules of GitHub Pages: folders are redirected, 404.html has status 404, no headers. */
export const bare = async (site: string, base: string): Promise<HostedSite> => ({
  ...(await serve(staticHost(site, base))),
  folder: site,
});

export const nginxPath = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find((path) =>
  existsSync(path),
);

/** nginx with the files that the build wrote for it, included as the README says, and a copy of the site. */
export async function nginx(site: string, base: string): Promise<HostedSite> {
  if (!nginxPath) throw new Error('nginx is not installed.');
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const root = join(folder, 'root');
  mkdirSync(join(root, base), { recursive: true });
  cpSync(site, join(root, base), { recursive: true });
  cpSync(join(dirname(site), 'hosting'), join(folder, 'hosting'), { recursive: true });
  const port = await freePort();
  mkdirSync(join(folder, 'etc'));
  writeFileSync(join(folder, 'etc/nginx.conf'), configuration(folder, root, port));
  execFileSync(nginxPath, ['-p', folder, '-c', join(folder, 'etc/nginx.conf'), '-t', '-q']);
  const server = spawn(nginxPath, ['-p', folder, '-c', join(folder, 'etc/nginx.conf')]);
  const url = `http://127.0.0.1:${port}`;
  await answers(url + base, server);
  return {
    url,
    folder: join(root, base),
    close: async () => {
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, root: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  // Who is root has it hand the work to somebody who may not read a private folder.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  return `${user}daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
worker_processes 1;
events { worker_connections 64; }
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  include ${folder}/hosting/nginx/http.conf;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    include ${folder}/hosting/nginx/site.conf;
  }
}
`;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

/** Waits until a server answers; one that has ended never will. */
export async function answers(url: string, server: ChildProcess): Promise<void> {
  let said = '';
  server.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  while (server.exitCode === null) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error(`The server ended before it answered: ${said}`);
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const end = new Promise((resolve) => {
    server.once('exit', resolve);
  });
  server.kill();
  await end;
}
