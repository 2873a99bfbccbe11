/**
 * One item of a WordPress export, field by field. Only published posts are imported; every other item is noted and
 * counted.
 */
import { type ImportedArticle, type ImportedImage, type Item, type Note, leftOut } from '../item.ts';
import { markdownOf } from '../html/markdown-of.ts';
import { allWords, htmlWords } from '../wording/html-words.ts';
import { counted } from '../codes.ts';
import { webAddress } from '../html/web-links.ts';
import { dateIn, writtenDate } from '../wording/written-date.ts';
import { elementsOf, type XmlElement, xmlText } from '../read/xml-element.ts';
import { type People, wordpressWritersOf } from './people.ts';
import { postHtml } from './post-body.ts';
import { childText, type Channel, type WxrPart } from './wxr-items.ts';
import { decodedAddress } from '../../press/markdown/web-address.ts';

export type Site = {
  channel: Channel;
  people: People;
  pictures: ReadonlyMap<string, ImportedImage>;
  /** Names of categories by their number. */
  categories: ReadonlyMap<string, string>;
};

/** What an item that is no post is called in the report. */
const otherKinds: Record<string, [of: string, why: string]> = {
  page: ['page', 'A page, not an article. Write it into pages/ if it is wanted.'],
  attachment: ['media file', 'A file of the media library. Articles that show it lead to it.'],
  nav_menu_item: ['menu entry', 'An entry of a menu.'],
  revision: ['revision', 'An older state of a post.'],
};

export const otherKind = (type: string): string => `Of the kind "${type.slice(0, 40)}", which is no article.`;
export const otherStatus = (status: string): string => `Its status is "${status.slice(0, 40)}", not "publish".`;

/** Why a post of this status is not imported. */
const unpublished: Record<string, [of: string, why: string]> = {
  draft: ['draft', 'A draft: it was never published.'],
  'auto-draft': ['draft', 'A draft: it was never published.'],
  pending: ['draft', 'Waiting for review: it was never published.'],
  future: ['scheduled post', 'Scheduled for later: it was not published yet.'],
  private: ['private post', 'Private: only its own site may show it.'],
  trash: ['post in the bin', 'In the bin.'],
};

export function* itemFound({ element, comments, slips }: WxrPart, site: Site): Iterable<Item> {
  const title = htmlWords(childText(element, 'title'));
  const type = childText(element, 'post_type', 'wp') || 'post';
  const name = title || childText(element, 'link') || `(post ${childText(element, 'post_id', 'wp')})`;
  const without = (of: string, why: string, code = 'I603') => leftOut(of, name, code, why, element.line);
  if (type !== 'post') {
    const [of, why] = Object.hasOwn(otherKinds, type) ? otherKinds[type]! : [`"${type.slice(0, 40)}"`, otherKind(type)];
    yield without(of, why, 'I607');
  } else {
    const status = childText(element, 'status', 'wp') || 'publish';
    const reason = Object.hasOwn(unpublished, status) ? unpublished[status] : undefined;
    if (childText(element, 'post_password', 'wp') !== '')
      yield without('post with a password', 'Protected by a password.');
    else if (reason) yield without(...reason);
    else if (status !== 'publish') yield without('unpublished post', otherStatus(status));
    else yield articleOf(element, title, name, slips, site, comments);
  }
  for (let number = 1; number <= comments; number += 1) {
    const message = 'Comments are counted, not published, for their writers did not write for here.';
    yield leftOut('comment', `comment ${number} on "${name}"`, 'I604', message, element.line);
  }
}

function articleOf(
  element: XmlElement,
  title: string,
  name: string,
  slips: Note[],
  site: Site,
  comments: number,
): Item {
  const link = webAddress(childText(element, 'link'));
  const { language } = site.channel;
  const content = childText(element, 'encoded', 'content');
  const read = markdownOf(postHtml(content), { base: link ?? site.channel.link, language });
  const notes: Note[] = [...slips, ...read.notes];
  if (comments > 0) notes.push({ code: 'I604', message: `${counted(comments, 'comment')} counted, not published.` });
  const image = site.pictures.get(metaOf(element, '_thumbnail_id')[0] ?? '');
  const article: ImportedArticle = {
    headline: title,
    standfirst: allWords(childText(element, 'encoded', 'excerpt')),
    authors: wordpressWritersOf(element, site.people),
    ...placed(element, site, notes),
    ...dated(element, notes),
    language,
    image: image && !content.includes(image.src) ? image : undefined,
    body: read.blocks,
    address: link,
    aliases: oldPaths(element, link),
    slug: decodedAddress(childText(element, 'post_name', 'wp')).replace(/\.html?$/, '') || undefined,
  };
  return { is: 'article', name, line: element.line, article, notes };
}

/** Values that plug-ins and WordPress itself keep beside a post. */
const metaOf = (element: XmlElement, key: string): string[] =>
  elementsOf(element)
    .filter((child) => child.name === 'postmeta' && childText(child, 'meta_key') === key)
    .map((child) => childText(child, 'meta_value'))
    .filter((value) => value !== '');

/** "Uncategorized" is what WordPress says for no category. */
function placed(element: XmlElement, site: Site, notes: Note[]): Pick<ImportedArticle, 'section' | 'tags'> {
  const terms = elementsOf(element).filter(({ name }) => name === 'category');
  const inDomain = (...domains: string[]): string[] => {
    const wanted = terms.filter(({ attributes }) => domains.includes(attributes.get('domain') ?? 'category'));
    const real = wanted.filter(({ attributes }) => attributes.get('nicename') !== 'uncategorized');
    return [
      ...new Set(
        real.map((term) => htmlWords(xmlText(term))).filter((name) => name !== '' && !/^uncategori[sz]ed$/i.test(name)),
      ),
    ];
  };
  const categories = inDomain('category');
  const main = site.categories.get(
    metaOf(element, '_yoast_wpseo_primary_category')[0] ?? metaOf(element, 'rank_math_primary_category')[0] ?? '',
  );
  const section = main !== undefined && categories.includes(main) ? main : categories[0];
  const others = categories.filter((name) => name !== section);
  if (others.length > 0)
    notes.push({ code: 'I610', message: `An article stands in one section; these became tags: ${others.join(', ')}.` });
  return { section, tags: [...new Set([...inDomain('tag', 'post_tag'), ...others])] };
}

/** WordPress writes local time and UTC; together they give the offset. */
function dated(element: XmlElement, notes: Note[]): Pick<ImportedArticle, 'published' | 'updated'> {
  const published =
    moment(childText(element, 'post_date', 'wp'), childText(element, 'post_date_gmt', 'wp'), notes) ??
    writtenDate(childText(element, 'pubDate'))?.date;
  const updated = moment(childText(element, 'post_modified', 'wp'), childText(element, 'post_modified_gmt', 'wp'), []);
  const isLater =
    published !== undefined && updated !== undefined && Date.parse(updated) - Date.parse(published) > 60_000;
  return { published, updated: isLater ? updated : undefined };
}

const never = /^(?:0000|-0001)-/;

function moment(local: string, greenwich: string, notes: Note[]): string | undefined {
  const gmt = never.test(greenwich) || greenwich === '' ? undefined : writtenDate(`${greenwich}Z`)?.date;
  if (local === '' || never.test(local)) return gmt;
  const here = Date.parse(`${local.replace(' ', 'T')}Z`);
  const minutes = gmt === undefined ? Number.NaN : (here - Date.parse(gmt)) / 60_000;
  if (Number.isInteger(minutes) && minutes % 15 === 0 && Math.abs(minutes) <= 14 * 60) {
    const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
    const offset =
      minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
    return writtenDate(`${local}${offset}`)?.date ?? gmt;
  }
  return gmt ?? dateIn(local, notes);
}

/** Earlier names of a post stood where its last one does. */
function oldPaths(element: XmlElement, link: string | undefined): string[] {
  const slugs = metaOf(element, '_wp_old_slug').filter((slug) => /^[^/\s?#]+$/.test(slug));
  const path = link === undefined || new URL(link).search !== '' ? '/' : new URL(link).pathname;
  return [...new Set(slugs.map((slug) => (path === '/' ? `/${slug}/` : path.replace(/[^/]+(\/?)$/, `${slug}$1`))))];
}
