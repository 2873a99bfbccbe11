/**
 * The pages that the lean sheet is found from (`lean-sheet.ts`): an article with all that articles hold, and what an
 * open article may turn into before the whole sheet is there. Only their elements and classes count, never the words.
 */
import { tones } from './pictures/tone.ts';
import type { ArticlePageData, Frame, LinkTo, Page, Portrait, Stamp } from '../publication/page.ts';

const link: LinkTo = { href: '/', text: 'A' };
const stamp: Stamp = { iso: '2026-01-01T00:00:00Z', text: 'A' };
const portrait: Portrait = { initials: 'A', picture: { url: '/', width: 1, height: 1, alt: '' } };

const body = `
  <h2 id="a">A</h2><h3 id="b">A</h3><h4 id="c">A</h4>
  <p><em>A</em> <strong>A</strong> <a href="/">A</a> <abbr class="caps">A</abbr> <a class="term">A</a> <code>A</code> <sub>A</sub> <bdi>A</bdi><sup><a href="#n">1</a></sup></p>
  <blockquote><p>A</p></blockquote><ul><li>A</li></ul><ol><li>A</li></ol><hr><pre>A</pre>
  <div class="table"><table><thead><tr><th>A</th></tr></thead><tbody><tr><td class="align-end">A</td><td class="align-center">A</td></tr></tbody></table></div>
  ${tones.map((tone) => `<img class="tone-${tone}" src="/" alt="">`).join('')}
  <figure><a class="look" href="/"><picture><source type="image/avif"><img src="/" alt=""></picture></a><figcaption>A <span class="credit">A</span></figcaption></figure>
  <section class="notes" role="doc-endnotes"><ol><li id="n"><p>A <a role="doc-backlink" href="#m">A</a></p></li></ol></section>`;

const letters = `<ol><li class="letter"><div><p class="label">A</p><p class="letter-head facts"><bdi class="letter-name">A</bdi></p><div class="letter-text"><p>A <a href="/">A</a></p></div></div><ol><li class="letter"><p class="meta">A</p></li></ol></li></ol>`;

/**
 * `frame`: what stands around the pages of the edition; a language of its Must Read list is on all of them. `responses`:
 * what stands under its articles. `hasLetters`: whether letters are printed under any.
 */
export function specimenPages(
  frame: Frame,
  { responses, texts }: Pick<ArticlePageData, 'responses' | 'texts'>,
  hasLetters: boolean,
): Page[] {
  const common = {
    head: { title: 'A' },
    frame: {
      ...frame,
      rights: 'A',
      mustRead: [
        ...frame.mustRead,
        { kind: 'article', href: '/', headline: 'A', reason: 'A', minutes: 'A' },
        { kind: 'brief', headline: 'A', dateline: 'A', excerpt: 'A', url: '/', reason: 'A' },
      ],
    } satisfies Frame,
  };
  return [
    {
      ...common,
      kind: 'article',
      texts: { body, biography: '<p>A</p>', letters, ...texts },
      slug: 'a',
      headline: 'A',
      standfirst: 'A',
      kicker: link,
      section: link,
      byline: ['A', link],
      portraits: [portrait, { initials: 'A' }],
      dateline: 'A',
      published: stamp,
      updated: stamp,
      minutes: 'A',
      words: 1,
      image: { ...portrait.picture!, caption: 'A', credit: 'A' },
      around: {},
      outline: [
        { id: 'a', text: 'A', level: 2, minutes: 'A' },
        { id: 'b', text: 'A', level: 3 },
      ],
      tags: [link],
      series: { ...link, part: 'A', previous: link, next: link },
      translations: [link],
      writers: [
        { href: '/', name: 'A', role: 'A', biography: 'biography', portrait, email: 'A', links: [link], more: [link] },
      ],
      source: { sentence: ['A', link] },
      corrections: [{ date: stamp, note: 'A' }],
      newer: link,
      older: link,
      responses,
      ...(hasLetters && { letters: { heading: 'A', all: link, feed: link } }),
    },
    { ...common, kind: 'failed', texts: {}, reason: 'offline' },
  ];
}

/** Shown where a part of a page could not be loaded, and where the app has broken. */
export const specimenFailures =
  '<p class="load-failure"><button class="button">A</button></p><p class="crash" role="alert">A</p>';
