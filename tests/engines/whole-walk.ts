/** The whole walk, written once. It is run in a file for each engine, which so is started once. */
import { describe } from 'vitest';
import { ink } from './steps/ink.ts';
import { keeping } from './steps/keeping.ts';
import { keys } from './steps/keys.ts';
import { letters } from './steps/letters.ts';
import { lines } from './steps/lines.ts';
import { marks } from './steps/marks.ts';
import { navigation } from './steps/navigation.ts';
import { notes } from './steps/notes.ts';
import { offline } from './steps/offline.ts';
import { pages } from './steps/pages.ts';
import { pictures } from './steps/pictures.ts';
import { print } from './steps/print.ts';
import { reading } from './steps/reading.ts';
import { refusals } from './steps/refusals.ts';
import { search } from './steps/search.ts';
import { settings } from './steps/settings.ts';
import { whereabouts } from './steps/whereabouts.ts';
import type { EngineName } from './find-engines.ts';
import { inEngine } from './walk.ts';

const steps = {
  pages,
  navigation,
  keys,
  settings,
  reading,
  whereabouts,
  notes,
  pictures,
  marks,
  search,
  keeping,
  letters,
  offline,
  refusals,
  print,
  lines,
  ink,
};

export function walkThrough(name: EngineName): void {
  inEngine(name, (walk) => {
    describe.each(Object.entries(steps))('%s', (_, step) => {
      step(walk);
    });
  });
}
