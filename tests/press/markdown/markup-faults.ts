/** What compiled HTML holds that it must not, as a browser parses it: the list in `allowedMarkup`, and safe addresses. */
import { allowedMarkup } from '../../../src/press/markdown/markdown.ts';

const values: Record<string, RegExp> = {
  href: /^(?:https?:\/\/[^/]|mailto:|\/(?![/\\])|#)/,
  src: /^\/(?![/\\])/,
  id: /^(?:h|fn|fnref)-/,
  rel: /^noopener noreferrer$/,
  role: /^(?:doc-noteref|doc-endnotes|doc-backlink|region)$/,
  dir: /^(?:ltr|rtl)$/,
  tabindex: /^0$/,
};

export function markupFaults(html: string): string[] {
  const faults: string[] = [];
  const host = document.createElement('div');
  host.innerHTML = `<div>${html}</div>`;
  if (host.childNodes.length !== 1) faults.push('markup that ends what is around it');
  for (const element of host.querySelectorAll(':scope > div *')) faults.push(...elementFaults(element));
  if (/<!--|<\?|<!\[/.test(html)) faults.push('a comment or declaration');
  return faults;
}

function elementFaults(element: Element): string[] {
  const name = element.localName;
  const allowed = Object.hasOwn(allowedMarkup.elements, name) ? allowedMarkup.elements[name] : undefined;
  if (!allowed || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return [`<${name}>`];
  const faults: string[] = [];
  for (const { name: attribute, value } of element.attributes) {
    const listed = allowed.includes(attribute) || allowedMarkup.everywhere.includes(attribute);
    if (!listed || (values[attribute] && !values[attribute].test(value)))
      faults.push(`<${name} ${attribute}="${value}">`);
  }
  for (const word of element.classList) {
    const language = name === 'code' && /^language-[a-z0-9-]+$/.test(word);
    if (!language && !allowedMarkup.classes.includes(word)) faults.push(`class ${word}`);
  }
  if (name === 'a' && element.querySelector('a')) faults.push('a link in a link');
  return faults;
}
