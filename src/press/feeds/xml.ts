/** XML 1.0 as text. Whatever is put in, what comes out is well-formed. */

/** XML 1.0, 2.2: characters that no document may hold, not even as a reference. A sign is left where one was. */
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const writable = (text: string): string => text.replace(unwritable, '\ufffd');

/** RSS Advisory Board, "Encoding": more readers understand `&#x26;` and `&#x3C;` in titles than their names. */
function escaped(text: string): string {
  return writable(text)
    .replaceAll('&', '&#x26;')
    .replaceAll('<', '&#x3C;')
    .replaceAll('>', '&#x3E;')
    .replaceAll('\r', '&#xD;');
}

const quotedText = (text: string): string =>
  escaped(text).replaceAll('"', '&#x22;').replaceAll('\n', '&#xA;').replaceAll('\t', '&#x9;');

export type Attributes = Record<string, string | undefined>;

const opening = (name: string, attributes: Attributes): string =>
  Object.entries(attributes).reduce(
    (tag, [key, value]) => (value === undefined ? tag : `${tag} ${key}="${quotedText(value)}"`),
    `<${name}`,
  );

/** `<name>text</name>`, or nothing where there is no text. */
export const element = (name: string, text: string | undefined, attributes: Attributes = {}): string =>
  text === undefined ? '' : `${opening(name, attributes)}>${escaped(text)}</${name}>\n`;

/** HTML as text, in CDATA: a long text full of references would be half as long again. Where the text would end the CDATA, it is cut in two. */
export const htmlText = (name: string, text: string | undefined, attributes: Attributes = {}): string =>
  text === undefined
    ? ''
    : `${opening(name, attributes)}><![CDATA[${writable(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>\n`;

/** `<name a="b"/>` */
export const empty = (name: string, attributes: Attributes): string => `${opening(name, attributes)}/>\n`;

/** An element around others, which are XML already. Added to each other they are copied once, at the end; joined, at each level. */
export function around(name: string, attributes: Attributes, children: readonly string[]): string {
  const inside = children.reduce((all, child) => all + child, '');
  return `${opening(name, attributes)}>\n${inside}</${name}>\n`;
}

export const document = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
