/** `npm run build`: Vite's build, with one option of ours. `--no-offline`: the site is not kept on devices, nor any longer. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiled } from './compiled.mjs';

const given = process.argv.slice(2);
const options = given.filter((option) => option !== '--no-offline');
if (options.length < given.length) process.env.BROADSHEET_OFFLINE = 'off';
// Vite would bundle it anew for every build.
const config = ['--config', await compiled('vite.config.ts'), '--configLoader', 'native'];
process.argv.splice(2, Infinity, 'build', ...config, ...options);
const vite = dirname(createRequire(import.meta.url).resolve('vite/package.json'));
await import(pathToFileURL(join(vite, 'bin/vite.js')).href);
