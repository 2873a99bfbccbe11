/** Pages that a word processor wrote are its document whole: its title and its marks of style become what HTML has for them. */
import { attribute, moveChildren, type PageDocument, type PageElement } from './dom.ts';

const writers = /^(?:microsoft word|(?:libre|open)office|apache openoffice|cocoa html writer)/i;

export function documentBody(document: PageDocument): PageElement | undefined {
  const google = document.querySelector('.doc-content');
  const wrote = Array.from(document.querySelectorAll('meta[name]')).some(
    (meta) => /^generator$/i.test(attribute(meta, 'name')) && writers.test(attribute(meta, 'content')),
  );
  return google ?? (wrote ? document.body : undefined);
}

export function settleDocument(document: PageDocument): void {
  const sheets = Array.from(document.querySelectorAll('style'), (sheet) => sheet.textContent ?? '').join('\n');
  if (/themes\.googleusercontent\.com|\.lst-kix_/.test(sheets)) document.body.className += ' doc-content';
  const body = documentBody(document);
  if (!body) return;
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
