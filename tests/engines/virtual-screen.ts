/** A screen that nobody sees, for a browser that cannot do without one. */
import { spawn } from 'node:child_process';

export type Screen = { name: string; close(): void };

/** It takes a number that is free, and is small: so its pointer rests on every window, which gives that the focus. */
export async function openScreen(executablePath: string): Promise<Screen> {
  const options = ['-displayfd', '3', '-screen', '0', '600x600x24', '-nolisten', 'tcp'];
  // Else it begins anew when its last window closes, and who comes meanwhile finds no screen.
  const server = spawn(executablePath, [...options, '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('The screen could not be opened.')));
    server.stdio[3]?.once('data', (told) => resolve(String(told).trim()));
  });
  return { name: `:${number}`, close: () => server.kill() };
}
