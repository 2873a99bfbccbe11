/** Words on paper, in English. */
export const print = {
  pageOf: (page: string, pages: string) => `Page ${page} of ${pages}`,
};
