/** Content whose every field is hostile, as if validation had let it pass: one article and one author for each payload. */
import type { CompiledText, Content } from '../../src/publication/content.ts';
import type { ArticleFile, AuthorFile } from '../../src/publication/schema.ts';
import { compile, compileInline, type CompileOptions } from '../../src/press/markdown/markdown.ts';

export type Attack = { payload: string; article: string; author: string };

const own = { src: '/images/own.svg', url: '/icon.svg' };

const compiling: CompileOptions = {
  owner: 'attack',
  base: '/',
  language: 'en',
  picture: (source) => (source === own.src ? { url: own.url, width: 8, height: 8 } : undefined),
};

export const attackOf = (payload: string, number: number): Attack => ({
  payload,
  article: `attack-${number}`,
  author: `writer-${number}`,
});

/** A payload in every place that Markdown has for text and for addresses. */
const bodyOf = (payload: string): string[] => [
  payload,
  `A paragraph with ${payload} in it.`,
  `## ${payload}`,
  `- ${payload}\n- second`,
  `> ${payload}`,
  `| ${payload} | b |\n|---|---|\n| ${payload} | d |`,
  `[a link](${payload}) and [another](<${payload}> "${payload}")`,
  `![a picture](${payload})`,
  `![${payload}](${own.src} "${payload}")`,
  `<${payload}>`,
  `A note[^n].\n\n[^n]: ${payload}`,
  `[by reference][r]\n\n[r]: ${payload}`,
  `\`\`\`${payload}\n${payload}\n\`\`\``,
  `\`${payload}\``,
];

/** Whether the press refuses a payload by name where it stands as text; it throws where the press crashes. */
export const isRefused = (payload: string): boolean =>
  compile([payload], compiling).problems.some(({ warning }) => !warning);

/** The content of a publication that holds these attacks and nothing else; a few at a time, since each is in the frame. */
export function hostileContent(attacks: readonly Attack[]): Content {
  const texts = new Map<string, CompiledText>();
  for (const { payload, article, author } of attacks) {
    texts.set(`articles/${article}`, compile(bodyOf(payload), { ...compiling, owner: article }));
    texts.set(`authors/${author}`, compile([payload], { ...compiling, owner: author }));
  }
  const payloads = attacks.map(({ payload }) => payload);
  const [first = ''] = payloads;
  return {
    publication: {
      name: first,
      tagline: first,
      address: 'https://attack.example/',
      language: 'en',
      timeZone: 'UTC',
      sections: payloads.map((name, index) => ({ slug: `section-${index}`, name })),
      rights: first,
    },
    glossary: [],
    look: { theme: {} },
    mustRead: {
      entries: payloads.map((text) => ({ headline: text, dateline: text, excerpt: text, url: text, reason: text })),
    },
    authors: new Map(attacks.map((attack) => [attack.author, authorOf(attack)])),
    articles: new Map(attacks.map((attack, index) => [attack.article, articleOf(attack, index)])),
    pages: new Map([['about', { title: first, body: [first] }]]),
    pictures: new Map(payloads.map((url) => [url, { url, width: 8, height: 8 }])),
    text: (owner) => texts.get(owner) ?? { html: '', outline: [], words: 0 },
    inline: (markdown) => compileInline(markdown, compiling).html,
    letters: new Map(),
    unpublished: new Map(),
  };
}

const articleOf = ({ payload, author }: Attack, index: number): ArticleFile => ({
  headline: payload,
  standfirst: payload,
  kicker: payload,
  authors: [author],
  section: `section-${index}`,
  dateline: payload,
  published: '2025-01-01',
  image: { src: payload, alt: payload, caption: payload, credit: payload },
  body: [payload],
  source: { headline: payload, authors: [author], name: payload, url: payload },
  corrections: [{ date: '2025-01-02', note: payload }],
});

const authorOf = ({ payload }: Attack): AuthorFile => ({
  name: payload,
  role: payload,
  biography: payload,
  portrait: { src: payload, alt: payload },
  email: payload,
  links: [{ label: payload, url: payload }],
});
