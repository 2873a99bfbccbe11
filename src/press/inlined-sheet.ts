/**
 * The sheet of the entry is inlined in every page and no file of the site, but parts that are loaded lazily by other
 * lazy parts name it among what they need: Vite knows nothing of the inlining, and the browser would ask for it in vain.
 */
import type { Rollup } from 'vite';

/** Names the entry itself instead, which every such part needs and which is always there already. */
export function forgetInlinedSheet(bundle: Rollup.OutputBundle): void {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  for (const entry of chunks.filter(({ isEntry }) => isEntry)) {
    for (const sheet of entry.viteMetadata?.importedCss ?? []) {
      for (const chunk of chunks) {
        chunk.code = chunk.code.replaceAll(JSON.stringify(sheet), JSON.stringify(entry.fileName));
      }
    }
  }
}
