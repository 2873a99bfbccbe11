/** Of one response: what became of it on its way to the editors, the ways it can take now, and why it was not received. */
import { type RefObject, useState } from 'react';
import type { ResponsesWords } from '../../words/words.ts';
import { handOver } from '../backup/hand-over.ts';
import { dayInWords, momentInWords } from '../backup/numbers.ts';
import type { Response } from '../store/records.ts';
import { letterFile, letterText, mailAddress } from './letter.ts';
import type { PostFailure } from './post-letter.ts';
import { useResponseWords } from './response-words.tsx';
import type { Sending } from './use-sending.ts';

type Props = {
  response: Response;
  sending: Sending | undefined;
  /** When it was printed, in words. */
  printed?: string | undefined;
  /** The response is not kept: its text is in the form alone. */
  unkept?: boolean;
  /** The first of the ways. */
  way?: RefObject<HTMLAnchorElement | null>;
};

export function SendingPart({ response, sending, printed, unkept = false, way }: Props) {
  const { letters: words, tryAgain } = useResponseWords();
  const progress = sending?.progress(response);
  if (!sending && !response.sent) return null;
  return (
    <>
      <output className="response-sent">
        {progress === 'posting' ? words.sending : sentences(response, words, sending !== undefined, printed)}
      </output>
      {sending && progress === 'ways' ? <Ways response={response} sending={sending} way={way} /> : null}
      {typeof progress === 'object' ? (
        <div className="response-problem" role="alert">
          <p>{reasonOf(progress, words)}</p>
          <p>{unkept ? words.notReceivedNorKept : words.notReceived}</p>
          <button type="button" onClick={() => void sending?.send(response)}>
            {tryAgain}
          </button>
        </div>
      ) : null}
    </>
  );
}

type Words = ResponsesWords['letters'];

/** What became of it as far as is known. */
function sentences({ sent, revision }: Response, words: Words, canSend: boolean, printed?: string): string {
  if (!sent) return '';
  const when = sent.how === 'post' ? momentInWords(sent.at) : dayInWords(sent.at);
  return [
    words.handed[sent.how](when),
    ...(canSend && sent.revision !== revision ? [words.changed] : []),
    ...(printed === undefined ? [] : [words.printed(printed)]),
  ].join(' ');
}

function reasonOf(failure: PostFailure, { failed }: Words): string {
  if (failure.why !== 'refused') return failed[failure.why];
  return failure.status === 413 ? failed.tooLarge : failed.refused(failure.status);
}

type WaysProps = Required<Pick<Props, 'response'>> & { sending: Sending; way: Props['way'] };

/** Ways to the editors where no host takes letters: what was taken along is theirs only when the reader sends it. */
function Ways({ response, sending: { letters, used }, way }: WaysProps) {
  const { letters: words } = useResponseWords();
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState(false);
  const text = letterText(response, words.leaveLines);
  const { href, isWhole } = mailAddress(letters.mail ?? '', words.subject(letters.headline), text);

  async function copy(how: 'mail' | 'copy') {
    setSaid('');
    try {
      await navigator.clipboard.writeText(text);
      setFailed(false);
      if (how === 'mail') setSaid(words.paste);
      await used(response, how);
    } catch {
      setFailed(true);
    }
  }

  function save() {
    const file = letterFile(response);
    handOver(file.name, 'application/json', file.text);
    void used(response, 'file');
  }

  return (
    <fieldset className="response-question letter-ways">
      <legend>{words.ways}</legend>
      {isWhole ? null : <p>{words.tooLong}</p>}
      <p className="response-actions">
        <a href={href} ref={way} onClick={() => void (isWhole ? used(response, 'mail') : copy('mail'))}>
          {words.mail}
        </a>
        <button type="button" onClick={() => void copy('copy')}>
          {words.copy}
        </button>
        <button type="button" onClick={save}>
          {words.file}
        </button>
      </p>
      <output>{said}</output>
      {failed ? (
        <p className="response-problem" role="alert">
          {words.notCopied}
        </p>
      ) : null}
    </fieldset>
  );
}
