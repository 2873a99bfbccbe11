/** Another build of a site, with other names for all of its code: what a deploy puts in the place of the one before. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { pageShape } from '../../src/publication/page.ts';
import { staticHost } from '../../src/press/static-host.ts';
import type { UsedSite } from './site.ts';

export type Deploy = {
  /** Of the build: 1 is the site as it was built. */
  build: number;
  /** The files of builds before are still there. */
  keepsOld?: boolean;
  /** Its data is such that code of a lesser shape cannot show it. */
  shape?: number;
  /** Of its own files these are missing, as where an upload broke off. */
  lacks?: (path: string) => boolean;
};

/** From now on the site is this one. */
export function deploy({ site }: Pick<UsedSite, 'site'>, { build, keepsOld = false, shape, lacks }: Deploy): void {
  const shipped = inject('shippedSite');
  const before = Array.from({ length: build - 1 }, (_, index) => otherBuild(shipped, index + 1));
  const folders = [otherBuild(shipped, build, shape), ...(keepsOld ? before : [])];
  site.intercept = (request, response) => {
    const path = new URL(request.url ?? '', site.url).pathname;
    if (lacks?.(path)) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return true;
    }
    const folder = path.startsWith('/assets/') ? folders.find((one) => existsSync(join(one, path))) : undefined;
    staticHost(folder ?? folders[0]!)(request, response);
    return true;
  };
}

/** The folder of a build beside that of the first; made when it is wanted. */
function otherBuild(shipped: string, build: number, shape: number = pageShape): string {
  if (build === 1) return shipped;
  const folder = `${shipped}-${build}-${shape}`;
  if (existsSync(folder)) return folder;
  mkdirSync(`${folder}.new`, { recursive: true });
  cpSync(shipped, `${folder}.new`, { recursive: true });
  const assets = join(`${folder}.new`, 'assets');
  const names = new Map(
    readdirSync(assets)
      .filter((name) => /\.(?:js|css)$/.test(name))
      .map((name) => [name, name.replace(/..(?=\.\w+$)/, String(build).padStart(2, '0'))]),
  );
  const renamed = (text: string) => text.replace(/[\w-]+\.(?:js|css)\b/g, (name) => names.get(name) ?? name);
  for (const entry of readdirSync(`${folder}.new`, { recursive: true, withFileTypes: true })) {
    const { name } = entry;
    if (!entry.isFile() || !/\.(?:html|js|css|json)$/.test(name)) continue;
    const path = join(entry.parentPath, name);
    let text = renamed(readFileSync(path, 'utf8'));
    if (name === 'sw.js') text = replaced(text, /"id":"\w+"/, `"id":"build${build}"`);
    if (shape !== pageShape) text = withShape(name, text, shape);
    writeFileSync(path, text);
  }
  for (const [before, after] of names) renameSync(join(assets, before), join(assets, after));
  renameSync(`${folder}.new`, folder);
  return folder;
}

/** In the data, and in the code that reads it. */
function withShape(name: string, text: string, shape: number): string {
  if (name === 'page.json' || name === '404.json') return replaced(text, `"shape":${pageShape}`, `"shape":${shape}`);
  if (name === 'sw.js') return replaced(text, `.shape===${pageShape}`, `.shape===${shape}`);
  if (/^index-.*\.js$/.test(name)) {
    const newer = replaced(text, `>${pageShape})throw new`, `>${shape})throw new`);
    return replaced(newer, `<${pageShape})throw new`, `<${shape})throw new`);
  }
  return text;
}

function replaced(text: string, before: string | RegExp, after: string): string {
  const [first, ...others] = text.split(before);
  if (others.length !== 1) throw new Error(`${before} stands ${others.length} times in what was built`);
  return `${first}${after}${others[0]}`;
}
