/** Lists as Microsoft Word saves them: paragraphs of the class MsoListParagraph with their bullet typed before the text. */
import { attribute, isText, moveChildren, type PageElement, type PageNode } from './dom.ts';
import { oneLine } from '../wording/one-line.ts';

export function mswordLists(root: PageElement): void {
  const paragraphs = Array.from(root.querySelectorAll('p[class*=MsoListParagraph], p[style*="mso-list"]')).filter((p) =>
    /mso-list\s*:\s*l/i.test(attribute(p, 'style')),
  );
  let list: PageElement | undefined;
  let last: PageElement | undefined;
  for (const paragraph of paragraphs) {
    const bullet = takeBullet(paragraph);
    if (bullet === undefined) continue;
    const name = /^[\p{L}\d]{1,4}[.)]$/u.test(bullet) ? 'ol' : 'ul';
    if (!list || list.localName !== name || last?.nextElementSibling !== paragraph) {
      list = root.ownerDocument.createElement(name);
      paragraph.before(list);
    }
    const entry = root.ownerDocument.createElement('li');
    moveChildren(paragraph, entry);
    list.append(entry);
    last = list;
    paragraph.remove();
  }
}

/** The bullet or number, taken out of the paragraph. */
function takeBullet(paragraph: PageElement): string | undefined {
  const marked = paragraph.querySelector('span[style*="mso-list:Ignore"], span[style*="mso-list: Ignore"]');
  if (marked) {
    const bullet = oneLine(marked.textContent);
    marked.remove();
    return bullet;
  }
  const first = firstText(paragraph);
  const found = /^\s*([·•§o▪–-]|[\p{L}\d]{1,4}[.)])(?=[\s\u00a0]|$)[\s\u00a0]*/u.exec(first?.textContent ?? '');
  if (!first || !found) return undefined;
  first.textContent = (first.textContent ?? '').slice(found[0].length);
  return found[1];
}

function firstText(root: PageElement): PageNode | undefined {
  let node: PageNode | null = root.firstChild;
  while (node) {
    if (isText(node) && oneLine(node.textContent) !== '') return node;
    node =
      oneLine(node.textContent) !== '' && 'firstChild' in node ? (node as PageElement).firstChild : node.nextSibling;
  }
  return undefined;
}
