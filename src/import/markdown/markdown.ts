/** Markdown files with or without front matter, as Jekyll, Hugo, Eleventy, Astro and others keep them. */
import { type ImportedArticle, type ImportedAuthor, type Item, type Note, leftOut } from '../item.ts';
import type { Format, Source } from '../format.ts';
import { articleFields } from './article-fields.ts';
import { datedPath, titleInPath } from './dated-path.ts';
import { authorsIn, filed, filedAuthor, isAuthorFile } from './author-files.ts';
import { type Fields, fieldText } from './fields.ts';
import { opensFrontMatter, partedAtFrontMatter } from './front-matter.ts';
import { htmlReader } from './html-reader.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { languageOfPlace } from './language-of-place.ts';
import { plainWords } from './plain-words.ts';

const endings = /\.(?:md|markdown|mdown|mkdn?|mkd|mdx|mdwn|mdtxt|qmd|rmd)$/i;
const heading = /^#{1,6} \S|^[^\n]+\n={3,}\s*$/m;
const otherSigns = /^(?:[-*+] \S|\d+\. \S|> \S|```|\|.*\|$)|\[[^\]\n]+\]\([^)\s]+\)|^\[\^[^\]]+\]:|\*\*\S[^*\n]*\*\*/m;

export const markdown: Format = {
  name: 'markdown',

  /** Front matter tells; so does a heading together with other signs. The name decides only what the bytes leave open. */
  recognises({ path, text }) {
    if (isAuthorFile(path)) return true;
    const start = tidied(text);
    if (/^\s*<(?:!doctype|html|\?xml|rss|feed)\b/i.test(start) && !/^<!--\s*CO_OP/i.test(start)) return false;
    if (/^(?:\[\s*[{"\]]|\{\s*["}])/.test(start) && !(opensFrontMatter(start) && endings.test(path))) return false;
    if (opensFrontMatter(start) || endings.test(path)) return true;
    return heading.test(start) && otherSigns.test(start) && !/<(?:body|div|table)\b/i.test(start);
  },

  async *read(source) {
    const text = tidied(await source.whole());
    if (isAuthorFile(source.path)) yield* authors(source, text);
    else yield* articleIn(source, text);
  },
};

const tidied = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n');

function* authors(source: Source, text: string): Iterable<Item> {
  for (const { author, notes, unpublished } of authorsIn(source.path, text)) {
    const name = author.name;
    if (unpublished) {
      yield leftOut('author', name, 'I603', 'The profile is marked as not published.');
    } else if (name === '') {
      yield leftOut('author', source.path, 'I112', 'The author file gives no name.');
    } else yield { is: 'author', name, author, notes };
  }
}

async function* articleIn(source: Source, text: string): AsyncIterable<Item> {
  const { fields, body, line } = partedAtFrontMatter(text);
  const { article: told, notes } = articleFields(fields ?? new Map(), source.path);
  const { byline, ...known } = told;
  const written = markdownBlocks(body, known.headline, htmlReader(known.language), {
    isMdx: /\.mdx$/i.test(source.path),
    fileNamed: (name) => source.fileNamed(name),
  });
  notes.push(...written.notes);
  if (written.blocks.length === 0) {
    const what = fields ? 'There is no text below the front matter.' : 'The file holds no text.';
    yield leftOut(fields ? 'page without text' : 'empty file', written.headline ?? source.path, 'I112', what);
    return;
  }
  const language =
    known.language ?? translatedInto(text) ?? languageOfPlace(source.pathInFolder, written.blocks.join('\n'));
  const headline = written.headline ?? titleInPath(source.path);
  if (written.headline === undefined && headline !== undefined)
    notes.push(note('I111', `There is no headline: the name of the file is it, "${headline}".`));
  const article: ImportedArticle = {
    ...known,
    headline,
    language,
    authors: await people(source, byline, notes),
    body: written.blocks,
  };
  const path = datedPath(source.path);
  yield { is: 'article', name: article.headline ?? path.slug ?? source.path, line, article, notes };
}

const note = (code: string, message: string): Note => ({ code, message });

/** Names, slugs of author files, or people told in the front matter itself. */
async function people(source: Source, byline: readonly unknown[], notes: Note[]): Promise<ImportedAuthor[]> {
  const authors: ImportedAuthor[] = [];
  for (const entry of byline) {
    const person = entry instanceof Map ? filed(entry as Fields, undefined, '') : undefined;
    const called = person?.author.name || person?.author.slug || nameIn(fieldText(entry) ?? '');
    if (called === '') {
      notes.push(note('I119', 'An author without a name was left out.'));
      continue;
    }
    if (/[<{]%|%[>}]|\{\{/.test(called)) {
      notes.push(note('I119', `The author "${called}" is a template tag. It was left out.`));
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop -- in the order of the byline
    const known = await filedAuthor(source, person?.author.slug ?? called);
    notes.push(...(person?.notes ?? []));
    authors.push({ ...(known ?? { name: called }), ...person?.author, ...(known && { name: known.name }) });
  }
  return authors;
}

/** "Jane Doe <jane@example.org>" is Jane Doe; an address alone is nobody's name. */
const nameIn = (text: string): string =>
  plainWords(text.replace(/\s*[<(]?[^\s<>()]+@[^\s<>()]+[>)]?\s*/g, ' ').replace(/^by\s+/i, ''));

/** The comment that the Co-op Translator puts at the head of its files says into which language it translated. */
function translatedInto(text: string): string | undefined {
  const comment = /^\s*<!--\s*CO_OP_TRANSLATOR_METADATA:\s*(\{[^]{0,5000}?\})\s*-->/.exec(text)?.[1];
  return comment === undefined ? undefined : /"language_code"\s*:\s*"([\w-]{2,20})"/.exec(comment)?.[1];
}
