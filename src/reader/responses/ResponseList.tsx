/** The responses to an article, oldest first. */
import type { Response } from '../store/records.ts';
import { inOrder } from './responses.ts';
import { useResponseWords } from './response-words.tsx';
import { type ResponseAround, ResponseItem } from './ResponseItem.tsx';

type ResponseListProps = ResponseAround & {
  responses: Map<string, Response>;
  /** Those removed, here or in another window. */
  gone: Set<string>;
};

export function ResponseList({ responses, gone, ...around }: ResponseListProps) {
  const words = useResponseWords();
  if (responses.size === 0) return null;
  return (
    <ol className="response-list" aria-label={words.list}>
      {inOrder(responses.values()).map((response) => (
        <ResponseItem key={response.id} response={response} gone={gone.has(response.id)} {...around} />
      ))}
    </ol>
  );
}
