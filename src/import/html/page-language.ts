/** The language that a page declares, unless its letters say otherwise. It is read after scripts are removed. */
import { isLanguage, likelyLanguage } from '../../publication/rules.ts';
import type { Note } from '../item.ts';
import { attribute, type PageDocument } from './dom.ts';
import type { StructuredFacts } from './structured-facts.ts';

const rightToLeft = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/gu;
const rightToLeftLanguages = /^(?:ar|fa|ur|he|iw|yi|ps|sd|ckb|dv|ug|syr|pnb|skr|ks|azb|arz|prs)\b/;

/** Several languages in Arabic script: for a page from right to left that declares no language and has no such letter. */
const setFromTheRight = 'mul-Arab';

export function settledLanguage(
  document: PageDocument,
  facts: StructuredFacts,
  metas: ReadonlyMap<string, readonly string[]>,
): { tag?: string; note?: Note } {
  const root = document.documentElement;
  const written = [
    attribute(root, 'lang') || attribute(root, 'xml:lang'),
    attribute(document.body, 'lang'),
    metas.get('content-language')?.[0] ?? '',
    facts.language ?? '',
    (metas.get('og:locale')?.[0] ?? '').replace('_', '-'),
  ].filter(Boolean);
  const tag = written
    .map((one) => (isLanguage(one) ? Intl.getCanonicalLocales(one)[0] : likelyLanguage(one)))
    .find((one) => one !== undefined);
  const text = (document.body.textContent ?? '').slice(0, 50_000);
  const letters = text.match(/\p{L}/gu) ?? [];
  const turned = text.match(rightToLeft)?.length ?? 0;
  const isTurned = turned * 2 > letters.length;
  if (tag === undefined) {
    const direction = attribute(document.body, 'dir') || attribute(root, 'dir');
    if (direction.toLowerCase() !== 'rtl' || turned > 0) return {};
    const message = `the page is set from right to left and names no language: ${setFromTheRight} stands for it`;
    return { tag: setFromTheRight, note: { code: 'I120', message } };
  }
  if (isTurned === rightToLeftLanguages.test(tag) || letters.length === 0 || (!isTurned && turned * 5 > letters.length))
    return { tag };
  const message = `the page says "${tag}", its letters are of another script: the language is told from them`;
  return { note: { code: 'I120', message } };
}
