/** How a writer can be reached. An address that the source hides is said to be withheld. */
import { useWords } from './words-context.tsx';

export function Contact({ email }: { email?: string }) {
  const words = useWords();
  if (!email) return null;
  if (email === 'withheld') return <p className="meta">{words.emailWithheld}</p>;
  return (
    <p className="meta linked">
      <span>{words.writeTo}</span> <a href={`mailto:${email}`}>{email}</a>
    </p>
  );
}
