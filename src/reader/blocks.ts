/**
 * The blocks of a text: paragraphs, headings, lists, figures, as they follow one another. A very long text holds them in
 * stretches (`publication/stretches.ts`), which are no part of it: what is counted and read are the blocks.
 */

const isStretch = (node: Node | null): node is Element => node instanceof Element && node.classList.contains('stretch');

/** The nodes of a text, those of its stretches among them. */
export const nodesOf = (body: Element): ChildNode[] =>
  Array.from(body.childNodes).flatMap((node) => (isStretch(node) ? Array.from(node.childNodes) : [node]));

/** The blocks of a text. */
export const blocksOf = (body: Element): Element[] =>
  Array.from(body.children).flatMap((child) => (isStretch(child) ? Array.from(child.children) : [child]));

/** The block of a text that a node is in, or is. */
export function blockAround(body: Element, node: Node): Element | undefined {
  let block: Node | null = node;
  while (block && !isParent(body, block.parentNode)) block = block.parentNode;
  return block instanceof Element ? block : undefined;
}

const isParent = (body: Element, parent: Node | null) =>
  parent === body || (isStretch(parent) && parent.parentNode === body);
