/** Words of pictures that are looked at closely, in English. */
export const pictures = {
  of: (number: number, count: number) => `${number.toLocaleString('en')} of ${count.toLocaleString('en')}`,
  previous: 'Previous picture',
  next: 'Next picture',
  enlarge: 'Enlarge',
  whole: 'Whole picture',
  close: 'Close',
};
