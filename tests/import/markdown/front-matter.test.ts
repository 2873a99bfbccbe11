/** Front matter as generators write it, and as it goes wrong. Nothing of it is run, and none of it is left in the body. */
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/import/format.ts';
import { opensFrontMatter, partedAtFrontMatter } from '../../../src/import/markdown/front-matter.ts';

function refusalOf(text: string): Refusal {
  try {
    partedAtFrontMatter(text);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('taken');
}

describe('front matter', () => {
  test.each([
    ['YAML', '---\ntitle: Salt\nversion: 1.10\nyes: no\n---\nBody\n', { title: 'Salt', version: '1.10', yes: 'no' }, 6],
    ['YAML that says so', '---yaml\ntitle: Salt\n---\nBody\n', { title: 'Salt' }, 4],
    ['YAML closed by dots', '---\ntitle: Salt\n...\nBody\n', { title: 'Salt' }, 4],
    ['YAML with spaces behind its line', '---  \ntitle: Salt\n---  \nBody\n', { title: 'Salt' }, 4],
    ['YAML behind a comment', '---\n# build\n\ntitle: Salt\n---\nBody\n', { title: 'Salt' }, 6],
    ['nothing between the lines', '---\n---\nBody\n', {}, 3],
    ['JSON', '{\n  "title": "Salt {1}"\n}\n\nBody\n', { title: 'Salt {1}' }, 4],
    ['JSON between lines', '---json\n{ "title": "Salt" }\n---\nBody\n', { title: 'Salt' }, 4],
    ['JSON between semicolons', ';;;\n{ "title": "Salt" }\n;;;\nBody\n', { title: 'Salt' }, 4],
    ['JSON without its braces', ';;;\n"title": "Salt"\n;;;\nBody\n', { title: 'Salt' }, 4],
    [
      'TOML',
      '+++\ntitle = "Salt"\ndate = 2025-01-05T09:00:00+05:00\n+++\nBody\n',
      { title: 'Salt', date: expect.stringMatching(/^2025-01-05T/) },
      5,
    ],
  ])('is read as %s', (_, text, fields, line) => {
    const parted = partedAtFrontMatter(text);
    expect(opensFrontMatter(text)).toBe(true);
    expect(Object.fromEntries(parted.fields ?? [])).toEqual(fields);
    expect(parted.body.trim()).toBe('Body');
    expect(parted.line).toBe(line);
  });

  test.each([
    ['blank lines', '\n\n---\ntitle: Salt\n---\nBody\n', 6],
    ['blanks, on every line', '  ---\n  title: Salt\n  ---\nBody\n', 4],
    ['a second mark of its encoding', '\ufeff\n+++\ntitle = "Salt"\n+++\nBody\n', 5],
    ['a comment', '<!-- vim: set\ntw=80 -->\n---\ntitle: Salt\n---\nBody\n', 6],
    ['a blank line, as JSON', '\n{ "title": "Salt" }\nBody\n', 3],
  ])('is read behind %s', (_, text, line) => {
    const { fields, body, line: begins } = partedAtFrontMatter(text);
    expect(opensFrontMatter(text)).toBe(true);
    expect([fields?.get('title'), body.trim(), begins]).toEqual(['Salt', 'Body', line]);
  });

  test.each([
    [
      'Pelican',
      'Title: The "salt" road: one\nTags: a, b\nSummary: Who carries it,\n    and where.\n\nBody\n',
      'a, b',
      5,
    ],
    ['old Hexo', 'title: The "salt" road: one\ntags:\n- a\n- b\n---\n\nBody\n', ['a', 'b'], 6],
    ['Bear', "title: 'The \"salt\" road: one'\ntags: [a, 'b']\n\n___\nBody\n", ['a', 'b'], 5],
    ['Nikola', '.. title: The "salt" road: one\n.. tags: a, b\n\nBody\n', 'a, b', 3],
    ['Nikola, in a comment', '<!--\n.. title: The "salt" road: one\n.. tags: a, b\n-->\n\nBody\n', 'a, b', 6],
    ['Pandoc', '% The "salt" road:\n  one\n% Jo Roe; Al Poe\n% May 5, 2024\n\nBody\n', undefined, 5],
  ])('is read as %s has it', (_, text, tags, line) => {
    const { fields, body, line: begins } = partedAtFrontMatter(text);
    expect(fields?.get('title') ?? fields?.get('Title')).toBe('The "salt" road: one');
    expect(fields?.get('tags') ?? fields?.get('Tags')).toEqual(tags);
    expect([body.trim(), begins]).toEqual(['Body', line]);
    expect(opensFrontMatter(text)).toBe(false);
  });

  test.each([
    ['pairs', '# Trip\n\nCreated: May 5, 2024\nTags: a, b\nStatus: Draft\n\nBody\n'],
    ['YAML', '# Trip\n\n---\nTags: a, b\nStatus: Draft\n---\n\nBody\n'],
  ])('is read below the headline, as %s', (_, text) => {
    const { fields, body } = partedAtFrontMatter(text);
    expect([fields?.get('Tags'), fields?.get('Status')]).toEqual(['a, b', 'Draft']);
    expect(body.split(/\s*\n+/)).toEqual(['# Trip', 'Body', '']);
  });

  test('is one where there are two, and the first says what both say', () => {
    const { fields, body } = partedAtFrontMatter('---\ntitle: A\n---\n\n---\ntitle: B\ndate: 2024-05-05\n---\nBody\n');
    expect(Object.fromEntries(fields!)).toEqual({ title: 'A', date: '2024-05-05' });
    expect(body).toBe('Body\n');
  });

  test('of Pandoc names its writers and its day', () => {
    const { fields } = partedAtFrontMatter('% Salt\n% Jo Roe; Al Poe\n% May 5, 2024\n\nBody\n');
    expect(Object.fromEntries(fields ?? [])).toEqual({
      title: 'Salt',
      authors: ['Jo Roe', 'Al Poe'],
      date: 'May 5, 2024',
    });
  });

  test('that stands late and is broken is refused with its line', () => {
    expect(refusalOf('\n\n---\ntitle: Salt\n\nBody\n')).toMatchObject({ code: 'I301', line: 3 });
    expect(refusalOf('<!-- a -->\n---\ntitle: Salt\ntags: [\n---\nBody\n')).toMatchObject({ code: 'I301', line: 4 });
  });

  test.each([
    ['a rule', '---\n\nSome words.\n'],
    ['two rules', '---\n\nSome words.\n\n---\n\nMore.\n'],
    ['a fence of code', '~~~yaml\ntitle: Salt\n~~~\n'],
    ['a heading', '# Salt\n\ntitle: no\n'],
    ['a rule behind a blank line', '\n---\nWe said: no.\n\n---\nMore.\n'],
    ['a sentence with a colon', 'Note: this is only a sentence.\n\nMore.\n'],
    ['a day alone', 'Date: the fifth of May, when it rained.\n\nMore.\n'],
    ['comments of MyST', '% one\n% two\n% three\n% four\n\nMore.\n'],
    ['an object in a sentence', '{ braces } are curly.\n'],
  ])('is not seen in %s', (_, text) => {
    expect(opensFrontMatter(text)).toBe(false);
    expect(partedAtFrontMatter(text)).toEqual({ fields: undefined, body: text, line: 1 });
  });

  test.each(['js', 'javascript', 'coffee', 'coffeescript', 'cson', 'ruby'])(
    'that is %s is refused, and not run',
    (language) => {
      const text = `---${language}\nglobalThis.executed = true\n---\nBody\n`;
      expect(refusalOf(text)).toMatchObject({ code: 'I303', line: 1, message: expect.stringContaining('never run') });
      expect(refusalOf(text.replace('---', '--- '))).toMatchObject({ code: 'I303' });
      expect('executed' in globalThis).toBe(false);
    },
  );

  test.each([
    ['is not closed', '---\ntitle: Salt\n\nBody\n', 1, 'no line "---" closes it'],
    ['holds a tab', '---\ntitle: Salt\nauthor:\n\tname: A\n---\n', 4, 'a tab stands where spaces belong'],
    ['is broken', '---\ntitle: Salt\ntags: [\n---\nBody\n', 3, 'is not YAML'],
    ['has a colon in a title', '---\ntitle: Salt: a story\n---\n', 2, 'Put it in quotes'],
    ['is a script without a name', '---\nfunction run() {\n  return 1;\n}\n---\nBody\n', 2, 'not a list of fields'],
    ['asks for a function', '---\ntitle: Salt\nrun: !!js/function "() => 1"\n---\n', 3, '"!!js/function" is refused'],
    ['asks for an object', '---\na: !ruby/object:Gem {}\n---\n', 2, '"!ruby/object:Gem" is refused'],
    ['stands between waves', '~~~\ntitle: Salt\n~~~\nBody\n', 1, 'Put it between "---" lines'],
    ['is broken JSON', ';;;\n{ "title": }\n;;;\n', 2, 'is not JSON'],
    ['is JSON that never ends', '{ "title": "Salt",\n\nBody\n', 1, 'is not closed'],
    ['is broken TOML', '+++\ntitle = "Salt"\ndate = \n+++\n', 3, 'is not TOML'],
    [
      'has a hundred anchors and one',
      `---\n${Array.from({ length: 101 }, (_, n) => `a${n}: &b${n} x`).join('\n')}\n---\n`,
      2,
      '101 anchors',
    ],
    [
      'multiplies itself',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\n`,
      2,
      'anchors without end',
    ],
    ['is nested without end', `---\na: ${'['.repeat(500)}${']'.repeat(500)}\n---\n`, 2, 'nested more than 32 deep'],
    ['is endless', `---\na: ${'x'.repeat(300_000)}\n---\n`, 1, 'longer than 256 kB'],
  ])('that %s is refused with its line', (_, text, line, words) => {
    expect(refusalOf(text)).toMatchObject({ code: 'I301', line, message: expect.stringContaining(words) });
  });

  test('reaches no prototype', () => {
    const { fields } = partedAtFrontMatter(
      '---\n__proto__:\n  polluted: yes\nconstructor: {prototype: {polluted: yes}}\n---\n',
    );
    expect([...(fields?.keys() ?? [])]).toEqual(['__proto__', 'constructor']);
    expect('polluted' in {}).toBe(false);
    const json = partedAtFrontMatter('{ "__proto__": { "polluted": true } }\n').fields;
    expect(json).toBeInstanceOf(Map);
    expect('polluted' in {}).toBe(false);
  });
});
