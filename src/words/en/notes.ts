/** Words of notes in their place, in English. */
export const notes = {
  all: 'All notes',
  glossary: 'In the glossary',
  close: 'Close',
  beside: 'Notes beside the text',
  back: 'Back to the text',
};
