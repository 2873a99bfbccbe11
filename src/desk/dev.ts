/** `npm run dev`: the publication, live. */
import { createServer } from 'vite';
import { dataOption, npmCommand, served, wholeNumber } from '../press/command-line.ts';
import { openDataFolder } from '../press/data-folder.ts';
import { exitCodes } from '../press/content/problems.ts';

type Options = { data?: string; port?: number; host?: string | true; open?: true };

export const devCommand = () =>
  npmCommand(
    'dev',
    'Shows the publication, live: an edit of a file shows at once, a broken file shows its message in its place.',
  )
    .addOption(dataOption())
    .option('--port <number>', 'this port or none; else 5173, or the next that is free', wholeNumber(1, 5173))
    .option('--host [name]', 'also for other devices of the network')
    .option('--open', 'open it in the browser')
    .acts(dev);

/** Runs the command; it serves until it is stopped. */
export const main = (argv: string[]): Promise<number> => devCommand().answer(argv);

async function dev({ data, ...server }: Options): Promise<number> {
  openDataFolder(data);
  const serving = await createServer({ server: { ...server, strictPort: server.port !== undefined } });
  await served(serving.listen());
  serving.printUrls();
  serving.bindCLIShortcuts({ print: true });
  return exitCodes.fine;
}
