/** Real hostile and difficult input: compiled, rendered in every place, opened in a browser. Answers rows of counts. */
import { attackOf, isRefused } from './attack-content.ts';
import { printAttacks } from './attack-pages.ts';
import { viewAttacks } from './attack-views.ts';
import { launch, serve } from './browsing.ts';
import { commonmarkRows } from './commonmark.ts';
import { examplesIn, payloadsIn } from './payloads.ts';
import type { Row } from './table.ts';

type Running = { corpora: string; folder: string; log: (line: string) => void };

const mostTold = 20;

export async function corporaRows({ corpora, folder, log }: Running): Promise<Row[]> {
  const group = 'Attacks: the payloads of DOMPurify and of PayloadsAllTheThings';
  const payloads = payloadsIn(corpora);
  const tell = (what: string, found: readonly string[]) => {
    for (const one of found.slice(0, mostTold)) log(`${what}: ${one}`);
  };
  const refused = payloads.map(refusal);
  const attacks = payloads.map(attackOf);
  const { site, crashed } = await printAttacks(folder, attacks, log);
  const served = await serve(site);
  const browser = await launch();
  try {
    const shown = attacks.filter((attack) => !crashed.includes(attack));
    const { views, executions, suspects, requests, pictures, dead } = await viewAttacks(
      browser,
      served.url,
      shown,
      log,
    );
    tell('ran', executions);
    tell('could run', suspects);
    tell('request', requests);
    tell('dead page', dead);
    const count = (what: string, value: number, atMost?: number): Row => ({ group, what, value, unit: '', atMost });
    return [
      count('payloads', payloads.length),
      count('executions', executions.length, 0),
      count('elements that would run something when touched', suspects.length, 0),
      count('requests to other sites, but for pictures', requests.length, 0),
      count('crashes while compiling', refused.filter((one) => one === 'crash').length, 0),
      count('crashes while rendering', crashed.length, 0),
      count('pages that did not come to life', dead.length, 0),
      count('refused by name, as text of a body', refused.filter((one) => one === 'refused').length),
      count('shown as text', refused.filter((one) => one === 'shown').length),
      count('views of pages with a payload in every place', views),
      count('picture requests to other sites (validation refuses these)', pictures),
      ...commonmarkRows(examplesIn(corpora)),
    ];
  } finally {
    await browser.close();
    served.close();
  }
}

function refusal(payload: string): 'refused' | 'shown' | 'crash' {
  try {
    return isRefused(payload) ? 'refused' : 'shown';
  } catch {
    return 'crash';
  }
}
