/**
 * Vite makes a file of every face that code imports, also where the face is the publication's own and what names it is
 * left out of the code. Such a file is not of the site.
 */
import type { Rollup } from 'vite';

export function leaveOutUnusedFaces(bundle: Rollup.OutputBundle): void {
  const texts = Object.values(bundle).map((output) => (output.type === 'chunk' ? output.code : output.source));
  for (const file of Object.keys(bundle).filter((name) => name.endsWith('.woff2'))) {
    if (!texts.some((text) => typeof text === 'string' && text.includes(file))) delete bundle[file];
  }
}
