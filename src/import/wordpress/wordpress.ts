/** WordPress: exports of a whole site (WXR), and single answers of its REST interface saved as JSON. */
import { type ImportedAuthor, type Item, leftOut } from '../item.ts';
import { type Format, Refusal, type Source } from '../format.ts';
import { htmlWords } from '../wording/html-words.ts';
import { rootName } from '../read/xml-element.ts';
import { attachmentsIn } from './attachments.ts';
import { wordpressPersonOf } from './people.ts';
import { itemFound } from './post.ts';
import { isRestJson, restFound } from './rest.ts';
import { type Channel, childText, partsOf } from './wxr-items.ts';

const namespace = /xmlns:wp\s*=\s*["']https?:\/\/wordpress\.org\/export\//;

export const wordpress: Format = {
  name: 'wordpress',
  recognises: ({ text }) =>
    isRestJson(text) || (rootName(text) === 'rss' && (namespace.test(text) || /<wp:wxr_version>/.test(text))),

  async *read(source) {
    if (/^\ufeff?\s*[[{]/.test(source.text)) yield* restFound(await source.whole());
    else yield* exported(source);
  },
};

async function* exported(source: Source): AsyncIterable<Item> {
  if (/<!DOCTYPE/i.test(source.text.slice(0, 10_000))) {
    throw new Refusal(
      'I102',
      'A DOCTYPE is not accepted: it can define entities that are bombs or read files. Remove it.',
      1,
    );
  }
  const pictures = await attachmentsIn(source);
  const channel: Channel = {};
  const people = new Map<string, ImportedAuthor>();
  const categories = new Map<string, string>();
  for await (const part of partsOf(source, channel)) {
    if (part.is !== 'category' && channel.version === undefined) {
      throw new Refusal(
        'I105',
        'Not an export of WordPress: it has no <wp:wxr_version> before its first item.',
        part.element.line,
      );
    }
    if (part.is === 'author') {
      const { login, author } = wordpressPersonOf(part.element);
      if (!author) {
        const message = 'The author has no name but an e-mail address or nothing at all.';
        yield leftOut('author', '(without a name)', 'I609', message, part.element.line);
        continue;
      }
      people.set(login, author);
      yield { is: 'author', name: author.name, line: part.element.line, author, notes: part.slips };
    } else if (part.is === 'category') {
      categories.set(childText(part.element, 'term_id'), htmlWords(childText(part.element, 'cat_name')));
    } else yield* itemFound(part, { channel, people, pictures, categories });
  }
  if (channel.version === undefined) {
    throw new Refusal('I105', 'Not an export of WordPress: it has no <wp:wxr_version>.');
  }
}
