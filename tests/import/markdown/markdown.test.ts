/** Markdown files as five presses write them, with the authors beside them. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleIn, listed, reading } from '../found-in.ts';
import { emptyFolder, folderWith, reportOf } from '../import-folder.ts';

describe('a Markdown file', () => {
  test('of Jekyll has its date and slug from its name, its authors from the files beside it', async () => {
    const post = await articleIn({
      '_posts/2016-03-23-the-salt-road.md':
        '---\ntitle: "The salt road"\nauthors:\n- jane\n- omar\nexcerpt: "Who carries\nsalt, and where."\ntags:\n- trade\n- salt\n---\nFirst.\n\n* one\n\n* two\n',
      '_authors/jane.md':
        '---\nname: jane\nfull_name: Jane Doe\ntwitter: "@janedoe"\nemail: jane@example.org\n---\nShe walks.\n',
      '_data/authors.yml': 'omar:\n  name: Omar Siddiqui\n  role: Editor\n',
    });
    expect(post).toMatchObject({
      headline: 'The salt road',
      standfirst: 'Who carries salt, and where.',
      published: '2016-03-23',
      slug: 'the-salt-road',
      tags: ['trade', 'salt'],
      authors: [
        {
          name: 'Jane Doe',
          slug: 'jane',
          biography: 'She walks.',
          links: [{ label: 'Twitter', url: 'https://twitter.com/janedoe' }],
        },
        { name: 'Omar Siddiqui', slug: 'omar', role: 'Editor' },
      ],
      body: ['First.', '* one\n\n* two'],
    });
    expect(JSON.stringify(post)).not.toContain('jane@example.org');
  });

  test('of Hugo has TOML, sections, series and old addresses', async () => {
    const post = await articleIn({
      'content/posts/salt/index.ur.md':
        '+++\ntitle = "نمک کا راستہ"\ndate = 2020-05-04T09:00:00+05:00\nlastmod = 2020-06-01\ncategories = ["Trade", "Travel"]\nseries = ["Roads"]\naliases = ["/2019/salt.html"]\ndraft = true\n[params]\nsubtitle = "ایک سفر"\n+++\nنمک پہاڑ سے آتا ہے۔\n',
    });
    expect(post).toMatchObject({
      headline: 'نمک کا راستہ',
      standfirst: 'ایک سفر',
      updated: '2020-06-01',
      section: 'Trade',
      tags: ['Travel'],
      series: 'Roads',
      language: 'ur',
      aliases: ['/2019/salt.html'],
      draft: true,
      slug: 'salt',
    });
    expect(Date.parse(post.published ?? '')).toBe(Date.parse('2020-05-04T04:00:00Z'));
  });

  test('of Astro has a picture with its words, and an author told in place', async () => {
    const post = await articleIn({
      'src/content/blog/salt.md':
        '---\ntitle: Salt\npubDate: "Jul 8 2022"\nheroImage: { src: ./salt.jpg, alt: A white hill }\nauthor: { name: Jane Doe, url: "https://jane.example/" }\ncanonicalUrl: https://old.example/salt/\n---\nText.\n',
    });
    expect(post).toMatchObject({
      published: '2022-07-08',
      image: { src: './salt.jpg', alt: 'A white hill' },
      authors: [{ name: 'Jane Doe', links: [{ label: 'Website', url: 'https://jane.example/' }] }],
      address: 'https://old.example/salt/',
    });
  });

  test('of Eleventy names its author in a list that is beside it', async () => {
    const post = await articleIn({
      'src/posts/salt.md': '---\ntitle: Salt\nauthor: jd\ntags: [posts]\n---\nText.\n',
      'src/_data/authors.json': '[{ "id": "jd", "name": "Jane Doe" }]',
    });
    expect(post.authors).toMatchObject([{ slug: 'jd', name: 'Jane Doe' }]);
  });

  test('of a translator says its language in a comment, and its title in its first heading', async () => {
    const lesson = await articleIn({
      'translations/lesson.md':
        '<!--\nCO_OP_TRANSLATOR_METADATA:\n{ "original_hash": "00", "language_code": "ur" }\n-->\n# پہلا سبق\n\n## تعارف\n\nمتن یہاں ہے۔\n',
    });
    expect(lesson).toMatchObject({ headline: 'پہلا سبق', language: 'ur', body: ['## تعارف', 'متن یہاں ہے۔'] });
  });

  test.each([
    ['posts/ur/a.md', 'یہ اردو ہے', 'ur'],
    ['posts/ar/a.md', 'This is English.', undefined],
    ['posts/it/a.md', 'This is the desk of the computer people.', undefined],
    ['posts/fr/a.md', 'Ceci est un texte.', 'fr'],
    ['posts/a.pt-BR.md', 'Este texto.', 'pt-BR'],
  ])('at %s that says %j is in %s', async (path, text, language) => {
    expect((await articleIn({ [path]: `---\ntitle: A\n---\n${text}\n` })).language).toBe(language);
  });

  test.each([
    ['2016-03-23 09:00 EDT', '2016-03-23T09:00:00-04:00', []],
    ['2025-1-5', '2025-01-05', ['I305']],
    ['2010-01-10 13:07:09', '2010-01-10', ['I305']],
    ['<%= new Date() %>', undefined, ['I115']],
  ])('dated %j was published %s', async (written, published, codes) => {
    const post = await articleIn({ 'a.md': `---\ntitle: A\ndate: ${written}\n---\nText.\n` });
    expect(post.published).toBe(published);
    expect(post.codes).toEqual(codes);
  });

  test('follows the date in its name where a date in words says another', async () => {
    const post = await articleIn({ '_posts/2021-03-05-a.md': '---\ntitle: A\ndate: March 4, 2021\n---\nText.\n' });
    expect(post).toMatchObject({ published: '2021-03-05', codes: ['I305'] });
  });

  test('tells the fields that have no place here, and passes over those of the look', async () => {
    const post = await articleIn({
      'a.md':
        '---\ntitle: A\nlayout: post\ntoc: true\ntumblr_url: x\nmood: good\ndescription: One.\nexcerpt: Two.\n---\nText.\n',
    });
    expect(post.told).toBe(
      'Of fields that mean the same, these were left out: "excerpt" ("Two.").\nFields without a place here were left out: "tumblr_url", "mood".',
    );
    expect(post.standfirst).toBe('One.');
  });

  test.each([
    ['authors', 'author: Ada Reed\nauthors: [Mira Lind]', { authors: [{ name: 'Mira Lind' }, { name: 'Ada Reed' }] }],
    [
      'links as authors',
      'author:\n- "[[Ada Reed]]"\n- [[Mira Lind]]',
      { authors: [{ name: 'Ada Reed' }, { name: 'Mira Lind' }] },
    ],
    ['tags', 'tags: [a]\nkeywords: b, c\nlabels: {label: d}', { tags: ['a', 'b', 'c', 'd'] }],
    ['records of tags', 'tags: [a, {label: B c, permalink: /b}, {text: d}]', { tags: ['a', 'B c', 'd'] }],
    ['sections', 'category: a\ncategories: [b, c]\nchannel: d', { section: 'a', tags: ['d', 'b', 'c'] }],
    [
      'a table',
      'extra: {subtitle: Below}\ntaxonomies: {tags: [a], authors: [Jo Roe]}',
      { standfirst: 'Below', tags: ['a'], authors: [{ name: 'Jo Roe' }] },
    ],
  ])('uses all %s that its fields name', async (_, fields, expected) => {
    const post = await articleIn({ 'a.md': `---\ntitle: A\n${fields}\n---\nText.\n` });
    expect(post).toMatchObject({ ...expected, codes: [] });
  });

  test.each([
    ['descriptions', 'subtitle: One\nexcerpt: Two\ndescription: Three', ['Two', 'Three']],
    ['days of change', 'updated: 2024-05-06\nlastmod: 2024-05-07', ['2024-05-07']],
    ['days', 'date: 2024-05-06\ncreated: 2024-05-05', ['2024-05-05']],
    ['pictures', 'featured_image: a.png\nthumbnail: {src: b.png}\nimages: [a.png, c.png]', ['b.png', 'c.png']],
    ['titles', 'headline: B\nlinkTitle: A', ['"A"']],
  ])('tells which of several %s it did not use', async (_, fields, told) => {
    const post = await articleIn({ 'a.md': `---\ntitle: B\n${fields}\n---\nText.\n` });
    expect(post.codes).toEqual(['I304']);
    for (const text of told) expect(post.told).toContain(text);
  });

  test('says nothing of fields that say the same', async () => {
    const fields = 'description: "One *two*"\nexcerpt: One two\ndate: 2024-05-06\ncreated: 2024-05-06T09:00:00Z';
    expect((await articleIn({ 'a.md': `---\ntitle: A\n${fields}\n---\nText.\n` })).codes).toEqual([]);
  });

  test.each(
    'published: false|publish: false|isPublished: false|permalink: false|password: x|status: trash|status: in progress|status: scheduled|visibility: members'.split(
      '|',
    ),
  )('is a draft by "%s"', async (field) => {
    expect((await articleIn({ 'a.md': `---\ntitle: A\n${field}\n---\nText.\n` })).draft).toBe(true);
  });

  test.each(['status: publish', 'status: evergreen', 'permalink: /a/'])('is none by "%s"', async (field) => {
    expect((await articleIn({ 'a.md': `---\ntitle: A\n${field}\n---\nText.\n` })).draft).toBeUndefined();
  });

  test('has words in its fields, not their references', async () => {
    const fields = 'author: "Jos&eacute; Mu&ntilde;oz"\ncategory: "Arts &amp; Culture"\ntags: ["R&amp;D"]';
    expect(await articleIn({ 'a.md': `---\ntitle: A\n${fields}\n---\nText.\n` })).toMatchObject({
      authors: [{ name: 'José Muñoz' }],
      section: 'Arts & Culture',
      tags: ['R&D'],
    });
  });

  test('takes no language from folders above the one that was given', async () => {
    const above = folderWith({ 'ur/mt/posts/a.md': '---\ntitle: A\n---\nText.\n' });
    const { items } = await reportOf('--data', join(emptyFolder(), 'data'), '--dry-run', join(above, 'ur/mt/posts'));
    expect(items[0]?.notes.map(({ message }) => message).join()).not.toMatch(/language/);
  });

  test('clipped from another site says where that is, and is reached by no address of it', async () => {
    const post = await articleIn({
      'a.md': '---\ntitle: A\nsource: https://a.example/why\naliases: [The why]\n---\nText.\n',
    });
    expect(post).toMatchObject({ source: 'https://a.example/why', aliases: [], codes: ['I304'] });
    expect(post.told).toContain('is a name, and no address');
  });

  test.each([
    ['The tide of 1953.md', 'The tide of 1953'],
    ['2024-05-05 The tide.md', 'The tide'],
    ['the-tide-of-1953.md', 'The tide of 1953'],
    ['Lighthouse.md', 'Lighthouse'],
    ['پہلا سبق.md', 'پہلا سبق'],
    ['東京の夜と海.md', '東京の夜と海'],
    ['New lights on the quay.md', 'New lights on the quay'],
    ['post-17.md', undefined],
    ['2024-05-05.md', undefined],
    ['README.md', undefined],
    ['Untitled 2.md', undefined],
    ['9f86d081884c.md', undefined],
  ])('called "%s" has the headline %s where it names none', async (name, headline) => {
    const post = await articleIn({ [name]: 'A first sentence.\n\nAnd a second.\n' });
    expect(post.headline).toBe(headline);
    expect(post.body).toEqual(['A first sentence.', 'And a second.']);
    expect(post.codes).toEqual(headline === undefined ? [] : ['I111']);
  });

  test('has no second headline that says no more than its own', async () => {
    const post = await articleIn({ 'a.md': '---\ntitle: Soup in March\n---\n# Soup\n\nText.\n' });
    expect(post).toMatchObject({ headline: 'Soup in March', body: ['Text.'], codes: ['I308'] });
    const alone = await articleIn({ 'a.md': '---\ntitle: Soup in March\n---\n# Soup\n' });
    expect(alone.body).toEqual(['## Soup']);
  });

  test('without text is left out and told, and so is a profile that is not published', async () => {
    expect(listed(await reading({ 'a.md': '---\ntitle: Only a title\n---\n' }))).toEqual([
      'left out page without text: Only a title',
    ]);
    expect(
      listed(await reading({ '_authors/jo.md': '---\nname: jo\nfull_name: Jo Roe\npublished: false\n---\n' })),
    ).toEqual(['left out author: Jo Roe']);
    expect(listed(await reading({ '_data/authors.yml': '- name: Jo Roe\n- name: Al Poe\n' }))).toEqual([
      'author Jo Roe',
      'author Al Poe',
    ]);
  });

  test('names a template tag in the place of an author, and never takes it for one', async () => {
    const post = await articleIn({ 'a.md': '---\ntitle: A\nauthor: "<%= pkg.author %>"\n---\nText.\n' });
    expect(post).toMatchObject({ authors: [], codes: ['I119'] });
  });

  test('is told from other kinds by its bytes', async () => {
    expect((await reading({ 'a.txt': '---\ntitle: A\n---\nText.\n' })).kind).toBe('markdown');
    expect((await reading({ 'a.txt': '# Salt\n\nSee [the road](https://a.example/).\n' })).kind).toBe('markdown');
    expect((await reading({ 'a.md': '[Mira](https://a.example/) went.\n\n## On the quay\n\nText.\n' })).kind).toBe(
      'markdown',
    );
    expect((await reading({ 'a.md': '<!doctype html><html><body><p>Text</p></body></html>' })).kind).toBe('html');
  });
});
