/** The page of one article in a small publication. */
import { articlePage } from '../../src/publication/article-page.ts';
import type { ArticleFile } from '../../src/publication/schema.ts';
import { editionWith, type Parts } from '../fixtures/edition.ts';

export const pageWith = (parts: Parts, slug = 'hill') => articlePage(editionWith(parts), slug)!;

/** The page of one article. */
export const pageOfArticle = (article: Partial<ArticleFile>, parts: Parts = {}) =>
  pageWith({ ...parts, articles: { hill: article, ...parts.articles } });
