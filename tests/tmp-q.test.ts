import { test } from 'vitest';
import { firstQuery } from '../src/build/bench/first-query.ts';
import { searchArchive, textOf, wordOfRank } from '../src/build/bench/search-archive.ts';
import { writeSearchIndex } from '../src/build/search/write-index.ts';
import { gzipSync } from 'node:zlib';
test('q', async () => {
  for (const n of (process.env.SIZES ?? '1000').split(',').map(Number)) {
    const { directory } = writeSearchIndex(searchArchive(n), '/tmp/idx-q-' + n);
    console.log(n, 'directory', gzipSync(JSON.stringify(directory)).length, JSON.stringify(directory).length);
    const t = textOf(3);
    const body = t.paragraphs[2]!.split(' ').slice(3, 11).join(' ');
    for (const text of [
      wordOfRank(300),
      wordOfRank(3000),
      wordOfRank(30),
      wordOfRank(300) + ' ' + wordOfRank(900),
      wordOfRank(3000) + ' ' + wordOfRank(8000),
      t.headline,
      body,
      wordOfRank(300).slice(0, 4),
      'zzbabekka',
      body.replace(/(.)(.)(.)$/, '$2$1$3'),
    ]) {
      const m = await firstQuery('/tmp/idx-q-' + n, directory, text);
      console.log(
        JSON.stringify(text),
        m.bytes,
        m.files,
        m.turns,
        m.found.count,
        m.found.partly,
        JSON.stringify(m.found.corrected),
      );
    }
    for (const more of [
      { sort: 'date' as const },
      { section: 'section-3' },
      { author: 'author-5' },
      { year: '2014' },
    ]) {
      const m = await firstQuery('/tmp/idx-q-' + n, directory, wordOfRank(300), more);
      console.log(JSON.stringify(more), m.bytes, m.files, m.turns, m.found.count);
    }
  }
}, 600000);
