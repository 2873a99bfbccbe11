/**
 * One built article taken apart: the same page without one of its parts, beside the two plain pages, so that what a
 * part costs is measured and not guessed. A page without a part may look wrong; it is there to be timed.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { articleAddress } from '../../src/publication/addresses.ts';
import { articleSlug, measured } from './archive.ts';
import { launch, serve, type Served, type Visit, visit } from './browsing.ts';
import { buildArchive } from './building.ts';
import { writePlainSites } from './peers.ts';
import { median, type Row } from './table.ts';

/** What is seen of an article of it is the same in an archive of any size. */
const archiveSize = 40;

type Edit = (html: string) => string;

type Timed = { url: string; hydrates: boolean; visits: Visit[] };

const without =
  (...patterns: RegExp[]): Edit =>
  (html) =>
    patterns.reduce((left, pattern) => left.replaceAll(pattern, ''), html);

const preloads = /<link rel="preload" [^>]*as="font"[^>]*>/g;
const faces = /@font-face\s?\{[^}]*url\([^}]*\}/g;
const otherFaces = /@font-face\s?\{[^}]*url\((?![^)]*\/literata-[\w-]{8}\.)[^}]*\}/g;
const otherPreloads = /<link rel="preload" href="(?![^"]*\/literata-[\w-]{8}\.)[^"]*" as="font"[^>]*>/g;

/** By name; each is made of the page as it is built. */
export const variants: Record<string, Edit> = {
  'as it is built': (html) => html,
  'without faces': without(preloads, faces),
  'without their preloads': without(preloads),
  'the regular face only': without(otherPreloads, otherFaces),
  'without the theme script': without(/<script>[^]*?<\/script>/g),
  'without data for machines': without(/<script data-head[^]*?<\/script>/g, /<meta data-head property=[^>]*>/g),
  'without the page data': without(/<script type="application\/json"[^]*?<\/script>/g),
  'without script': without(/<script[ >][^]*?<\/script>/g),
  'without faces and script': without(preloads, faces, /<script[ >][^]*?<\/script>/g),
  'without a sheet': without(/<style[^>]*>[^]*?<\/style>/g, /<link [^>]*rel="?stylesheet[^>]*>/g, preloads),
};

const usedRules = 'only the rules it uses';
const usedAlone = 'only these, without faces and script';

/** Visits every variant and both plain pages in each of `rounds`, every second round in the other order. */
export async function variantRows(rounds: number, folder: string, log: (line: string) => void): Promise<Row[]> {
  const { built } = await buildArchive(folder, archiveSize);
  const address = articleAddress(articleSlug(measured));
  const plain = writePlainSites(folder, built.site, address);
  const browser = await launch();
  const open: Served[] = [];
  try {
    const pages = new Map<string, Timed>();
    const add = async (name: string, site: string, hydrates: boolean) => {
      const served = await serve(site);
      open.push(served);
      pages.set(name, { url: served.url + address, hydrates, visits: [] });
    };
    await add('plain HTML with a sheet beside it', plain.beside, false);
    await add('plain HTML with its sheet inside', plain.inside, false);
    const html = readFileSync(join(built.site, address, 'index.html'), 'utf8').replace(/<meta http-equiv[^>]*>/, '');
    const used = await withUsedRules(browser, html);
    const edited = [
      ...Object.entries(variants).map(([name, edit]) => [name, edit(html)] as const),
      [usedRules, used] as const,
      [usedAlone, variants['without faces and script']!(used)] as const,
    ];
    for (const [name, text] of edited) {
      const site = join(folder, `variant-${pages.size}`);
      cpSync(built.site, site, { recursive: true });
      writeFileSync(join(site, address, 'index.html'), text);
      await add(name, site, text.includes('<script type="module"'));
    }
    for (let round = 0; round < rounds; round += 1) {
      log(`variants: round ${round + 1} of ${rounds}`);
      const order = [...pages.values()];
      for (const { url, hydrates, visits } of round % 2 === 0 ? order : order.toReversed()) {
        visits.push(await visit(browser, url, { slow: true, hydrates }));
      }
    }
    return rowsOf(pages, rounds);
  } finally {
    for (const served of open) served.close();
    await browser.close();
  }
}

function rowsOf(pages: ReadonlyMap<string, Timed>, rounds: number): Row[] {
  const of = ({ visits }: Timed, what: 'lcp' | 'hydrated' | 'styleAndLayout') => median(visits.map((one) => one[what]));
  const [beside] = [...pages.values()];
  return [...pages].map(([what, page]) => ({
    group: `One article without a part of it, LCP (medians of ${rounds} interleaved rounds)`,
    what,
    value: of(page, 'lcp'),
    unit: 'ms',
    from: [
      `<${[...new Set(page.visits.map(({ largest }) => largest))].join('> or <')}>`,
      `${(of(page, 'lcp') / of(beside!, 'lcp')).toFixed(2)} ×`,
      `style and layout ${Math.round(of(page, 'styleAndLayout'))} ms`,
      ...(page.hydrates ? [`hydrated ${Math.round(of(page, 'hydrated'))} ms`] : []),
    ].join(', '),
  }));
}

/** The page with a sheet of the rules that match something in it, whatever state of it they ask for. */
async function withUsedRules(browser: Browser, html: string): Promise<string> {
  const page = await browser.newPage();
  try {
    await page.setContent(html.replaceAll(/<script[ >][^]*?<\/script>|<link [^>]*>/g, ''));
    const sheet = await page.evaluate(() => {
      const states = /:not\(:focus\)|::?(?:before|after|marker|selection|first-l\w+|hover|focus[-\w]*|target)/g;
      const matches = (selector: string) => document.querySelector(selector.replaceAll(states, ':is(*)'));
      const used = (rules: CSSRuleList): string =>
        [...rules]
          .map((rule) => {
            if (rule instanceof CSSStyleRule)
              return matches(rule.selectorText) || rule.cssRules.length > 0 ? rule.cssText : '';
            if (!('cssRules' in rule)) return rule.cssText;
            const inside = used(rule.cssRules as CSSRuleList);
            return inside && `${rule.cssText.slice(0, rule.cssText.indexOf('{'))}{${inside}}`;
          })
          .join('');
      return used(document.querySelector('style')!.sheet!.cssRules);
    });
    return html.replace(/<style[^>]*>[^]*?<\/style>/, () => `<style>${sheet}</style>`);
  } finally {
    await page.close();
  }
}
