/** Notes as the programs write them that people write with, imitated in a few words each. */
import { describe, expect, test } from 'vitest';
import { markdownOf } from '../../../src/import/html/markdown-of.ts';

const producers: Record<string, string> = {
  'Jekyll (kramdown)': `<p>Tea came by sea.<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup></p>
    <div class="footnotes" role="doc-endnotes"><ol><li id="fn:1" role="doc-endnote"><p>In chests. <a href="#fnref:1" class="reversefootnote" role="doc-backlink">&#8617;</a></p></li></ol></div>`,
  'Hugo (goldmark)': `<p>Tea came by sea.<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>
    <div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>In chests.&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p></li></ol></div>`,
  Pandoc: `<p>Tea came by sea.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>
    <section id="footnotes" class="footnotes" role="doc-endnotes"><hr /><ol><li id="fn1"><p>In chests.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>`,
  WordPress: `<p>Tea came by sea.<sup data-fn="9b7c" class="fn"><a href="#9b7c" id="9b7c-link">1</a></sup></p>
    <ol class="wp-block-footnotes"><li id="9b7c">In chests. <a href="#9b7c-link" aria-label="Jump to footnote reference 1">↩︎</a></li></ol>`,
  Substack: `<p>Tea came by sea.<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1" href="https://tea.example/p/sea#footnote-1" target="_self">1</a></p>
    <div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" href="https://tea.example/p/sea#footnote-anchor-1" class="footnote-number" contenteditable="false" target="_self">1</a><div class="footnote-content"><p>In chests.</p></div></div>`,
  Ghost: `<p>Tea came by sea.<sup id="fnref:1"><a href="#fn:1" rel="footnote">1</a></sup></p>
    <div class="footnotes"><hr><ol><li class="footnote" id="fn:1"><p>In chests. <a href="#fnref:1" title="return to article"> ↩</a></p></li></ol></div>`,
  Word: `<p class=MsoNormal>Tea came by sea.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span>[1]</span></span></a></p>
    <div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> In chests.</p></div></div>`,
  'Google Docs': `<p>Tea came by sea.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;In chests.</span></p></div>`,
  LibreOffice: `<p>Tea came by sea.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>
    <div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>In chests.</p></div>`,
  Wikipedia: `<p>Tea came by sea.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p><h2>Notes</h2>
    <ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text">In chests.</span></li></ol>`,
  'Tufte sidenote': `<p>Tea came by sea.<label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-1" class="margin-toggle"/><span class="sidenote">In chests.</span></p>`,
  'a name and a link back': `<p>Tea came by sea.<sup><a href="#n1" name="r1">1</a></sup></p><p><a name="n1" href="#r1">1.</a> In chests.</p>`,
};

describe('footnotes', () => {
  test.each(Object.keys(producers))('of %s', (producer) => {
    expect(markdownOf(producers[producer]!).blocks).toEqual(['Tea came by sea.[^1]', '[^1]: In chests.']);
  });

  test('are numbered as they are met, and one note may have two marks', () => {
    const html = `<p>One<sup><a href="#fn2" id="a">2</a></sup> two<sup><a href="#fn1" id="b">1</a></sup> again<sup><a href="#fn2" id="c">2</a></sup></p>
      <ol><li id="fn1">First in the list. <a href="#b">↩</a></li><li id="fn2"><p>Long.</p><p>Of two paragraphs. <a href="#a">↩</a> <a href="#c">↩</a></p></li></ol>`;
    expect(markdownOf(html).blocks).toEqual([
      'One[^1] two[^2] again[^1]',
      '[^1]: Long.\n\n    Of two paragraphs.',
      '[^2]: First in the list.',
    ]);
  });

  test('leave the other entries of their list, and links that only lead elsewhere in the page', () => {
    const html = `<p><a href="#part">1</a> See part 2<sup>nd</sup>.</p><h2 id="part">Part</h2><p>Text.</p>`;
    expect(markdownOf(html).blocks).toEqual(['1 See part 2nd.', '## Part', 'Text.']);
  });

  test('whose note is not there stay as a raised number', () => {
    expect(markdownOf('<p>Tea<sup><a href="#fn9">9</a></sup></p>').blocks).toEqual(['Tea⁹']);
  });
});
