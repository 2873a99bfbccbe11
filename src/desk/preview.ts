/** `npm run preview`: the built site, as a static host would serve it. */
import { preview as serve } from 'vite';
import { dataOption, folderTyped, npmCommand, served, wholeNumber } from '../press/command-line.ts';
import { openDataFolder } from '../press/data-folder.ts';
import { exitCodes } from '../press/content/problems.ts';

type Options = { data?: string; base?: string; outDir?: string; port?: number; host?: string | true; open?: true };

export const previewCommand = () =>
  npmCommand('preview', 'Serves dist/ as a static host would: slashes, redirects, headers, 404, compression.')
    .addOption(dataOption())
    .option('--base <path>', 'as the site was built with')
    .option('--outDir <folder>', 'where the site is, instead of dist', folderTyped)
    .option('--port <number>', 'this port or none; else 4173, or the next that is free', wholeNumber(1, 4173))
    .option('--host [name]', 'also for other devices of the network')
    .option('--open', 'open it in the browser')
    .acts(preview);

/** Runs the command; it serves until it is stopped. */
export const main = (argv: string[]): Promise<number> => previewCommand().answer(argv);

async function preview({ data, base, outDir, ...server }: Options): Promise<number> {
  openDataFolder(data);
  const serving = await served(
    serve({
      ...(base !== undefined && { base }),
      build: { ...(outDir !== undefined && { outDir }) },
      preview: { ...server, strictPort: server.port !== undefined },
    }),
  );
  serving.printUrls();
  serving.bindCLIShortcuts({ print: true });
  return exitCodes.fine;
}
