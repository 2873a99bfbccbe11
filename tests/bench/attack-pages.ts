/** Prints the pages of hostile content with the real renderer, into the site of a real build. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runnerImport } from 'vite';
import { articleAddress, authorAddress, dataAddress, ownPageAddress } from '../../src/publication/addresses.ts';
import { editionOf } from '../../src/publication/edition.ts';
import type { Page } from '../../src/publication/page.ts';
import { printedHead } from '../../src/press/head/printed-head.ts';
import { pageAt } from '../../src/publication/site.ts';
import { type Document, documentOf, pageHtml } from '../../src/press/page-html.ts';
import type { Render } from '../../src/press/press.ts';
import { interfaceWords } from '../../src/words/interface-words.ts';
import { type Attack, hostileContent } from './attack-content.ts';
import { buildArchive } from './building.ts';

/** Each publication holds so many attacks: as many as Must Read shows beside a page. */
const together = 6;

const { words } = interfaceWords('en');

export const addressesOfAttack = ({ article, author }: Attack): [string, string] => [
  articleAddress(article),
  authorAddress(author),
];

/** Answers the site's folder and the attacks whose pages could not be made; why not is logged. */
export async function printAttacks(
  folder: string,
  attacks: readonly Attack[],
  log: (line: string) => void,
): Promise<{ site: string; crashed: Attack[] }> {
  const { built } = await buildArchive(folder, 10);
  const { module } = await runnerImport<{ render: Render }>('src/entry-server.tsx', {
    configFile: false,
    logLevel: 'error',
  });
  const document = emptied(built.site, module.render);
  const crashed: Attack[] = [];
  for (let start = 0; start < attacks.length; start += together) {
    const some = attacks.slice(start, start + together);
    try {
      print(some, document, module.render, built.site);
    } catch (error) {
      log(`crashed while rendering ${JSON.stringify(some[0]?.payload)} and those after it: ${String(error)}`);
      crashed.push(...some);
    }
  }
  return { site: built.site, crashed };
}

function print(attacks: readonly Attack[], document: Document, render: Render, site: string): void {
  const edition = editionOf(hostileContent(attacks), words.press);
  for (const address of attacks.flatMap(addressesOfAttack)) {
    const page = pageAt(edition, address);
    if (!page) throw new Error(`There is no page at ${address}.`);
    const file = join(site, `${address}index.html`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, pageHtml(document, printedHead(edition, address, page), render(address, page, words.screen)));
    writeFileSync(join(site, dataAddress(address)), JSON.stringify(page));
  }
}

/**
 * The document of the app as the build had it: a printed page with what belongs to that page taken out again, and the
 * policy with it, so that the markup alone is judged.
 */
function emptied(site: string, render: Render): Document {
  const address = ownPageAddress('about');
  const page = JSON.parse(readFileSync(join(site, dataAddress(address)), 'utf8')) as Page;
  const { html, data } = render(address, page, words.screen);
  let printed = readFileSync(join(site, `${address}index.html`), 'utf8');
  const [head = 'no head'] = /<title>[^]*?<\/script>/.exec(printed) ?? [];
  const parts: [string, string][] = [
    [head, '<!--head-->'],
    [`<div id="root">${html}`, '<div id="root"><!--page-->'],
    [`<script type="application/json" id="page">${data}</script>`, '<!--data-->'],
    ['<html lang="en-GB" dir="ltr">', '<html lang="en" dir="ltr">'],
  ];
  for (const [part, mark] of parts) {
    if (!printed.includes(part)) throw new Error(`The page at ${address} is not as rendered: no ${part.slice(0, 80)}`);
    printed = printed.replace(part, () => mark);
  }
  const unguarded = printed.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  return documentOf(unguarded, { language: 'en', direction: 'ltr' }, 'literata');
}
