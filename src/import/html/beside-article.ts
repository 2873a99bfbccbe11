/** Notes what a page holds beside its article: forms for comments line by line, all else in one line a kind. */
import { type LeftOut, leftOut as leftOutOf } from '../item.ts';
import { isCommenting } from '../wording/page-words.ts';
import { attribute, isElement, isText, type PageDocument, type PageElement } from './dom.ts';
import { oneLine } from '../wording/one-line.ts';
import { select, selectFirst } from './select.ts';

const leftOut = (of: string, name: string, message: string): LeftOut =>
  leftOutOf(of, name.slice(0, 120), 'I520', message);

const forms = '#respond, .comment-respond, #commentform, .comment-form';
const comments =
  '.comment-list > li, .commentlist > li, #comments .comment, ol.comments > li, .comments-area .comment, [itemprop~=comment]';

/** Called before anything is taken out of the page; `articleBody` is not looked into. */
export function besideTheArticle(
  document: PageDocument,
  lists: readonly { heading: string; count: number }[],
): LeftOut[] {
  const found: LeftOut[] = [];
  const form = selectFirst(document, forms);
  if (form) {
    for (const line of linesIn(form))
      found.push(leftOut('comment-form line', line, 'belongs to the form for comments'));
  }
  const responses = select(document, comments).filter((one) => !one.parentElement?.closest(comments));
  if (responses.length > 0)
    found.push(leftOut('comments', `${responses.length} comments`, 'what readers wrote stays where it was'));
  const menus = select(document, 'nav, [role=navigation], #menu, .main-menu, .td-header-menu-wrap').filter(
    (one) => oneLine(one.textContent) !== '' && !one.parentElement?.closest('nav, [role=navigation]'),
  );
  if (menus.length > 0)
    found.push(
      leftOut('menu', firstWords(menus[0]!), `${menus.length} ${menus.length === 1 ? 'menu' : 'menus'} of the site`),
    );
  const shares = select(
    document,
    '.td-post-sharing, .sharedaddy, .share-buttons, .social-share, .addtoany_share_save_container, [class*=share-bar]',
  );
  if (shares.length > 0) found.push(leftOut('row of buttons', 'sharing', 'buttons for sharing'));
  const letters = select(document, 'form, .newsletter').filter((one) =>
    /newsletter|subscribe|mailchimp|mc4wp/i.test(`${one.className} ${one.id} ${attribute(one, 'action')}`),
  );
  if (letters.length > 0) found.push(leftOut('newsletter form', firstWords(letters[0]!), 'asks for an e-mail address'));
  for (const { heading, count } of lists) found.push(leftOut('list', heading, `${count} other articles of the site`));
  return found;
}

const firstWords = (element: PageElement): string => oneLine(element.textContent).slice(0, 60);

/** The texts of a form, and the words that stand in its empty fields. */
function linesIn(form: PageElement): string[] {
  const lines: string[] = [];
  const push = (text: string): void => {
    const line = oneLine(text);
    if (line !== '' && /\p{L}/u.test(line) && line.length <= 300 && !lines.includes(line)) lines.push(line);
  };
  const walk = (element: PageElement): void => {
    for (const node of Array.from(element.childNodes)) {
      if (isText(node)) push(node.textContent ?? '');
      else if (isElement(node) && !/^(?:script|style|noscript|option)$/.test(node.localName)) {
        push(attribute(node, 'placeholder'));
        if (/^(?:p|label|h\d|a)$/.test(node.localName) && !node.querySelector('input, textarea'))
          push(node.textContent ?? '');
        else walk(node);
      }
    }
  };
  walk(form);
  const own = lines.filter((line) => isCommenting(line));
  return (own.length > 0 ? own : lines).slice(0, 30);
}
