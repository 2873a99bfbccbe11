/** What the masthead offers the reader: the way to the shelf, the settings, and the list of keys. */
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { searchAddress, shelfAddress } from '../publication/addresses.ts';
import type { ReaderWords } from '../words/words.ts';
import { LostNotice } from './backup/LostNotice.tsx';
import { ShelfIcon } from '../components/icons.tsx';
import { KeysHelp } from './keys/KeysHelp.tsx';
import { useKeyAction } from './keys/use-key-action.ts';
import { Link } from '../components/Link.tsx';
import { KeepsThePaper } from './offline/KeepsThePaper.tsx';
import { TellReadStates } from './place/TellReadStates.tsx';
import { SettingsTool } from './settings/SettingsTool.tsx';

export function MastheadTools({ words }: { words: ReaderWords }) {
  const navigate = useNavigate();
  const [listsKeys, setListsKeys] = useState(false);
  const listKeys = useCallback(() => setListsKeys(true), []);
  const { toShelf } = words.settings;
  useKeyAction('shelf', () => void navigate(shelfAddress()));
  useKeyAction('search', () => {
    const field = document.querySelector<HTMLInputElement>('[role=search] [name=q]');
    if (field) field.select();
    else void navigate(searchAddress(), { state: { field: true } });
  });
  return (
    <>
      <Link to={shelfAddress()} className="tool" aria-label={toShelf} title={toShelf}>
        <ShelfIcon />
      </Link>
      <SettingsTool words={words} listKeys={listKeys} />
      <TellReadStates words={words.shelf} />
      <LostNotice words={words} where="page" />
      <KeepsThePaper />
      <KeysHelp words={words} open={listsKeys} setOpen={setListsKeys} />
    </>
  );
}
