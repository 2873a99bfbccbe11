/** The letters of the first page that the article has not: fetched when the reader comes near its last ones. */
import { useEffect, useRef, useState } from 'react';
import { Text } from '../../components/Text.tsx';
import { lettersAt } from './letters-at.ts';

/** `address` is that of the page that has all letters. */
export function MoreLetters({ address }: { address: string }) {
  const [texts, setTexts] = useState<Record<string, string>>();
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let isHere = true;
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        void lettersAt(address).then((page) => isHere && setTexts(page?.texts));
      },
      { rootMargin: '800px' },
    );
    near.observe(end.current!);
    return () => {
      isHere = false;
      near.disconnect();
    };
  }, [address]);

  return <div ref={end}>{texts ? <Text name="moreLetters" texts={texts} /> : null}</div>;
}
