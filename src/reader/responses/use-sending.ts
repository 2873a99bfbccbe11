/** Sends responses to the editors, and knows how far each has come in this window; what came of it is kept with it. */
import { useRef, useState } from 'react';
import type { LettersTo } from '../../publication/page.ts';
import type { Response, WayToEditors } from '../store/records.ts';
import { letterOf } from './letter.ts';
import { type PostFailure, postLetter } from './post-letter.ts';
import type { ResponseStore } from './responses.ts';

/** Where letters go, and the article that they are on. */
export type Letters = Pick<LettersTo, 'mail' | 'post'> & { headline: string };

/** `ways`: the reader is asked for one. */
export type Progress = 'ways' | 'posting' | PostFailure;

export type Sending = {
  letters: Letters;
  progress: (response: Response) => Progress | undefined;
  send: (response: Response) => Promise<void>;
  /** The reader has taken it along in this way. */
  used: (response: Response, how: WayToEditors) => Promise<void>;
  /** What was said of sending it is said no more. */
  leave: (response: Response) => void;
};

/** `since`: when the form was opened; `learn` hears what became of a response, also where the device keeps nothing. */
export function useSending(
  letters: Letters | undefined,
  store: ResponseStore,
  since: number,
  learn: (response: Response) => void,
): Sending | undefined {
  const [known, setKnown] = useState<ReadonlyMap<string, Progress | undefined>>(new Map());
  const posting = useRef(new Set<string>());
  if (!letters) return undefined;

  const tell = ({ id }: Response, progress?: Progress) => setKnown((before) => new Map(before).set(id, progress));

  async function used(response: Response, how: WayToEditors) {
    // Where that cannot be kept it can be sent again, which does no harm.
    await store.markSent(response, how).catch(() => undefined);
    learn({ ...response, sent: { how, at: new Date().toISOString(), revision: response.revision } });
  }

  async function post(action: string, response: Response) {
    if (posting.current.has(response.id)) return;
    posting.current.add(response.id);
    tell(response, 'posting');
    const begun = Math.min(since, Date.parse(response.written));
    const failure = await postLetter(action, letterOf(response), Math.floor((Date.now() - begun) / 1000));
    if (!failure) await used(response, 'post');
    posting.current.delete(response.id);
    tell(response, failure);
  }

  return {
    letters,
    progress: ({ id }) => known.get(id),
    send: async (response) => {
      if (letters.post === undefined) tell(response, 'ways');
      else await post(letters.post, response);
    },
    used,
    leave: tell,
  };
}
