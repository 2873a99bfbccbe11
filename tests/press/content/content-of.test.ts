/** The content that a reading returns: what is valid, what is left out, and what is kept of a broken file. */
import { describe, expect, it } from 'vitest';
import { letter, removed } from '../../fixtures/letters.ts';
import { articleOf, articleWith, contentFolder, png, publication, read } from './content-folder.ts';

const sun = 'articles/sun.json';

describe('what a reading hands over', () => {
  it('has every file that is right, with its text compiled', async () => {
    const { content, broken, files } = await read(contentFolder({ 'articles/2026/sun.json': articleOf('The *sun*.') }));
    expect([...content!.articles.keys()].sort()).toEqual(['rain', 'sun']);
    expect(content!.text('articles/sun')).toMatchObject({ html: '<p>The <em>sun</em>.</p>\n', words: 2 });
    expect(content!.text('authors/jane-doe')).toEqual({ html: '', outline: [], words: 0 });
    expect(content!.inline('The *sun*.')).toBe('The <em>sun</em>.');
    expect(broken.size).toBe(0);
    expect(files).toBe(6);
  });

  it('leaves a broken file out, and says at which address', async () => {
    const files = {
      [sun]: articleOf('<b>'),
      'pages/about.json': '{',
      'must-read.json': { entries: [{ article: 'sun' }] },
    };
    const { content, broken } = await read(contentFolder(files));
    expect([...broken.keys()].sort()).toEqual(['/about/', '/articles/sun/']);
    expect([...content!.articles.keys()]).toEqual(['rain']);
    expect(content!.mustRead.entries).toEqual([]);
  });

  it('keeps the name of an author whose file is broken, and the publication without what is wrong with it', async () => {
    const files = {
      'authors/jane-doe.json': { name: 'Jane Doe', shoes: 'red' },
      'publication.json': { ...publication, tagline: 7, lead: 'none', shoes: 'red' },
    };
    const { content, broken } = await read(contentFolder(files));
    expect([...broken.keys()].sort()).toEqual(['/', '/authors/jane-doe/']);
    expect(content!.authors.get('jane-doe')).toEqual({ name: 'Jane Doe' });
    expect(content!.publication).toEqual(publication);
  });

  it('has no content where the publication cannot be used', async () => {
    expect((await read(contentFolder({ 'publication.json': '{' }))).content).toBeUndefined();
    expect((await read(contentFolder({ 'publication.json': { name: 'x' } }))).content).toBeUndefined();
  });

  it('leaves drafts and dates in the future out of a build, and labels them in dev', async () => {
    const folder = contentFolder({
      'publication.json': { ...publication, lead: 'draft' },
      'must-read.json': { entries: [{ article: 'soon' }, { article: 'rain' }] },
      'articles/draft.json': articleWith({ draft: true }),
      'articles/soon.json': articleWith({ published: '2027-01-01' }),
      'articles/barish.json': articleWith({ translationOf: 'soon' }),
    });
    const left = { draft: 'draft', soon: 'future' };
    const built = (await read(folder)).content!;
    expect([...built.articles.keys()].sort()).toEqual(['barish', 'rain']);
    expect(built.mustRead.entries).toEqual([{ article: 'rain' }]);
    expect(built.publication.lead).toBeUndefined();
    expect(built.articles.get('barish')).not.toHaveProperty('translationOf');
    expect(Object.fromEntries(built.unpublished)).toEqual(left);
    const dev = (await read(folder, { includeUnpublished: true })).content!;
    expect([...dev.articles.keys()].sort()).toEqual(['barish', 'draft', 'rain', 'soon']);
    expect(dev.publication.lead).toBe('draft');
    expect(Object.fromEntries(dev.unpublished)).toEqual(left);
  });

  it('has no picture and no text of what is left out', async () => {
    const folder = contentFolder({
      [sun]: { ...articleOf('![Sun.](/images/sun.png)'), draft: true },
      'images/sun.png': png(3, 2),
    });
    const built = (await read(folder)).content!;
    expect([built.pictures.size, built.text('articles/sun').html]).toEqual([0, '']);
    const dev = (await read(folder, { includeUnpublished: true })).content!;
    expect([...dev.pictures.keys()]).toEqual(['/images/sun.png']);
  });

  it('shows the text of the file that has the slug, where two have it', async () => {
    const { content } = await read(contentFolder({ 'articles/2026/rain.json': articleOf('The first.') }));
    expect(content!.articles.has('rain')).toBe(true);
    expect(content!.text('articles/rain').html).toBe('<p>The first.</p>\n');
  });

  it('counts what is wrong in a draft as a warning, and does not show the draft', async () => {
    const folder = contentFolder({ [sun]: articleWith({ draft: true, section: 'none', published: undefined }) });
    const { problems, content, broken } = await read(folder, { includeUnpublished: true });
    expect(problems).toMatchObject([{ code: 'A317', severity: 'warning' }]);
    expect(content!.articles.has('sun')).toBe(false);
    expect([...broken.keys()]).toEqual(['/articles/sun/']);
  });
});

it('letters that wait are there for the desk alone, refused ones for nobody, and gone ones where they were answered', async () => {
  const folder = contentFolder({
    'responses/rain.json': {
      letters: [
        letter('printed', { printed: '2026-05-03' }),
        letter('waiting', { status: 'waiting' }),
        letter('refused', { status: 'refused' }),
        removed('answered'),
        letter('reply', { replyTo: 'answered', printed: '2026-05-03' }),
        removed('gone'),
      ],
    },
    'articles/sun.json': articleWith({ headline: 'Sun' }),
    'responses/sun.json': { letters: [letter('alone', { status: 'waiting' }), removed('another')] },
  });
  const idsIn = async (includeUnpublished: boolean) => {
    const { content } = await read(folder, { includeUnpublished });
    return Object.fromEntries([...content!.letters].map(([slug, letters]) => [slug, letters.map(({ id }) => id)]));
  };
  expect(await idsIn(false)).toEqual({ rain: ['printed', 'answered', 'reply'] });
  expect(await idsIn(true)).toEqual({ rain: ['printed', 'waiting', 'answered', 'reply'], sun: ['alone'] });
});
