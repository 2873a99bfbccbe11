/** The sheet of the faces, with the file of each face where it has the name: `url('face:text')`. */
import type { Plugin } from 'vite';

/** `files` is asked when the sheet is first read, and may have to make them. */
export function facesInSheet(files: () => Promise<ReadonlyMap<string, string>>): Plugin {
  return {
    name: 'broadsheet:faces',
    // Before Vite looks for what the sheet names.
    enforce: 'pre',
    sharedDuringBuild: true,
    transform: {
      filter: { id: /\/styles\/fonts\.css(?:\?|$)/ },
      async handler(sheet) {
        const known = await files();
        return sheet.replaceAll(/face:([a-z-]+)/g, (_, name: string) => {
          const file = known.get(name);
          if (file === undefined)
            throw new Error(`There is no face called "${name}" in src/press/faces/page-faces.ts.`);
          return file;
        });
      },
    },
  };
}
