/** Said where a lazy part of the page could not be loaded: another try, and the plain way that needs nothing of this page. */
import { useWords } from './words-context.tsx';

type Props = {
  /** A general one unless the part has one of its own. */
  sentence?: string;
  tryAgain: () => void;
  /** The part has no place of its own in the page: shown over it, and closed as every popover. */
  floats?: boolean;
};

export function LoadFailure({ sentence, tryAgain, floats }: Props) {
  const words = useWords();
  return (
    <p role="alert" className="load-failure" {...(floats && { popover: 'auto', ref: show })}>
      <span>{navigator.onLine ? (sentence ?? words.partFailed) : words.failedOffline}</span>
      <button type="button" className="button" onClick={tryAgain}>
        {words.tryAgain}
      </button>
      {/* With a target it is the browser's to follow (`links.ts`). */}
      <a href={location.pathname + location.search} target="_self">
        {words.reloadPage}
      </a>
    </p>
  );
}

const show = (failure: HTMLElement | null) => failure?.showPopover();
