/**
 * Whether an SVG only draws. A picture in a page runs nothing, but the same file opened at its own address would, with
 * the rights of the site. So a parser of XML reads it, and whatever is not known to draw is refused, as is whatever
 * leads out of the file or fetches, and a doubtful file too.
 */
import { isUtf8 } from 'node:buffer';
import { createRequire } from 'node:module';
import type * as Saxes from 'saxes';
import { quoted } from './problems.ts';

/** How deep elements may stand in one another. */
const deepest = 100;

const svg = 'http://www.w3.org/2000/svg';

/** The elements of SVG that draw, or say how. */
const drawing = new Set(
  words(`
  svg g defs symbol use switch view a title desc metadata style image
  path rect circle ellipse line polyline polygon text tspan textPath tref
  linearGradient radialGradient stop pattern clipPath mask marker
  meshgradient meshrow meshpatch hatch hatchpath solidcolor
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
  feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
  animate animateColor animateMotion animateTransform mpath set
  font font-face font-face-src font-face-name glyph missing-glyph hkern vkern
  flowRoot flowRegion flowPara flowSpan flowDiv flowLine
`),
);

/** How the namespaces begin in which drawing programs keep what they know of a drawing: no browser makes anything of it. */
const data = words(`
    http://www.w3.org/1999/02/22-rdf-syntax-ns# http://purl.org/dc/ http://creativecommons.org/ns#
    http://web.resource.org/cc/ http://www.inkscape.org/namespaces/ http://sodipodi.sourceforge.net/
    http://inkscape.sourceforge.net/ http://www.openswatchbook.org/ http://ns.adobe.com/ adobe:ns:meta/
    http://www.bohemiancoding.com/sketch/ http://www.figma.com/ http://www.serif.com/ http://krita.org/
    https://boxy-svg.com http://taptrix.com/ http://www.vector.evaxdesign.sk http://vectornator.io
    http://www.corel.com/ http://schemas.microsoft.com/visio/ http://xml.openoffice.org/
`);

/** Marks of XMP in metadata. */
const instructions = new Set(['xpacket', 'adobe-xap-filters']);

/** What sets letters in a face: where there is none of it, nothing is drawn. */
const letters = new Set(words('text tspan textPath tref flowRoot flowRegion flowPara flowSpan flowDiv flowLine'));

const raster = 'data:image/(?:png|jpe?g|gif|webp|avif)[;,]';
/** Of attributes that may lead somewhere or act. */
const telling = /^on|:on|href|src|ping|xml:base|attributeName/i;
const ownPart = /^ *#/;
const ownPicture = new RegExp(`^ *${raster}`, 'i');
/** What of a style fetches: all that may, but for url(…) with a part of the file, or with a picture that is in it. */
const fetching = new RegExp(`@import|(?:image|image-set|src)\\(|url\\((?! *["']? *(?:#|${raster}))`, 'i');

const usualRemedy = 'Take it out, or save the drawing as plain SVG with its pictures in it';
const lineEnd = /\r\n?|\n/;

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

class Fault extends Error {}

/**
 * What in the SVG is refused, as the end of a sentence that begins with its name; of one that is to be drawn without
 * any face of type, `outlines`, letters too.
 */
export function svgFault(bytes: Buffer, only?: 'outlines'): string | undefined {
  if (!isUtf8(bytes)) return 'is not UTF-8. Save it as UTF-8';
  try {
    judge(bytes.toString('utf8'), only === 'outlines');
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

/** Reads the file as far as the first `Fault`, which it throws. */
function judge(text: string, withoutLetters: boolean): void {
  // Loaded where there is an SVG; an import of CommonJS costs a check as much again as to judge our pictures.
  const { SaxesParser } = createRequire(import.meta.url)('saxes') as typeof Saxes;
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  /** Where the style that is open begins, and what stands in it. */
  let styleAt: number | undefined;
  let style = '';

  function refuse(what: string, at: number, remedy = usualRemedy): never {
    const line = parser.line - text.slice(at, parser.position).split(lineEnd).length + 1;
    const column = at - Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1));
    throw new Fault(`${what} (line ${line}, column ${column}). ${remedy}`);
  }

  parser.on('error', ({ message }) => {
    const at = Math.max(0, parser.position - 1);
    refuse(`is not well-formed XML: ${message.replace(/\.$/, '')}`, at, 'Save the drawing again');
  });
  parser.on('xmldecl', ({ version, encoding = 'UTF-8' }) => {
    if (version !== '1.0') refuse('is not XML 1.0', 0, 'Save it as XML 1.0');
    if (!/^utf-8$/i.test(encoding)) refuse(`is not UTF-8 but ${quoted(encoding)}`, 0, 'Save it as UTF-8');
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) refuse('defines entities', text.lastIndexOf('<!DOCTYPE', parser.position));
  });
  parser.on('processinginstruction', ({ target }) => {
    const at = text.lastIndexOf(`<?${target}`, parser.position);
    if (!instructions.has(target)) refuse(`holds an instruction, <?${target}?>`, at);
  });
  parser.on('opentag', (tag) => {
    // No value holds a "<".
    const tagAt = () => text.lastIndexOf('<', parser.position - 1);
    if (depth === 0 && !(tag.uri === svg && tag.local === 'svg')) {
      refuse(`does not begin with <svg xmlns="${svg}">`, tagAt(), 'Begin it so');
    }
    if (depth === deepest) refuse(`holds elements ${deepest + 1} deep in one another`, tagAt(), 'Ungroup some');
    if (styleAt !== undefined) refuse(`holds ${shown(tag)} in a <style>`, tagAt());
    if (!isOfDrawing(tag)) refuse(`holds ${shown(tag)}, which is no part of a drawing`, tagAt());
    if (withoutLetters && tag.uri === svg && letters.has(tag.local)) {
      refuse(`sets letters in a face, ${shown(tag)}`, tagAt(), 'Turn them into outlines ("object to path")');
    }
    for (const attribute of Object.values(tag.attributes)) {
      const wrong = attributeFault(attribute, tag);
      if (wrong) refuse(wrong, tagAt() + placeOf(attribute, text.slice(tagAt(), parser.position)));
    }
    if (tag.uri === svg && tag.local === 'style') [styleAt, style] = [tagAt(), ''];
    depth += 1;
  });
  const add = (piece: string) => {
    if (styleAt !== undefined) style += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    depth -= 1;
    // No element stands in a style, so it is the style that closes.
    const fault = styleAt !== undefined && styleFault(style);
    if (fault) refuse(fault, styleAt!);
    styleAt = undefined;
  });
  parser.write(text).close();
}

/** Where the attribute stands in its tag. */
const placeOf = ({ name }: Saxes.SaxesAttributeNS, tag: string): number =>
  [...tag.matchAll(/([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)].find((match) => match[1] === name)!.index;

const isOfDrawing = ({ local, uri }: Saxes.SaxesTagNS): boolean =>
  uri === svg ? drawing.has(local) : data.some((start) => uri.startsWith(start));

const shown = ({ name, uri }: Saxes.SaxesTagNS): string =>
  `<${name.slice(0, 60)}>${uri === svg ? '' : ` of ${uri ? quoted(uri) : 'no namespace'}`}`;

function attributeFault(
  { name, local, prefix, value }: Saxes.SaxesAttributeNS,
  tag: Saxes.SaxesTagNS,
): string | undefined {
  if (telling.test(name) && prefix !== 'xmlns') {
    if (/^on[a-z]+$/i.test(local)) return `holds an event handler, ${name}=${quoted(value)}`;
    if (name === 'xml:base') return `changes the base of its links, ${name}=${quoted(value)}`;
    if (/(?:href|src)$|^ping$/i.test(local) && !ownPart.test(value)) {
      const shows = tag.local === 'image' || tag.local === 'feImage';
      if (!shows || !ownPicture.test(value)) return `refers to ${quoted(value)}, outside itself`;
    }
    if (local === 'attributeName' && /(?:href|src|base|ping)\s*$|(?:^|:)\s*on[a-z]+\s*$/i.test(value)) {
      return `changes a link or an event while it is shown, ${name}=${quoted(value)}`;
    }
  }
  return styleFault(value);
}

/** Comments are judged as what they hold, so that no sign that looks like one hides anything. */
function styleFault(css: string): string | undefined {
  if (!/[(@\\]/.test(css)) return undefined;
  for (const reading of [css, withoutEscapes(css)]) {
    const found = fetching.exec(reading);
    if (found) return `refers to ${quoted(reading.slice(found.index))}, outside itself`;
  }
  return undefined;
}

/** "u\72l(…)" is url(…), and so is "\url(…)". */
const withoutEscapes = (css: string): string =>
  css.replace(/\\(?:([\da-f]{1,6})(?:\r\n|[ \t\r\n\f])?|([^]))/gi, (_whole, digits?: string, sign = '') =>
    digits === undefined ? sign : character(Number.parseInt(digits, 16)),
  );

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
