/** Pages that a word processor wrote are its document whole: its title and its marks of style become what HTML has for them. */
import { attribute, moveChildren, type PageDocument, type PageElement } from './dom.ts';

const writers = /^(?:microsoft word|(?:libre|open)office|apache openoffice|cocoa html writer)/i;
const google = /themes\.googleusercontent\.com\/fonts\/css|\.lst-kix_/;

export const documentBody = (document: PageDocument): PageElement | null => document.querySelector('[data-document]');

export function settleDocument(document: PageDocument): void {
  const sheets = Array.from(document.querySelectorAll('style'), (sheet) => sheet.textContent ?? '').join('\n');
  const tool = document.querySelector('meta[name=generator], meta[name=Generator], meta[name=GENERATOR]');
  if (
    !google.test(sheets) &&
    !document.querySelector('body.doc-content') &&
    !writers.test(tool?.getAttribute('content') ?? '')
  )
    return;
  const body = document.querySelector('#contents > .doc-content') ?? document.body;
  body.setAttribute('data-document', '');
  for (const [, selectors = '', rules = ''] of sheets.matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
    const style = rules.match(/(?:font-weight|font-style|text-decoration)\s*:[^;]+/gi)?.join(';');
    const [, name] = /^\s*(?:span|b|i|font)?\.([\w-]+)\s*$/.exec(selectors) ?? [];
    if (style === undefined || name === undefined) continue;
    for (const element of Array.from(body.querySelectorAll(`span.${name}, b.${name}, i.${name}, font.${name}`)))
      element.setAttribute('style', `${style};${attribute(element, 'style')}`);
  }
  const title = body.querySelector('p.title, p.MsoTitle');
  if (!title) return;
  const headline = document.createElement('h1');
  moveChildren(title, headline);
  title.replaceWith(headline);
}
