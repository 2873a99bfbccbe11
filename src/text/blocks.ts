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

/**
 * Whether a block ends below a height of the window. Of a stretch that lies elsewhere only the outside is looked at: to
 * look into it, the browser would have to lay it out.
 */
export function endsBelow(block: Element, height: number): boolean {
  const stretch = block.parentNode;
  if (isStretch(stretch)) {
    const { top, bottom } = stretch.getBoundingClientRect();
    if (bottom <= height || top > height) return top > height;
  }
  return block.getBoundingClientRect().bottom > height;
}
