/**
 * The README's recipe for uploading a site, run while readers read: whatever page they are answered, all that it names
 * is there. They read at nginx, where it is installed, or else at a bare host.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { hashesOf } from '../../src/press/hosting/policy.ts';
import { bare, nginx, nginxPath, type HostedSite } from './hosts.ts';

const readme = readFileSync('README.md', 'utf8');
const recipe = /```sh\n(set -e\nto=.*?)```/s.exec(readme)?.[1] ?? '';
const cleaning = /`(find \S+\/assets [^`]* -delete)`/.exec(readme)?.[1] ?? '';

const has = (tool: string): boolean => {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const builds = [1, 2, 3];
let releases: string;
let host: HostedSite;

/** The folder of a build, with `dist` and `hosting` in it. Build 0 is what is there when the readers come. */
const release = (build: number): string => join(releases, String(build));

const site = (build: number): string => join(release(build), 'dist');

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();

/**
 * The site as a build of other code and content would have left it: every script, sheet and face has another name, here
 * and wherever it is named, and there is an article with a picture that no other build has.
 */
function makeRelease(build: number): void {
  const folder = site(build);
  cpSync(inject('shippedSite'), folder, { recursive: true, preserveTimestamps: true });
  cpSync(join(dirname(inject('shippedSite')), 'hosting'), join(release(build), 'hosting'), { recursive: true });
  // Builds of one second would be one to rsync, where their files have one size.
  const made = new Date(Date.UTC(2026, 10, 1, 0, build));
  const write = (path: string, text: string) => {
    writeFileSync(path, text);
    utimesSync(path, made, made);
  };
  const renamed = (text: string) => text.replaceAll(/([\w-]+-[\w-]{8})(\.(?:js|css|woff2)\b)/g, `$1-${build}$2`);
  for (const file of filesIn(folder)) {
    if (!/\.(?:html|json|js|css)$/.test(file) || file.startsWith('schemas/')) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    const other = renamed(text);
    if (other !== text) write(join(folder, file), other);
  }
  for (const name of readdirSync(join(folder, 'assets'))) {
    if (renamed(name) !== name) renameSync(join(folder, 'assets', name), join(folder, 'assets', renamed(name)));
  }
  const [late, picture] = [join(folder, `articles/late-news-${build}`), `images/late-news-${build}.svg`];
  cpSync(join(folder, 'articles/how-to-publish'), late, { recursive: true });
  const page = readFileSync(join(late, 'index.html'), 'utf8');
  write(join(late, 'index.html'), page.replace('</main>', `<img src="/${picture}" alt=""></main>`));
  cpSync(join(folder, 'images/hand-press.svg'), join(folder, picture));
}

beforeAll(() => {
  releases = mkdtempSync(join(tmpdir(), 'broadsheet-releases-'));
  for (const build of [0, ...builds]) makeRelease(build);
});

afterAll(() => rmSync(releases, { recursive: true }));

/** A copy to upload to, for a host that serves a site where it lies. */
function copyOf(from: string): string {
  const copy = mkdtempSync(join(releases, 'served-'));
  cpSync(from, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}

/** Runs commands of the recipe for a build, with what is served as their destination. */
async function run(build: number, commands: string): Promise<void> {
  const here = commands.replace(/^to=.*$/m, `to=${host.folder}`).replaceAll('/srv/paper/site', host.folder);
  const shell = spawn('sh', ['-c', here], { cwd: release(build), stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise((resolve) => {
    shell.once('exit', resolve);
  });
  expect(code).toBe(0);
}

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; text: string };

/** Ten readers, who read all pages again and again until they are told to stop, and everything that a page names. */
function tenReaders() {
  const agent = new Agent({ keepAlive: true, maxSockets: 10 });
  const addresses = [...new Set([0, ...builds].flatMap((build) => filesIn(site(build))))]
    .filter((file) => /(?:^|\/)index\.html$/.test(file))
    .map((file) => `/${file.slice(0, -'index.html'.length)}`);
  const seen = { answers: 0, lacking: new Set<string>(), isOver: false };
  /** Assets that were answered once. They are not to go. */
  const had = new Set<string>();

  const ask = (path: string, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      request(host.url + path, { agent, method }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
        response.on('error', reject);
      })
        .on('error', reject)
        .end();
    });

  const isThere = async (path: string): Promise<boolean> => {
    if (had.has(path)) return true;
    const isAsset = path.startsWith('/assets/');
    const { status, text } = await ask(path, isAsset ? 'GET' : 'HEAD');
    if (status !== 200 || !isAsset) return status === 200;
    had.add(path);
    const parts = path.endsWith('.js') ? [...text.matchAll(/\bassets\/[\w-]+\.(?:js|css|woff2)\b/g)] : [];
    const areThere = await Promise.all(parts.map(([part]) => isThere(`/${part}`)));
    return areThere.every(Boolean);
  };

  const read = async (address: string) => {
    const page = await ask(address);
    // Of a build that is not there yet, or not any more; or it leads on.
    if (page.status !== 200) return;
    seen.answers += 1;
    const named = [...page.text.matchAll(/(?:="|url\()(\/(?:assets|images|share)\/[^")]+)/g)].map(([, path]) => path!);
    const isRedirect = page.text.includes('http-equiv="refresh"');
    for (const path of new Set([...named, ...(isRedirect ? [] : [`${address}page.json`])])) {
      if (await isThere(path)) continue;
      // A picture and the data go with their page, once it is replaced or gone.
      const isGone = !path.startsWith('/assets/') && (await ask(address)).text !== page.text;
      if (!isGone) seen.lacking.add(`${address} lacks ${path}`);
    }
    const policy = page.headers['content-security-policy'];
    if (policy?.includes('style-src') && !hashesOf(page.text).sheets.every((sheet) => policy.includes(sheet)))
      seen.lacking.add(`${address} may not show its sheet`);
  };

  const reader = async (_: unknown, number: number) => {
    for (let at = number; !seen.isOver; at += 1) await read(addresses[at % addresses.length]!);
  };
  const all = Promise.all(Array.from({ length: 10 }, reader));
  return {
    seen,
    /** Until they have had so many answers more. */
    haveRead: async (more: number) => {
      const before = seen.answers;
      await expect.poll(() => seen.answers - before).toBeGreaterThan(more);
    },
    stop: async () => {
      seen.isOver = true;
      await all;
      for (const path of had) if ((await ask(path)).status !== 200) seen.lacking.add(`${path} is gone`);
      agent.destroy();
    },
  };
}

const tools = {
  rsync: (filter: string, to: string) => ['-a', `--filter=merge ${filter}`, 'dist/', to],
  rclone: (filter: string, to: string) => ['copy', '--config=', '--filter-from', filter, 'dist', to],
};

describe.each(Object.entries(tools))('by the filters', (tool, commandOf) => {
  test.skipIf(!has(tool))(`${has(tool) ? '' : 'not run: no '}${tool} brings each file in its step`, () => {
    const to = join(releases, tool);
    const filters = join(release(0), 'hosting/upload');
    const steps: string[][] = [];
    for (const filter of readdirSync(filters).toSorted()) {
      execFileSync(tool, commandOf(join(filters, filter), to), { cwd: release(0) });
      steps.push(filesIn(to).filter((file) => !steps.flat().includes(file)));
    }
    const step = (file: string) => steps.findIndex((files) => files.includes(file)) + 1;
    const files = filesIn(site(0));
    expect(steps.flat().toSorted()).toEqual(files);
    expect(steps[0]).toEqual(files.filter((file) => file.startsWith('assets/')));
    expect(steps[2]).toEqual(files.filter((file) => /(?:^|\/)page\.json$/.test(file)));
    expect(steps[3]).toEqual(files.filter((file) => file.endsWith('.html')));
    for (const file of ['images/hand-press.svg', '404.json', '404/aa.json', 'icon.svg']) expect(step(file)).toBe(2);
    for (const file of ['feed.xml', 'authors/broadsheet-desk/feed.json', 'sitemap.xml', 'version.json'])
      expect(step(file)).toBe(5);
  });
});

describe.skipIf(!has('rsync'))(`${has('rsync') ? 'with' : 'not run: no'} rsync`, () => {
  beforeEach(async () => {
    host = nginxPath ? await nginx(site(0), '/') : await bare(copyOf(site(0)), '/');
  });

  afterEach(() => host.close());

  test('no page is answered before all that it names is there', async () => {
    const readers = tenReaders();
    for (let upload = 0; readers.seen.answers < 10_000; upload += 1) {
      const build = builds[upload % builds.length]!;
      await run(build, recipe);
      expect(readFileSync(join(host.folder, 'version.json'), 'utf8')).toContain(`-${build}.js`);
    }
    await readers.stop();
    expect([...readers.seen.lacking]).toEqual([]);
  });

  test('readers find what is lacking where pages come first', async () => {
    const readers = tenReaders();
    await run(1, `set -e\nto=\nrsync -a --include='*/' --include='*.html' --exclude='*' dist/ $to/`);
    await readers.haveRead(100);
    await readers.stop();
    expect([...readers.seen.lacking].join()).toContain('.js');
  });

  test('what the site has no more is gone at the end, but for assets', async () => {
    await run(1, recipe);
    await run(2, recipe);
    const isAsset = (file: string) => file.startsWith('assets/');
    const others = (site: string) => filesIn(site).filter((file) => !isAsset(file));
    expect(others(host.folder)).toEqual(others(site(2)));
    const assets = [...filesIn(site(1)), ...filesIn(site(2))].filter(isAsset);
    expect(filesIn(host.folder)).toEqual(expect.arrayContaining(assets));
  });

  test('assets that no upload had for a month are deleted, however old those are that are in use', async () => {
    await run(1, recipe);
    const long = new Date(Date.now() - 40 * 86_400_000);
    for (const assets of [join(host.folder, 'assets'), join(site(2), 'assets')])
      for (const file of filesIn(assets)) utimesSync(join(assets, file), long, long);
    await run(2, `${recipe}${cleaning}`);
    expect(filesIn(join(host.folder, 'assets'))).toEqual(filesIn(join(site(2), 'assets')));
  });
});
