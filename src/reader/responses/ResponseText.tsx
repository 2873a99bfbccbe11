/** What a reader wrote, as plain text: each paragraph in its own direction, line breaks kept by `white-space`. */
export function ResponseText({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/);
  return (
    <div className="response-text">
      {paragraphs.map((paragraph, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- paragraphs have no other name, and do not move
        <p key={index} dir="auto">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
