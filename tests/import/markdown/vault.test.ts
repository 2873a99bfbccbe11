/** A folder of notes that link to one another by name, and pictures whose names are written by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentOf, emptyFolder, folderWith, reportOf } from '../import-folder.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPj/HwADAgH/p6lzNQAAAABJRU5ErkJggg==',
  'base64',
);

async function imported(files: Readonly<Record<string, string | Buffer>>) {
  const data = join(emptyFolder(), 'data');
  const report = await reportOf('--data', data, '--section', 'news', folderWith(files));
  const body = (slug: string) => contentOf(data, `articles/${slug}.json`)['body'] as unknown as string[];
  return {
    data,
    report,
    body,
    told: report.items.flatMap(({ notes }) => notes.map(({ message }) => message)).join('\n'),
  };
}

test('links between brackets lead to the notes they name, wherever those lie', async () => {
  const { body } = await imported({
    'Quay.md':
      'See [[night ferry]], [[Night ferry#Times|the times]] and [[#Here]].\n\n![[deep/Night ferry#Times]]\n\n| a |\n|---|\n| [[Night ferry\\|it]] |',
    'notes/deep/Night ferry.md': 'It leaves at nine.\n\n## Times\n\nNine.\n',
  });
  expect(body('quay')).toEqual([
    'See [night ferry](/articles/night-ferry/), [the times](/articles/night-ferry/) and Here.',
    '[Night ferry > Times](/articles/night-ferry/)',
    '| a |\n|---|\n| [it](/articles/night-ferry/) |',
  ]);
});

test('a link between brackets to no note is its words, and told; what is no link stays', async () => {
  const { body, told } = await imported({ 'Quay.md': 'See [[Nowhere]], a[[0]] and [[1]](https://a.example/).\n' });
  expect(body('quay')).toEqual(['See Nowhere, a[[0]] and [[1]](https://a.example/).']);
  expect(told).toContain('1 link to notes that are not here');
});

test('pictures between brackets are found by their name, and shown', async () => {
  const { data, body } = await imported({
    'Quay.md': '![[lamp one.png|300]] ![[lamp one.png|A lamp|20x30]]\n\n![[gone.png]]\n',
    'attachments/lamp one.png': png,
  });
  expect(body('quay')).toEqual([
    '![lamp one\\.png](/images/lamp-one.png) ![A lamp](/images/lamp-one.png)',
    'gone\\.png',
  ]);
  expect(readFileSync(join(data, 'images/lamp-one.png'))).toEqual(png);
});

test.each([
  ['blanks and brackets', 'up/a b (2).png', 'up/a b (2).png'],
  ['blanks, between signs', 'up/a b.png', '<up/a b.png>'],
  ['a blank of another kind', 'up/At 9.41\u202fAM.png', 'up/At 9.41 AM.png'],
  ['a per cent sign', 'up/100%.png', 'up/100%.png'],
  ['letters in two parts', 'up/cafe\u0301.png', 'up/caf%C3%A9.png'],
  ['letters in two parts, in its folder', 'cafe\u0301/a.png', 'caf\u00e9/a.png'],
  ['capitals', 'up/A.PNG', 'up/a.png'],
])('a picture is found by a name with %s', async (_, file, address) => {
  const { report, body } = await imported({
    'a.md': `![A lamp](${address} "Lit")\n\n<p><img src="${file}" alt="B"></p>`,
    [file]: png,
  });
  expect(body('a')[0]).toMatch(/^!\[A lamp\]\(\/images\/[\w-]+\.png "Lit"\)$/);
  expect(report.items[0]?.notes.map(({ code }) => code)).not.toContain('I207');
});

test('pictures of a site lie in a folder that its addresses do not name', async () => {
  const { data, body, told } = await imported({
    'posts/Quay.md': '---\ncover: "[[cover.png]]"\n---\n[![A lamp](/img/lamp.png)](/img/large.png)\n',
    'static/img/lamp.png': png,
    'vault/cover.png': png,
  });
  expect(body('quay')).toEqual(['![A lamp](/images/lamp.png)']);
  expect(contentOf(data, 'articles/quay.json')['image']).toMatchObject({ src: '/images/cover.png' });
  expect(told).not.toContain('not in the folder');
});

test('a main picture that is not there leaves no name of a file in the text', async () => {
  const { body, told } = await imported({ 'a.md': '---\nimage: ../gate.png\n---\nText.\n' });
  expect(body('a')).toEqual(['Text.']);
  expect(told).toContain('"../gate.png" is not in the folder');
});
