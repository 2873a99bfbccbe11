/** Parts of a Ghost text: HTML as Ghost would show it, or Markdown, with what its cards become here. */
import { escapedHtml } from '../../publication/escaped-html.ts';
import { listOf, own, wordsInJson, wordsUnder } from '../read/json-file.ts';

/** `withheld`: what the open site never showed, but mail did, or the page for members. */
export type Piece = { is: 'html' | 'markdown' | 'withheld'; text: string };

export const htmlPiece = (text: string): Piece => ({ is: 'html', text });
const withheld: Piece = { is: 'withheld', text: '' };

const isOpen = (card: string, value: unknown): boolean => {
  const visibility = own(value, 'visibility');
  const isShown = own(own(visibility, 'web'), 'nonMember') ?? own(visibility, 'showOnWeb');
  return isShown !== false && !/^email(?:-cta)?$/.test(card);
};

/** What the site sends to some readers only stands between comments in the HTML of a post. */
export function openPieces(html: string): Piece[] {
  const pieces: Piece[] = [];
  const block = /<!--\s*kg-gated-block:begin\b([^>]*)-->.*?<!--\s*kg-gated-block:end\s*-->/gs;
  const open = html.replace(block, (whole, readers: string) => {
    if (/\bnonMember:["']?true\b/.test(readers)) return whole;
    pieces.push(withheld);
    return '';
  });
  return [htmlPiece(open), ...pieces];
}

/** A card by its name, which both editors share; a card with an unknown name stays as visible text. */
export function cardPieces(card: string, value: unknown): Piece[] {
  const name = card.replace(/^card-/, '').toLowerCase();
  const said = (...names: string[]): string => wordsUnder(value, ...names) ?? '';
  if (!isOpen(name, value)) return [withheld];
  if (name === 'markdown' || name === 'markdown-card') return [{ is: 'markdown', text: said('markdown') }];
  if (name === 'html') return [htmlPiece(said('html'))];
  if (name === 'hr' || name === 'horizontalrule') return [htmlPiece('<hr>')];
  if (name === 'paywall') return [htmlPiece('')];
  if (name === 'code' || name === 'codeblock')
    return [htmlPiece(codeHtml(said('code'), said('language'), said('caption')))];
  if (name === 'image') return [htmlPiece(figure(value, said('caption')))];
  if (name === 'gallery') {
    const images = listOf(own(value, 'images')).map((image) => figure(image, ''));
    return [htmlPiece(`${images.join('')}${captionHtml(said('caption'))}`)];
  }
  if (/^(?:bookmark|embed|video|audio|file|button|product|call-to-action)$/.test(name))
    return [htmlPiece(linked(name, value))];
  if (name === 'callout')
    return [htmlPiece(`<blockquote>${paragraphs(said('calloutText', 'text', 'value'))}</blockquote>`)];
  if (name === 'toggle') return [htmlPiece(`<p><strong>${said('heading')}</strong></p>${paragraphs(said('content'))}`)];
  if (name === 'header')
    return [htmlPiece(`<h2>${said('header', 'heading')}</h2>${paragraphs(said('subheader', 'subheading'))}`)];
  const words = said('html', 'text', 'content', 'value');
  return [htmlPiece(`<p><code>[${escapedHtml(card)}]</code></p>${paragraphs(words)}`)];
}

const paragraphs = (html: string): string =>
  html === '' || /^\s*<(?:p|ul|ol|h\d|div)\b/i.test(html) ? html : `<p>${html}</p>`;

function codeHtml(code: string, language: string, caption: string): string {
  const named = /^[\w+#-]{1,30}$/.test(language) ? ` class="language-${language.toLowerCase()}"` : '';
  return `<pre><code${named}>${escapedHtml(code)}</code></pre>${captionHtml(caption)}`;
}

function figure(image: unknown, caption: string): string {
  const src = wordsUnder(image, 'src') ?? '';
  const alt = wordsUnder(image, 'alt') ?? '';
  const words = caption || (wordsUnder(image, 'caption') ?? '');
  if (src === '') return captionHtml(words);
  return `<figure><img src="${escapedHtml(src)}" alt="${escapedHtml(alt)}">${words === '' ? '' : `<figcaption>${words}</figcaption>`}</figure>`;
}

const captionHtml = (caption: string): string => (caption === '' ? '' : `<p>${caption}</p>`);

function linked(name: string, value: unknown): string {
  const metadata = own(value, 'metadata');
  const url =
    wordsUnder(value, 'url', 'src', 'buttonUrl', 'productUrl', 'fileSrc') ?? wordsUnder(metadata, 'url') ?? '';
  const title =
    wordsUnder(value, 'title', 'buttonText', 'fileTitle', 'fileName', 'productTitle') ??
    wordsUnder(metadata, 'title') ??
    (url || name);
  const html = name === 'embed' && url === '' ? (wordsUnder(value, 'html') ?? '') : '';
  const about = wordsUnder(metadata, 'description') ?? wordsUnder(value, 'productDescription', 'fileCaption');
  const described = about === undefined ? '' : `<br>${escapedHtml(about)}`;
  const caption = captionHtml(wordsInJson(own(value, 'caption')) ?? '');
  if (html !== '') return html + caption;
  return `<p>${url === '' ? escapedHtml(title) : `<a href="${escapedHtml(url)}">${escapedHtml(title)}</a>`}${described}</p>${caption}`;
}
