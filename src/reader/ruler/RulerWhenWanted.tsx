/** The reading ruler is loaded for those who have it switched on; for all others nothing listens. */
import { useLazy } from '../../components/use-lazy.ts';
import { canPaint } from '../marks/paint.ts';
import { deviceSettings, useSettings } from '../settings/use-settings.ts';

const load = () => import('./Ruler.tsx');

export function RulerWhenWanted() {
  const { ruler } = useSettings(deviceSettings());
  const isWanted = ruler === 'lines' && canPaint();
  // Nobody has asked for it here: where it cannot be had, the text is as it was printed.
  const { part } = useLazy(load, isWanted ? 1 : 0);
  return part && isWanted ? <part.Ruler /> : null;
}
