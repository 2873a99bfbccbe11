/** The words of everything that belongs to the reader, in English; they are loaded with the features. */
import { backup } from './backup.ts';
import { keys } from './keys.ts';
import { marks } from './marks.ts';
import { notes } from './notes.ts';
import { offline } from './offline.ts';
import { pictures } from './pictures.ts';
import { print } from './print.ts';
import { settings } from './settings.ts';
import { shelf } from './shelf.ts';
import { problems } from './storage-problems.ts';

export const reader = { settings, keys, shelf, marks, notes, backup, offline, pictures, print, problems };
