/** The article of a page, or why there is none. */
import { type ImportedArticle, type ImportedAuthor, type Item, type Note, leftOut } from '../item.ts';
import { namesIn } from '../wording/bylines.ts';
import { paragraphOf } from '../wording/markdown-text.ts';
import { oneLine } from '../wording/one-line.ts';
import { type Body, isTagdiv, proseOf, readableBody, tagdivBody, wordsOf } from './article-body.ts';
import { removeActiveParts } from './active-parts.ts';
import type { BylineWriter } from './byline-of.ts';
import { type Changes, noChanges } from './changes.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { blocksIn } from './markdown-of.ts';
import { bylineInside, withoutFrame } from './page-frame.ts';
import { type PageFacts, pictureName } from './page-facts.ts';
import { settledLanguage } from './page-language.ts';
import type { WriterBoxInPage } from './writer-boxes.ts';
import { documentBody } from './written-document.ts';
import { withheld } from '../wording/page-words.ts';

/** Changes the document. `again` parses the page once more; `path` names a page without a title. */
export function articleIn(
  document: PageDocument,
  facts: PageFacts,
  path: string,
  changes: Changes,
  again: () => PageDocument,
): Item {
  removeActiveParts(document.documentElement, changes);
  const language = settledLanguage(document, facts.structured, facts.metas);
  for (const { element } of facts.boxes) element.remove();
  for (const { element } of facts.lists) if (!holdsArticle(element, facts.headline?.element)) element.remove();
  const whole = wordsOf(document.body);
  const found = bodyOf(document, again);
  const name = facts.headline?.text ?? path;
  if (found && looksLikeIndex(document, found.element, facts))
    return noArticle(name, 'The page lists articles and holds none itself.');
  const beside = found ? whole - wordsOf(found.element) : 0;
  const writers = found ? writersOf(found, facts) : [];
  const contact =
    found &&
    withoutFrame(found.element, {
      headline: facts.headline?.text,
      standfirst: facts.standfirst,
      names: writers.map((writer) => writer.name),
    });
  const inside = found ? bylineInside(found.element) : [];
  const body = found ? blocksIn(found.element, { base: facts.base, language: language.tag }, changes) : [];
  if (body.length === 0) return noArticle(name, 'The page has no text that could be an article.');
  const notes: Note[] = language.note ? [language.note] : [];
  if (beside * 2 > whole)
    notes.push({
      code: 'I520',
      message: `The page has ${beside} letters of text beside the article; they are left out.`,
    });
  const image =
    facts.image && body.some((block) => block.includes(pictureName(facts.image!.src))) ? undefined : facts.image;
  const article: ImportedArticle = {
    headline: facts.headline?.text,
    standfirst: facts.standfirst,
    authors: authorsOf(together(inside, writers, facts.site), facts.boxes, contact, notes),
    section: facts.section,
    tags: facts.tags,
    published: facts.dates.published,
    updated: facts.dates.modified,
    language: language.tag,
    image,
    body,
    address: facts.address,
    aliases: [],
  };
  return { is: 'article', name, article, notes: [...notes, ...changes.notes()] };
}

const noArticle = (name: string, message: string): Item => leftOut('page', name, 'I521', message);

function bodyOf(document: PageDocument, again: () => PageDocument): Body | undefined {
  const body = documentBody(document) ?? (isTagdiv(document) ? tagdivBody(document) : undefined);
  if (body) return { element: body };
  return readableBody(document, () => {
    const fresh = again();
    removeActiveParts(fresh.documentElement, noChanges());
    return fresh;
  });
}

/** As the page says; else the byline that Readability met, if it is not one of the columns beside the text. */
function writersOf({ byline }: Body, { writers, aside }: PageFacts): readonly BylineWriter[] {
  if (writers.length > 0 || byline === undefined || aside.includes(oneLine(byline))) return writers;
  return namesIn(byline).map((name) => ({ name }));
}

/** Those that the text names come first; the site is none of them. */
const together = (
  inside: readonly BylineWriter[],
  writers: readonly BylineWriter[],
  site: string | undefined,
): readonly BylineWriter[] =>
  inside.length === 0
    ? writers
    : [...inside, ...writers.filter(({ name }) => name !== site && !inside.some((one) => one.name === name))];

/** A list may stand in the same part of the page as the text. */
const holdsArticle = (block: PageElement, headline: PageElement | undefined): boolean =>
  (headline !== undefined && block.contains(headline)) ||
  proseOf(block) > 500 ||
  block.querySelector('h1, [itemprop~=articleBody], .td-post-content, .tdb_single_content') !== null;

function authorsOf(
  writers: readonly BylineWriter[],
  boxes: readonly WriterBoxInPage[],
  contact: string | undefined,
  notes: Note[],
): ImportedAuthor[] {
  const named = writers.length > 0 ? writers : boxes.slice(0, 1).map(({ name }) => ({ name }));
  return named.map(({ name }, index) => {
    const box =
      boxes.find((one) => one.name.toLowerCase() === name.toLowerCase()) ??
      (named.length === 1 && boxes.length === 1 ? boxes[0] : undefined);
    const email = box?.email ?? (index === 0 ? contact : undefined);
    if (email === 'withheld') notes.push(withheld(name));
    return { name, biography: box && paragraphOf(box.biography), email, links: box?.links };
  });
}

/** A front page or an archive: no article of its own, many headings that are links, and little text under each. */
function looksLikeIndex(document: PageDocument, body: PageElement, { structured, address, metas }: PageFacts): boolean {
  if (structured.isArticle) return false;
  if (
    metas.get('og:type')?.some((type) => /article|blog/i.test(type)) &&
    address !== undefined &&
    new URL(address).pathname !== '/'
  )
    return false;
  const linked = Array.from(body.querySelectorAll('h1 a[href], h2 a[href], h3 a[href], h4 a[href]')).filter(
    (link) => oneLine(link.textContent).length > 15,
  ).length;
  const text = oneLine(body.textContent).length;
  if (linked >= 5 && text / linked < 500) return true;
  const links = Array.from(body.querySelectorAll('a')).reduce((sum, link) => sum + oneLine(link.textContent).length, 0);
  return (
    text > 0 && proseOf(body) < 140 && links > text * 0.7 && links > 300 && document.querySelectorAll('a').length > 20
  );
}
