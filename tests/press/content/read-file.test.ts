/** A second reading of a folder takes from the cache what has not changed. */
import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { shownPath } from '../../../src/press/content/read-folder.ts';
import { ReadCache } from '../../../src/press/content/validate.ts';
import { articleOf, contentFolder, png, publication, read, write } from './content-folder.ts';

const sun = 'articles/sun.json';

describe('a second reading', () => {
  const cached = async (folder: string, cache: ReadCache) => read(folder, { cache, includeUnpublished: true });

  it('compiles only what was changed', async () => {
    const folder = contentFolder({ [sun]: articleOf('The sun.') });
    const cache = new ReadCache();
    const first = (await cached(folder, cache)).content!;
    write(folder, sun, articleOf('The moon.'));
    const second = (await cached(folder, cache)).content!;
    expect(second.text('articles/rain')).toBe(first.text('articles/rain'));
    expect(second.text('articles/sun').html).toBe('<p>The moon.</p>\n');
  });

  it('sees what was changed in the moment of the first, in as many bytes, and put back to its time', async () => {
    const folder = contentFolder({ [sun]: articleOf('The sun.') });
    const cache = new ReadCache();
    await cached(folder, cache);
    const { atime, mtime } = statSync(join(folder, sun));
    write(folder, sun, articleOf('The sea.'));
    utimesSync(join(folder, sun), atime, mtime);
    expect((await cached(folder, cache)).content!.text('articles/sun').html).toBe('<p>The sea.</p>\n');
  });

  it('does not open what has the size and times that it had, once these are past', async () => {
    const folder = contentFolder({ [sun]: articleOf('The sun.') });
    const cache = new ReadCache();
    const later = Date.now() + 5000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    await cached(folder, cache);
    // Whoever asks for its bytes finds others.
    const kept = cache.files.get(join(folder, sun))!;
    kept.bytes = 'others';
    const again = (await cached(folder, cache)).content!;
    expect(cache.files.get(join(folder, sun))).toBe(kept);
    expect(again.text('articles/sun').html).toBe('<p>The sun.</p>\n');
    write(folder, sun, articleOf('The sea.'));
    expect((await cached(folder, cache)).content!.text('articles/sun').html).toBe('<p>The sea.</p>\n');
  });

  it('sees a file mended, added and removed', async () => {
    const folder = contentFolder({ [sun]: '{' });
    const cache = new ReadCache();
    expect((await cached(folder, cache)).problems).toMatchObject([
      { code: 'A102', file: shownPath(join(folder, sun)) },
    ]);
    write(folder, sun, articleOf('The sun.'));
    expect((await cached(folder, cache)).problems).toEqual([]);
    rmSync(join(folder, sun));
    expect([...(await cached(folder, cache)).content!.articles.keys()]).toEqual(['rain']);
  });

  it('sees a picture added, changed and spoilt', async () => {
    const folder = contentFolder({ [sun]: articleOf('![Sun.](/images/sun.png)') });
    const cache = new ReadCache();
    expect((await cached(folder, cache)).problems).toMatchObject([{ code: 'A309' }]);
    write(folder, 'images/sun.png', png(30, 20));
    expect((await cached(folder, cache)).content!.text('articles/sun').html).toContain('width="30" height="20"');
    writeFileSync(join(folder, 'images/sun.png'), Buffer.concat([png(60, 40), Buffer.alloc(1)]));
    expect((await cached(folder, cache)).content!.text('articles/sun').html).toContain('width="60" height="40"');
    writeFileSync(join(folder, 'images/sun.png'), 'no picture');
    expect((await cached(folder, cache)).problems).toMatchObject([{ code: 'A311' }]);
  });

  it('compiles again in another language', async () => {
    const folder = contentFolder({ [sun]: articleOf('Sun[^1].', '[^1]: It shone.') });
    const cache = new ReadCache();
    expect((await cached(folder, cache)).content!.text('articles/sun').html).toContain('>Notes</h2>');
    write(folder, 'publication.json', { ...publication, language: 'ur' });
    expect((await cached(folder, cache)).content!.text('articles/sun').html).toContain('حواشی');
  });
});
