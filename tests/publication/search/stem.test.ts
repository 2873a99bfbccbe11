/** One word in its forms is one word. */
import { describe, expect, test } from 'vitest';
import { stem } from '../../../src/publication/search/stem.ts';

describe('one word in its forms', () => {
  test.each([
    ['article', 'articles'],
    ['city', 'cities'],
    ['box', 'boxes'],
    ['church', 'churches'],
    ['house', 'houses', 'housed', 'housing'],
    ['publish', 'publishes', 'published', 'publishing'],
    ['vote', 'votes', 'voted', 'voting'],
    ['make', 'makes', 'making'],
    ['stop', 'stops', 'stopped', 'stopping'],
    ['carry', 'carries', 'carried', 'carrying'],
    ['create', 'created', 'creating'],
    ['cause', 'caused', 'causing'],
    ['agree', 'agrees', 'agreeing'],
    ['play', 'plays', 'played', 'playing'],
  ])('%s', (word, ...forms) => {
    expect(forms.map(stem)).toEqual(forms.map(() => stem(word)));
  });
});

describe('words that only look alike', () => {
  test.each([
    ['news', 'new'],
    ['evening', 'even'],
    ['morning', 'morn'],
    ['building', 'build'],
    ['plane', 'plan'],
    ['hope', 'hop'],
    ['paste', 'past'],
    ['species', 'specie'],
    ['string', 'str'],
    ['red', 'r'],
    ['thing', 'th'],
    ['need', 'ne'],
    ['universe', 'university'],
    ['party', 'part'],
    ['bus', 'bu'],
    ['glass', 'glas'],
    ['policy', 'police'],
  ])('%s is not %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  test('other scripts and short words stay as they are', () => {
    for (const word of ['des', 'ings', 'اردو', '2026s', 'été', '東京', '']) {
      expect([word, stem(word)]).toEqual([word, word === 'ings' ? 'ing' : word]);
    }
  });
});
