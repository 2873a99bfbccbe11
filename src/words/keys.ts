/** Words of the list of keys. An action that has none here would not compile. */
export type KeysMessages = {
  title: string;
  introduction: string;
  key: string;
  does: string;
  actions: {
    'next-paragraph': string;
    'previous-paragraph': string;
    'next-article': string;
    'previous-article': string;
    save: string;
    mark: string;
    settings: string;
    search: string;
    shelf: string;
    help: string;
  };
  use: string;
  off: string;
  close: string;
  /** Told where the reading line is, to those who do not see it. */
  paragraph: (number: number, count: number) => string;
};
