/** What a file will add, change and bring back, by kind and by name, and what of it is left out; then the question. */
import { useLayoutEffect, useRef } from 'react';
import type { BackupWords } from '../../words/words.ts';
import type { BackupContent } from './format.ts';
import { countSteps, type Effect, nameOf, type Plan, type Step } from './plan.ts';
import type { LeftOut } from './read-backup.ts';
import { kindsInOrder, numberInWords } from './numbers.ts';

type RestorePreviewProps = {
  backup: BackupContent;
  plan: Plan;
  leftOut: LeftOut[];
  unknown: string[];
  isForeign: boolean;
  words: BackupWords;
  restore: () => void;
  cancel: () => void;
};

const effects = ['adds', 'changes', 'returns'] as const satisfies Effect[];
/** So many names are listed. */
const most = 200;

export function RestorePreview({ plan, words, ...props }: RestorePreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const steps = plan.steps.filter(({ effect }) => effect !== 'remembers');
  return (
    <section className="backup-preview" aria-labelledby="backup-preview">
      <h4 id="backup-preview" ref={heading} tabIndex={-1}>
        {words.preview}
      </h4>
      {props.isForeign ? <p className="backup-problem">{words.foreign(props.backup.publication)}</p> : null}
      {steps.length > 0 ? <EffectTable plan={plan} words={words} /> : <p>{words.nothingNew}</p>}
      {plan.same > 0 && steps.length > 0 ? <p>{words.same(plan.same)}</p> : null}
      {steps.length > 0 ? <Names steps={steps} words={words} /> : null}
      <LeftOutList leftOut={props.leftOut} unknown={props.unknown} words={words} />
      {steps.length > 0 ? <p>{words.nothingGoes}</p> : null}
      <p className="backup-actions">
        {plan.steps.length > 0 ? (
          <button type="button" className="button button-first" onClick={props.restore}>
            {props.isForeign ? words.restoreForeign : words.restore}
          </button>
        ) : null}
        <button type="button" className="button" onClick={props.cancel}>
          {words.cancel}
        </button>
      </p>
    </section>
  );
}

function EffectTable({ plan, words }: { plan: Plan; words: BackupWords }) {
  const rows = kindsInOrder
    .map((kind) => ({ kind, counts: effects.map((effect) => countSteps(plan, kind, effect)) }))
    .filter(({ counts }) => counts.some((count) => count > 0));
  return (
    <table className="backup-effects">
      <thead>
        <tr>
          <th scope="col">{words.kind}</th>
          {effects.map((effect) => (
            <th key={effect} scope="col">
              {words[effect]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, counts }) => (
          <tr key={kind}>
            <th scope="row">{words.kinds[kind]}</th>
            {counts.map((count, at) => (
              <td key={effects[at]}>{numberInWords(count)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Names({ steps, words }: { steps: Step[]; words: BackupWords }) {
  const named = steps.slice(0, most);
  return (
    <details>
      <summary>{words.names(steps.length)}</summary>
      <ul className="backup-names">
        {named.map(({ kind, record }, at) => (
          <li key={at}>
            <span className="backup-kind">{words.kinds[kind]}</span> <bdi>{short(nameOf(record))}</bdi>
          </li>
        ))}
        {steps.length > most ? <li>{words.moreNames(steps.length - most)}</li> : null}
      </ul>
    </details>
  );
}

const short = (name = '') => (name.length > 140 ? `${name.slice(0, 140)}…` : name);

function LeftOutList({ leftOut, unknown, words }: Pick<RestorePreviewProps, 'leftOut' | 'unknown' | 'words'>) {
  return (
    <>
      {leftOut.length > 0 ? (
        <details>
          <summary>{words.leftOut(leftOut.length)}</summary>
          <ul className="backup-names">
            {leftOut.slice(0, most).map(({ kind, number, field }) => (
              <li key={`${kind}${number}`}>
                {field
                  ? words.leftOutAt(words.kinds[kind], number, short(field))
                  : words.leftOutWhole(words.kinds[kind], number)}
              </li>
            ))}
            {leftOut.length > most ? <li>{words.moreNames(leftOut.length - most)}</li> : null}
          </ul>
        </details>
      ) : null}
      {unknown.length > 0 ? <p>{words.unknownLists(short(unknown.join(', ')))}</p> : null}
    </>
  );
}
