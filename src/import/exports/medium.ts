/** Medium: one page of HTML a post (posts/2020-01-31_Title-1a2b.html), and the writer's profile. */
import { type ImportedArticle, type Item, leftOut } from '../item.ts';
import type { Format } from '../format.ts';
import { attribute, type PageDocument, type PageElement, parsePage } from '../html/dom.ts';
import { oneLine } from '../wording/one-line.ts';
import { markdownOf } from '../html/markdown-of.ts';
import { writtenDate } from '../wording/written-date.ts';
import { linksTo, webAddress } from '../html/web-links.ts';

const isPost = (text: string): boolean =>
  /<article class="h-entry"/.test(text) && /<section data-field="(?:body|subtitle)"/.test(text);
const isProfile = (text: string): boolean => /<section class="h-card"/.test(text) && /Medium user ID/.test(text);

export const medium: Format = {
  name: 'medium',
  recognises: ({ text }) => isPost(text) || isProfile(text),
  async *read(source) {
    const page = parsePage(await source.whole());
    yield isPost(source.text) ? post(page, source.path) : profile(page, source.path);
  },
};

function post(page: PageDocument, path: string): Item {
  const title = oneLine(page.querySelector('h1.p-name')?.textContent ?? page.querySelector('title')?.textContent);
  const name = title || path;
  const body = page.querySelector('section[data-field="body"]');
  const footer = page.querySelector('footer');
  const published = attributeOf(footer, 'time.dt-published', 'datetime');
  if (published === '') return leftOut('draft', name, 'I603', 'A draft: it has no date of publication.');
  if (!body || oneLine(body.textContent) === '') return leftOut('post', name, 'I112', 'There is no text in it.');
  const standfirst = oneLine(page.querySelector('section[data-field="subtitle"]')?.textContent);
  withoutTitles(body, title, standfirst);
  // Medium exports a reply to somebody else's post like a post; its title is its text.
  const text = oneLine(body.textContent);
  const isAnswer = text === '' || (standfirst === '' && text === title);
  if (isAnswer)
    return leftOut('response', name, 'I604', 'An answer to the post of somebody else, or nothing but a title.');
  const author = page.querySelector('.p-author');
  const read = markdownOf(body.innerHTML);
  const writer = oneLine(author?.textContent);
  const article: ImportedArticle = {
    headline: title,
    standfirst,
    authors: writer === '' ? [] : [{ name: writer, links: linksTo('Medium', author && attribute(author, 'href')) }],
    tags: Array.from(page.querySelectorAll('footer .p-tag'), (tag) => oneLine(tag.textContent)).filter(
      (tag) => tag !== '',
    ),
    published: writtenDate(published)?.date,
    body: read.blocks,
    address: webAddress(attributeOf(footer, 'a.p-canonical', 'href')),
    aliases: [],
  };
  return { is: 'article', name, article, notes: read.notes };
}

/** The text repeats the title and the subtitle that are shown above it. */
function withoutTitles(body: PageElement, title: string, standfirst: string): void {
  for (const element of Array.from(body.querySelectorAll('.graf--title, .graf--subtitle, h3.graf--leading'))) {
    const text = oneLine(element.textContent);
    if (text === title || text === standfirst) element.remove();
  }
  for (const rule of Array.from(
    body.querySelectorAll('.section--first > .section-divider, section:first-child > .section-divider'),
  ))
    rule.remove();
}

const attributeOf = (within: PageElement | null, selector: string, name: string): string => {
  const element = within?.querySelector(selector);
  return element ? attribute(element, name) : '';
};

function profile(page: PageDocument, path: string): Item {
  const name = oneLine(page.querySelector('.h-card .p-name')?.textContent);
  const url = attributeOf(page.body, '.h-card a.u-url', 'href');
  if (name === '') return leftOut('author', path, 'I112', 'The profile gives no name.');
  const notes = [{ code: 'I609', message: 'E-mail addresses and account numbers were left out.' }];
  return { is: 'author', name, author: { name, links: linksTo('Medium', url) }, notes };
}
