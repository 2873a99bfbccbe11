/** Words of a field that is plain text here: the Markdown and HTML that some write into it is taken away, its words stay. */
import { htmlWords } from '../wording/html-words.ts';

/** One line. Only what is surely a sign is taken: a link, a pair of stars or backticks, a tag, an entity. */
export const plainWords = (text: string): string =>
  htmlWords(
    text
      .replace(/!?\[\[(?:[^\][|]*\|)?([^\][|]+)\]\]/g, '$1')
      .replace(/!?\[([^\][]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
      .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
      .replace(/(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])/g, '$1')
      .replace(/(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])/g, '$1')
      .replace(/`([^`]+)`/g, '$1'),
  );
