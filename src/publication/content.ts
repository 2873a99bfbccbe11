/** What the press hands over: every file of the data folder, validated, with what could be computed from it once. */
import type {
  ArticleFile,
  AuthorFile,
  FrontFile,
  GlossaryFile,
  LetterFile,
  MustReadFile,
  PageFile,
  PublicationFile,
  ThemeFile,
} from './schema.ts';

/** An article without its text, which is compiled and kept apart. */
export type ArticleFacts = Omit<ArticleFile, 'body'>;

/** Markdown made into safe HTML. `html` holds only the elements and attributes that `src/press/markdown/markdown.ts` lists. */
export type CompiledText = {
  html: string;
  /** Headings of level 2 and 3, in order; `id` is the element's id, `words` are those from it to the next. */
  outline: { id: string; text: string; level: 2 | 3; words: number }[];
  /** Words to be read, counted with Intl.Segmenter in the text's language. */
  words: number;
  /** Differs where the text does; known of texts that a build keeps. */
  fingerprint?: string;
};

/** A term of the glossary; `users` are the slugs of the articles that lead to it. */
export type GlossaryTerm = GlossaryFile['terms'][number] & {
  /** Of the element that explains it. */
  id: string;
  /** The term itself and its other forms. */
  forms: string[];
  users: string[];
};

/** A picture as pages show it. Width and height are those of the file at `url`, in pixels. */
export type Picture = {
  url: string;
  width: number;
  height: number;
  /** The class of the sheet that has about its colour. */
  tone?: string;
  /** Classes that show it around its focus, where it is whole in a box of another shape. */
  focus?: string;
  /** Where a build made it in several sizes (`picture-files.ts`): the widths, narrowest first, and how their URLs begin. */
  sizes?: { at: string; type: 'avif' | 'png'; widths: number[] };
};

/** A drawing of the publication's own: what is in its file, and its width in heights. */
export type Drawing = { svg: string; ratio: number };

/** How the publication looks where it does not look as shipped. */
export type Look = { theme: ThemeFile; icon?: Drawing; nameplate?: Drawing };

export type Content = {
  publication: PublicationFile;
  mustRead: MustReadFile;
  /** The blocks of the front page, where the editor has laid it out. */
  front?: FrontFile['blocks'] | undefined;
  authors: Map<string, AuthorFile>;
  articles: Map<string, ArticleFacts>;
  pages: Map<string, PageFile>;
  /** In the order of its file; empty where there is none. */
  glossary: GlossaryTerm[];
  look: Look;
  /** By the source as written in content ("/images/x.jpg"), or as `picture-crop.ts` writes it; `url` carries the base path. */
  pictures: Map<string, Picture>;
  /** Compiled texts, by owner: "articles/<slug>", "authors/<slug>", "pages/<slug>", "front/<block>". Made when first asked for, then kept. */
  text(owner: string): CompiledText;
  /** One paragraph of Markdown (a caption, a correction) as inline HTML. */
  inline(markdown: string): string;
  /** By the slug of the article, as their file has them: those that are printed, and those that are gone. */
  letters: Map<string, LetterFile[]>;
  /** Why an article is shown here but is not in a built site; nothing is labelled in a build. */
  unpublished: Map<string, 'draft' | 'future'>;
};
