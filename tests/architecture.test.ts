/** The import table (README, "The import rule"), and what the files of the project may be called and hold. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

type Import = { from: string; specifier: string; typeOnly: boolean; /** By `import()`. */ isLazy: boolean };

/** Every import, export from and dynamic import of a source text, in the form that the formatter gives them. */
function importsOf(source: string, from = ''): Import[] {
  const code = source.replaceAll(/^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*)$/gm, '');
  const whole = /^(?:import|export)\s+(type\s+)?([\w\s{},*$]*?)\s*from\s+(['"])(.+?)\3/gm;
  const bare = /^import\s+(['"])(.+?)\1/gm;
  const dynamic = /(typeof\s+|:\s*)?(?<![\w.])import\(\s*(['"`])([^'"`$]*)/g;
  const found = (specifier = '', typeOnly = false, isLazy = false) => ({ from, specifier, typeOnly, isLazy });
  return [
    ...Array.from(code.matchAll(whole), ([, type, , , specifier]) => found(specifier, type !== undefined)),
    ...Array.from(code.matchAll(bare), ([, , specifier]) => found(specifier)),
    ...Array.from(code.matchAll(dynamic), ([, type, , specifier]) => found(specifier, type !== undefined, !type)),
  ];
}

describe('the scanner', () => {
  test.each([
    ["import { a, type B } from './a.ts';", './a.ts', false],
    ["import type { A } from './a.ts';", './a.ts', true],
    ["import {\n  a,\n  b,\n} from './a.ts';", './a.ts', false],
    ["import type Default from 'x';", 'x', true],
    ["import * as a from 'node:fs';", 'node:fs', false],
    ["import './a.css';", './a.css', false],
    ["export { a } from './a.ts';", './a.ts', false],
    ["export type { A } from './a.ts';", './a.ts', true],
    ["export * from './a.ts';", './a.ts', false],
    ["const load = () => import('./a.tsx');", './a.tsx', false],
    ["  return (await import('./a.ts')).a;", './a.ts', false],
    ["let a: typeof import('./a.ts');", './a.ts', true],
    ["export const a: import('./a.ts').A;", './a.ts', true],
    ['import a from "double";', 'double', false],
  ])('finds %j', (source, specifier, typeOnly) => {
    expect(importsOf(source)).toMatchObject([{ specifier, typeOnly }]);
  });

  test.each([
    "/** Such as\n * import { a } from './a.ts';\n */",
    "// import './a.ts'",
    "export const from = 'a';",
    'reimport("a")',
  ])('finds nothing in %j', (source) => {
    expect(importsOf(source)).toEqual([]);
  });
});

/** Paths below the root with forward slashes, without what is installed, built or kept by tools. */
function filesBelow(folder: string): string[] {
  const passed = new Set(['node_modules', 'dist', 'hosting', '.git', '.ci']);
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return passed.has(path) ? [] : filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const sources = filesBelow('src').filter((path) => /\.(?:tsx?|mjs|js)$/.test(path));
const imports = sources.flatMap((path) => importsOf(read(path), path)).filter(({ specifier }) => specifier !== '');

/** A face of type is a file to be named in a rule, not code. */
const isFace = ({ specifier }: Import): boolean => /^@fontsource[^?]*\.woff2\?url$/.test(specifier);

const isOwn = ({ specifier }: Import): boolean => specifier.startsWith('.');
const targetOf = ({ from, specifier }: Import): string =>
  relative(root, resolve(root, dirname(from), specifier))
    .split(sep)
    .join('/');

/** "react-dom/client" is of react-dom, "node:fs" of node. */
const packageOf = (specifier: string): string => /^(?:@[^/]+\/[^/]+|[^/:]+)/.exec(specifier)?.[0] ?? specifier;

/** "src/press/press.ts" is of press, "src/App.tsx" of the root of src. */
const layerOf = (path: string): string => {
  const [, folder = '', inside] = path.split('/');
  return inside === undefined ? 'root' : folder;
};

const said = ({ from, specifier }: Import): string => `${from} imports ${specifier}`;

type Allowed = {
  layers: string[];
  /** Layers of which it may import types. */
  types?: string[];
  /** Files that it may reach by `import()`: that is what a reader is not sent before it is wanted. */
  lazy?: string[];
  /** Folders of other layers. */
  below?: string[];
  /** Single files of other layers. */
  files?: string[];
  packages: string[];
};

/** What a layer may import beside itself. */
const table: Record<string, Allowed> = {
  publication: { layers: [], types: ['words'], packages: ['zod'] },
  words: { layers: [], types: ['publication'], packages: [] },
  text: { layers: ['publication'], packages: [] },
  // The worker, and the database that it shares with the page.
  offline: { layers: ['publication'], packages: ['idb'] },
  // The paper: printed, and in the first script. What is the reader's own comes later.
  components: {
    layers: ['publication', 'styles'],
    types: ['words', 'reader'],
    lazy: ['src/reader/ReaderParts.tsx', 'src/reader/responses/Responses.tsx'],
    packages: ['react', 'react-router'],
  },
  pages: {
    layers: ['components', 'publication'],
    types: ['words'],
    lazy: ['src/reader/shelf/Shelf.tsx', 'src/search/Search.tsx'],
    files: ['src/renewal.ts'],
    packages: ['react', 'react-router'],
  },
  reader: {
    layers: ['text', 'offline', 'components', 'publication', 'styles'],
    types: ['words'],
    files: ['src/words/settings-samples.ts', 'src/page-store.ts', 'src/renewal.ts'],
    packages: ['idb', 'react', 'react-dom', 'react-router', 'uqr'],
  },
  search: {
    layers: ['offline', 'components', 'publication', 'styles'],
    types: ['words'],
    files: ['src/persistent-fetch.ts', 'src/page-store.ts'],
    packages: ['react', 'react-router'],
  },
  root: {
    layers: ['publication', 'text', 'components', 'pages', 'styles'],
    types: ['words'],
    packages: ['react', 'react-dom', 'react-router', 'virtual'],
  },
  press: {
    layers: ['publication', 'words'],
    packages: [
      'node',
      'vite',
      'zod',
      'jsonc-parser',
      'markdown-it',
      'markdown-it-footnote',
      'saxes',
      'image-size',
      '@resvg/resvg-js',
      'sharp',
      'bidi-js',
      'harfbuzzjs',
      'css-what',
      'postcss',
      'woff2-encoder',
      'commander',
    ],
  },
  desk: {
    layers: ['publication', 'press'],
    packages: ['node', 'commander', 'jsonc-parser', 'vite'],
  },
  import: {
    layers: ['publication'],
    // The validator and the press: what comes in is held to what `npm run check` holds everything to.
    below: ['src/press/content/', 'src/press/markdown/'],
    files: ['src/press/command-line.ts', 'src/press/data-folder.ts', 'src/press/tidy-up.ts'],
    packages: [
      'node',
      '@mozilla/readability',
      'linkedom',
      'saxes',
      'yaml',
      'csv-parse',
      'smol-toml',
      'markdown-it',
      'markdown-it-footnote',
      'chardet',
      '@exodus/bytes',
      'entities',
      'commander',
      'yauzl',
      'postal-mime',
    ],
  },
};

describe('the import table', () => {
  test('knows every folder of src, and every folder of src holds what it is for', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const strangers = folders.filter(({ name }) => !(name in table) && name !== 'data' && name !== 'styles');
    expect(strangers.map(({ name }) => name)).toEqual([]);
    expect(filesBelow('src/data').filter((path) => !/^src\/data\/(?:images\/.*|.*\.json)$/.test(path))).toEqual([]);
    expect(filesBelow('src/styles').filter((path) => !/\.(?:css|woff2?)$/.test(path))).toEqual([]);
  });

  test('finds the imports there are', () => {
    expect(new Set(imports.map(({ from }) => layerOf(from))).size).toBeGreaterThanOrEqual(6);
    expect(imports.length).toBeGreaterThan(300);
  });

  test.each(Object.keys(table))('%s imports only what it may', (layer) => {
    const { layers, types = [], lazy = [], below = [], files = [], packages } = table[layer]!;
    const wrong = imports
      .filter(({ from }) => layerOf(from) === layer)
      .filter((entry) => {
        if (isFace(entry)) return layer !== 'reader';
        if (!isOwn(entry)) return !packages.includes(packageOf(entry.specifier));
        const target = targetOf(entry);
        if ([layer, ...layers].includes(layerOf(target)) || files.includes(target)) return false;
        if (entry.typeOnly && types.includes(layerOf(target))) return false;
        if (entry.isLazy && lazy.includes(target)) return false;
        return !below.some((folder) => target.startsWith(folder));
      });
    expect(wrong.map(said)).toEqual([]);
  });

  test('what is no component and no hook of the reader is plain TypeScript', () => {
    const plain = ({ from }: Import) => /^src\/reader\/.*\.ts$/.test(from) && !basename(from).startsWith('use-');
    const react = imports.filter((entry) => plain(entry) && packageOf(entry.specifier).startsWith('react'));
    expect(react.map(said)).toEqual([]);
  });

  test('zod is met in the schema and in the press only, the values of the schema in the press only', () => {
    const atPress = (path: string) => /^src\/(?:press|import|desk)\//.test(path);
    const zod = imports.filter(
      ({ from, specifier }) => packageOf(specifier) === 'zod' && from !== 'src/publication/schema.ts' && !atPress(from),
    );
    const values = imports.filter(
      (entry) =>
        isOwn(entry) && !entry.typeOnly && targetOf(entry) === 'src/publication/schema.ts' && !atPress(entry.from),
    );
    expect([...zod, ...values].map(said)).toEqual([]);
  });
});

describe('what the browser loads', () => {
  /** Files and packages that an entry reaches through imports of values; how each was come by. */
  function reachedFrom(entry: string): Map<string, string> {
    const reached = new Map([[entry, entry]]);
    for (const [path, way] of reached) {
      for (const found of imports.filter((entry) => entry.from === path && !entry.typeOnly && !isFace(entry))) {
        const next = isOwn(found) ? targetOf(found) : found.specifier;
        if (!reached.has(next)) reached.set(next, `${way} > ${next}`);
      }
    }
    return reached;
  }

  const browserPackages = new Set(['react', 'react-dom', 'react-router', 'idb', 'uqr', 'virtual']);

  test('it reaches no package of the press, no schema and no edition', () => {
    const reached = reachedFrom('src/entry-client.tsx');
    expect(reached.size).toBeGreaterThan(20);
    const forbidden =
      /^src\/(?:press|import|data)\/|^src\/entry-server|^src\/words\/(?:languages\.ts|interface-words\.ts|\w+\/)|^src\/publication\/(?:schema|rules|edition|site)\.ts$/;
    const wrong = [...reached].filter(([path]) =>
      path.startsWith('src/') ? forbidden.test(path) : !browserPackages.has(packageOf(path)),
    );
    expect(wrong.map(([, way]) => way)).toEqual([]);
  });

  test('the prerendered page is made of the same parts as the page in the browser', () => {
    const reached = reachedFrom('src/entry-server.tsx');
    expect([...reached.keys()].filter((path) => /^node:|^src\/press\/|^zod$/.test(path))).toEqual([]);
    expect(reached.has('src/App.tsx')).toBe(true);
  });
});

describe('the documents', () => {
  // What has been is told by the paths of its time.
  const history = new Set(['CHANGELOG.md', 'src/DECISIONS.md']);
  const documents = filesBelow('').filter((path) => /\.(?:md|ya?ml)$/.test(path) && !history.has(path));

  test('name only files and folders that are there', () => {
    expect(documents.length).toBeGreaterThan(5);
    const wrong = documents.flatMap((path) =>
      Array.from(read(path).matchAll(/`((?:src|tests|public|\.ci)\/[\w./-]*)`/g), ([, named = '']) => named)
        .filter((named) => !existsSync(join(root, named)))
        .map((named) => `${path}: ${named}`),
    );
    expect(wrong).toEqual([]);
  });

  test('name code by the ends of paths that are there', () => {
    const files = filesBelow('').map((path) => `/${path}`);
    const wrong = documents.flatMap((path) =>
      Array.from(read(path).matchAll(/`([\w./-]+\.(?:tsx?|mjs|js|css))`/g), ([, named = '']) => named)
        .filter((named) => !files.some((file) => file.endsWith(`/${named}`)))
        .map((named) => `${path}: ${named}`),
    );
    expect(wrong).toEqual([]);
  });

  test('link to what is there', () => {
    const wrong = documents.flatMap((path) =>
      Array.from(read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g), ([, linked = '']) => linked)
        .filter((linked) => !existsSync(join(root, dirname(path), linked)))
        .map((linked) => `${path}: ${linked}`),
    );
    expect(wrong).toEqual([]);
  });

  test('name only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const wrong = documents.flatMap((path) =>
      Array.from(read(path).matchAll(/npm run ([\w:]+)/g), ([, named = '']) => named)
        .filter((named) => !Object.hasOwn(scripts, named))
        .map((named) => `${path}: ${named}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the files', () => {
  test('import each other by path and ending, and only what is there', () => {
    const wrong = imports.filter((entry) => isOwn(entry) && !existsSync(join(root, targetOf(entry))));
    const without = imports.filter((entry) => isOwn(entry) && !/\.(?:tsx?|mjs|css|json)$/.test(entry.specifier));
    expect([...wrong, ...without].map(said)).toEqual([]);
  });

  test('use packages that package.json names', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, object>;
    const named = new Set(['node', 'virtual', ...Object.keys({ ...dependencies, ...devDependencies })]);
    const wrong = imports.filter((entry) => !isOwn(entry) && !named.has(packageOf(entry.specifier)));
    expect(wrong.map(said)).toEqual([]);
  });

  test('have no aliases for paths', () => {
    const configs = filesBelow('').filter((path) => /(?:^|\/)tsconfig[^/]*\.json$/.test(path));
    expect(configs.length).toBeGreaterThan(0);
    expect(configs.filter((path) => /"(?:paths|baseUrl)"\s*:/.test(read(path)))).toEqual([]);
    expect(read('package.json')).not.toMatch(/^ {2}"imports"\s*:/m);
  });

  test('are called for what they hold', () => {
    const placeholder = /^(?:index|utils?|helpers?|commons?|types?|constants?|misc|lib|shared|hooks?)$/i;
    const wrong = [...sources, ...filesBelow('tests').filter((path) => /\.tsx?$/.test(path))].filter((path) =>
      path.split('/').some((part) => placeholder.test(basename(part).replace(/(?:\.(?:test|d))?\.\w+$/, ''))),
    );
    expect(wrong).toEqual([]);
  });

  test('have no default exports', () => {
    const withDefault = sources.filter(
      (path) => !path.endsWith('.d.ts') && /^export default\b|^export \{[^}]*\bas default\b/m.test(read(path)),
    );
    expect(withDefault).toEqual([]);
  });

  test('import nothing by a way that the table does not see', () => {
    expect(sources.filter((path) => /import\.meta\.glob|\brequire\(/.test(read(path)))).toEqual([]);
    // The build imports the renderer that it has just made: the app, handed to it as a value.
    const computed = sources.filter((path) => /(?<![\w.])import\(\s*[^'"\s]/.test(read(path)));
    expect(computed.filter((path) => layerOf(path) !== 'press')).toEqual([]);
  });

  test('speak of nothing that stands beside the project', () => {
    const outside = ['..', 'shared'].join('/');
    const tracked = [
      ...readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : [])),
      ...['src', 'tests', 'public', '.ci'].flatMap((folder) =>
        existsSync(join(root, folder)) ? filesBelow(folder) : [],
      ),
    ];
    expect(tracked.filter((path) => read(path).includes(outside))).toEqual([]);
  });
});
