/**
 * The sheet of an article's first look: of all rules of the site those that can match anything in a specimen of it. It
 * stands in the document of every page that holds nothing more; the whole sheet follows as a file, with the first part
 * of the app that comes late. Rules ask for elements, classes and languages; what a setting or a state adds to an
 * element (`data-theme`, `:hover`) may come at any time, so it counts as there.
 */
import { parse as selectorsIn, type Selector } from 'css-what';
import { type AtRule, parse, type Root, type Rule } from 'postcss';

export type LeanSheet = {
  lean: string;
  /** The whole sheet without the faces that the lean one has: a face that is told twice would be loaded anew. */
  whole: string;
  /** Whether a page holds nothing that the lean sheet lacks rules for. */
  isEnoughFor: (html: string) => boolean;
};

/** `specimen`: HTML of what is to look right. */
export function leanSheet(sheet: string, specimen: string): LeanSheet {
  const shown = new Set(hooksOf(specimen));
  const wanted = new Set<string>();
  const lean = parse(sheet);
  lean.walkRules((rule) => {
    if (isKeyframe(rule)) return;
    const kept = rule.selectors.filter((selector) => {
      const parts = selectorsIn(selector.replace(/^&/, '*')).flat();
      return canMatch(parts, (hook) => shown.has(hook) || !wanted.add(hook));
    });
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
  removeEmpty(lean);
  removeFaces(lean, (face) => !names(lean, familyOf(face)));
  const faces = new Set(facesOf(lean).map(String));
  const whole = parse(sheet);
  removeFaces(whole, (face) => faces.has(String(face)));
  const lacking = anyOf([...wanted]);
  return { lean: lean.toString(), whole: whole.toString(), isEnoughFor: (html) => !lacking.test(html) };
}

/** What selectors can ask for of the elements of a document: their types, classes, and languages other than its own. */
function hooksOf(html: string): string[] {
  return [...html.matchAll(/<([a-z][a-z\d]*)((?: [^>]*)?)>/g)].flatMap(([, type = '', attributes = '']) => [
    type,
    ...(/ class="([^"]*)"/.exec(attributes)?.[1] ?? '').split(' ').map((name) => `.${name}`),
    ...[...attributes.matchAll(/ lang="([a-z]+)/g)].map(([, language]) => `lang ${language}`),
    ...[...attributes.matchAll(/ dir="([a-z]+)"/g)].map(([, direction]) => `dir ${direction}`),
  ]);
}

/** Finds one of the hooks in a document; it looks at every page of a build. */
function anyOf(hooks: string[]): RegExp {
  const kinds: [beginning: string, before: string, after: string][] = [
    ['.', ' class="(?:[^"]* )?', '[ "]'],
    ['lang ', ' lang="', '\\b'],
    ['dir ', ' dir="', '"'],
    ['', '<', '[ >]'],
  ];
  const kindOf = (hook: string) => kinds.find(([beginning]) => hook.startsWith(beginning));
  const patterns = kinds.flatMap((kind) => {
    const [beginning, before, after] = kind;
    const names = hooks.filter((hook) => kindOf(hook) === kind).map((hook) => hook.slice(beginning.length));
    return names.length > 0 ? [`${before}(?:${names.join('|')})${after}`] : [];
  });
  // What finds nothing, where nothing is lacking.
  return new RegExp(patterns.join('|') || '(?!)');
}

function canMatch(selector: Selector[], has: (hook: string) => boolean): boolean {
  return selector.every((part) => {
    switch (part.type) {
      case 'tag':
        return has(part.name);
      case 'attribute':
        if (part.name === 'class' && part.action === 'element') return has(`.${part.value}`);
        if (part.name === 'lang' && part.action === 'hyphen') return has(`lang ${part.value}`);
        if (part.name === 'dir' && part.action === 'equals') return has(`dir ${part.value}`);
        return true;
      case 'pseudo':
        if (typeof part.data === 'string') return part.name !== 'lang' || has(`lang ${part.data}`);
        if (part.name !== 'is' && part.name !== 'where') return true;
        return (part.data ?? []).map((inner) => canMatch(inner, has)).some(Boolean);
      default:
        return true;
    }
  });
}

const isKeyframe = ({ parent }: Rule): boolean =>
  parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes');

function removeEmpty(root: Root): void {
  root.walkAtRules((rule) => {
    let empty: AtRule | undefined = rule;
    while (empty?.nodes?.length === 0) {
      const { parent }: { parent: unknown } = empty;
      empty.remove();
      empty = (parent as AtRule).type === 'atrule' ? (parent as AtRule) : undefined;
    }
  });
}

const facesOf = (root: Root): AtRule[] =>
  root.nodes.filter((node): node is AtRule => node.type === 'atrule' && node.name === 'font-face');

function removeFaces(root: Root, suits: (face: AtRule) => boolean): void {
  for (const face of facesOf(root)) if (suits(face)) face.remove();
}

function familyOf(face: AtRule): string {
  let family = '';
  face.walkDecls('font-family', ({ value }) => {
    family = value.replaceAll(/["']/g, '');
  });
  return family;
}

/** Whether a rule asks for a family of faces. */
function names(root: Root, family: string): boolean {
  let isNamed = false;
  root.walkRules((rule) => {
    rule.walkDecls(({ value }) => {
      isNamed ||= value.includes(family);
    });
  });
  return isNamed;
}
