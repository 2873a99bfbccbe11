import { test } from 'vitest';
import { relevanceRows } from '../src/build/bench/relevance-rows.ts';
import { tableOf } from '../src/build/bench/table.ts';
test('rel', async () => {
  const rows = await relevanceRows('/work/shared/corpora', (l) => console.log(l));
  console.log(tableOf(rows));
}, 600000);
