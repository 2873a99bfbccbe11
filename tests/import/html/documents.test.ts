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
