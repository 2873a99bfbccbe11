/**
 * The pictures of the article that is shown, in the order of the page: the links around them that lead to their files
 * (`components/MainFigure.tsx`, `press/markdown/figures.ts`). Their numbers stand in addresses, so they are counted
 * in one way, here.
 */
import { bodyShown } from '../place/body-shown.ts';

export const pictureLinks = 'a.look';

export const picturesShown = (): HTMLAnchorElement[] =>
  Array.from(bodyShown()?.closest('article')?.querySelectorAll<HTMLAnchorElement>(pictureLinks) ?? []);

/** An address of the article with this shows its picture of the number. No part of a text has such a name. */
export const pictureHash = (number: number): string => `#picture-${number}`;

/** The number of the picture that the address asks for, if the article has it. */
export function pictureAsked(): number | undefined {
  const number = Number(/^#picture-([1-9]\d*)$/.exec(location.hash)?.[1]);
  return number <= picturesShown().length ? number : undefined;
}
