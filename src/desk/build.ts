/** `npm run build`: the site, made by Vite with the plugin of the press. */
import { createBuilder } from 'vite';
import { dataOption, folderTyped, npmCommand } from '../press/command-line.ts';
import { openDataFolder } from '../press/data-folder.ts';
import { compiled } from '../press/compiled.mjs';
import { exitCodes } from '../press/content/problems.ts';

type Options = { data?: string; base?: string; outDir?: string; emptyOutDir?: true; offline: boolean };

export const buildCommand = () =>
  npmCommand('build', 'Writes dist/, for any static host, and hosting/ beside it.')
    .addOption(dataOption())
    .option('--base <path>', 'the folder of the site on its host, such as /folder/; else that of its address')
    .option('--outDir <folder>', 'where the site goes, instead of dist', folderTyped)
    .option('--emptyOutDir', 'delete there what is not of the site, though it is outside this folder')
    .option('--no-offline', 'the site is not kept on devices, nor any longer')
    .acts(build);

/** Runs the command and answers its exit code. */
export const main = (argv: string[]): Promise<number> => buildCommand().answer(argv);

async function build({ data, offline, base, outDir, emptyOutDir }: Options): Promise<number> {
  openDataFolder(data);
  if (!offline) process.env['BROADSHEET_OFFLINE'] = 'off';
  try {
    const builder = await createBuilder({
      // Vite would bundle it anew for every build.
      configFile: await compiled('vite.config.ts'),
      configLoader: 'native',
      ...(base !== undefined && { base }),
      build: { ...(outDir !== undefined && { outDir }), ...(emptyOutDir && { emptyOutDir }) },
    });
    await builder.buildApp();
  } catch (error) {
    // Known by its name: the plugin is bundled apart from this command.
    if (!(error instanceof Error && error.name === 'ContentFault')) throw error;
    process.stderr.write(`${error.message}\n`);
    return exitCodes.content;
  }
  return exitCodes.fine;
}
