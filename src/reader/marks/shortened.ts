/** The first words of a quote, as long as a name for a control may be. */
export function shortened(quote: string): string {
  const line = quote.replace(/\s+/gu, ' ');
  if (line.length <= 60) return line;
  return `${line.slice(0, 60).replace(/\s+\S*$|[\ud800-\udbff]$/u, '')}…`;
}
