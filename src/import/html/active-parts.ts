/** Removes scripts, forms and styles from a page, and counts them. */
import type { Changes } from './changes.ts';
import { attribute, isComment, type PageElement, type PageNode, unwrap } from './dom.ts';
import { oneLine } from '../wording/one-line.ts';
import { schemeOfLink } from './web-links.ts';

const running = 'script, applet, frameset, frame, portal, fencedframe';
const controls = 'input, button, select, textarea, datalist, output, progress, meter, dialog';
/** A form with more text than this is the whole page in one, as some servers make it. */
const formText = 1500;

const runsAsScript = new Set(['javascript', 'vbscript', 'data', 'livescript', 'mocha']);

export function removeActiveParts(root: PageElement, changes: Changes): void {
  for (const element of Array.from(root.querySelectorAll(running))) {
    if (!isStructured(element)) changes.count('script');
    element.remove();
  }
  for (const element of Array.from(root.querySelectorAll('style, link, meta[http-equiv], base, template, xml'))) {
    if (element.localName === 'style' || /stylesheet/i.test(attribute(element, 'rel'))) changes.count('style');
    element.remove();
  }
  removeForms(root, changes);
  for (const element of Array.from(root.querySelectorAll('*'))) removeHandlers(element, changes);
}

/** JSON-LD is data, though it stands in a script element. */
const isStructured = (element: PageElement): boolean => /json/i.test(attribute(element, 'type'));

function removeForms(root: PageElement, changes: Changes): void {
  for (const form of Array.from(root.querySelectorAll('form'))) {
    if (oneLine(form.textContent).length > formText || form.querySelector('article, h1, p + p + p')) unwrap(form);
    else {
      changes.count('form');
      form.remove();
    }
  }
  for (const control of Array.from(root.querySelectorAll(controls))) {
    // A button around a picture is how a gallery opens it.
    if (control.localName === 'button' && control.querySelector('img, picture')) unwrap(control);
    else {
      if (attribute(control, 'type') !== 'hidden') changes.count('form');
      control.remove();
    }
  }
}

function removeHandlers(element: PageElement, changes: Changes): void {
  for (const { name, value } of Array.from(element.attributes)) {
    if (/^on/i.test(name)) {
      changes.count('handler');
      element.removeAttribute(name);
    } else if (
      name === 'href' ||
      name === 'src' ||
      name === 'xlink:href' ||
      name === 'action' ||
      name === 'formaction'
    ) {
      const scheme = schemeOfLink(value);
      if (scheme === undefined || !runsAsScript.has(scheme)) continue;
      if (scheme === 'data' && name === 'src') continue;
      changes.count('scriptLink', oneLine(element.textContent) || undefined);
      element.removeAttribute(name);
    }
  }
}

/** Comments hold nothing for a reader, except for blocks that WordPress fills in when it shows the page. */
export function removeComments(root: PageElement, changes: Changes): void {
  const open: (PageNode | null)[] = [root.firstChild];
  while (open.length > 0) {
    let node = open.pop() ?? null;
    while (node) {
      const next: PageNode | null = node.nextSibling;
      if (isComment(node)) keepDynamicBlock(root, node, changes);
      else if ('firstChild' in node) open.push((node as PageElement).firstChild);
      node = next;
    }
  }
}

function keepDynamicBlock(root: PageElement, comment: PageNode, changes: Changes): void {
  const name = /^\s*wp:([a-z][\w/-]*)(?:\s[^]*)?\/\s*$/.exec(comment.textContent ?? '')?.[1];
  if (name === undefined || /^(?:core\/)?(?:more|nextpage|spacer|separator)$/.test(name)) {
    comment.remove();
    return;
  }
  changes.count('blockComment', `wp:${name}`);
  const shown = root.ownerDocument.createElement('p');
  const code = root.ownerDocument.createElement('code');
  code.textContent = `[wp:${name}]`;
  shown.append(code);
  comment.replaceWith(shown);
}
