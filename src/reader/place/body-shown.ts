/** The compiled text of the article that is shown. */
export const bodyShown = (): Element | null => document.querySelector('main [data-text="body"]');
