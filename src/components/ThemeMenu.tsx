/** The choice of paper: as the system has it, light, sepia or dark. A native popover with radio buttons. */
import { useId, useSyncExternalStore } from 'react';
import { chooseTheme, subscribeToTheme, theme, themes } from '../reader/theme.ts';
import { ThemeIcon } from './icons.tsx';
import { useMessages } from './messages-context.tsx';
import { useHydrated } from './use-hydrated.ts';

export function ThemeMenu() {
  const words = useMessages();
  const id = useId();
  const chosen = useSyncExternalStore(subscribeToTheme, theme, () => 'system' as const);
  if (!useHydrated()) return <span className="tool-space" />;
  return (
    <>
      <button type="button" className="tool" popoverTarget={id} aria-label={words.theme} title={words.theme}>
        <ThemeIcon />
      </button>
      <fieldset id={id} popover="auto" className="theme-menu">
        <legend>{words.theme}</legend>
        {themes.map((choice) => (
          <label key={choice}>
            <input type="radio" name={id} checked={choice === chosen} onChange={() => chooseTheme(choice)} />
            <span>{words.themes[choice]}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
