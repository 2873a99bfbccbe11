/** One setting that is on or off. */
import { useId } from 'react';

type Props = { label: string; explained?: string; on: boolean; turn: (on: boolean) => void };

export function SwitchControl({ label, explained, on, turn }: Props) {
  const id = useId();
  return (
    <div className="switch-row">
      <label className="switch">
        <input
          type="checkbox"
          checked={on}
          aria-describedby={explained && id}
          onChange={({ target }) => turn(target.checked)}
        />
        <span>{label}</span>
      </label>
      {explained ? (
        <p id={id} className="account">
          {explained}
        </p>
      ) : null}
    </div>
  );
}
