/**
 * A text compiled at build. It stands in the HTML once and is read back from there before hydration (`entry-client`),
 * and it is one element to React, so page translation and extensions may change it freely.
 */
import { useMemo } from 'react';
import { trustedHtml } from './trusted-html.ts';

type Props = { name: string; texts: Record<string, string>; className?: string };

export function Text({ name, texts, className }: Props) {
  const html = useCompiled(texts[name] ?? '');
  return <div className={className} data-text={name} suppressHydrationWarning dangerouslySetInnerHTML={html} />;
}

/** One compiled line: a caption, a correction. */
export function InlineText({ html }: { html: string }) {
  return <span suppressHydrationWarning dangerouslySetInnerHTML={useCompiled(html)} />;
}

/** The same object for the same text: another one would make React set the text again, and undo what a translator did. */
function useCompiled(text: string): { __html: string } {
  return useMemo(() => ({ __html: trustedHtml(text) }), [text]);
}
