/** Documents of Google Docs and Word, imitated in our own words: as files, and as what was copied into another system. */
import { describe, expect, test } from 'vitest';
import { html } from '../../../src/import/html/html.ts';
import { markdownOf } from '../../../src/import/html/markdown-of.ts';
import { read } from '../source-of.ts';

const lead = 'The mill stood still from the first frost until the thaw, and the miller counted sacks';
const end = 'Nobody ground a grain before the feast, and the whole street ate bread that came by cart.';

/** The text of a document, and how it is told. */
async function documentOf(body: string, head = '') {
  const { articles } = await read(
    html,
    `<html><head><title>The still mill</title>${head}</head><body>${body}</body></html>`,
  );
  const [{ article, notes }] = articles as [(typeof articles)[0]];
  return { ...article, told: notes.map(({ code, message }) => `${code} ${message}`) };
}

const left = 'I502 1 remark or deletion of an editor left out.';

/** What editors said to each other, as each program keeps it, in a text. */
const remarked: Record<string, string> = {
  'Google Docs': `<p>${lead}.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><p>${end}</p>
    <div class="c9"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Ask his sister first</span></p><p>She is cross</p></div>`,
  'Google Docs, copied without its frames and ids': `<p>${lead}.<a href="#cmnt1">[a]</a></p><p>${end}</p>
    <p><a href="#cmnt_ref1">[a]</a>Ask his sister first</p><p>She is cross</p>`,
  Word: `<p class=MsoNormal>${lead}<span class=MsoCommentReference><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[ML1]</a></span>.</p><p>${end}</p>
    <div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><a name="_msocom_1"></a><p class=MsoCommentText>Ask his sister first. She is cross</p></div></div></div>`,
  'Word, with its changes tracked': `<p class=MsoNormal>${lead}<span class=msoDel><del cite="mailto:Mira" datetime="2024-02-11T09:00">, ask his sister first</del></span>.</p><p>${end}</p>`,
  Pandoc: `<p>${lead}<span class="comment-start" id="0" data-author="Mira" data-date="2024-02-11">Ask his sister first</span><span class="comment-end" id="0"></span>.</p><p>${end}</p>`,
};

describe('remarks of editors', () => {
  test.each(Object.keys(remarked))('of %s are no part of a page, and are told', async (program) => {
    const { body, told } = await documentOf(remarked[program]!);
    expect(body).toEqual([`${lead}.`, end]);
    expect(told).toContain(left);
  });

  test.each(Object.keys(remarked))('of %s are no part of a text in an export', (program) => {
    const { blocks, notes } = markdownOf(remarked[program]!);
    expect(blocks).toEqual([`${lead}.`, end]);
    expect(notes.map(({ code, message }) => `${code} ${message}`)).toContain(left);
  });

  test('beside a note of the text leave the note', async () => {
    const marks = `<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>`;
    const { body } = await documentOf(`<p>${lead}.${marks}</p><p>${end}</p><hr>
      <div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a>By weight.</p></div><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>Is it?</p></div>`);
    expect(body).toEqual([`${lead}.[^1]`, end, '[^1]: By weight.']);
  });
});

const google = `<style>@import url(https://themes.googleusercontent.com/fonts/css?kit=q);.c1{font-weight:700}.c2{font-style:italic}.c3{font-weight:400;text-decoration:none}.c4{text-decoration:line-through}</style>`;

describe('a document of Google Docs', () => {
  const text = `<p class="c9 title"><span class="c3">The still mill</span></p><p class="c9 subtitle"><span>Bread by cart</span></p>
    <p><span class="c1">Frost</span><span>, said </span><span class="c2">he</span><span>, for </span><span class="c4">nine</span><span class="c3"> ten weeks.</span></p>`;

  test('has its title, its line below it, and its marks of style from its sheet', async () => {
    expect(await documentOf(`${text}<p>${end}</p>`, google)).toMatchObject({
      headline: 'The still mill',
      standfirst: 'Bread by cart',
      body: ['**Frost**, said *he*, for ~~nine~~ ten weeks.', end],
    });
  });

  const list = (name: string, level: number, ...entries: string[]): string =>
    `<ul class="c8 lst-kix_${name}-${level} start">${entries.map((entry) => `<li>${entry}</li>`).join('')}</ul>`;

  test.each([
    ['two levels', list('q', 0, 'rye') + list('q', 1, 'old') + list('q', 0, 'oats'), ['- rye\n  - old\n- oats']],
    [
      'three levels and back',
      list('q', 0, 'rye') + list('q', 1, 'old') + list('q', 2, 'dry') + list('q', 1, 'new') + list('q', 0, 'oats'),
      ['- rye\n  - old\n    - dry\n  - new\n- oats'],
    ],
    ['two lists', `${list('q', 0, 'rye')}<p>And</p>${list('q', 0, 'oats')}`, ['- rye', 'And', '- oats']],
  ])('nests its lists: %s', (_, lists, blocks) => {
    expect(markdownOf(lists).blocks).toEqual(blocks);
  });
});

test('a document of Word has its title once, its lists, its note', async () => {
  const entry = (level: number, bullet: string, words: string): string =>
    `<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${bullet}<span>&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;
  const body = `<div class=WordSection1><p class=MsoTitle>The still mill</p><p class=MsoSubtitle>Bread by cart</p>
    <p class=MsoNormal>${lead}.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a></p>
    ${entry(1, '·', 'rye')}${entry(2, 'o', 'old')}${entry(1, '·', 'oats')}<p>${end}</p></div>
    <div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> By weight.</p></div></div>`;
  expect(await documentOf(body, '<meta name=Generator content="Microsoft Word 15">')).toMatchObject({
    headline: 'The still mill',
    standfirst: 'Bread by cart',
    body: [`${lead}.[^1]`, '- rye\n  - old\n- oats', end, '[^1]: By weight.'],
  });
});

test.each([
  'https://www.google.com/url?q=https://mill.example/a?b%3D1%26c%3D2&sa=D&usg=x',
  'https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fmill.example%2Fa%3Fb%3D1%26c%3D2',
  'https://l.facebook.com/l.php?u=https%3A%2F%2Fmill.example%2Fa%3Fb%3D1%26c%3D2&h=AT0',
  'https://href.li/?https://mill.example/a?b=1&c=2',
  'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmill.example%2Fa%3Fb%3D1%26c%3D2&data=05',
])('a link by way of a service leads straight: %s', (href) => {
  const { blocks } = markdownOf(`<p><a href="${href.replaceAll('&', '&amp;')}">the mill</a></p>`);
  expect(blocks).toEqual(['[the mill](https://mill.example/a?b=1&c=2)']);
});
