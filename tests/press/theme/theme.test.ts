/** What follows from the colours that an editor gives: as shipped where nothing is said, and always to be read. */
import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../random.ts';
import { contrast, luminance, nearestThat } from '../../../src/press/theme/colour.ts';
import { isDark, papers, shipped, themeOf } from '../../../src/press/theme/theme.ts';

test('nothing said is the theme as shipped', () => {
  expect(themeOf({})).toEqual(shipped);
});

test('the face is the one that is said', () => {
  expect(themeOf({ face: 'sans' })).toEqual({ ...shipped, face: 'sans' });
});

test('the measure, and one paper, leave the others as they are', () => {
  const theme = themeOf({ measure: 32, sepia: { paper: '#fed' } });
  expect(theme.measure).toBe(32);
  expect(theme.papers.sepia.paper).toBe('#ffeedd');
  for (const name of ['light', 'dark', 'black'] as const) expect(theme.papers[name]).toEqual(shipped.papers[name]);
});

test('the kind of front page leaves all else as it is', () => {
  expect(themeOf({ front: 'quiet' })).toEqual({ ...shipped, front: 'quiet' });
});

describe('of one paper', () => {
  test('an accent changes what is marked, and nothing between paper and ink', () => {
    const { light } = themeOf({ light: { accent: '#0A5' } }).papers;
    expect(light).toEqual({ ...shipped.papers.light, accent: '#00aa55', target: light.target });
    expect(light.target).not.toBe(shipped.papers.light.target);
  });

  test('a rule changes the rule alone', () => {
    const { dark } = themeOf({ dark: { rule: '#445' } }).papers;
    expect(dark).toEqual({ ...shipped.papers.dark, rule: '#444455' });
  });

  test.each(['light', 'dark'] as const)('paper and ink as shipped give about what is shipped: %s', (name) => {
    const { paper, ink } = shipped.papers[name];
    const followed = themeOf({ [name]: { paper, ink } }).papers[name];
    for (const token of ['paper-tint', 'ink-soft', 'ink-quiet', 'rule', 'rule-strong'] as const) {
      expect(contrast(followed[token], shipped.papers[name][token]), token).toBeLessThan(1.15);
    }
  });
});

test('whatever is given can be read, with all that follows from it', () => {
  const random = randomFrom(20);
  const anyColour = () => `#${Array.from({ length: 6 }, () => random.whole(16).toString(16)).join('')}`;
  for (let round = 0; round < 150; round += 1) {
    for (const name of papers) {
      const [way, back] = isDark(name) ? (['lighter', 'darker'] as const) : (['darker', 'lighter'] as const);
      // As far from one another as the checks ask, and no farther than chance has it.
      const paper = nearestThat((colour) => contrast(isDark(name) ? '#fff' : '#000', colour) > 9, anyColour(), back)!;
      const ink = nearestThat((colour) => contrast(colour, paper) >= 7, anyColour(), way)!;
      const accent = nearestThat((colour) => contrast(colour, paper) >= 4.5, anyColour(), way)!;
      const made = themeOf({ [name]: { paper, ink, accent } }).papers[name];
      const said = JSON.stringify(made);
      for (const ground of [made.paper, made['paper-tint']]) {
        expect(contrast(made.ink, ground), said).toBeGreaterThanOrEqual(7);
        for (const token of ['ink-soft', 'ink-quiet', 'accent'] as const) {
          expect(contrast(made[token], ground), said).toBeGreaterThanOrEqual(4.5);
        }
      }
      expect(contrast(made.ink, made.target), said).toBeGreaterThanOrEqual(4.5);
      expect(luminance(made.ink) > luminance(made.paper), said).toBe(isDark(name));
    }
  }
});
