/** The files by which a site is read without a line: the document of the shell, and the worker that stores and answers it. */
import type { Edition } from '../../publication/edition.ts';
import { frameOf } from '../../publication/frame.ts';
import { type Shell, shellDocument } from '../../publication/keeping.ts';
import type { FailedPageData } from '../../publication/page.ts';
import type { ScreenWords } from '../../words/words.ts';
import { hashOf } from '../cache/outputs.ts';
import { type Document, pageHtml } from '../page-html.ts';
import type { Render } from '../press.ts';
import type { SiteFile } from '../site-file.ts';

type Making = {
  edition: Edition;
  words: ScreenWords;
  render: Render;
  /** With the whole sheet in it. */
  document: Document;
  /** Paths of the bundled files below the site. */
  bundled: readonly string[];
  /** The bundled worker. */
  worker: string;
};

export const workerFile = 'sw.js';

/** The document, and the worker that names all files of the shell. */
export function shellFiles({ edition, words, render, document, bundled, worker }: Making): SiteFile[] {
  const page: FailedPageData = {
    kind: 'failed',
    reason: 'offline',
    // What changes with every edit is not of the shell.
    frame: { ...frameOf(edition), mustRead: [] },
    head: { title: `${words.failedTitle} · ${edition.content.publication.name}` },
    texts: {},
  };
  const head = `<title>${page.head.title}</title><meta data-head name="robots" content="noindex">`;
  const html = pageHtml(document, head, render(`/${shellDocument}`, page, words));
  // And what the sheet shows of the masthead.
  const code = bundled.filter((file) => /^assets\/(?:.*\.(?:js|css)|nameplate-[\w-]+\.svg)$/.test(file));
  const faces = [
    ...Object.values(document.faces)
      .join('')
      .matchAll(/href="([^"]+)"/g),
  ].map(([, url = '']) => url.slice(edition.base.length));
  const files = [shellDocument, ...code, ...faces];
  const shell: Shell = {
    id: hashOf(html, worker, ...files)
      .replaceAll(/\W/g, '')
      .slice(0, 12),
    files,
  };
  return [
    { file: shellDocument, text: html },
    { file: workerFile, text: `const shell=${JSON.stringify(shell)};${worker}` },
  ];
}
