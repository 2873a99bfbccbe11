/** A publication whose texts hold what every format has to escape. */
import type { Parts } from '../../fixtures/edition.ts';

export const awkwardParts: Parts = {
  publication: { name: 'Fish & <Chips>', timeZone: 'Asia/Karachi', tagline: 'Plain & good', rights: '© the desks' },
  authors: { 'a-writer': { name: 'Ana & Søn 😀', role: 'Editor < of >' }, urdu: { name: 'احمد ندیم' } },
  articles: {
    harbour: {
      headline: 'Q&A: is 1 < 2 “really” ]]> true?',
      standfirst: 'A <b>bold</b> & plain standfirst',
      body: ['Tom & Jerry ]]> <script>', 'An emoji 👩‍👩‍👧 and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢.'],
      authors: ['a-writer', 'urdu'],
      tags: ['north-korea', 'news'],
      published: '2026-05-03',
      updated: '2026-05-04T10:00Z',
      dateline: 'ISLAMABAD',
    },
    khabar: {
      headline: 'خبر کی سرخی',
      body: ['یہ اردو متن ہے۔'],
      authors: ['urdu'],
      section: 'urdu',
      language: 'ur',
      translationOf: 'harbour',
      published: '2026-05-03T23:30:00.5+05:00',
    },
    'a-timeless': { headline: 'No date' },
    broken: { headline: 'A\u0001B\ufffeC\ud800D', body: ['x\u000by\u0000'], published: '2020-01-01T00:00:00-00:00' },
  },
};
