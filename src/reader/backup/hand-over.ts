/** Hands a text to the browser as a file to be kept with the downloads. Nobody can know whether it did. */
export function handOver(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // Some browsers begin to read only after a while.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Such as "broadsheet-backup-2026-11-23.json", by the reader's own calendar day. */
export function fileName(what: string, ending: string): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `broadsheet-${what}-${now.getFullYear()}-${month}-${day}.${ending}`;
}
