/** Says aloud which engines are not here, before their tests are passed over. */
import { findEngines } from './find-engines.ts';

export default function sayMissing(): void {
  for (const { name, start } of findEngines()) if (!start) console.warn(`not run: no ${name}`);
}
