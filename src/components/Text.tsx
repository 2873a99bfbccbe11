/**
 * A text compiled at build. It stands in the HTML once and is read back from there before hydration (`entry-client`),
 * and it is one element to React, so page translation and extensions may change it freely.
 */
type Props = { name: string; texts: Record<string, string>; className?: string };

export function Text({ name, texts, className }: Props) {
  return (
    <div
      className={className}
      data-text={name}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: texts[name] ?? '' }}
    />
  );
}

/** One compiled line: a caption, a correction. */
export function InlineText({ html }: { html: string }) {
  return <span suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />;
}
