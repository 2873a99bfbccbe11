/** The names that are nearest to a mistyped one. */
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/publication/nearest.ts';

describe('nearest', () => {
  const names = ['headline', 'standfirst', 'kicker', 'section', 'tags', 'published'];

  it.each([
    ['a letter left out', 'headlne', ['headline']],
    ['a letter added', 'sections', ['section']],
    ['a letter exchanged', 'kikker', ['kicker']],
    ['two letters swapped', 'sectoin', ['section']],
    ['other letters', 'Published', ['published']],
    ['the beginning only', 'publi', ['published']],
    ['a name as it is', 'tags', ['tags']],
    ['nothing like it', 'colour', []],
    ['nothing', '', []],
  ])('finds %s', (_case, wanted, found) => {
    expect(nearest(wanted, names)).toEqual(found);
  });

  it('puts the nearest first, and no more than asked for', () => {
    expect(nearest('rain', ['train', 'rains', 'rain', 'drain', 'sun'], 3)).toEqual(['rain', 'drain', 'rains']);
    expect(nearest('rain', ['train', 'rains', 'rain'], 1)).toEqual(['rain']);
  });

  it('prefers a typing error to a name that holds the word', () => {
    expect(nearest('korea', ['north-korea-and-us', 'koera'])).toEqual(['koera', 'north-korea-and-us']);
  });

  it('reads every script', () => {
    expect(nearest('پاکستن', ['پاکستان', 'ایران'])).toEqual(['پاکستان']);
  });

  it('names each name once', () => {
    expect(nearest('rain', ['rain', 'rain'])).toEqual(['rain']);
  });
});
