/** An element of XML with its content, and functions that read it. */

/** Text and attributes are decoded once. */
export type XmlElement = {
  /** The local name. */
  name: string;
  /** The namespace; empty where there is none. */
  space: string;
  prefix: string;
  attributes: Map<string, string>;
  /** Text and elements in order. */
  content: (string | XmlElement)[];
  line: number;
};

export const elementsOf = (element: XmlElement): XmlElement[] =>
  element.content.filter((part) => typeof part !== 'string');

/** The text of an element and of all its descendants. */
export const xmlText = (element: XmlElement): string =>
  element.content.map((part) => (typeof part === 'string' ? part : xmlText(part))).join('');

/** The name of the first element, without its prefix: of what stands before it, only XML's own is passed over. */
export function rootName(text: string): string | undefined {
  let index = 0;
  for (let parts = 0; parts < 100; parts += 1) {
    index = text.indexOf('<', index);
    if (index < 0) return undefined;
    const end = text.startsWith('<?', index)
      ? text.indexOf('?>', index)
      : text.startsWith('<!--', index)
        ? text.indexOf('-->', index)
        : /^<!doctype/i.test(text.slice(index, index + 9))
          ? doctypeEnd(text, index)
          : undefined;
    if (end === undefined) return /^<(?:[\w-]+:)?([\w-]+)[\s>/]/.exec(text.slice(index, index + 200))?.[1];
    if (end < 0) return undefined;
    index = end + 1;
  }
  return undefined;
}

function doctypeEnd(text: string, start: number): number {
  const end = text.indexOf('>', start);
  const subset = text.indexOf('[', start);
  return subset > 0 && subset < end ? text.indexOf('>', text.indexOf(']', subset)) : end;
}

const empty = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** The content of an element as HTML: XHTML in Atom (RFC 4287, 3.1.1.3). */
export const xmlMarkup = (element: XmlElement): string =>
  element.content.map((part) => (typeof part === 'string' ? escaped(part) : elementMarkup(part))).join('');

function elementMarkup(element: XmlElement): string {
  const attributes = Array.from(
    element.attributes,
    ([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`,
  );
  const start = `<${element.name}${attributes.join('')}>`;
  return empty.has(element.name) ? start : `${start}${xmlMarkup(element)}</${element.name}>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
