/** What others do to a page, whose code the page is not: translators and extensions. Each runs in the page. */

/** As page translation does it: every text is wrapped. */
export function translate(): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (text.data.trim() && !text.parentElement?.closest('script, style, font')) found.push(text);
  }
  for (const text of found) {
    const font = document.createElement('font');
    text.replaceWith(font);
    font.append(text);
  }
}

/** As extensions do it: nodes, words and attributes of their own, wherever they like. */
export function extend(): void {
  for (const element of document.querySelectorAll('body, #root, #root > *, main, article, p, li, h2')) {
    element.setAttribute('data-extension', '1');
    element.prepend(document.createElement('span'));
    const added = Object.assign(document.createElement('span'), { textContent: '¶' });
    added.dataset['extension'] = '';
    element.append(added);
  }
}
