/** Which SVG files only draw. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { svgFault } from '../../../src/press/content/svg.ts';

const svgSpace = 'http://www.w3.org/2000/svg';
const xlink = 'http://www.w3.org/1999/xlink';
const spaces = `xmlns="${svgSpace}" xmlns:xlink="${xlink}"`;
const svg = (inner: string, attributes = '') => `<svg ${spaces} viewBox="0 0 40 30" ${attributes}>${inner}</svg>`;
const fault = (text: string) => svgFault(Buffer.from(text));
const html = 'http://www.w3.org/1999/xhtml';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const png = 'data:image/png;base64,iVBORw0KGgo=';
const drawing = 'data:image/svg+xml,%3Csvg/%3E';

/** What stands in the file, and what is said of it. */
type Refused = readonly [name: string, file: string, says: string];

const elements: Refused[] = [
  ['a script in capitals, which XML tells apart', svg('<SCRIPT/>'), 'holds <SCRIPT>, which is no part of a drawing'],
  ['the root in capitals', `<SVG ${spaces}/>`, 'does not begin with <svg'],
  ['a script in metadata', svg('<metadata><script/></metadata>'), 'holds <script>'],
  ['a script of a prefix that is bound beside it', svg(`<g xmlns:x="${svgSpace}"><x:script/></g>`), '<x:script>'],
  ['a script within what is data', svg(`<r:RDF xmlns:r="${rdf}"><script/></r:RDF>`), 'holds <script>'],
  ['a script of HTML', svg(`<script xmlns="${html}"/>`), `holds <script> of "${html}"`],
  ['HTML of a prefix', svg(`<h:img xmlns:h="${html}" src="#"/>`), 'holds <h:img>'],
  ['HTML of a prefix that looks like SVG', svg(`<svg:g xmlns:svg="${html}"/>`), 'holds <svg:g>'],
  ['HTML of a namespace written in references', svg(`<g xmlns="http://www.w3.org/1999&#x2f;xhtml"/>`), 'holds <g>'],
  ['HTML in metadata', svg(`<metadata><h:iframe xmlns:h="${html}"/></metadata>`), 'holds <h:iframe>'],
  ['HTML with spaces round its namespace', svg(`<g xmlns=" ${html} "/>`), 'holds <g>'],
  ['MathML', svg('<math xmlns="http://www.w3.org/1998/Math/MathML"/>'), 'holds <math>'],
  ['XSLT', svg('<x:stylesheet xmlns:x="http://www.w3.org/1999/XSL/Transform"/>'), 'holds <x:stylesheet>'],
  ['an element of no namespace', svg('<g xmlns=""/>'), 'holds <g> of no namespace'],
  ['no namespace', '<svg viewBox="0 0 4 3"/>', 'does not begin with <svg xmlns='],
  ['another root', `<r:RDF xmlns:r="${rdf}">${svg('')}</r:RDF>`, 'does not begin with <svg'],
  ['a prefix that is not bound', svg('<x:g/>'), 'is not well-formed XML'],
  ['a handler', svg('<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"/>'), '<handler>'],
  ['a listener', svg('<ev:listener xmlns:ev="http://www.w3.org/2001/xml-events"/>'), 'holds <ev:listener>'],
  ['a foreignObject of a prefix', svg(`<s:foreignObject xmlns:s="${svgSpace}"/>`), '<s:foreignObject>'],
  ['an iframe', svg('<iframe src="#"/>'), 'holds <iframe>'],
  ['an audio', svg('<audio/>'), 'holds <audio>'],
  ['an element in a style', svg('<style>u<g/>rl(//evil.example)</style>'), 'holds <g> in a <style>'],
];

const attributes: Refused[] = [
  ['an event handler', svg('<g onclick="x()"/>'), 'holds an event handler, onclick="x()"'],
  ['an event handler of the root', svg('', 'onload="x()"'), 'holds an event handler'],
  ['an event handler of data', svg(`<r:RDF xmlns:r="${rdf}" onload="x()"/>`), 'holds an event handler'],
  ['an event of an animation', svg('<set attributeName="fill" to="red" onbegin="x()"/>'), 'holds an event handler'],
  ['another base', svg('<g xml:base="https://evil.example/"/>'), 'changes the base'],
  ['a way out', svg('<a href="https://evil.example/"/>'), 'refers to "https://evil.example/"'],
  ['a way to another file', svg('<a xlink:href="x.html"/>'), 'refers to "x.html"'],
  ['a way out under another prefix', svg(`<a x:href="//evil" xmlns:x="${xlink}"/>`), '"//evil"'],
  ['a script address with a line in it', svg('<a href="java&#10;script:x()"/>'), 'outside itself'],
  ['a script address in capitals', svg('<a href=" JavaScript:x()"/>'), 'outside itself'],
  ['an address that says that it was followed', svg('<a href="#x" ping="//evil.example"/>'), 'refers to'],
  ['a link to data', svg(`<a href="${png}"/>`), 'outside itself'],
  ['a use of data', svg(`<use href="${drawing}#x"/>`), 'refers to "data:image/svg+xml'],
  ['a drawing in an image', svg(`<image href="${drawing}"/>`), 'refers to "data:image/svg+xml'],
  ['a drawing in an image, named as PNG in part', svg('<image href="data:image/pngx,x"/>'), 'outside itself'],
  ['a page in an image', svg('<image xlink:href="data:text/html,x"/>'), 'outside itself'],
  ['a filter of a picture elsewhere', svg('<filter><feImage href="x.png"/></filter>'), 'refers to "x.png"'],
  ['a no-break space before a part', svg('<use href="&#160;#x"/>'), 'outside itself'],
  ['a link that is set', svg('<a href="#x"><set attributeName="xlink:href" to="y"/></a>'), 'changes a link'],
  ['a link that is animated', svg('<animate attributeName="href" values="#a;y"/>'), 'changes a link'],
  ['a link of another prefix', svg('<set attributeName="x:href " to="y"/>'), 'changes a link'],
  ['an event that is set', svg('<set attributeName="onclick" to="x()"/>'), 'changes a link or an event'],
  ['a fill elsewhere', svg('<path fill="URL( \'x.svg#a\' )"/>'), 'refers to "URL('],
  ['a fill elsewhere that an animation sets', svg('<set attributeName="fill" to="url(x.svg#a)"/>'), 'refers to "url('],
  ['a fill of a drawing', svg(`<path fill="url(${drawing})"/>`), 'refers to "url(data:image/svg+xml'],
  ['a picture of a set', svg('<g style="mask-image:image-set(&quot;x.png&quot; 1x)"/>'), 'refers to "image-set('],
  ['src()', svg('<g style="mask-image:src(&quot;x.png&quot;)"/>'), 'refers to "src('],
  ['a backslash before any letter', svg('<g style="fill:u\\rl(x.svg#a)"/>'), 'refers to "url('],
  ['an address that begins with an escaped quote', svg('<g style="fill:url(\\22 #a)"/>'), 'refers to "url('],
  ['a sheet that an attribute fetches', svg('<g style="@import \'x.css\'"/>'), 'refers to "@import'],
];

const styles: Refused[] = [
  ['a sheet elsewhere', '@import "x.css";', 'refers to "@import'],
  ['a sheet elsewhere in CDATA', '<![CDATA[@import url(x.css)]]>', 'refers to "@import'],
  ['@import in escapes', '@\\69 mport "x.css"', 'refers to "@import'],
  ['url() in escapes of six digits', 'g{fill:\\000075rl(x)}', 'refers to "url(x)'],
  ['url() in pieces', 'g{fill:u<![CDATA[r]]>l<!-- -->(x)}', 'refers to "url(x)'],
  ['url() in references', 'g{fill:u&#x72;l&#40;x)}', 'refers to "url(x)'],
  ['url() behind one that begins in a comment', '/* url(# */g{fill:url(x)}', 'refers to "url(x)'],
  ['url() behind a comment in a string', 'g::before{content:"/*"}g{fill:url(x)}/**/', 'refers to "url(x)'],
  ['url() between comment signs of others', 'g{fill:url(#a/*);mask:url(x);clip-path:url(*/)}', 'refers to "url(x)'],
  ['a picture of a set, in a variable', ':root{--x:"x.png"}g{mask:image-set(var(--x) 1x)}', 'refers to "image-set('],
  ['a picture of a set, as WebKit has it', 'g{mask:-webkit-image-set("x.png" 1x)}', 'refers to "image-set('],
  ['image()', 'g{mask:image("x.png")}', 'refers to "image('],
  ['a face', '@font-face{font-family:x;src:url(x.woff2)}', 'refers to "url(x.woff2)'],
].map(([name, css, says]) => [`${name}, in a style`, svg(`<style>${css}</style>`), says!] as const);

const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');

const files: Refused[] = [
  ['a billion laughs', `<!DOCTYPE svg [<!ENTITY l0 "ha">${laughs}]>${svg('&l9;')}`, 'defines entities'],
  ['entities of a file', `<!DOCTYPE svg [<!ENTITY % x SYSTEM "//evil"> %x;]>${svg('')}`, 'defines entities'],
  ['an attribute by default', `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]>${svg('')}`, 'defines entities'],
  ['an entity nobody defined', svg('&x;'), 'is not well-formed XML: undefined entity'],
  ['an entity of HTML', `<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">${svg('&nbsp;')}`, 'undefined'],
  ['a style sheet', `<?xml-stylesheet href="x.css"?>${svg('')}`, 'holds an instruction, <?xml-stylesheet?>'],
  ['a style sheet within', svg('<?xml-stylesheet type="text/xsl" href="#x"?>'), 'holds an instruction'],
  ['code of PHP', svg('<?php x() ?>'), 'holds an instruction, <?php?>'],
  [
    'another encoding',
    `<?xml version="1.0" encoding="utf-7"?>${svg('')}`,
    'is not UTF-8 but "utf-7" (line 1, column 1)',
  ],
  ['XML 1.1', `<?xml version="1.1"?>${svg('')}`, 'is not XML 1.0'],
  ['an attribute without quotes', svg('<g id=a/>'), 'is not well-formed XML: unquoted attribute value'],
  ['an attribute twice', svg('<a href="#a" href="x"/>'), 'is not well-formed XML: duplicate attribute'],
  ['a link twice, of two prefixes', svg(`<a xmlns:x="${xlink}" xlink:href="#a" x:href="x"/>`), 'duplicate attribute'],
  ['a tag that does not close', svg('<g>'), 'is not well-formed XML'],
  ['an end before its time', svg('').slice(0, -3), 'is not well-formed XML'],
  ['more after the end', `${svg('')}<script/>`, 'is not well-formed XML'],
  ['text before it begins', `x${svg('')}`, 'is not well-formed XML'],
  ['a control character', svg('\u0000'), 'is not well-formed XML'],
  ['elements 101 deep', svg(`${'<g>'.repeat(100)}${'</g>'.repeat(100)}`), 'holds elements 101 deep'],
  ['10 MB of nesting', svg('<g>'.repeat(3_500_000)), 'holds elements 101 deep'],
];

const inkscape = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->

<svg
   width="210mm"
   height="297mm"
   viewBox="0 0 210 297"
   version="1.1"
   id="svg5"
   inkscape:version="1.2.2 (b0a8486541, 2022-12-01)"
   sodipodi:docname="boats &amp; rain.svg"
   inkscape:export-filename="/home/jane/boats.png"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:xlink="http://www.w3.org/1999/xlink"
   xmlns="http://www.w3.org/2000/svg"
   xmlns:svg="http://www.w3.org/2000/svg"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
   xmlns:cc="http://creativecommons.org/ns#"
   xmlns:dc="http://purl.org/dc/elements/1.1/">
  <sodipodi:namedview
     id="namedview7"
     pagecolor="#ffffff"
     inkscape:document-units="mm"
     showgrid="false">
    <inkscape:grid type="xygrid" id="grid1" />
    <sodipodi:guide position="0,0" orientation="1,0" inkscape:locked="false" />
  </sodipodi:namedview>
  <defs id="defs2">
    <inkscape:path-effect effect="fillet_chamfer" id="path-effect1" only_selected="false" lpeversion="1" />
    <linearGradient inkscape:collect="always" id="a"><stop style="stop-color:#000000;" offset="0" id="s1" /></linearGradient>
    <linearGradient inkscape:collect="always" xlink:href="#a" id="b" x1="1" y1="2" x2="3" y2="4" gradientUnits="userSpaceOnUse" />
    <style type="text/css" id="style1">.st0{fill:url(#b)}</style>
  </defs>
  <metadata id="metadata5">
    <rdf:RDF>
      <cc:Work rdf:about="">
        <dc:format>image/svg+xml</dc:format>
        <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage" />
        <dc:title>Boats</dc:title>
        <cc:license rdf:resource="http://creativecommons.org/licenses/by/4.0/" />
      </cc:Work>
    </rdf:RDF>
  </metadata>
  <g inkscape:label="Layer (1)" inkscape:groupmode="layer" id="layer1" transform="matrix(1,0,0,1,0,0)">
    <path style="fill:url(#b);font-family:'Sans';-inkscape-font-specification:'Sans, Normal'" d="M 0,0 9,9" sodipodi:nodetypes="cc" inkscape:path-effect="#path-effect1" />
    <use x="0" y="0" xlink:href="#layer1x" id="use1" />
    <image xlink:href="data:image/png;base64,iVBORw0KGgo
AAAANSUhEUg==
" preserveAspectRatio="none" id="image1" width="1" height="1" />
    <flowRoot xml:space="preserve" id="flow"><flowRegion id="r"><rect id="q" /></flowRegion><flowPara id="p">Rain</flowPara></flowRoot>
    <text xml:space="preserve"><tspan sodipodi:role="line">a &lt; b</tspan></text>
  </g>
</svg>
`;

const illustrator = `\ufeff<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 24.0.1, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:x="http://ns.adobe.com/Extensibility/1.0/" xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/" x="0px" y="0px"
\t viewBox="0 0 100 100" style="enable-background:new 0 0 100 100;" xml:space="preserve">
<metadata><?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description xmlns:xmp='http://ns.adobe.com/xap/1.0/'><xmp:CreatorTool>Illustrator</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?></metadata>
<style type="text/css"><![CDATA[
\t.st0{clip-path:url(#SVGID_2_);fill:#FFFFFF;}
\t.st1{font-family:'MyriadPro-Regular';mask:url("#m");}
]]></style>
<switch><g i:extraneous="self"><defs><rect id="SVGID_1_" width="100" height="100"/></defs>
<clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_"  style="overflow:visible;"/></clipPath>
<image style="overflow:visible;" width="4" height="3" xlink:href="data:image/jpeg;base64,/9j/4AAQ"></image>
<text transform="matrix(1 0 0 1 5 5)" class="st0 st1">A &quot;B&quot;</text></g></switch>
<i:aipgf id="adobe_illustrator_pgf" i:pgfEncoding="zstd/base64" i:pgfVersion="24"><![CDATA[KLUv]]></i:aipgf>
</svg>
`;

const figma = `<svg width="24" height="24" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<g clip-path="url(#clip0_1_2)" filter="url(#filter0_d_1_2)">
<rect width="24" height="24" fill="url(#pattern0_1_2)" style="mix-blend-mode:multiply"/>
</g>
<defs>
<filter id="filter0_d_1_2" x="0" y="0" width="24" height="24" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB">
<feFlood flood-opacity="0" result="BackgroundImageFix"/>
<feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0" result="hardAlpha"/>
<feOffset dy="4"/><feGaussianBlur stdDeviation="2"/><feBlend mode="normal" in2="BackgroundImageFix"/>
</filter>
<pattern id="pattern0_1_2" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#image0_1_2" transform="scale(0.01)"/></pattern>
<clipPath id="clip0_1_2"><rect width="24" height="24" fill="white"/></clipPath>
<image id="image0_1_2" width="100" height="100" xlink:href="${png}"/>
</defs>
</svg>
`;

const accepted: [name: string, file: string][] = [
  ['Inkscape', inkscape],
  ['Illustrator', illustrator],
  ['Figma', figma],
  ['a prefix for all', `<s:svg xmlns:s="${svgSpace}"><s:style>g{fill:red}</s:style><s:g/></s:svg>`],
  ['lines that end as on Windows', inkscape.replaceAll('\n', '\r\n')],
  ['an attribute of a program nobody knows', svg('<g x:data="{}" xmlns:x="http://svgjs.dev/svgjs"/>')],
  ['a link to a part, and what is animated', svg('<a href="#x"><animate attributeName="opacity" values="0;1"/></a>')],
  ['a picture in a style', svg(`<style>g{mask:url("${png}")}</style>`)],
  ['what a comment or a text only names', svg('<!-- <script> --><text>@import url(x) onload="x" javascript:</text>')],
  ['elements 100 deep', svg(`${'<g>'.repeat(99)}${'</g>'.repeat(99)}`)],
];

describe('an SVG', () => {
  it.each([...elements, ...attributes, ...styles, ...files])('is refused for %s', (_name, file, says) => {
    expect(fault(file)).toContain(says);
  });

  it.each(accepted)('is accepted: %s', (_name, file) => {
    expect(fault(file)).toBeUndefined();
  });

  it('of this publication is accepted', () => {
    const folder = 'src/data/images';
    const names = readdirSync(folder).filter((name) => name.endsWith('.svg'));
    expect(names.length).toBeGreaterThan(5);
    for (const path of [...names.map((name) => join(folder, name)), resolve('public/icon.svg')])
      expect(svgFault(readFileSync(path)), path).toBeUndefined();
  });

  it('that is refused says what, where and what to do', () => {
    expect(fault('<svg xmlns="http://www.w3.org/2000/svg">\r\n  <g\n    id="é"\n  onload="x()"/></svg>')).toBe(
      'holds an event handler, onload="x()" (line 4, column 3). Take it out, or save the drawing as plain SVG with its pictures in it',
    );
    expect(fault(svg('\n\n <script\n/>'))).toMatch(/\(line 3, column 2\)\./);
    expect(fault(svg('\n<style>\ng{fill:url(x)}</style>'))).toMatch(/\(line 2, column 1\)\./);
    expect(fault('<?xml version="1.0"?>\n <!DOCTYPE svg [ ]><svg/>')).toMatch(/\(line 2, column 2\)\./);
    expect(fault(svg('\n<g id=a/>'))).toMatch(/\(line 2, column 7\)\. Save the drawing again$/);
  });

  it('of other bytes than UTF-8 is refused', () => {
    expect(svgFault(Buffer.from(svg('<text>é</text>'), 'latin1'))).toBe('is not UTF-8. Save it as UTF-8');
    expect(svgFault(Buffer.from(`\ufeff${svg('')}`, 'utf16le'))).toBe('is not UTF-8. Save it as UTF-8');
  });
});
