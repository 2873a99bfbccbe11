/** Words of the list of keys, in English. */
export const keys = {
  title: 'Keys',
  introduction: 'One key each, without Ctrl or Alt. None of them acts while you type.',
  key: 'Key',
  does: 'What it does',
  actions: {
    'next-paragraph': 'Next paragraph',
    'previous-paragraph': 'Previous paragraph',
    'next-article': 'Next article',
    'previous-article': 'Previous article',
    save: 'Save the article on the shelf, or take it off',
    mark: 'Mark what is selected',
    settings: 'Reading settings',
    search: 'Search',
    shelf: 'Your shelf',
    help: 'This list',
  },
  pictures: {
    title: 'With a picture open',
    arrowKeys: 'Arrows',
    arrows: 'Previous or next picture; across one that is enlarged',
    ends: 'First or last picture',
    signs: 'Enlarge the picture, and whole again',
  },
  use: 'Use single keys',
  off: 'Single keys are switched off. The switch is also in the reading settings.',
  close: 'Close',
  /** Told where the reading line is, to those who do not see it. */
  paragraph: (number: number, count: number) => `Paragraph ${number} of ${count}`,
};
