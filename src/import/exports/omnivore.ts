/** Omnivore: metadata_0_to_20.json with the texts beside it in content/<slug>.html. */
import type { Format } from '../format.ts';
import { jsonOf, listOf, own, wordsUnder, namesInList } from '../read/json-file.ts';
import { textBeside } from './beside.ts';
import { pageFound } from './saved-page.ts';
import { leftOut } from '../item.ts';

export const omnivore: Format = {
  name: 'omnivore',
  recognises: ({ text }) =>
    /^\ufeff?\s*\[\s*\{/.test(text) &&
    /"savedAt"\s*:/.test(text) &&
    /"slug"\s*:/.test(text) &&
    /"(?:readingProgress|labels|state)"\s*:/.test(text),

  async *read(source) {
    for (const value of listOf(jsonOf(await source.whole()))) {
      const slug = wordsUnder(value, 'slug') ?? '';
      const isName = /^[^/\\:*?"<>|\0]{1,200}$/.test(slug) && slug !== '..';
      const html = isName ? await textBeside(source, `content/${slug}.html`) : undefined;
      yield pageFound({
        title: wordsUnder(value, 'title'),
        url: wordsUnder(value, 'url', 'originalArticleUrl'),
        excerpt: wordsUnder(value, 'description'),
        author: wordsUnder(value, 'author'),
        published: wordsUnder(value, 'publishedAt'),
        picture: wordsUnder(value, 'thumbnail', 'image'),
        tags: namesInList(own(value, 'labels')),
        html: html ?? wordsUnder(value, 'content'),
      });
      const marks = isName ? await source.neighbour(`highlights/${slug}.md`) : undefined;
      if (marks) {
        source.takes(`highlights/${slug}.md`);
        const message = 'What a reader marked and noted is their own, not the text of the article.';
        yield leftOut("a reader's marks", marks.path, 'I607', message);
      }
    }
  },
};
