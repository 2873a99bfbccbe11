/**
 * Starts a command that is written in TypeScript: `node src/press/run.mjs <file.ts> [arguments]`. Node 20 runs no
 * TypeScript, Vite does. The file exports `main(arguments)`, which answers the exit code. It imports all it needs at
 * its top: Vite closes the door behind a module once it is there.
 */
import { runnerImport } from 'vite';

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error('usage: node src/press/run.mjs <file.ts> [arguments]');
  process.exitCode = 2;
} else {
  // A reader that has seen enough, such as `head`, closes the pipe; that is no fault of the command.
  process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? process.exitCode : 3));
  try {
    const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });
    process.exitCode = await module.main(args);
  } catch (error) {
    console.error(error);
    process.exitCode = 3;
  }
}
