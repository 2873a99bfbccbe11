/** How a writer can be reached. An address that the source hides is said to be withheld. */
import { escapedHtml } from '../publication/escaped-html.ts';
import { InlineText } from './Text.tsx';
import { useWords } from './words-context.tsx';

export function Contact({ email }: { email?: string }) {
  const words = useWords();
  if (!email) return null;
  if (email === 'withheld') return <p className="meta">{words.emailWithheld}</p>;
  return (
    <p className="meta linked">
      <span>{words.writeTo}</span> <MailLink address={email} />
    </p>
  );
}

/** Hosts write addresses of e-mail otherwise in the document, to hide them from robots: React does not compare them. */
export function MailLink({ address }: { address: string }) {
  const written = escapedHtml(address);
  return <InlineText html={`<a href="mailto:${written}">${written}</a>`} />;
}
