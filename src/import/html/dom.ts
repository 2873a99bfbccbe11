/**
 * The small part of the DOM that is used here, as linkedom has it: the sources for Node are compiled without the types
 * of a browser.
 */
import { parseHTML } from 'linkedom';
import { oneLine } from '../wording/one-line.ts';

export type PageNode = {
  readonly nodeType: number;
  readonly parentNode: PageElement | null;
  readonly nextSibling: PageNode | null;
  readonly previousSibling: PageNode | null;
  textContent: string | null;
  remove(): void;
  replaceWith(...nodes: (PageNode | string)[]): void;
  before(...nodes: (PageNode | string)[]): void;
  after(...nodes: (PageNode | string)[]): void;
};

export type PageElement = PageNode & {
  readonly localName: string;
  readonly firstChild: PageNode | null;
  readonly lastChild: PageNode | null;
  readonly childNodes: ArrayLike<PageNode>;
  readonly children: ArrayLike<PageElement>;
  readonly parentElement: PageElement | null;
  readonly lastElementChild: PageElement | null;
  readonly previousElementSibling: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  readonly ownerDocument: PageDocument;
  readonly attributes: ArrayLike<{ name: string; value: string }>;
  readonly outerHTML: string;
  innerHTML: string;
  id: string;
  className: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement> & { length: number };
  closest(selector: string): PageElement | null;
  matches(selector: string): boolean;
  contains(node: PageNode): boolean;
  append(...nodes: (PageNode | string)[]): void;
  prepend(...nodes: (PageNode | string)[]): void;
};

export type PageDocument = Omit<PageElement, 'ownerDocument'> & {
  readonly documentElement: PageElement;
  readonly head: PageElement;
  readonly body: PageElement;
  createElement(name: string): PageElement;
  createTextNode(text: string): PageNode;
  getElementById(id: string): PageElement | null;
};

/** No page written by a person is nested deeper; a browser gives up at 512. */
const deepest = 200;

/**
 * A page or a piece of one, with `html`, `head` and `body` whether or not the source writes them (all three tags may
 * be left out, HTML 13.1.2.4). What is nested deeper than 200 is lifted to that depth, so that the rest may recurse.
 */
export function parsePage(source: string): PageDocument {
  const start = source.replace(/^\ufeff/, '').replaceAll('\0', '');
  let document = documentOf(start);
  if (document.documentElement?.localName !== 'html' || strayText(document)) {
    document = documentOf(`<!doctype html><html><head></head><body>${start}</body></html>`);
  }
  const root = document.documentElement;
  if (!childNamed(root, 'body')) giveBody(document, root);
  flatten(root);
  return document;
}

const documentOf = (source: string): PageDocument =>
  (parseHTML(source) as unknown as { document: PageDocument }).document;

/** Text or elements beside the root: a fragment, which linkedom hangs straight into the document. */
const strayText = (document: PageDocument): boolean =>
  Array.from(document.childNodes).some(
    (node) => node !== document.documentElement && (isElement(node) || (isText(node) && node.textContent?.trim())),
  );

const childNamed = (root: PageElement, name: string): PageElement | undefined =>
  Array.from(root.children).find((child) => child.localName === name);

const headNames = new Set(['title', 'meta', 'link', 'base', 'style']);

function giveBody(document: PageDocument, root: PageElement): void {
  const body = document.createElement('body');
  for (const node of Array.from(root.childNodes)) {
    if (isElement(node) && node.localName === 'head') {
      // A head that is never closed has swallowed the page.
      for (const child of Array.from(node.children)) {
        if (!headNames.has(child.localName) && child.localName !== 'script') body.append(child);
      }
    } else if (!isElement(node) || !headNames.has(node.localName)) body.append(node);
  }
  root.append(body);
}

const inlineNames = new Set('a abbr b big cite code em font i q s small span strong sub sup tt u'.split(' '));

/** Walks without recursion and puts what is too deep in the place of its parent. */
function flatten(root: PageElement): void {
  let depth = 0;
  let node: PageNode | null = root;
  while (node) {
    if (isElement(node) && depth >= deepest && node.firstChild) {
      const next: PageNode = node.firstChild;
      if (!inlineNames.has(node.localName)) node.before(' ');
      unwrap(node);
      node = next;
      continue;
    }
    if (isElement(node) && node.firstChild) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = !node || node === root ? null : node.nextSibling;
  }
}

export const isElement = (node: PageNode | null | undefined): node is PageElement => node?.nodeType === 1;
export const isText = (node: PageNode | null | undefined): boolean => node?.nodeType === 3;
export const isComment = (node: PageNode | null | undefined): boolean => node?.nodeType === 8;

export const attribute = (element: PageElement, name: string): string => element.getAttribute(name)?.trim() ?? '';

/** Class and id in one string, for what themes call things. */
export const naming = (element: PageElement): string => `${element.className} ${element.id}`;

/** Puts the children in the element's place. One by one: there may be more of them than a call takes arguments. */
export function unwrap(element: PageElement): void {
  while (element.firstChild) element.before(element.firstChild);
  element.remove();
}

/** Moves the children of one element to the end of another. */
export function moveChildren(from: PageElement, to: PageElement): void {
  while (from.firstChild) to.append(from.firstChild);
}

/** The first text that says something. */
export function firstText(root: PageElement): PageNode | undefined {
  let node: PageNode | null = root.firstChild;
  while (node) {
    if (isText(node) && /\S/.test(node.textContent ?? '')) return node;
    if (isElement(node) && oneLine(node.textContent) !== '') node = node.firstChild;
    else node = node.nextSibling;
  }
  return undefined;
}

/** Those in the smallest part of the page that holds the headline and any of them. */
export function nearestTo(headline: PageElement, found: readonly PageElement[]): readonly PageElement[] {
  for (let around = headline.parentElement; around; around = around.parentElement) {
    const inside = found.filter((element) => around.contains(element));
    if (inside.length > 0) return inside;
  }
  return found;
}
