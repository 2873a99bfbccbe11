/** The words of everything that belongs to the reader, in Urdu; they are loaded with the features. */
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
import type { ReaderWords } from '../words.ts';

export const reader: ReaderWords = { settings, keys, shelf, marks, notes, backup, offline, pictures, print, problems };
