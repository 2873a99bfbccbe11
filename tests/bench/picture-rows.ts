/** What pictures cost a build: the first time, when all are made in sizes, and the next time. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../src/press/cache/cache-folder.ts';
import type { ArticleFile } from '../../src/publication/schema.ts';
import { photograph } from '../press/pictures/photograph.ts';
import { writeArchive } from './archive.ts';
import { build } from './building.ts';
import type { Row } from './table.ts';

/** One above each article, the others in a gallery. */
const inArticle = 10;
/** As archives of papers keep them. */
const [width, height] = [1600, 1200];

/** `count`: of pictures, all of them different from those of every other run. */
export async function pictureRows(count: number, folder: string, log: (line: string) => void): Promise<Row[]> {
  const [data, site] = [join(folder, 'data-pictured'), join(folder, 'site-pictured')];
  const articles = Math.ceil(count / inArticle);
  log(`${count} pictures in ${articles} articles`);
  writeArchive(data, articles);
  await writePictures(data, count);
  const cache = join(cacheFolder('.'), 'pictures');
  const before = new Set(existsSync(cache) ? readdirSync(cache) : []);
  try {
    log('build, the first time');
    const cold = await build({ data, site });
    log('build, the second time');
    const warm = await build({ data, site });
    const group = `Pictures: ${count.toLocaleString('en')} of ${width} × ${height}`;
    return [
      { group, what: 'first build', value: cold.seconds, unit: 's' },
      { group, what: 'first build, of each picture', value: cold.cpuSeconds / count, unit: 'CPU s' },
      { group, what: 'first build, peak memory', value: cold.peakMegabytes, unit: 'MB', atMost: 1024 },
      { group, what: 'second build', value: warm.seconds, unit: 's', atMost: 3 },
      { group, what: 'second build, peak memory', value: warm.peakMegabytes, unit: 'MB', atMost: 1024 },
    ];
  } finally {
    for (const kept of existsSync(cache) ? readdirSync(cache) : []) {
      if (!before.has(kept)) rmSync(join(cache, kept), { recursive: true, force: true });
    }
  }
}

async function writePictures(data: string, count: number): Promise<void> {
  mkdirSync(join(data, 'images'), { recursive: true });
  const photographs = await Promise.all(
    [1, 2, 3, 4, 5, 6, 7, 8].map(async (seed) => (await photograph(width, height, seed)).jpeg().toBuffer()),
  );
  for (let number = 0; number < count; number += 1) {
    const shown = photographs[number % photographs.length]!;
    writeFileSync(join(data, `images/${number}.jpg`), withComment(shown, `${Date.now()} ${number}`));
  }
  const files = readdirSync(join(data, 'articles')).map((file) => join(data, 'articles', file));
  for (const [index, file] of files.entries()) {
    const article = JSON.parse(readFileSync(file, 'utf8')) as ArticleFile;
    const numbers = Array.from({ length: inArticle }, (_, at) => index * inArticle + at).filter((one) => one < count);
    const [first, ...others] = numbers.map((number) => `/images/${number}.jpg`);
    if (first) article.image = { src: first, alt: 'Something to be measured.' };
    if (others.length > 0) article.body.push(others.map((src) => `![Something to be measured.](${src})`).join('\n'));
    writeFileSync(file, JSON.stringify(article));
  }
}

/** The same picture in other bytes: a comment stands behind the first two (ISO/IEC 10918-1, B.2.4.5). */
function withComment(jpeg: Buffer, text: string): Buffer {
  const comment = Buffer.from(text);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(comment.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, comment, jpeg.subarray(2)]);
}
