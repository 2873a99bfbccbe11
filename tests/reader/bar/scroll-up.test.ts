/** When the bar of tools is wanted, by how the page is scrolled. */
import { expect, test } from 'vitest';
import { notScrolled, scrolledTo } from '../../../src/reader/bar/scroll-up.ts';

const windowHeight = 800;

/** Scrolls from 3000 to one height after another; answers whether the bar is wanted after each. */
function scrolled(...tops: number[]): boolean[] {
  let state = notScrolled(3000);
  return tops.map((top) => {
    state = scrolledTo(state, { top, windowHeight, isMidText: top > 1000 });
    return state.isWanted;
  });
}

test.each<[string, number[], boolean[]]>([
  ['reading on', [3100, 3300, 3600], [false, false, false]],
  ['an unsteady hand', [2990, 3000, 2990], [false, false, false]],
  ['back in one step', [2970], [true]],
  ['back in many small steps', [2990, 2980, 2970], [false, false, true]],
  ['back, and a little on', [2950, 2952, 2953], [true, true, true]],
  ['back, and on', [2950, 2960], [true, false]],
  ['back, on, and back again', [2950, 2960, 2950, 2930], [true, false, false, true]],
  ['a screen back', [2300], [true]],
  ['a leap back', [1500, 1490], [false, false]],
  ['a leap on while it is there', [2950, 4500], [true, false]],
  ['back to before the text', [2500, 1800, 1100, 900], [true, true, true, false]],
])('%s', (_, tops, wanted) => {
  expect(scrolled(...tops)).toEqual(wanted);
});
