/** Says that there is no room for what was to be kept, with sizes and the way out; nothing where there was. */
import type { OfflineWords } from '../../words/words.ts';
import { bytesInWords } from '../backup/numbers.ts';
import { wantOfRoom } from './keep-the-paper.ts';

export function NoRoomNotice({ words }: { words: OfflineWords }) {
  const noRoom = wantOfRoom();
  return noRoom ? (
    <p role="alert" className="no-room">
      {words.noRoom(bytesInWords(noRoom.needed), bytesInWords(Math.max(0, noRoom.free)))}
    </p>
  ) : null;
}
