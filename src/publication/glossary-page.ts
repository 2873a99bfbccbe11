/** The glossary: one of the publication's own pages, whose text is made of its terms. */
import { glossaryAddress } from './addresses.ts';
import type { GlossaryTerm } from './content.ts';
import type { Edition } from './edition.ts';
import { escapedHtml } from './escaped-html.ts';
import { frameOf } from './frame.ts';
import { headOf, withBase } from './head.ts';
import { primaryLanguage } from './language.ts';
import type { GlossaryPageData, LanguageOf } from './page.ts';
import { plainText } from './plain-text.ts';
import { articleLink, languageFor } from './teaser.ts';

const articlesATerm = 10;

/** Undefined where there are no terms. Terms of the publication's language come first, each language by its alphabet. */
export function glossaryPage(edition: Edition): GlossaryPageData | undefined {
  const { glossary, glossaryIntroduction } = edition.words;
  const terms = inOrder(edition);
  if (terms.length === 0) return undefined;
  return {
    kind: 'own',
    head: headOf(edition, glossaryAddress(), glossary, glossaryIntroduction),
    frame: frameOf(edition),
    texts: { body: terms.map((term) => termHtml(edition, term)).join('\n') },
    title: glossary,
    terms: terms.map(({ id, forms, explanation, language }) => ({
      id,
      forms,
      explanation: plainText(edition.content.inline(explanation)),
      ...languageFor(edition, language),
    })),
  };
}

function inOrder({ content, language }: Edition): GlossaryTerm[] {
  const languageOf = (term: GlossaryTerm) => primaryLanguage(term.language ?? language);
  const rank = (tag: string) => (tag === primaryLanguage(language) ? '' : tag);
  return [...content.glossary].sort((one, other) => {
    const [own, others] = [languageOf(one), languageOf(other)];
    if (own === others) return new Intl.Collator(own).compare(one.term, other.term);
    return rank(own) < rank(others) ? -1 : 1;
  });
}

/** The element with the id of a term holds the term and what explains it, and nothing else. */
function termHtml(edition: Edition, { id, term, explanation, language, users }: GlossaryTerm): string {
  const place = ` id="${escapedHtml(id)}"${attributes(languageFor(edition, language))}`;
  const explained = `<h2>${escapedHtml(term)}</h2><p>${edition.content.inline(explanation)}</p>`;
  return `<section${place}>${explained}</section>${usersHtml(edition, users)}`;
}

/** The newest articles that use the term. */
function usersHtml(edition: Edition, users: readonly string[]): string {
  const articles = users
    .flatMap((slug) => edition.bySlug.get(slug) ?? [])
    .sort((one, other) => one.place - other.place);
  if (articles.length === 0) return '';
  const links = articles.slice(0, articlesATerm).map((article) => {
    const { href, text, ...own } = articleLink(edition, article);
    return `<a href="${escapedHtml(withBase(edition, href))}"${attributes(own)}>${escapedHtml(text)}</a>`;
  });
  return `<p class="meta">${escapedHtml(edition.words.usedIn)}: ${links.join(', ')}</p>`;
}

const attributes = ({ lang, dir }: LanguageOf): string =>
  (lang ? ` lang="${escapedHtml(lang)}"` : '') + (dir ? ` dir="${dir}"` : '');
