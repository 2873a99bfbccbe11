/** Whether the reader has asked their browser for little data: nothing is fetched before it is wanted then. */
export const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
