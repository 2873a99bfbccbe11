/** What narrows the results and how they are ordered. */
import { useId } from 'react';
import type { SearchPageData } from '../publication/page.ts';
import type { Asked } from '../publication/search/search.ts';
import type { SearchWords } from '../words/words.ts';
import type { ShownSearch } from './use-answer.ts';
import type { Ask } from './use-asked.ts';

type Props = {
  page: SearchPageData;
  words: SearchWords;
  asked: Asked;
  years: string[];
  /** Whose authors can be chosen: an archive may have thousands. */
  shown: ShownSearch[];
  ask: Ask;
};

type Choice = { value: string; text: string };

export function SearchFilters({ page, words, asked, years, shown, ask }: Props) {
  const sections = page.frame.sections.map(({ href, text }) => ({ value: href.split('/')[2] ?? '', text }));
  const choose = (change: Partial<Asked>) => ask(change, 'chosen');
  return (
    <div className="search-filters">
      <Select
        label={words.sort}
        value={asked.sort}
        choices={[
          { value: 'relevance', text: words.byRelevance },
          { value: 'date', text: words.byDate },
        ]}
        choose={(value) => choose({ sort: value === 'date' ? 'date' : 'relevance' })}
      />
      <Select
        label={words.section}
        value={asked.section}
        every={words.allSections}
        choices={sections}
        choose={(section) => choose({ section })}
      />
      <Select
        label={words.author}
        value={asked.author}
        every={words.allAuthors}
        choices={authorsOf(shown)}
        choose={(author) => choose({ author })}
      />
      <Select
        label={words.year}
        value={asked.year}
        every={words.allYears}
        choices={years.map((year) => ({ value: year, text: year }))}
        choose={(year) => choose({ year })}
      />
    </div>
  );
}

type SelectProps = {
  label: string;
  value: string | undefined;
  /** The choice of none, where there is one. */
  every?: string;
  choices: Choice[];
  choose: (value: string | undefined) => void;
};

function Select({ label, value = '', every, choices, choose }: SelectProps) {
  const id = useId();
  // What the address asks for can be seen even where no result has it.
  const known = value === '' || choices.some((choice) => choice.value === value);
  const offered = known ? choices : [...choices, { value, text: value }];
  return (
    <span>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value || undefined)}>
        {every === undefined ? null : <option value="">{every}</option>}
        {offered.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </span>
  );
}

function authorsOf(shown: readonly ShownSearch[]): Choice[] {
  const names = new Map(shown.flatMap(({ authors }) => authors));
  return Array.from(names, ([value, text]) => ({ value, text })).sort((one, other) => (one.text < other.text ? -1 : 1));
}
