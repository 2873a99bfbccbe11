/** Lists as Microsoft Word saves them, paragraphs with their bullet typed before the text, and as Google Docs does, a list for each level. */
import { attribute, firstText, moveChildren, type PageElement } from './dom.ts';
import { oneLine } from '../wording/one-line.ts';

export function typedLists(root: PageElement): void {
  const paragraphs = Array.from(root.querySelectorAll('p[class*=MsoListParagraph], p[style*="mso-list"]'));
  for (const paragraph of paragraphs) {
    const place = /mso-list\s*:\s*(l\d+)(?:\s+level(\d))?/i.exec(attribute(paragraph, 'style'));
    const bullet = place ? takeBullet(paragraph) : undefined;
    if (!place || bullet === undefined) continue;
    const list = root.ownerDocument.createElement(/^[\p{L}\d]{1,4}[.)]$/u.test(bullet) ? 'ol' : 'ul');
    const entry = root.ownerDocument.createElement('li');
    list.className = `lst-kix_${place[1]}-${place[2] ?? 1}`;
    moveChildren(paragraph, entry);
    list.append(entry);
    paragraph.replaceWith(list);
  }
  nestLists(root);
}

/** Lists that follow each other and call themselves parts of one, as in Google Docs: "lst-kix_a-1" is one deeper than "lst-kix_a-0". */
function nestLists(root: PageElement): void {
  let open: { list: PageElement; level: number; name: string }[] = [];
  for (const list of Array.from(root.querySelectorAll('[class*=lst-kix_]'))) {
    const [, name = '', depth = '0'] = /lst-kix_(\w+)-(\d+)/.exec(list.className) ?? [];
    const level = Number(depth);
    if (!open[0] || list.previousElementSibling !== open[0].list || open[0].name !== name) open = [];
    while (open.length > 1 && open.at(-1)!.level > level) open.pop();
    const outer = open.at(-1);
    if (outer && (outer.level > level || (outer.level === level && outer.list.localName !== list.localName))) open = [];
    else if (outer?.level === level) {
      moveChildren(list, outer.list);
      list.remove();
      continue;
    } else outer?.list.lastElementChild?.append(list);
    open.push({ list, level, name });
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
