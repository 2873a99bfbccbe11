/** Whether what was imported can be built, and runs nothing in a browser. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { viewPages } from '../attack-views.ts';
import { launch, serve } from '../browsing.ts';
import { build } from '../building.ts';
import type { Row } from '../table.ts';
import { reasonOf } from '../../../src/press/content/problems.ts';
import { articleAddress } from '../../../src/publication/addresses.ts';

const mostTold = 20;

/** Builds each content folder and opens every article of it, without the policy that would stop a script. */
export async function shownRows(folders: readonly string[], log: (line: string) => void): Promise<Row[]> {
  const group = 'Import: built, and opened in a browser';
  const counts = { built: 0, views: 0, executions: 0, suspects: 0, requests: 0, dead: 0 };
  const browser = await launch();
  try {
    for (const data of folders) {
      log(`building ${basename(data)} …`);
      const site = `${data}-site`;
      try {
        await build({ data, site });
      } catch (error) {
        log(`  ${basename(data)} cannot be built: ${reasonOf(error)}`);
        continue;
      }
      counts.built += 1;
      const served = await serve(site);
      const seen = await viewPages(browser, served.url, addressesIn(data)).finally(() => served.close());
      counts.views += seen.views;
      for (const kind of ['executions', 'suspects', 'requests', 'dead'] as const) {
        counts[kind] += seen[kind].length;
        for (const one of seen[kind].slice(0, mostTold)) log(`  ${basename(data)}, ${kind}: ${one}`);
      }
    }
  } finally {
    await browser.close();
  }
  const zero = (what: string, value: number): Row => ({ group, what, value, unit: '', atMost: 0 });
  return [
    { group, what: 'corpora built', value: counts.built, unit: '', atLeast: folders.length },
    { group, what: 'articles opened', value: counts.views, unit: '' },
    zero('executions', counts.executions),
    zero('elements that would run something when touched', counts.suspects),
    zero('requests to other sites', counts.requests),
    zero('pages that did not come to life', counts.dead),
  ];
}

/** Of the articles that have a page: all but drafts, which have none. */
function addressesIn(data: string): string[] {
  const names = readdirSync(join(data, 'articles'), { recursive: true, encoding: 'utf8' });
  const slugs = names.filter((name) => name.endsWith('.json')).map((name) => basename(name, '.json'));
  return slugs.map(articleAddress);
}
