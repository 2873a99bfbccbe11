/** What lies in a folder of drafts was never public, whatever its fields say: Jekyll and Hexo mark a draft by its folder. */
import { expect, test } from 'vitest';
import { join } from 'node:path';
import { contentOf, emptyFolder, folderWith, reportOf } from './import-folder.ts';

const words = 'The lamp was lit before anybody asked for it.';
const post = `---\ntitle: Lamp\ndate: 2024-03-05\n---\n${words}\n`;

test.each([
  ['of Jekyll', '_drafts/lamp.md', ''],
  ['of Hexo', 'source/_drafts/lamp.md', ''],
  ['without a line before its name', 'content/Drafts/lamp.md', ''],
  ['in another language', '02 Entwürfe/lamp.md', ''],
  ['with folders in it', '_drafts/2024/spring/lamp.md', ''],
  ['that was given itself', 'drafts/lamp.md', 'drafts'],
  ['that is above the one given', '_drafts/2024/lamp.md', '_drafts/2024'],
  ['of a file that was given itself', '_drafts/lamp.md', '_drafts/lamp.md'],
])('a folder of drafts %s holds drafts, and they are told', async (_, path, given) => {
  const [folder, data] = [folderWith({ [path]: post }), join(emptyFolder(), 'data')];
  const { items } = await reportOf('--data', data, '--section', 'news', join(folder, given));
  expect(items.flatMap(({ notes }) => notes)).toContainEqual(expect.objectContaining({ code: 'I603' }));
  expect(contentOf(data, 'articles/lamp.json')).toMatchObject({ draft: true });
});

test('a page of HTML in a folder of drafts is a draft too', async () => {
  const page = `<!doctype html><title>Lamp</title><article><h1>Lamp</h1><p>${words} ${words}</p></article>`;
  const [folder, data] = [folderWith({ '_drafts/lamp.html': page }), join(emptyFolder(), 'data')];
  await reportOf('--data', data, '--section', 'news', folder);
  expect(contentOf(data, 'articles/lamp.json')).toMatchObject({ draft: true });
});

test('a name that only begins like a folder of drafts says nothing', async () => {
  const [folder, data] = [folderWith({ 'draftsmen/lamp.md': post }), join(emptyFolder(), 'data')];
  await reportOf('--data', data, '--section', 'news', folder);
  expect(contentOf(data, 'articles/lamp.json')).not.toHaveProperty('draft');
});
