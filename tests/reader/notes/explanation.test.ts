// @vitest-environment jsdom
/** What a mark stands for: a copy of the note or of the term's explanation, without what may stand in a document once. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { explanationOf } from '../../../src/reader/notes/explanation.ts';

const article = `
  <article lang="ur" dir="rtl">
    <p>Words<sup><a href="#fn-1" id="fnref-1" role="doc-noteref" aria-label="Note 1">1</a></sup>
    and <a class="term" href="/glossary/#measure">measures</a>
    of <a class="term" href="/glossary/#column">columns</a>
    <a href="#fn-9" role="doc-noteref" aria-label="Note 9">9</a></p>
    <ol><li id="fn-1"><p>The <em id="inner">note</em>. <a href="#fnref-1" role="doc-backlink">back</a></p></li></ol>
  </article>`;

beforeEach(() => {
  document.body.innerHTML = article;
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const link = (selector: string) => document.querySelector<HTMLAnchorElement>(selector)!;

const htmlOf = (content: DocumentFragment | undefined) => {
  const shown = document.createElement('div');
  if (content) shown.append(content);
  return shown.innerHTML;
};

describe('a note', () => {
  test('is copied without its ways back and its ids, in its language, and stays where it is', async () => {
    const found = await explanationOf(link('[role="doc-noteref"]'));
    expect(found).toMatchObject({ title: 'Note 1', href: '#fn-1', isTerm: false, lang: 'ur', dir: 'rtl' });
    expect(htmlOf(found?.content)).toBe('<p>The <em>note</em>. </p>');
    expect(document.body.innerHTML).toBe(article);
  });

  test('that is not there has no explanation', async () => {
    expect(await explanationOf(link('[href="#fn-9"]'))).toBeUndefined();
  });
});

describe('a term', () => {
  const answers = (...answer: [unknown, number?]) =>
    vi.stubGlobal(
      'fetch',
      vi.fn<typeof fetch>(
        async () =>
          new Response(JSON.stringify(answer[0]), {
            status: answer[1] ?? 200,
            headers: { 'content-type': 'application/json' },
          }),
      ),
    );
  const glossaryOf = (texts: { [name: string]: string }) => ({ kind: 'own', head: {}, frame: {}, texts });

  test.each([
    ['the glossary lacks it', [glossaryOf({ terms: '<p>no</p>' })]],
    ['there is no glossary', [{}, 404]],
    ['what comes is no page', [null]],
  ] as [string, [unknown, number?]][])('has no explanation where %s', async (_, answer) => {
    answers(...answer);
    expect(await explanationOf(link('.term'))).toBeUndefined();
  });

  test('has none where a host answers with a page instead of data', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn<typeof fetch>(async () => new Response('<p>')),
    );
    expect(await explanationOf(link('.term'))).toBeUndefined();
  });

  test('has none where nothing can be fetched', async () => {
    vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockRejectedValue(new TypeError('offline')));
    expect(await explanationOf(link('.term'))).toBeUndefined();
  });

  // What has failed above is not kept.
  test('is called and explained as the glossary has it, in its language; one fetch is enough for two terms', async () => {
    const terms = `<section id="measure" lang="en" dir="ltr"><h2>measure</h2><p id="x">Long.</p></section>
      <section id="column"><h2>column</h2><p>Narrow.</p></section>`;
    answers(glossaryOf({ other: '<p>no</p>', terms }));
    const found = await explanationOf(link('.term'));
    expect(found).toMatchObject({ title: 'measure', href: '/glossary/#measure', isTerm: true, lang: 'en', dir: 'ltr' });
    expect(htmlOf(found?.content)).toBe('<p>Long.</p>');
    expect(await explanationOf(link('[href$="#column"]'))).toMatchObject({ title: 'column' });
    expect(vi.mocked(fetch).mock.calls.map(([url]) => url)).toEqual(['/glossary/page.json']);
  });
});
