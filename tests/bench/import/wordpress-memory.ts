/** An export of WordPress of any size, written as a stream, and the memory that importing it takes. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { measuredRun } from '../building.ts';
import type { Row } from '../table.ts';

const head = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Long Archive</title><link>https://archive.example</link><language>en</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login><![CDATA[jane]]></wp:author_login><wp:author_display_name><![CDATA[Jane Doe]]></wp:author_display_name></wp:author>
`;

const paragraph =
  'The harbour lay grey under the morning, and the men who mended nets along the quay said little until the first boat came in with the tide. ';

/** One post of about 60 kB. */
function post(number: number): string {
  const day = new Date(Date.UTC(2000, 0, 1) + number * 3_600_000).toISOString();
  const date = `${day.slice(0, 10)} ${day.slice(11, 19)}`;
  const body = Array.from(
    { length: 40 },
    (_, index) => `<p>Part ${index + 1} of ${number}. ${paragraph.repeat(10)}</p>`,
  ).join('\n');
  return `<item><title>Notes from the harbour, number ${number}</title><link>https://archive.example/notes/${number}/</link>
<dc:creator><![CDATA[jane]]></dc:creator><content:encoded><![CDATA[${body}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${number}</wp:post_id><wp:post_date><![CDATA[${date}]]></wp:post_date><wp:post_date_gmt><![CDATA[${date}]]></wp:post_date_gmt>
<wp:post_name><![CDATA[notes-${number}]]></wp:post_name><wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type>
<category domain="category" nicename="harbour"><![CDATA[Harbour]]></category></item>
`;
}

async function writeExport(file: string, megabytes: number): Promise<void> {
  const stream = createWriteStream(file);
  const write = async (text: string) => {
    if (!stream.write(text)) await once(stream, 'drain');
  };
  await write(head);
  const wanted = megabytes * 1024 * 1024;
  for (let number = 1, written = 0; written < wanted; number += 1) {
    const text = post(number);
    written += Buffer.byteLength(text);
    await write(text);
  }
  await write('</channel></rss>\n');
  stream.end();
  await once(stream, 'finish');
}

export type Measuring = { megabytes: number; folder: string; log: (line: string) => void };

/** Imports an export of that size in a process of its own. */
export async function wordpressMemoryRows({ megabytes, folder, log }: Measuring): Promise<Row[]> {
  const group = `Import: an export of WordPress of ${megabytes.toLocaleString('en')} MB`;
  const file = join(folder, 'export.xml');
  log(`writing ${file}`);
  await writeExport(file, megabytes);
  log('importing it');
  const words = ['src/press/run.mjs', 'src/import/import.ts', '--json', '--data', join(folder, 'content'), file];
  const { seconds, peakMegabytes } = await measuredRun(words);
  return [
    { group, what: 'peak memory', value: peakMegabytes, unit: 'MB', atMost: 512 },
    { group, what: 'time', value: seconds, unit: 's' },
  ];
}
