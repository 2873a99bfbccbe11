/**
 * The form under an article where a host takes letters: real HTML, which works before script and without. It is a text
 * of the page, which React does not look into, since hosts that take forms (Netlify) change its markup when a site is
 * deployed.
 */
import type { PressWords } from '../words/words.ts';
import { ownPageAddress } from './addresses.ts';
import type { Content } from './content.ts';
import { escapedHtml } from './escaped-html.ts';
import { formName, secondsField, trapField } from './letter-message.ts';

/**
 * Where letters are posted to, below the base; undefined where they are not. The page that thanks has the address with its
 * slash: a host that leads there from the one without would leave the letter behind.
 */
export function postAddress({ publication: { responses }, pages }: Pick<Content, 'publication' | 'pages'>) {
  if (typeof responses !== 'object' || !('post' in responses)) return undefined;
  const [, slug = ''] = /^\/([^/]+)\/?$/.exec(responses.post) ?? [];
  return pages.has(slug) ? ownPageAddress(slug) : responses.post;
}

/** Such a host keeps fields that stand in the form, and no others; those without a value are for the app's own form. */
export function letterFormHtml(action: string, article: string, words: PressWords['letters']['form']): string {
  const [to, slug, comment, name, send, trap] = [
    action,
    article,
    words.comment,
    words.name,
    words.send,
    words.trap,
  ].map(escapedHtml);
  const filled = Object.entries({ 'form-name': formName, article: slug });
  return [
    `<form class="response-form" name="${formName}" method="post" action="${to}"`,
    ` data-netlify="true" netlify-honeypot="${trapField}">`,
    ...filled.map(([field, value]) => `<input type="hidden" name="${field}" value="${value}">`),
    ...['id', 'date', secondsField].map((field) => `<input type="hidden" name="${field}">`),
    `<div class="visually-hidden" aria-hidden="true"><label>${trap}`,
    `<input type="text" name="${trapField}" tabindex="-1" autocomplete="off"></label></div>`,
    `<label class="field">${comment}<textarea name="text" rows="6" dir="auto" required></textarea></label>`,
    `<label class="field">${name}<input type="text" name="name" autocomplete="name" dir="auto" required></label>`,
    `<p class="response-actions"><button type="submit">${send}</button></p></form>`,
  ].join('');
}
