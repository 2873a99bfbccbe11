/** Responses under one article, kept in a store and listed from it. */
import type { Response } from '../../../src/reader/store/records.ts';
import type { Store } from '../../../src/reader/store/store.ts';

export const keepResponses = (store: Store, ...records: Response[]) =>
  store.change(['responses'], async ({ put }) => records.forEach((record) => put('responses', record)));

export const listResponses = (store: Store) =>
  store.read(['responses'], ({ list }) => list('responses', 'article', 'unity'));
