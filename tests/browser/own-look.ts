/** A publication with a look of its own: the shipped content with other colours, another icon and a drawn name. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const theme = {
  light: { paper: '#f2f6fd', ink: '#121a2b', accent: '#0b6b43' },
  sepia: { paper: '#e9efe2', ink: '#20301f', accent: '#7a3414' },
  dark: { paper: '#111a2c', ink: '#e4ebf7', accent: '#7fd6a8' },
  black: { ink: '#dfe6f2', accent: '#7fd6a8' },
  measure: 34,
};

const svg = (box: string, inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${inside}</svg>`;

/** A disc on a square of one colour. */
export const icon = svg(
  '0 0 64 64',
  '<path fill="#0044cc" d="M0 0h64v64H0z"/><circle cx="32" cy="32" r="16" fill="#fff"/>',
);

/** A block at each end, and nothing between them. */
export const nameplate = svg('0 0 100 10', '<path d="M0 0h20v10H0zM80 0h20v10H80z"/>');

export function writeOwnLook(data: string): void {
  cpSync('src/data', data, { recursive: true });
  writeFileSync(join(data, 'theme.json'), JSON.stringify(theme, undefined, 2));
  writeFileSync(join(data, 'icon.svg'), icon);
  writeFileSync(join(data, 'nameplate.svg'), nameplate);
}
