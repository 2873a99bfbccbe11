/**
 * Starts a command that is written in TypeScript: `node src/press/run.mjs <file.ts> [arguments]`. The file exports
 * `main(arguments)`, which answers the exit code.
 */
import { pathToFileURL } from 'node:url';

const [file, ...args] = process.argv.slice(2);
// The bundler takes what follows them for a query or a fragment.
const sign = /[#?]/.exec(process.cwd())?.[0];
if (!file) {
  console.error('usage: node src/press/run.mjs <file.ts> [arguments]');
  process.exitCode = 2;
} else if (sign) {
  console.error(
    `error: The path ${process.cwd()} holds "${sign}", which the tools that this stands on cannot read. Move or rename the folder.`,
  );
  process.exitCode = 3;
} else {
  // A reader that has seen enough, such as `head`, closes the pipe; that is no fault of the command.
  process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? process.exitCode : 3));
  try {
    const { compiled } = await import('./compiled.mjs');
    const { main } = await import(pathToFileURL(await compiled(file)).href);
    process.exitCode = await main(args);
  } catch (error) {
    console.error(error);
    process.exitCode = 3;
  }
}
