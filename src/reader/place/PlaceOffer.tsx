/** "Continue where you were": a small bar that waits at the foot of the window until it is taken, put off or passed by. */
import { CloseIcon } from '../../components/icons.tsx';
import type { ShelfWords } from '../../words/words.ts';
import type { Place } from '../store/records.ts';
import { useAtFoot } from '../use-at-foot.ts';
import { percentOf } from './percent-of.ts';

type Props = { place: Place | undefined; words: ShelfWords; accept: () => void; dismiss: () => void };

export function PlaceOffer({ place, words, accept, dismiss }: Props) {
  const percent = place && percentOf(place);
  useAtFoot('offer', percent !== undefined);
  return (
    <>
      <p role="status" className="visually-hidden">
        {percent === undefined ? '' : words.offered(percent)}
      </p>
      {percent === undefined ? null : (
        <section className="place-offer" aria-label={words.place}>
          <button type="button" className="place-continue" onClick={accept}>
            <span>{words.continueReading}</span> <span className="place-percent">{words.readSoFar(percent)}</span>
          </button>
          <button type="button" className="tool" aria-label={words.notNow} title={words.notNow} onClick={dismiss}>
            <CloseIcon />
          </button>
        </section>
      )}
    </>
  );
}
