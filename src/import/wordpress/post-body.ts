/** The text of a WordPress post as HTML that says everything: paragraphs written out, listings as code. */
import { withoutWrappers } from '../html/shortcodes.ts';
import { isOfBlocks, withParagraphs } from './paragraphs.ts';

const listing = /\[(sourcecode|source|code|highlight)((?:\s[^\]]*)?)\]([^]*?)\[\/\1\]/gi;

export function postHtml(content: string): string {
  const html = withoutWrappers(
    content.replace(listing, (_whole, _name, attributes: string, code: string) => codeHtml(attributes, code)),
  );
  return isOfBlocks(html) ? html : withParagraphs(html);
}

function codeHtml(attributes: string, code: string): string {
  const language = /(?:language|lang)?=?["']?([a-z][\w+#-]*)["']?\s*$/i.exec(attributes.trim())?.[1] ?? '';
  const text = code
    .replace(/^\s*\n|\s+$/g, '')
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return `\n\n<pre><code${/^[\w+#-]+$/.test(language) ? ` class="language-${language.toLowerCase()}"` : ''}>${text}</code></pre>\n\n`;
}
