/** Words of the interface that hold a name: one in another language says so, and keeps its direction to itself. */
import type { LanguageOf } from '../publication/page.ts';

type Props = LanguageOf & { words: string; name: string };

export function WithName({ words, name, lang, dir }: Props) {
  const at = words.indexOf(name);
  if (!lang || at < 0) return words;
  return (
    <>
      {words.slice(0, at)}
      <bdi lang={lang} dir={dir}>
        {name}
      </bdi>
      {words.slice(at + name.length)}
    </>
  );
}
